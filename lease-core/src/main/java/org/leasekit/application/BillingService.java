package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AmountExplanation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Tax;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.Postings;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * Raises receivables and corrects them. What a contract owes is reckoned from its terms, amendments and locks as known now,
 * and compared with what was raised; what is missing is raised, what is wrong is corrected by a debit or a credit, never
 * by editing. A run that is repeated, skipped for days, killed half-way or done by two nodes at once gives what one whole
 * run gives: a contract is locked while it is reckoned, each key is unique in storage, and only who adds it posts it. Late
 * fees that were charged for money that was not owed or was held, as is known now, are credited with it.
 */
public final class BillingService {
  private static final int BATCH = 200;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Gate gate;
  private final Cashier cashier;
  private final LateFeeCorrector lateFees;
  private final WaitingMoney waiting;
  private final Reckoner reckoner;
  private final Explainer explainer;

  BillingService(Stores stores, LessorProfile profile, InstantSource clock, Gate gate, Cashier cashier) {
    this.gate = gate;
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.cashier = cashier;
    this.lateFees = new LateFeeCorrector(stores, profile, cashier);
    this.waiting = new WaitingMoney(stores, profile, clock, cashier);
    this.reckoner = new Reckoner(stores, profile);
    this.explainer = new Explainer(stores, profile);
  }

  /**
   * What a run did.
   *
   * @param raised receivables that were new
   * @param corrected debits and credits that were new
   * @param setAside contracts that failed, with the fault's message; they stay on the agenda
   */
  public record BillingReport(int raised, int corrected, Map<ContractNo, String> setAside) {
    public BillingReport {
      setAside = Map.copyOf(setAside);
    }
  }

  /**
   * What a run would do for one contract.
   *
   * @param receivables that would be raised
   * @param adjustments that would be made
   * @param next the day its next period begins; null when there is none
   */
  public record Preview(
      ContractNo contract, List<Receivable> receivables, List<Adjustment> adjustments, @Nullable LocalDate next) {
    public Preview {
      receivables = List.copyOf(receivables);
      adjustments = List.copyOf(adjustments);
    }
  }

  /** What was new for some contracts. */
  private record Made(List<Receivable> raised, List<Adjustment> corrected) {}

  /**
   * Raises every period that has begun by now, in the lessor's zone, for every contract, and corrects what has become
   * wrong; each batch is a unit of work of its own. Then money that waits, because it came early, a debt was frozen or a credit
   * gave it back, is put to what is owed, and the late fees of days on which it was here are lowered. A contract that fails
   * is set aside and the run goes on. Whether the actor may is asked, and recorded, once for the run.
   *
   * @throws org.leasekit.outcome.RejectedException when the actor may not
   */
  public BillingReport raiseDue() {
    gate.ask(Action.BILL).orElseThrow();
    int raised = 0;
    int corrected = 0;
    Map<ContractNo, String> setAside = new LinkedHashMap<>();
    while (true) {
      Instant now = clock.instant();
      LocalDate through = profile.day(now);
      List<ContractNo> batch = next(through, setAside);
      if (batch.isEmpty()) {
        waiting.putToUse().forEach(setAside::putIfAbsent);
        // money that came earlier lowers late fees
        batch = next(through, setAside);
      }
      if (batch.isEmpty()) {
        return new BillingReport(raised, corrected, setAside);
      }
      for (Made made : makeBatch(batch, through, now, setAside)) {
        raised += made.raised().size();
        corrected += made.corrected().size();
      }
    }
  }

  private List<ContractNo> next(LocalDate through, Map<ContractNo, String> setAside) {
    return stores.receivables().billable(profile.lessor(), through, BATCH + setAside.size()).stream()
        .filter(no -> !setAside.containsKey(no))
        .toList();
  }

  private List<Made> makeBatch(
      List<ContractNo> batch, LocalDate through, Instant now, Map<ContractNo, String> setAside) {
    try {
      return List.of(stores.unitOfWork().required(() -> make(batch, through, now)));
    } catch (RuntimeException wholeBatch) {
      List<Made> each = new ArrayList<>();
      for (ContractNo no : batch) {
        try {
          each.add(stores.unitOfWork().required(() -> make(List.of(no), through, now)));
        } catch (RuntimeException fault) {
          setAside.put(no, String.valueOf(fault.getMessage()));
        }
      }
      return each;
    }
  }

  /**
   * What a run up to a day would do for a contract, as far as is known now; nothing is stored. What its corrections take off
   * late fees, and off what is charged by them, is not in it.
   *
   * @return rejected when the actor may not see the contract or there is none
   */
  public Outcome<Preview> preview(ContractNo no, LocalDate through) {
    return ask(Action.VIEW, no, contract -> Outcome.accepted(preview(List.of(contract), through).get(0)));
  }

