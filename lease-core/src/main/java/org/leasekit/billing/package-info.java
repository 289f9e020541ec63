/**
 * What is owed, for which days and why. A schedule of rent is defined by {@link
 * org.leasekit.billing.ScheduleDefinition} and resolved against a calendar into {@link
 * org.leasekit.billing.BillingPeriod}s, each of which carries the derivation of its amount. {@link
 * org.leasekit.billing.ChargeSchedule} knows every other rule of a charge as well.
 *
 * <p>A {@link org.leasekit.billing.ReceivableLock} suspends days or freezes amounts. {@link
 * org.leasekit.billing.Reckoning} compares what should have been charged, by all that is known now, with what was raised,
 * and asks for new amounts and for {@link org.leasekit.billing.Adjustment}s: every day is owed exactly once. {@link
 * org.leasekit.billing.ContractCharges} makes a charge of a contract's terms and amendments, {@link
 * org.leasekit.billing.Metering} reckons what meters count, up to a {@link org.leasekit.billing.MeterEnd} or the end of the
 * contract, and {@link org.leasekit.billing.AmountExplanation} says where an
 * amount comes from.
 *
 * <p>Pure: no clock, no input or output. Amounts are {@code long} minor units; they are rounded only where a {@link
 * org.leasekit.billing.Proration} prices days that fill no month. Ranges are half-open, dates have no time zone.
 * Imports {@code money}, {@code calendar}, {@code amendment}, {@code contract}, {@code party} and {@code outcome} at most.
 */
@NullMarked
package org.leasekit.billing;

import org.jspecify.annotations.NullMarked;
