package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody approves an offer that goes beyond the limits, or refuses it.
 *
 * @param caseId the renewal case
 * @param by member of staff, not the one who proposed the price; staff who ask themselves name themselves
 * @param approved false to refuse
 */
public record DecideOffer(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String by,
    boolean approved) {}
