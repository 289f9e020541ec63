package org.leasekit.application;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.leasekit.billing.MeterReading;

/**
 * A meter was read, or what it shows was estimated.
 *
 * @param meter the meter
 * @param readingId unique for the meter; the same command again changes nothing
 * @param on the day at whose start the meter is read
 * @param kind whether it was read
 * @param value what it shows, with at most six decimals
 * @param by who read or estimated it
 */
public record RecordReading(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}") String meter,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String readingId,
    @NotNull(message = "{org.leasekit.required}") LocalDate on,
    @NotNull(message = "{org.leasekit.required}") MeterReading.Kind kind,
    @NotNull(message = "{org.leasekit.required}")
        @PositiveOrZero(message = "{org.leasekit.notNegative}")
        @Digits(integer = 12, fraction = 6, message = "{org.leasekit.tooPrecise}")
        BigDecimal value,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}") String by) {}
