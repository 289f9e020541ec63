package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leasekit.renewal.CaseId;

/**
 * Whoever acts for a master contract says yes, or signs, for it and for contracts below it, at any depth.
 *
 * @param caseId the master's renewal case
 * @param below renewal cases below it; empty for all that are open, but for those whose offer waits for approval: they can be
 *     renewed once that is given. One that is named and waits is refused, and so is the whole tree
 * @param signatureId the signature provider's number of the one signature under all of them; null to say yes alone
 * @param shown the first payment of each case as it was seen, by case; a case that is not in it was seen to cost nothing
 *     first. When one of them is another by now and does not stand yet, no case takes the step. Empty when nobody knows what
 *     was seen
 * @param offers the fingerprint of each offer as it was seen, by case, as for {@link SignRenewal} and {@link AcceptRenewal};
 *     a case that is not in it is one of which nobody knows
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
        String signatureId,
    @NotNull(message = "{org.leasekit.required}")
        @Size(max = 10_001, message = "{org.leasekit.tooMany}")
        Map<String, BigDecimal> shown,
    @NotNull(message = "{org.leasekit.required}")
        @Size(max = 10_001, message = "{org.leasekit.tooMany}")
        Map<String, String> offers) {
  public RenewTree {
    below = List.copyOf(below);
    shown = Map.copyOf(shown);
    offers = Map.copyOf(offers);
  }

  /** Renews at first payments that are known. */
  public RenewTree(
      String caseId, List<String> below, @Nullable String signatureId, Map<String, BigDecimal> shown) {
    this(caseId, below, signatureId, shown, Map.of());
  }

  /** Says yes to whatever the offers are; signs what has not changed since it was shown first. */
  public RenewTree(String caseId, List<String> below, @Nullable String signatureId) {
    this(caseId, below, signatureId, Map.of(), Map.of());
  }

  /** What was seen of a case; null when nobody knows. */
  @Nullable BigDecimal shownOf(CaseId id) {
    return shown.isEmpty() ? null : shown.getOrDefault(id.value(), BigDecimal.ZERO);
  }
}
