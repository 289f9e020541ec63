package org.leasekit.intent;

/**
 * A case that has ended, to learn from.
 *
 * @param features as they were known when the case was asked about, not when it had ended
 * @param renewed how it ended
 */
public record Example(Features features, boolean renewed) {}
