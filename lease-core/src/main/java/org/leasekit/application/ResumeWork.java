package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.servicedesk.Actor;

/**
 * Work on a request goes on.
 *
 * @param requestId the request
 * @param reason what it waited for; null when it waits for nothing any more
 * @param from since when, if that is only now made known; null for now
 * @param by who says so
 */
public record ResumeWork(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @Size(max = 64, message = "{org.leasekit.tooLong}") @Nullable String reason,
    @Nullable Instant from,
    @NotNull(message = "{org.leasekit.required}") Actor by) {}
