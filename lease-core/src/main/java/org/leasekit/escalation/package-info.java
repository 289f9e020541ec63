/**
 * One engine for reminders, dunning and working-time targets: policy, anchor or clock, facts, log of what fired and now,
 * turned into what is due and when to wake.
 *
 * <p>A policy is data: {@link org.leasekit.escalation.PolicyBuilder} writes it, {@link
 * org.leasekit.escalation.PolicyDraft} is what a document is read into, and both are checked against a {@link
 * org.leasekit.escalation.PolicyCatalog}. {@link org.leasekit.escalation.PolicyVersions} says what holds when it changes in
 * mid-flight. {@link org.leasekit.escalation.Escalation} decides, and explains what it decided. Who came late and what came late
 * are two things: {@link org.leasekit.escalation.CatchUp} is about the first, what {@code Escalation.decide} says about the second.
 */
@NullMarked
package org.leasekit.escalation;

import org.jspecify.annotations.NullMarked;
