package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.Above;
import org.leasekit.billing.BillingRejection;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockRejection;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Locks;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * Holds receivables back and lets go of them again (应收锁定). What a lock or a release changes in what is owed is billed or
 * credited in the same unit of work, for the contract and all below it; a contract that cannot be reckoned stays on the
 * agenda and is shown by the next run.
 */
public final class LockService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final WaitingMoney waiting;
  private final Histories histories;
  private final ExtendingLocks extending;
  private final CarriedLocks carried;

  LockService(
      Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate, WaitingMoney waiting) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.waiting = waiting;
    this.histories = new Histories(stores, profile.lessor());
    this.extending = new ExtendingLocks(stores, profile);
    this.carried = new CarriedLocks(stores, profile);
  }

  /**
   * Stops billing: the days of the lock, see {@link ReceivableLock}, are not owed and never will be. What was raised for
   * them is credited by the next billing run, which has the contracts on its agenda from now on.
   *
   * @return the lock; the one that is there when the same is asked for again; rejected when the command is invalid, the id
   *     is taken, the lock would end before it begins, it holds part of an amount or a charge that is neither the rent nor
   *     by meter, whoever asks approves, there is no such contract or amount, or the actor may not
   */
  public Outcome<ReceivableLock> suspend(LockReceivables command) {
    return lock(command, ReceivableLock.Effect.SUSPEND);
  }

  /**
   * Leaves what is raised alone: it takes up no money, is not dunned, bears no late fee and is in no total of what is to be
   * paid, until the lock ends.
   *
   * @return as for {@link #suspend}, but for any charge; rejected as well when the part to be held is in another currency than the amount or
   *     more than it, or the term is to be extended
   */
  public Outcome<ReceivableLock> freeze(LockReceivables command) {
    return lock(command, ReceivableLock.Effect.FREEZE);
  }

  private Outcome<ReceivableLock> lock(LockReceivables command, ReceivableLock.Effect effect) {
    return door.check(command)
        .then(
            valid ->
                stores
                    .unitOfWork()
                    .required(
                        () ->
                            gate.ask(Action.ADJUST_MONEY, valid.scope().contract())
                                .then(allowed -> add(valid.inMicroseconds(), effect, clock.instant()))));
  }

  private Outcome<ReceivableLock> add(LockReceivables command, ReceivableLock.Effect effect, Instant now) {
    String id = command.lockId().strip();
    Instant until = command.until();
    if (SuspensionLocks.isReserved(id) || CarriedLocks.isReserved(id)) {
      return Outcome.rejected(new LockRejection.LockIdTaken(id));
    }
    if (until != null && !until.isAfter(command.from())) {
      return Outcome.rejected(new LockRejection.LockEndsTooEarly(id, command.from(), until));
    }
    if (effect == ReceivableLock.Effect.FREEZE && command.extendsTerm()) {
      return Outcome.rejected(new LockRejection.FreezeExtendsNoTerm(id));
    }
    if (effect == ReceivableLock.Effect.SUSPEND && command.scope() instanceof LockScope.PartOfAmount) {
      return Outcome.rejected(new LockRejection.PartCannotBeSuspended(id));
    }
    String asker = command.askedBy().strip();
    if (asker.equals(command.approvedBy().strip())) {
      return Outcome.rejected(new LockRejection.ApprovedByAsker(id, asker));
    }
    ContractNo no = command.scope().contract();
    if (lock(command.scope()).isEmpty()) {
      return Outcome.rejected(new ContractRejection.NoSuchContract(no));
    }
    @Nullable ChargeCode charge = chargeOf(command.scope());
    if (effect == ReceivableLock.Effect.SUSPEND && charge != null && !isOwedByTheDay(no, charge)) {
      return Outcome.rejected(new LockRejection.ChargeCannotBeSuspended(id, charge));
    }
    return checkAmount(command, id).then(checked -> store(lock(command, id, effect, now), now));
  }

  private static @Nullable ChargeCode chargeOf(LockScope scope) {
    return scope instanceof LockScope.OneCharge one
        ? one.charge()
        : scope instanceof LockScope.OneAmount amount ? amount.key().charge() : null;
  }

  private boolean isOwedByTheDay(ContractNo no, ChargeCode charge) {
    return charge.equals(ChargeCode.RENT)
        || stores.meters().terms(profile.lessor(), List.of(no)).stream()
            .anyMatch(terms -> terms.charge().equals(charge));
  }

  private ReceivableLock lock(LockReceivables command, String id, ReceivableLock.Effect effect, Instant now) {
    return new ReceivableLock(
        profile.lessor(), new LockId(id), effect, command.scope(), command.reason(), command.evidence(),
        command.askedBy().strip(), command.approvedBy().strip(), command.from(), command.until(),
        command.extendsTerm(), now, List.of());
  }

  /** A scope that names an amount names one that was raised. */
  private Outcome<LockReceivables> checkAmount(LockReceivables command, String id) {
    LockScope scope = command.scope();
    @Nullable ReceivableKey key =
        scope instanceof LockScope.OneAmount one
            ? one.key()
            : scope instanceof LockScope.PartOfAmount part ? part.key() : null;
    if (key == null) {
      return Outcome.accepted(command);
    }
    Optional<Receivable> amount =
        stores.receivables().of(profile.lessor(), List.of(key.contract())).stream()
            .filter(each -> each.key().revision() == 0 && each.key().isOfSameAmount(key))
            .findAny();
    if (amount.isEmpty()) {
      return Outcome.rejected(new BillingRejection.NothingRaised(key));
    }
    return scope instanceof LockScope.PartOfAmount part && !isPart(part.held(), amount.get().amount())
        ? Outcome.rejected(
            new LockRejection.HeldIsNoPart(id, part.held().toString(), amount.get().amount().toString()))
        : Outcome.accepted(command);
  }

  private static boolean isPart(MonetaryAmount held, MonetaryAmount amount) {
    if (!held.getCurrency().equals(amount.getCurrency())) {
      return false;
    }
    try {
      return MinorUnits.of(held) <= MinorUnits.of(amount);
    } catch (ArithmeticException tooPrecise) {
      return false;
    }
  }

  private Outcome<ReceivableLock> store(ReceivableLock lock, Instant now) {
    if (stores.locks().add(lock)) {
      reckonAgain(lock, now);
      carried.carryOn(lock, now).forEach(each -> reckonAgain(each, now));
      return Outcome.accepted(lock);
    }
    ReceivableLock stored = stores.locks().find(profile.lessor(), lock.id()).orElseThrow();
    return asks(stored, lock)
        ? Outcome.accepted(stored)
        : Outcome.rejected(new LockRejection.LockIdTaken(lock.id().value()));
  }

  /** Whether a stored lock is what is asked for, whenever it was recorded and whatever has become of it. */
  private static boolean asks(ReceivableLock stored, ReceivableLock wanted) {
    return new ReceivableLock(
            wanted.lessor(), wanted.id(), wanted.effect(), wanted.scope(), wanted.reason(), wanted.evidence(),
            wanted.askedBy(), wanted.approvedBy(), wanted.from(), wanted.until(), wanted.extendsTerm(),
            stored.knownAt(), stored.releases())
        .equals(stored);
  }

  /**
   * Ends a lock. Days that were suspended and are owed again are billed by the next run; no day before the release is. What
   * was frozen takes up at once money that waits for the contract or its payer; in a tree the next run does the rest. Where
   * the lock extends the term, the next sweep of amendments does so once it is over; the release is accepted whether that
   * will be possible or not, see {@link #openExtensionDays}.
   *
   * @return the lock with its release; the one that is there when the same is asked for again; rejected when the command is
   *     invalid, there is no such lock, it is released otherwise, or it follows a suspension of the contract
   */
  public Outcome<ReceivableLock> release(ReleaseLock command) {
    return door.check(command)
        .then(valid -> stores.unitOfWork().required(() -> release(valid, clock.instant())));
  }

  private Outcome<ReceivableLock> release(ReleaseLock command, Instant now) {
    LockId id = new LockId(command.lockId().strip());
    Optional<ReceivableLock> found = stores.locks().find(profile.lessor(), id);
    LockRejection none = new LockRejection.NoSuchLock(id.value());
    if (found.isEmpty()) {
      return gate.refuse(Action.ADJUST_MONEY, null, none);
    }
    return gate.ask(Action.ADJUST_MONEY, found.get().scope().contract(), gate.today(), none)
        .then(
            allowed ->
                SuspensionLocks.isReserved(id.value())
                    ? Outcome.rejected(new LockRejection.FollowsAmendment(id))
                    : release(found.get(), command, now));
  }

  private Outcome<ReceivableLock> release(ReceivableLock found, ReleaseLock command, Instant now) {
    LockId id = found.id();
    // looked at again once the contract is locked: somebody else may have released it meanwhile
    lock(found.scope());
    ReceivableLock lock = stores.locks().find(profile.lessor(), id).orElseThrow();
    Instant at = command.at().truncatedTo(ChronoUnit.MICROS);
    ReceivableLock.Release before = lock.release();
    if (before != null) {
      boolean same =
          at.equals(before.at())
              && command.by().strip().equals(before.by())
              && command.reason().strip().equals(before.reason());
      return same
          ? Outcome.accepted(lock)
          : Outcome.rejected(new LockRejection.AlreadyReleased(id, before.by()));
    }
    ReceivableLock.Release release =
        new ReceivableLock.Release(at, command.by().strip(), command.reason().strip(), now);
    carried.open(lock).forEach(each -> release(each, release, now));
    return Outcome.accepted(release(lock, release, now));
  }

  private ReceivableLock release(ReceivableLock lock, ReceivableLock.Release release, Instant now) {
    ReceivableLock released = lock.released(release);
    stores.locks().release(released);
    reckonAgain(released, now);
    if (released.effect() == ReceivableLock.Effect.FREEZE) {
      pay(released.scope().contract(), now);
    }
    return released;
  }

  /** A freeze changes nothing in what is owed; a suspension does, for the contract and in a tree for all below it. */
  private void reckonAgain(ReceivableLock lock, Instant now) {
    if (lock.effect() == ReceivableLock.Effect.FREEZE) {
      return;
    }
    for (ContractNo no : concerned(lock.scope())) {
      stores.receivables().schedule(profile.lessor(), no, profile.day(now));
      if (lock.extendsTerm()) {
        extending.watch(no, now);
      }
    }
  }

  /** What is not frozen any more takes up money that waits, for the contract and for whoever pays for it. */
  private void pay(ContractNo no, Instant now) {
    waiting.putToUse(no, now);
    Hierarchy hierarchy = new Hierarchy(stores, profile.lessor());
    hierarchy
        .find(no)
        .map(hierarchy::payerOf)
        .filter(payer -> !payer.equals(no))
        .ifPresent(payer -> waiting.putToUse(payer, now));
  }

  /**
   * Locks the contract that a scope names, all that it reaches and those that continue it, and in a tree holds the hierarchy, so that nobody comes
   * into it unnoticed: whoever reckons one of them right now knows nothing of the lock, and is to be waited for, or its agenda
   * would win.
   *
   * @return the contract that is named; empty when there is none
   */
  private Optional<Contract> lock(LockScope scope) {
    if (scope instanceof LockScope.Subtree) {
      stores.moves().lock(profile.lessor());
    }
    ContractLocks locks = new ContractLocks(stores, profile.lessor());
    locks.take(
        () -> {
          Set<ContractNo> all = concerned(scope);
          carried.beyond(scope).forEach(beyond -> all.addAll(concerned(beyond)));
          return all;
        });
    return locks.find(scope.contract());
  }

  private Set<ContractNo> concerned(LockScope scope) {
    Set<ContractNo> concerned = new TreeSet<>(Set.of(scope.contract()));
    if (scope instanceof LockScope.Subtree tree) {
      concerned.addAll(new ContractLocks(stores, profile.lessor()).everBelow(tree.top()));
    }
    return concerned;
  }

  /**
   * The locks that reach a contract, its own and those of the trees it is or was in, as they were known at an instant.
   *
   * @return by the instant they were recorded, released or not; rejected when the actor may not see the contract or there is none
   */
  public Outcome<List<ReceivableLock>> list(ContractNo no, Instant known) {
    return view(no, contract -> reaching(contract, known));
  }

  /** Answers about a contract to an actor who may see it. */
  private <T> Outcome<T> view(ContractNo no, Function<Contract, T> answer) {
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(Action.VIEW, no)
                    .then(
                        allowed ->
                            stores
                                .contracts()
                                .find(profile.lessor(), no)
                                .map(contract -> Outcome.accepted(answer.apply(contract)))
                                .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(no)))));
  }

  private List<ReceivableLock> reaching(Contract contract, Instant known) {
    Ancestry ancestry = Ancestry.of(stores, profile.lessor(), List.of(contract), known);
    return Locks.asKnownAt(stores.locks().of(profile.lessor(), ancestry.all()), known).stream()
        .filter(
            lock ->
                lock.scope() instanceof LockScope.Subtree || lock.scope().contract().equals(contract.no()))
        .toList();
  }

  /**
   * By how many days the term of a contract is to be extended because suspensions that say so took them from it, each day
   * once, as known now: of the term with every extension of it, up to an early termination. Days that were given already are
   * counted as well; the extension itself is an amendment, see {@link #openExtensionDays}.
   *
   * @return rejected when there is no such contract
   */
  public Outcome<Long> extensionDays(ContractNo no) {
    return view(no, contract -> extensionDays(contract, clock.instant()));
  }

  /**
   * How many days of suspensions that are over, and say that they extend the term, it was not extended by yet. {@link
   * AmendmentSweep} records the extension, with the locks as evidence, and names those that were rejected: while days are
   * left after a sweep, its report says why. A contract that has ended is extended no more.
   *
   * @return rejected when the actor may not see the contract or there is none
   */
  public Outcome<Long> openExtensionDays(ContractNo no) {
    return view(no, contract -> extending.open(contract, histories.of(contract), clock.instant()).days());
  }

  private long extensionDays(Contract contract, Instant now) {
    ContractHistory history = histories.of(contract);
    Instant known = history.latest().isAfter(now) ? history.latest() : now;
    DateRange term = ContractCharges.owedTerm(history, known);
    Above above =
        Ancestry.of(stores, profile.lessor(), List.of(contract), known).above(contract.no());
    return term == null
        ? 0
        : Locks.extensionDays(
            reaching(contract, now), contract.no(), ChargeCode.RENT, above, term, profile.zone());
  }
}
