package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The tenant uses a personal discount code.
 *
 * @param caseId the renewal case
 * @param code in any case, with or without blanks around it
 */
public record RedeemCode(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 32, message = "{org.leasekit.tooLong}")
        String code) {}
