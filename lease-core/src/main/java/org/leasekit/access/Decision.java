package org.leasekit.access;

import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Act;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;

/**
 * What the policy answered, with all that it was asked: to be kept.
 *
 * @param contract null when it is about the lessor's business as a whole
 * @param refusal why not; null when it is allowed
 */
public record Decision(
    Actor actor, Action action, @Nullable ContractNo contract, Act act, @Nullable Rejection refusal) {

  /** Whether the actor may. */
  public boolean isAllowed() {
    return refusal == null;
  }

  /** The decision as an outcome, to go on from. */
  public Outcome<Decision> toOutcome() {
    return refusal == null ? Outcome.accepted(this) : Outcome.rejected(refusal);
  }
}
