package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A technician takes a request that was offered, or refuses it.
 *
 * @param requestId the request
 * @param technician who answers
 * @param taken true when they take it
 * @param reason why not; empty when they take it
 */
public record AnswerOffer(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String technician,
    boolean taken,
    @NotNull(message = "{org.leasekit.required}")
        @Size(max = 500, message = "{org.leasekit.tooLong}")
        String reason) {}
