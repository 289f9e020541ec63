package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.leasekit.renewal.Touch;

/**
 * The steward reports a call or a visit that a task asked for.
 *
 * @param taskId the task
 * @param result what became of it
 */
public record RecordCall(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 200, message = "{org.leasekit.tooLong}")
        String taskId,
    @NotNull(message = "{org.leasekit.required}") Touch.Result result) {}
