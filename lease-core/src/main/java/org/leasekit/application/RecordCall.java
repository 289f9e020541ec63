package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.leasekit.party.PartyRole;
import org.leasekit.renewal.Touch;

/**
 * The steward reports a call or a visit that a task asked for.
 *
 * @param taskId the task
 * @param result what became of it: somebody answered, or nobody, it failed, or the number is dead
 * @param whom who was called or visited
 */
public record RecordCall(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 200, message = "{org.leasekit.tooLong}")
        String taskId,
    @NotNull(message = "{org.leasekit.required}") Touch.Result result,
    @NotNull(message = "{org.leasekit.required}") PartyRole whom) {

  /** The registered tenant was called or visited. */
  public RecordCall(String taskId, Touch.Result result) {
    this(taskId, result, PartyRole.TENANT);
  }
}
