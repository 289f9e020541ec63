package org.leasekit.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The tenant who reported a fault rates how it was mended.
 *
 * @param requestId the request
 * @param tenant who rates
 * @param stars 1 to 5
 * @param comment in the tenant's words; may be empty
 */
public record RateService(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String tenant,
    @Min(value = 1, message = "{org.leasekit.servicedesk.stars}")
        @Max(value = 5, message = "{org.leasekit.servicedesk.stars}")
        int stars,
    @NotNull(message = "{org.leasekit.required}")
        @Size(max = 1000, message = "{org.leasekit.tooLong}")
        String comment) {}
