/**
 * Who takes part, and how each is reached. Besides the lessor, who operates, a contract knows three roles:
 *
 * <table>
 *   <caption>The roles of a contract</caption>
 *   <tr><th>role</th><th>type</th><th>what it means</th></tr>
 *   <tr><td>tenant (租户)</td><td>{@link Tenant}</td><td>has rented and owes; decides about renewals</td></tr>
 *   <tr><td>payer (付款人)</td><td>{@link Payer}</td><td>gets the bills, and is reminded of them; null where the tenant pays</td></tr>
 *   <tr><td>occupant (实际使用人)</td><td>{@link Occupant}</td><td>uses the unit; null where the tenant does</td></tr>
 * </table>
 *
 * <p>Each can change by an amendment, from a day on, without the others.
 */
@NullMarked
package org.leasekit.party;

import org.jspecify.annotations.NullMarked;
