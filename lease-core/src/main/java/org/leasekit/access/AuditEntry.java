package org.leasekit.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Act;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.LessorId;

/**
 * A decision as it is kept for ever.
 *
 * @param at when it was asked
 * @param contract as it was asked for, whether there is one of that number or not; null when the decision was about the
 *     lessor's business as a whole
 * @param refusedBy the rule that refused; null when it was allowed
 */
public record AuditEntry(
    LessorId lessor,
    Instant at,
    Actor actor,
    Action action,
    @Nullable ContractNo contract,
    Act act,
    @Nullable String refusedBy) {

  /** The entry for a decision. */
  public static AuditEntry of(LessorId lessor, Instant at, Decision decision) {
    Rejection refusal = decision.refusal();
    return new AuditEntry(
        lessor, at, decision.actor(), decision.action(), decision.contract(), decision.act(),
        refusal == null ? null : refusal.rule());
  }

  /** Whether it was allowed. */
  public boolean isAllowed() {
    return refusedBy == null;
  }
}
