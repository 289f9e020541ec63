package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.payment.Payment;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/**
 * Puts money that is unapplied to what its payer owes by now: of who paid ahead, of whose debt was frozen, and what a credit
 * gave back. What came for a renewal and was more than the successor's first bill serves the successor; while a steward looks
 * into it, it is left alone. Whatever is put to use for a contract is so under the lock of that contract.
 */
final class WaitingMoney {
  private static final int BATCH = 200;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Cashier cashier;

  WaitingMoney(Stores stores, LessorProfile profile, InstantSource clock, Cashier cashier) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.cashier = cashier;
  }

  /**
   * Puts all that waits to use, for each contract in a unit of work of its own; who owes nothing is passed over without being
   * locked. Doing it again does nothing more.
   *
   * @return contracts for which it failed, with the fault's message; the next time will try again
   */
  Map<ContractNo, String> putToUse() {
    Map<ContractNo, String> failed = new TreeMap<>();
    Set<ContractNo> debtors = new TreeSet<>();
    Consumer<Payment> take =
        payment -> {
          if (!payment.id().isOfDeposit()) {
            debtorOf(payment).ifPresent(debtors::add);
          }
          if (debtors.size() >= BATCH) {
            putToUse(debtors, failed);
            debtors.clear();
          }
        };
    stores.payments().waiting(profile.lessor(), take);
    putToUse(debtors, failed);
    return failed;
  }

  private void putToUse(Set<ContractNo> debtors, Map<ContractNo, String> failed) {
    if (debtors.isEmpty()) {
      return;
    }
    Set<ContractNo> owing = stores.receivables().owing(profile.lessor(), debtors);
    for (ContractNo debtor : debtors) {
      if (owing.contains(debtor)) {
        try {
          stores.unitOfWork().run(() -> putToUse(debtor, clock.instant()));
        } catch (RuntimeException fault) {
          failed.put(debtor, String.valueOf(fault.getMessage()));
        }
      }
    }
  }

  /** Who owes what a payment may be put to: the contract it was for, or the one that continues it. */
  private Optional<ContractNo> debtorOf(Payment payment) {
    return isForContract(payment)
        ? Optional.of(payment.contract())
        : stores
            .contracts()
            .find(profile.lessor(), payment.contract())
            .flatMap(Contract::successor);
  }

  /** Locks a contract and puts to use what waits for it; joins the caller's unit of work. */
  void putToUse(ContractNo debtor, Instant now) {
    stores
        .contracts()
        .lock(profile.lessor(), debtor)
        .ifPresent(contract -> cashier.allocate(received(contract), debtor, now));
  }

  /** What a credit gives back to a deposit is not put to just any debt: the next statement sees to it. */
  private List<Payment> received(Contract contract) {
    return waitingFor(contract).stream().filter(payment -> !payment.id().isOfDeposit()).toList();
  }

  /** What waits for a contract, oldest first, then by id. */
  List<Payment> waitingFor(Contract contract) {
    List<Payment> waiting = new ArrayList<>();
    for (Payment payment : stores.payments().unapplied(profile.lessor(), contract.no())) {
      if (isForContract(payment)) {
        waiting.add(payment);
      }
    }
    ContractNo predecessor = contract.links().predecessor();
    if (predecessor != null) {
      for (Payment payment : stores.payments().unapplied(profile.lessor(), predecessor)) {
        if (!isForContract(payment) && isLeftOver(payment)) {
          waiting.add(payment);
        }
      }
    }
    waiting.sort(Comparator.comparing(Payment::receivedAt).thenComparing(Payment::id));
    return waiting;
  }

  private static boolean isForContract(Payment payment) {
    return payment.reference().equals(payment.contract().value());
  }

  private boolean isLeftOver(Payment payment) {
    CaseId id = new CaseId(payment.reference());
    return stores
            .cases()
            .find(profile.lessor(), id)
            .map(RenewalCase::state)
            .filter(state -> state == CaseState.RENEWED)
            .isPresent()
        && stores.tasks().openOfCase(profile.lessor(), id).stream()
            .noneMatch(task -> task.kind() == StewardTask.Kind.DISPUTED_PAYMENT);
  }
}
