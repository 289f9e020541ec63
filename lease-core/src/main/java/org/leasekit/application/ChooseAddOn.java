package org.leasekit.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * The tenant takes an add-on, other many of it, or none any more.
 *
 * @param caseId the renewal case
 * @param addOn which
 * @param quantity how many the offer has from now on, zero for none, at most 1000
 */
public record ChooseAddOn(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 24, message = "{org.leasekit.tooLong}")
        String addOn,
    @PositiveOrZero(message = "{org.leasekit.notNegative}")
        @Max(value = 1000, message = "{org.leasekit.atMost}")
        int quantity) {}
