package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.leasekit.access.Action;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Standing;
import org.leasekit.amendment.Version;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * Amends contracts, and answers what held on a day as far as it was known at an instant. What is recorded is never
 * changed: a correction is another amendment, or a withdrawal.
 *
 * <p>Each amendment is one unit of work: the contract, those that it concerns and their units are locked, everything that
 * could speak against it is asked, and only then is anything stored. A rejection changes nothing.
 *
 * <p>Corrections are learnt late as well: when a contract has ended already and its early end is withdrawn, or its term is
 * extended, it goes on, if its unit is free for it still and its master runs. That it had ended, and who said when and why
 * that it goes on, stays in the record of its life; what it owes for the days between comes with the next billing run; a
 * package that was sold for its unit keeps the days that are used up. Contracts that ended along with it, and those that
 * left it, are corrected one by one. A settlement that was opened stays open until the contract ends again. What a successor
 * continues, and what a statement has settled, stays ended.
 *
 * <p>What is recorded becomes known at the instant of the recording, or a microsecond after what was recorded before. An
 * answer for an instant that is over therefore stays the answer for ever.
 */
public final class AmendmentService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final AmendmentDesk desk;

  AmendmentService(
      Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate, AmendmentDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.desk = desk;
  }

  /**
   * Amends a contract.
   *
   * @return its longer history, with the amendment as the last one recorded; or {@code AmendmentRejection}, {@code
   *     ContractRejection} (among them a unit that is taken, with its days) or {@code HierarchyRejection}
   */
  public Outcome<ContractHistory> amend(AmendContract command) {
    return door.check(command).then(
            valid ->
                inUnitOfWork(
                    now ->
                        request(valid)
                            .then(
                                asked ->
                                    gate.ask(action(valid), asked.contract())
                                        .then(allowed -> desk.correct(asked, now)))));
  }

  /**
   * Takes an amendment back.
   *
   * @return the longer history, with the withdrawal as the last one recorded; or why not, as for {@link #amend}
   */
  public Outcome<ContractHistory> withdraw(WithdrawAmendment command) {
    return door.check(command)
        .then(
            valid ->
                inUnitOfWork(
                    now ->
                        number(valid.contractNo())
                            .then(
                                no ->
                                    gate.ask(Action.WITHDRAW_AMENDMENT, no).map(allowed -> no))
                            .then(
                                no ->
                                    desk.correct(
                                        new AmendmentDesk.Request(
                                            no, profile.day(now),
                                            new Proof(valid.by(), valid.reason(), valid.evidence()),
                                            List.of(new Change.Withdrawal(valid.number())), SubsAtEnd.REFUSE,
                                            Optional.empty(), AmendmentPolicy.LENIENT),
                                        now))));
  }

  /**
   * A contract as it stands on a day, as far as it is known at an instant.
   *
   * @param effective in the lessor's zone
   * @param known an instant that is over; an answer for the present or the future may change with what becomes known
   * @return the answer, or {@link ContractRejection.NoSuchContract}, also when the contract was not known yet
   */
  public Outcome<Standing> asOf(ContractNo contract, LocalDate effective, Instant known) {
    return history(contract)
        .then(
            history ->
                history
                    .asOf(effective, known)
                    .map(Outcome::accepted)
                    .orElseGet(() -> noSuch(contract)));
  }

  /**
   * The life of a contract as a list of versions with what changed between them, as far as it is known at an instant.
   *
   * @return the versions in the order of time, or {@link ContractRejection.NoSuchContract}
   */
  public Outcome<List<Version>> timeline(ContractNo contract, Instant known) {
    return history(contract)
        .map(history -> history.timeline(known))
        .then(versions -> versions.isEmpty() ? noSuch(contract) : Outcome.accepted(versions));
  }

  /**
   * A contract with everything that was recorded about it, or {@link ContractRejection.NoSuchContract}. A contract with which
   * it was split is called *** for whoever may not see that one, here and in what a day and the versions show.
   */
  public Outcome<ContractHistory> history(ContractNo contract) {
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(Action.VIEW, contract)
                    .then(
                        allowed ->
                            stores
                                .contracts()
                                .find(profile.lessor(), contract)
                                .map(found -> new Histories(stores, profile.lessor()).of(found))
                                .map(history -> Outcome.accepted(new Sight(gate).of(history)))
                                .orElseGet(() -> noSuch(contract))));
  }

  private static <T> Outcome<T> noSuch(ContractNo contract) {
    return Outcome.rejected(new ContractRejection.NoSuchContract(contract));
  }

  private <T> Outcome<T> inUnitOfWork(Function<Instant, Outcome<T>> work) {
    return stores.unitOfWork().required(() -> work.apply(clock.instant()));
  }

  private static Action action(AmendContract command) {
    boolean ofPeople =
        command instanceof AmendContract.ContactChange || command instanceof AmendContract.OccupantChange;
    return ofPeople ? Action.AMEND_CONTACT : Action.AMEND;
  }

  private static Outcome<ContractNo> number(String text) {
    return ContractNo.parse(text.strip())
        .map(Outcome::accepted)
        .orElseThrow(() -> new IllegalStateException("passed the door: " + text));
  }

  private Outcome<AmendmentDesk.Request> request(AmendContract command) {
    AmendContract.Basis basis = command.basis();
    SubsAtEnd subs =
        command instanceof AmendContract.EarlyTermination termination ? termination.subs() : SubsAtEnd.REFUSE;
    Optional<AmendContract.OtherHalf> other =
        command instanceof AmendContract.Split split ? Optional.of(split.other()) : Optional.empty();
    return number(basis.contractNo())
        .then(
            no ->
                Changes.of(no, command)
                    .map(
                        change ->
                            new AmendmentDesk.Request(
                                no, basis.effective(),
                                new Proof(basis.by(), basis.reason(), basis.evidence()), List.of(change), subs,
                                other, profile.amendmentPolicy())));
  }
}
