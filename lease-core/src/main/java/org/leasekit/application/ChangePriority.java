package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.leasekit.servicedesk.Priority;

/**
 * A supervisor overrides the priority of a request.
 *
 * @param requestId the request
 * @param priority the priority that holds from now on
 * @param reason why
 * @param supervisor who decides
 */
public record ChangePriority(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotNull(message = "{org.leasekit.required}") Priority priority,
    @NotBlank(message = "{org.leasekit.servicedesk.reason}")
        @Size(max = 500, message = "{org.leasekit.tooLong}")
        String reason,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String supervisor) {}
