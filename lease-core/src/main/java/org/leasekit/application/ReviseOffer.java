package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import javax.money.MonetaryAmount;

/**
 * Somebody sets another rent in an offer; beyond the limits somebody else has to approve it.
 *
 * @param caseId the renewal case
 * @param by member of staff; staff who ask themselves name themselves
 * @param monthlyRent before discounts, in the contract's currency, at most as many decimals as that has
 */
public record ReviseOffer(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String by,
    @NotNull(message = "{org.leasekit.required}")
        @PositiveOrZero(message = "{org.leasekit.notNegative}")
        MonetaryAmount monthlyRent) {}
