package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Somebody wants a unit for some days, in a gap between leases or while one rests (弹性泊位包).
 *
 * @param bookingId given by whoever sells it; booking the same twice is booking it once
 * @param project where the unit lies
 * @param unit its name
 * @param guest registered tenant
 * @param start first day
 * @param endExclusive first day after the last, later than the first
 */
public record BookPackage(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 96, message = "{org.leasekit.tooLong}")
        String bookingId,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String project,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String unit,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String guest,
    @NotNull(message = "{org.leasekit.required}") LocalDate start,
    @NotNull(message = "{org.leasekit.required}") LocalDate endExclusive) {}
