/**
 * What happened, for whoever wants to hear of it: {@link org.leasekit.event.LeaseEvent} in its variants.
 *
 * <table>
 *   <caption>Types of events</caption>
 *   <tr><th>kind</th><th>what happened</th><th>told beside the contract and the time</th></tr>
 *   <tr><td>{@code contract}</td><td>signed, amended, ended</td><td>how it ended</td></tr>
 *   <tr><td>{@code receivable}</td><td>raised, adjusted, locked, released</td><td>key or lock, amount</td></tr>
 *   <tr><td>{@code payment}</td><td>received, allocated, reversed</td><td>payment, amount</td></tr>
 *   <tr><td>{@code notice}</td><td>sent, failed</td><td>stage, channel, masked recipient</td></tr>
 *   <tr><td>{@code case}</td><td>opened, responded, renewed, lapsed, declined</td><td>case, last day of the term</td></tr>
 *   <tr><td>{@code offer}</td><td>made, accepted, expired</td><td>case, rent of a month</td></tr>
 *   <tr><td>{@code task}</td><td>opened, closed</td><td>kind, stage, role</td></tr>
 *   <tr><td>{@code request}</td><td>opened, triaged, accepted, dispatched, arrived, resolved, verified, reopened, escalated,
 *       breached, merged, cancelled</td><td>request, priority, when it happened, target</td></tr>
 * </table>
 *
 * <p>No event carries a
 * name, an address, a number of a phone or a plate but masked, see {@link org.leasekit.event.Masked}.
 */
@NullMarked
package org.leasekit.event;

import org.jspecify.annotations.NullMarked;
