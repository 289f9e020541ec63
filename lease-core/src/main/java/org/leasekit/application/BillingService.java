package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.billing.Billing;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Offers;

/**
 * Raises receivables. A run that is repeated, killed half-way or done by two nodes at once gives what
 * one whole run gives: the key of each receivable is unique in storage, and only who adds it posts it.
 */
public final class BillingService {
  private static final int BATCH = 200;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Gate gate;

  BillingService(Stores stores, LessorProfile profile, InstantSource clock, Gate gate) {
    this.gate = gate;
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
  }

  /**
   * What a run did.
   *
   * @param raised receivables that were new
   * @param setAside contracts that failed, with the fault's message; they stay on the agenda
   */
  public record BillingReport(int raised, Map<ContractNo, String> setAside) {
    public BillingReport {
      setAside = Map.copyOf(setAside);
    }
  }

  /**
   * Raises every period that has begun by now, in the lessor's zone, for every contract; each batch is
   * a unit of work of its own. A contract that fails is set aside and the run goes on. Whether the actor may is
   * asked, and recorded, once for the run.
   *
   * @throws org.leasekit.outcome.RejectedException when the actor may not
   */
  public BillingReport raiseDue() {
    gate.ask(Action.BILL).orElseThrow();
    int raised = 0;
    Map<ContractNo, String> setAside = new LinkedHashMap<>();
    while (true) {
      Instant now = clock.instant();
      LocalDate through = profile.day(now);
      List<ContractNo> batch =
          stores.receivables().billable(profile.lessor(), through, BATCH + setAside.size()).stream()
              .filter(no -> !setAside.containsKey(no))
              .toList();
      if (batch.isEmpty()) {
        return new BillingReport(raised, setAside);
      }
      raised += raiseBatch(batch, through, now, setAside);
    }
  }

  private int raiseBatch(
      List<ContractNo> batch, LocalDate through, Instant now, Map<ContractNo, String> setAside) {
    try {
      return stores.unitOfWork().required(() -> raiseAll(batch, through, now).size());
    } catch (RuntimeException wholeBatch) {
      int raised = 0;
      for (ContractNo no : batch) {
        try {
          raised +=
              stores.unitOfWork().required(() -> raiseAll(List.of(no), through, now).size());
        } catch (RuntimeException fault) {
          setAside.put(no, String.valueOf(fault.getMessage()));
        }
      }
      return raised;
    }
  }

  /**
   * Raises what has begun through a day for some contracts, joining the current unit of work.
   *
   * @return those that were new
   */
  List<Receivable> raiseAll(List<ContractNo> numbers, LocalDate through, Instant now) {
    Hierarchy hierarchy = new Hierarchy(stores.contracts(), profile.lessor());
    List<Receivable> wanted = new ArrayList<>();
    Map<ContractNo, Billing.Run> runs = new LinkedHashMap<>();
    List<Contract> contracts = stores.contracts().findAll(profile.lessor(), numbers);
    if (contracts.size() != numbers.size()) {
      throw new IllegalStateException("on the agenda without a contract: one of " + numbers);
    }
    for (Contract contract : contracts) {
      if (!isBillable(contract)) {
        schedule(contract.no(), null);
        continue;
      }
      Billing.Run run =
          Billing.raise(
              contract,
              depositToRaise(contract, hierarchy),
              // periods before the watermark are raised already; the key makes raising them again harmless
              contract.term().start(),
              through,
              hierarchy.payerOf(contract),
              profile.calendar(),
              profile.dueRoll(),
              now);
      wanted.addAll(run.receivables());
      runs.put(contract.no(), run);
    }
    List<Receivable> added = stores.receivables().addAll(wanted);
    List<JournalEntry> entries =
        added.stream().map(receivable -> Bookkeeping.raised(receivable, now)).toList();
    stores.journal().post(entries);
    runs.forEach((no, run) -> schedule(no, run.next()));
    return added;
  }

  /** A term that was cut short or never began is settled, not billed, however late the agenda says so. */
  private static boolean isBillable(Contract contract) {
    return contract.status() != ContractStatus.DRAFT
        && contract.status() != ContractStatus.TERMINATED;
  }

  private void schedule(ContractNo no, @Nullable LocalDate next) {
    stores.receivables().schedule(profile.lessor(), no, next);
  }

  private static MonetaryAmount depositToRaise(Contract contract, Hierarchy hierarchy) {
    ContractNo predecessor = contract.links().predecessor();
    MonetaryAmount wanted = contract.terms().deposit();
    if (predecessor == null) {
      return wanted;
    }
    return hierarchy
        .find(predecessor)
        .map(before -> Offers.topUp(before.terms().deposit(), wanted))
        .orElse(wanted);
  }
}
