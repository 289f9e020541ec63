package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.servicedesk.Actor;

/**
 * Work on a request waits, or waited.
 *
 * @param requestId the request
 * @param reason why, by code, for example {@code WAITING_PARTS}
 * @param from since when, if that is only now made known; null for now
 * @param untilExclusive until when, if that is known; null when somebody will say
 * @param by who says so
 */
public record PauseWork(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.servicedesk.reason}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String reason,
    @Nullable Instant from,
    @Nullable Instant untilExclusive,
    @NotNull(message = "{org.leasekit.required}") Actor by) {}
