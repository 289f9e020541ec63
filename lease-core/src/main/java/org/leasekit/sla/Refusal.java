package org.leasekit.sla;

/**
 * An event that does not count as things are known now, kept with the reason. What is learnt later may make it count.
 *
 * @param event as it was recorded
 * @param rejection why it does not count
 */
public record Refusal(ClockEvent event, ClockRejection rejection) {}
