package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Ends a lock.
 *
 * @param lockId the lock
 * @param at the first instant at which it does not hold, before or after now; not after its beginning for one that should
 *     never have held
 * @param by who releases it
 * @param reason why
 */
public record ReleaseLock(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 160, message = "{org.leasekit.tooLong}")
        String lockId,
    @NotNull(message = "{org.leasekit.required}") Instant at,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}") String by,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String reason) {}
