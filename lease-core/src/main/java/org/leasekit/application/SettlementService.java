package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.settlement.ChecklistItem;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementRejection;
import org.leasekit.settlement.SettlementStatement;

/**
 * Settles leases that end (终止结算): a checklist of which every item is cleared or waived with a reason, and then one
 * statement that nets what is owed with the money that is here and the deposit, see {@link
 * org.leasekit.settlement.Netting}. What is left is paid back by a task of finance, see {@link TaskService#paidBack}; what is
 * still owed stays a receivable.
 *
 * <p>A freeze is honoured: what it holds is listed and left alone, and as much of the money and the deposit as could be
 * needed for it is held back. Once it is over, or when money comes or is given back later, the next statement settles that.
 * Money paid for a renewal that came to nothing is settled by the task that says so, not here.
 */
public final class SettlementService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final OneOffBiller biller;
  private final SettlementDesk desk;
  private final CaseDesk cases;

  SettlementService(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      Door door,
      Gate gate,
      SettlementDesk desk,
      CaseDesk cases) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.biller = new OneOffBiller(stores, profile);
    this.desk = desk;
    this.cases = cases;
  }

  /**
   * Opens the settlement of a lease that has ended, ends early, or is not renewed because the tenant declined, with the
   * lessor's checklist, and closes the task that the tenant moves out. Opening it again changes nothing.
   *
   * @return the settlement; rejected when nothing says that the lease ends, it goes on in another contract, the command is
   *     invalid or the actor may not
   */
  public Outcome<Settlement> open(OpenSettlement command) {
    return door.check(command)
        .then(valid -> withContract(valid.contractNo(), Action.SETTLE, (row, now) -> open(row, valid, now)));
  }

  private Outcome<Settlement> open(Contract contract, OpenSettlement command, Instant now) {
    Optional<Settlement> known = stores.settlements().find(profile.lessor(), contract.no());
    if (known.isPresent()) {
      return Outcome.accepted(known.get());
    }
    Optional<ContractNo> successor = contract.successor();
    if (successor.isPresent()) {
      return Outcome.rejected(new SettlementRejection.Continued(contract.no(), successor.get()));
    }
    if (!isEnding(contract)) {
      return Outcome.rejected(new SettlementRejection.NotEnding(contract.no()));
    }
    stores
        .settlements()
        .add(
            Settlement.open(
                profile.lessor(), contract.no(), profile.checklist(), command.openedBy().strip(), now));
    cases.endMoveOut(contract.no(), StewardTask.Outcome.DONE, now);
    return Outcome.accepted(stored(contract.no()));
  }

  private boolean isEnding(Contract contract) {
    return contract.status().isEnded()
        || contract.terminatesOn() != null
        // of this term: who said no to one renewal and was extended after that does not leave
        || new Tenancies(stores, profile.lessor())
            .current(contract)
            .map(RenewalCase::state)
            .filter(state -> state == CaseState.DECLINED || state == CaseState.LAPSED)
            .isPresent();
  }

  /**
   * Notes that somebody has seen to an item, and raises what it costs as a one-off charge of that day, of the item's kind; for
   * a charge the actor has to be one who may raise it. The same again changes nothing.
   *
   * @return the settlement; rejected when none is open, there is no such item or it was settled otherwise, the charge cannot
   *     be, the command is invalid or the actor may not
   */
  public Outcome<Settlement> clear(ClearItem command) {
    Action action = command.charge() == null ? Action.SETTLE : Action.ADJUST_MONEY;
    return door.check(command)
        .then(
            valid -> withContract(valid.contractNo(), action, (row, now) -> clear(row, valid, now)));
  }

  private Outcome<Settlement> clear(Contract contract, ClearItem command, Instant now) {
    String chargeId =
        command.charge() == null ? "" : "settlement:" + contract.no() + ":" + command.item();
    ChecklistItem.Settled how =
        new ChecklistItem.Settled(
            false, command.by().strip(), command.note().strip(), command.evidence().strip(), chargeId, now);
    return opened(contract)
        .then(settlement -> settlement.settle(command.item(), how))
        .then(
            after ->
                charge(contract, command, command.charge(), chargeId, now).map(done -> store(after)));
  }

  private Outcome<Boolean> charge(
      Contract contract, ClearItem command, @Nullable MonetaryAmount amount, String id, Instant now) {
    if (amount == null) {
      return Outcome.accepted(false);
    }
    LocalDate owedOn =
        stores
            .oneOffCharges()
            .find(profile.lessor(), id)
            .map(OneOffCharge::owedOn)
            .orElseGet(() -> profile.day(now));
    RaiseCharge charge =
        new RaiseCharge(
            id, contract.no().value(), command.item().value(), amount, owedOn, command.note(),
            command.evidence(), command.by());
    return door.check(charge).then(valid -> biller.raise(valid, contract, now)).map(raised -> true);
  }

  /**
   * Notes that nobody has to see to an item. The same again changes nothing.
   *
   * @return the settlement; rejected when none is open, there is no such item or it was settled otherwise, the command is
   *     invalid or the actor may not
   */
  public Outcome<Settlement> waive(WaiveItem command) {
    return door.check(command)
        .then(valid -> withContract(valid.contractNo(), Action.WAIVE_ITEM, (row, now) -> waive(row, valid, now)));
  }

  private Outcome<Settlement> waive(Contract contract, WaiveItem command, Instant now) {
    ChecklistItem.Settled how =
        new ChecklistItem.Settled(
            true, command.by().strip(), command.reason().strip(), command.evidence().strip(), "", now);
    return opened(contract).then(settlement -> settlement.settle(command.item(), how)).map(this::store);
  }

  /**
   * Makes a statement, once for each number: nets what is owed and what is here, posts it, and asks finance to pay back what
   * is left. The first one closes the settlement; from then on the contract is not charged by hand any more.
   *
   * @return the statement; the one that is there when its number is asked for again; rejected when the lease has not ended or
   *     goes on in another contract, an item is open, a meter was not read at the end or billing has something left to do, the
   *     number is not the next, since the last statement nothing has come up, the command is invalid or the actor may not
   */
  public Outcome<SettlementStatement> close(CloseSettlement command) {
    return door.check(command)
        .then(
            valid ->
                withContract(
                    valid.contractNo(),
                    Action.ADJUST_MONEY,
                    (row, now) -> opened(row).then(known -> desk.close(row, known, valid, now))));
  }

  /** The settlement of a contract, if one was opened; rejected when the actor may not see the contract. */
  public Outcome<Optional<Settlement>> find(ContractNo contract) {
    return gate.ask(Action.VIEW, contract)
        .map(allowed -> stores.settlements().find(profile.lessor(), contract));
  }

  /** The statements of a contract, by number; rejected when the actor may not see the contract. */
  public Outcome<List<SettlementStatement>> statements(ContractNo contract) {
    return gate.ask(Action.VIEW, contract)
        .map(allowed -> stores.settlements().statements(profile.lessor(), contract));
  }

  /** Passes every settlement once, by contract; none to who may not work on tasks. */
  public void settlements(Consumer<Settlement> each) {
    if (gate.ask(Action.DO_TASK).isAccepted()) {
      stores.settlements().forEach(profile.lessor(), each);
    }
  }

  private Outcome<Settlement> opened(Contract contract) {
    return stores
        .settlements()
        .find(profile.lessor(), contract.no())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.rejected(new SettlementRejection.NotOpened(contract.no())));
  }

  private Settlement store(Settlement after) {
    if (!after.equals(stored(after.contract()))) {
      stores.settlements().update(after);
    }
    return stored(after.contract());
  }

  private Settlement stored(ContractNo contract) {
    return stores.settlements().find(profile.lessor(), contract).orElseThrow();
  }

  /** Asks, locks the contract and what it continues, and does the work in one unit of work. */
  private <T> Outcome<T> withContract(
      String contractNo, Action action, BiFunction<Contract, Instant, Outcome<T>> work) {
    ContractNo no = new ContractNo(contractNo.strip());
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(action, no)
                    .then(
                        allowed ->
                            locked(no)
                                .map(contract -> work.apply(contract, clock.instant()))
                                .orElseGet(
                                    () -> Outcome.rejected(new ContractRejection.NoSuchContract(no)))));
  }

  private Optional<Contract> locked(ContractNo no) {
    ContractLocks locks = new ContractLocks(stores, profile.lessor());
    stores
        .contracts()
        .find(profile.lessor(), no)
        .ifPresent(contract -> locks.take(Lineage.of(stores, profile.lessor(), contract)));
    return locks.find(no);
  }
}
