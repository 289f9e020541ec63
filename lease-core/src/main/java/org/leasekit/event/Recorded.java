package org.leasekit.event;

/**
 * An event as it was recorded, with its place among those of its contract.
 *
 * @param attempts how often it was handed over in vain
 */
public record Recorded(EventId id, LeaseEvent event, int attempts) {}
