package org.leasekit.contract;

import java.time.Instant;
import org.leasekit.outcome.Outcome;

/** What may follow what in a contract's life. */
public final class Lifecycle {

  private Lifecycle() {}

  /**
   * A contract in its new state, with the record of the step.
   *
   * @param contract the contract after the step
   * @param change what to keep for ever
   */
  public record Step(Contract contract, StatusChange change) {}

  /**
   * Moves a contract to another state.
   *
   * @param by who causes it
   * @param reason why
   * @param evidence reference to the proof
   * @param now when
   * @return the step, or {@link ContractRejection.IllegalTransition}
   */
  public static Outcome<Step> move(
      Contract contract, ContractStatus to, String by, String reason, String evidence, Instant now) {
    ContractStatus from = contract.status();
    if (!from.successors().contains(to)) {
      return Outcome.rejected(new ContractRejection.IllegalTransition(contract.no(), from, to));
    }
    return Outcome.accepted(
        new Step(
            contract.withStatus(to),
            new StatusChange(
                contract.lessor(), contract.no(), from, to, now, by, reason, evidence)));
  }
}
