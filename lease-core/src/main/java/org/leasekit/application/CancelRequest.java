package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.leasekit.servicedesk.Actor;

/**
 * Somebody gives a request up.
 *
 * @param requestId the request
 * @param reason why
 * @param by who says so
 */
public record CancelRequest(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.servicedesk.reason}")
        @Size(max = 500, message = "{org.leasekit.tooLong}")
        String reason,
    @NotNull(message = "{org.leasekit.required}") Actor by) {}
