/**
 * Clocks of service levels: a fold over recorded events that says, for any instant, what of each target has elapsed,
 * what was paused, when it is due and whether it is met or breached. Working time is counted on an {@code
 * org.leasekit.calendar.WorkingCalendar}.
 *
 * <p>Pure: no clock of the machine, no input or output. {@link org.leasekit.sla.SlaPolicy} is what is promised, as
 * data; {@link org.leasekit.sla.SlaTerms} binds policies to calendars; {@link org.leasekit.sla.SlaClock} is one
 * subject's clock.
 */
@NullMarked
package org.leasekit.sla;

import org.jspecify.annotations.NullMarked;