  /** Answers about a contract to an actor who may ask that of it. */
  private <T> Outcome<T> ask(Action action, ContractNo no, Function<Contract, Outcome<T>> answer) {
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(action, no)
                    .then(
                        allowed ->
                            stores
                                .contracts()
                                .find(profile.lessor(), no)
                                .map(answer)
                                .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(no)))));
  }

  /**
   * What a run up to a day would do for every contract, as far as is known now; nothing is stored, and only a bounded part
   * is held in memory. Contracts for which it would do nothing are passed over.
   *
   * @throws org.leasekit.outcome.RejectedException when the actor may not bill
   */
  public void preview(LocalDate through, Consumer<Preview> each) {
    gate.ask(Action.BILL).orElseThrow();
    List<Contract> batch = new ArrayList<>();
    Runnable flush =
        () -> {
          preview(batch, through).stream()
              .filter(preview -> !preview.receivables().isEmpty() || !preview.adjustments().isEmpty())
              .forEach(each);
          batch.clear();
        };
    stores
        .records()
        .contracts(
            profile.lessor(),
            contract -> {
              batch.add(contract);
              if (batch.size() == BATCH) {
                flush.run();
              }
            });
    flush.run();
  }

  private List<Preview> preview(List<Contract> contracts, LocalDate through) {
    return reckoner.reckon(contracts, through, clock.instant()).stream()
        .map(each -> new Preview(each.contract().no(), each.receivables(), each.adjustments(), each.next()))
        .toList();
  }

  /**
   * Where an amount comes from, as it was known when it was raised or corrected: enough to compute it again by hand.
   *
   * @param key of a receivable or an adjustment
   * @return rejected when nothing was raised under that key, or the actor may not see the contract's bills
   */
  public Outcome<AmountExplanation> explain(ReceivableKey key) {
    return ask(Action.VIEW_BILLS, askedFor(key), named -> contractOf(key, named).then(of -> explainer.explain(of, key)));
  }

  /** Whoever is registered to pay a bill may ask about each amount in it, also where it is of a contract further down. */
  private ContractNo askedFor(ReceivableKey key) {
    return gate.sees(Action.VIEW_BILLS, key.contract())
        ? key.contract()
        : stores.receivables().of(profile.lessor(), List.of(key.contract())).stream()
            .filter(each -> each.key().isOfSameAmount(key))
            .map(Receivable::payer)
            .filter(payer -> gate.isRegisteredPayer() && gate.sees(Action.VIEW_BILLS, payer))
            .findFirst()
            .orElse(key.contract());
  }

  private Outcome<Contract> contractOf(ReceivableKey key, Contract asked) {
    return asked.no().equals(key.contract())
        ? Outcome.accepted(asked)
        : stores
            .contracts()
            .find(profile.lessor(), key.contract())
            .map(Outcome::accepted)
            .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(key.contract())));
  }

  /**
   * What is outstanding of a contract and of what it pays for others, how much of that is held by freezes now, and who is
   * registered to pay it; the user of a unit is not told who that is.
   *
   * @return rejected when the actor may not see the contract's bills or there is none
   */
  public Outcome<OpenItems> owed(ContractNo no) {
    return ask(
        Action.VIEW_BILLS,
        no,
        contract -> {
          OpenItems items = OpenItems.of(stores, profile, contract, clock.instant());
          return Outcome.accepted(gate.isUser() ? items.withoutPayer() : items);
        });
  }

  /**
   * Raises what has begun through a day for some contracts and corrects what has become wrong, joining the current unit of
   * work. Whoever changes what a contract owes calls this, or puts the contract on the agenda for today.
   *
   * @return receivables that were new
   */
  List<Receivable> raiseAll(List<ContractNo> numbers, LocalDate through, Instant now) {
    return make(numbers, through, now).raised();
  }

  /** Raises and corrects for one contract what is due by now, joining the current unit of work. */
  void reckon(ContractNo no, Instant now) {
    make(List.of(no), profile.day(now), now);
  }

  private Made make(List<ContractNo> numbers, LocalDate through, Instant now) {
    List<Contract> contracts = new ArrayList<>();
    // in one order, so that two nodes wait for each other in one direction only
    for (ContractNo no : new TreeSet<>(numbers)) {
      contracts.add(
          stores
              .contracts()
              .lock(profile.lessor(), no)
              .orElseThrow(() -> new IllegalStateException("on the agenda without a contract: " + no)));
    }
    List<Reckoned> reckoned = reckoner.reckon(contracts, through, now);
    List<Receivable> raised =
        stores.receivables().addAll(reckoned.stream().flatMap(each -> each.receivables().stream()).toList());
    stores.journal().post(raised.stream().map(each -> Bookkeeping.raised(each, now)).toList());
    List<Adjustment> corrected = new ArrayList<>(correct(reckoned, now));
    reckoned.forEach(
        each -> stores.receivables().schedule(profile.lessor(), each.contract().no(), each.next()));
    // after the agenda, which it may ask for again: what is taken back of one contract's fees may pay another's debt
    corrected.addAll(lateFees.correct(numbers, now));
    return new Made(raised, corrected);
  }

  private List<Adjustment> correct(List<Reckoned> reckoned, Instant now) {
    List<Adjustment> made =
        stores.adjustments().addAll(reckoned.stream().flatMap(each -> each.adjustments().stream()).toList());
    if (made.isEmpty()) {
      return made;
    }
    Map<ReceivableKey, Tax> taxBefore = new HashMap<>();
    reckoned.forEach(each -> taxBefore.putAll(each.taxBefore()));
    List<JournalEntry> entries = new ArrayList<>();
    List<Receivable> debits = new ArrayList<>();
    for (Adjustment each : made) {
      entries.add(Postings.adjusted(each, taxBefore.getOrDefault(each.key(), Tax.NONE)));
      if (each.side() == Adjustment.Side.DEBIT) {
        debits.add(debit(each));
      }
    }
    stores.receivables().addAll(debits);
    stores.journal().post(entries);
    cashier.credit(
        made.stream().filter(each -> each.side() == Adjustment.Side.CREDIT).toList(), now);
    return made;
  }

  /** What a debit adds to what is owed is payable by itself. */
  private static Receivable debit(Adjustment debit) {
    return Receivable.raised(
        debit.lessor(), debit.key(), debit.payer(), debit.due(), debit.due(), debit.amount(),
        debit.derivation(), debit.at());
  }
}
