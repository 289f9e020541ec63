package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A supervisor lets a flagged check-in count.
 *
 * @param requestId the request
 * @param supervisor who decides
 * @param reason why
 */
public record OverrideCheckIn(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String supervisor,
    @NotBlank(message = "{org.leasekit.servicedesk.reason}")
        @Size(max = 500, message = "{org.leasekit.tooLong}")
        String reason) {}
