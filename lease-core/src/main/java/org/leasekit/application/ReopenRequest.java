package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.leasekit.servicedesk.Actor;

/**
 * Somebody says that it is not mended.
 *
 * @param requestId the request
 * @param reason what is still wrong
 * @param by who says so
 */
public record ReopenRequest(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.servicedesk.reason}")
        @Size(max = 500, message = "{org.leasekit.tooLong}")
        String reason,
    @NotNull(message = "{org.leasekit.required}") Actor by) {}
