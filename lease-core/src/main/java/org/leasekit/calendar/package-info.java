/**
 * Days: half-open ranges of them, which of them are worked, and how a date moves when it falls on one that is not.
 * Working time: in which shifts of a day work is done, how much of it lies between two instants, and when some of it
 * will be over.
 *
 * <p>Ground floor: imports nothing else of this library. Pure: no clock, no input or output; tables and iCalendars are
 * parsed from text that the caller has read. Dates are calendar days without a time zone;
 * {@link org.leasekit.calendar.WorkingHours} bind them to one, and {@link org.leasekit.calendar.WorkingCalendar}
 * answers in instants. The resource {@code
 * china.csv} beside this package holds the public holidays of China; {@code
 * org.leasekit.application.ShippedCalendars} reads it.
 */
@NullMarked
package org.leasekit.calendar;

import org.jspecify.annotations.NullMarked;
