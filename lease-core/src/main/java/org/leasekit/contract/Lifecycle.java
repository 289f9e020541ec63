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
    return Outcome.accepted(step(contract, to, by, reason, evidence, now));
  }

  /**
   * Makes a contract active again of which it was learnt late that it goes on: its early end was withdrawn or its term
   * extended after it had ended. What a successor continues stays ended.
   *
   * @return the step, or {@link ContractRejection.NotActive}
   */
  public static Outcome<Step> revive(
      Contract contract, String by, String reason, String evidence, Instant now) {
    boolean mayGoOn =
        contract.status() == ContractStatus.TERMINATED || contract.status() == ContractStatus.EXPIRED;
    return mayGoOn
        ? Outcome.accepted(step(contract, ContractStatus.ACTIVE, by, reason, evidence, now))
        : Outcome.rejected(new ContractRejection.NotActive(contract.no(), contract.status()));
  }

  private static Step step(
      Contract contract, ContractStatus to, String by, String reason, String evidence, Instant now) {
    return new Step(
        contract.withStatus(to),
        new StatusChange(
            contract.lessor(), contract.no(), contract.status(), to, now, by, reason, evidence));
  }
}
