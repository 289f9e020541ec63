package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The signature provider reports that the tenant signed.
 *
 * @param caseId the renewal case
 * @param signatureId the provider's own number of the signature, kept as evidence
 */
public record SignRenewal(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 128, message = "{org.leasekit.tooLong}")
        String signatureId) {}
