/**
 * Days: half-open ranges of them, which of them are worked, and how a date moves when it falls on one that is not.
 *
 * <p>Ground floor: imports nothing else of this library. Pure: no clock, no input or output; a holiday table is parsed
 * from lines that the caller has read. All dates are calendar days without a time zone. The resource {@code
 * china.csv} beside this package holds the public holidays of China; {@code
 * org.leasekit.application.ShippedCalendars} reads it.
 */
@NullMarked
package org.leasekit.calendar;

import org.jspecify.annotations.NullMarked;
