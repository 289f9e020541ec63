package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts for a master contract says yes, or signs, for it and for contracts below it, at any depth.
 *
 * @param caseId the master's renewal case
 * @param below renewal cases below it; empty for all that are open
 * @param signatureId the signature provider's number of the one signature under all of them; null to say yes alone
 */
public record RenewTree(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @NotNull(message = "{org.leasekit.required}")
        @Size(max = 10_000, message = "{org.leasekit.tooMany}")
        List<String> below,
    @Nullable
        @Size(min = 1, max = 128, message = "{org.leasekit.tooLong}")
        String signatureId) {
  public RenewTree {
    below = List.copyOf(below);
  }
}
