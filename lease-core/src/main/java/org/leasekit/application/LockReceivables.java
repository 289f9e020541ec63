package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;

/**
 * Holds receivables back: by {@link LockService#suspend} the days of the lock are not owed, by {@link LockService#freeze}
 * what is raised is left alone.
 *
 * @param lockId names the lock, unique for the lessor; the same command again changes nothing
 * @param scope what is held
 * @param reason the kind of grounds
 * @param evidence where the grounds are kept, may be empty
 * @param askedBy who asks for it
 * @param approvedBy who approves it
 * @param from the first instant it holds, before or after now
 * @param until when it expires by itself, after {@code from}; null for never
 * @param extendsTerm whether the term is to be extended by the days it suspends; not for a freeze
 */
public record LockReceivables(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String lockId,
    @NotNull(message = "{org.leasekit.required}") LockScope scope,
    @NotNull(message = "{org.leasekit.required}") LockReason reason,
    @NotNull(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String evidence,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String askedBy,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String approvedBy,
    @NotNull(message = "{org.leasekit.required}") Instant from,
    @Nullable Instant until,
    boolean extendsTerm) {

  /** The same, as precise as every store keeps it, so that it is known again when it is asked for once more. */
  LockReceivables inMicroseconds() {
    return new LockReceivables(
        lockId, scope, reason, evidence, askedBy, approvedBy, from.truncatedTo(ChronoUnit.MICROS),
        until == null ? null : until.truncatedTo(ChronoUnit.MICROS), extendsTerm);
  }
}
