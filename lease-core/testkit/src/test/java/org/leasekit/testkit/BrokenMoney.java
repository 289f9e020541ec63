package org.leasekit.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Journal;
import org.leasekit.port.Payments;
import org.leasekit.port.Receivables;

/** Wrong stores of receivables, journal entries and payments. */
final class BrokenMoney {

  private BrokenMoney() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods(
            "tells everybody that it added", Receivables.class, AnswersAll::new, "Receivables rule 1"),
        Broken.methods(
            "forgets the revision in the key", Receivables.class, IgnoresRevision::new,
            "Receivables rule 1", "Receivables.of", "Records rule 1"),
        Broken.blind(
            "adds receivables without a constraint", Receivables.class, AddsBlindly::new,
            "Receivables rule 1"),
        Broken.methods(
            "updates receivables of any version", Receivables.class, UpdatesAny::new,
            "Receivables rule 2"),
        Broken.methods(
            "updates receivables one by one", Receivables.class, UpdatesEach::new,
            "Receivables rule 2"),
        Broken.blind(
            "compares receivables' versions before it locks", Receivables.class, UpdatesBlindly::new,
            "Receivables rule 2"),
        Broken.methods(
            "never takes a contract off the agenda", Receivables.class, KeepsOnAgenda::new,
            "Receivables rule 3"),
        Broken.blind(
            "reads debts where it should lock them", Receivables.class, LocksNoDebt::new,
            "Receivables rule 4"),
        Broken.methods(
            "fails on a duplicate in one batch", Journal.class, FailsOnDuplicates::new,
            "Journal rule 1"),
        Broken.methods(
            "tells everybody that the payment is new", Payments.class, AlwaysNew::new,
            "Payments rule 1"),
        Broken.blind(
            "adds payments without a constraint", Payments.class, AddsPaymentsBlindly::new,
            "Payments rule 1"),
        Broken.blind(
            "compares payments' versions before it locks", Payments.class,
            UpdatesPaymentsBlindly::new, "Payments rule 2"),
        Broken.methods(
            "allocates a payment to one receivable only", Payments.class, AllocatesOnce::new,
            "Payments rule 3", "Payments.allocatedTo"),
        Broken.methods(
            "finds used up payments too", Payments.class, FindsUsedUp::new, "Payments.unapplied"));
  }

  private record AnswersAll(Receivables right) {
    List<Receivable> addAll(List<Receivable> receivables) {
      right.addAll(receivables);
      return receivables.stream().map(receivable -> withVersion(receivable, 1)).toList();
    }
  }

  private record IgnoresRevision(Receivables right) {
    List<Receivable> addAll(List<Receivable> receivables) {
      Set<List<Object>> keys = new HashSet<>();
      List<Receivable> distinct = new ArrayList<>();
      for (Receivable receivable : receivables) {
        ReceivableKey key = receivable.key();
        if (keys.add(List.of(receivable.lessor(), key.contract(), key.charge(), key.period()))) {
          distinct.add(receivable);
        }
      }
      return right.addAll(distinct);
    }
  }

  private record AddsBlindly(Receivables right, Snapshots snapshots) {
    List<Receivable> addAll(List<Receivable> receivables) {
      List<Receivable> added = new ArrayList<>(right.addAll(receivables));
      for (Receivable receivable : receivables) {
        boolean answered = added.stream().anyMatch(each -> each.key().equals(receivable.key()));
        boolean known =
            snapshots.seen().receivables().stream()
                .anyMatch(each -> each.key().equals(receivable.key()));
        if (!answered && !known) {
          added.add(withVersion(receivable, 1));
        }
      }
      return added;
    }
  }

  private record UpdatesAny(Receivables right) {
    void updateAll(List<Receivable> receivables) {
      right.updateAll(
          receivables.stream().map(receivable -> withVersion(receivable, stored(receivable))).toList());
    }

    private long stored(Receivable receivable) {
      return right.open(receivable.lessor(), receivable.payer()).stream()
          .filter(open -> open.key().equals(receivable.key()))
          .mapToLong(Receivable::version)
          .findAny()
          .orElse(receivable.version());
    }
  }

  private record UpdatesEach(Receivables right) {
    void updateAll(List<Receivable> receivables) {
      receivables.forEach(each -> right.updateAll(List.of(each)));
    }
  }

  private record UpdatesBlindly(Receivables right, Snapshots snapshots) {
    void updateAll(List<Receivable> receivables) {
      List<Receivable> seen = snapshots.seen().receivables();
      boolean fit =
          receivables.stream()
              .allMatch(
                  each ->
                      seen.stream()
                          .anyMatch(s -> s.key().equals(each.key()) && s.version() == each.version()));
      if (fit) {
        new UpdatesAny(right).updateAll(receivables);
      } else {
        right.updateAll(receivables);
      }
    }
  }

  private record LocksNoDebt(Receivables right, Snapshots snapshots) {
    List<Receivable> lockOpen(LessorId lessor, ContractNo no) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().receivables().stream()
              .filter(each -> each.key().contract().equals(no) || each.payer().equals(no))
              .filter(each -> each.outstanding().isPositive())
              .toList()
          : right.lockOpen(lessor, no);
    }
  }

  private record KeepsOnAgenda(Receivables right) {
    void schedule(LessorId lessor, ContractNo contract, LocalDate next) {
      if (next != null) {
        right.schedule(lessor, contract, next);
      }
    }
  }

  private record FailsOnDuplicates(Journal right) {
    void post(List<JournalEntry> entries) {
      Set<Map.Entry<LessorId, EntryId>> ids = new HashSet<>();
      for (JournalEntry entry : entries) {
        if (!ids.add(Map.entry(entry.lessor(), entry.id()))) {
          throw new IllegalStateException("unique constraint violated");
        }
      }
      right.post(entries);
    }
  }

  private record AlwaysNew(Payments right) {
    boolean add(Payment payment) {
      right.add(payment);
      return true;
    }
  }

  private record AddsPaymentsBlindly(Payments right, Snapshots snapshots) {
    boolean add(Payment payment) {
      return right.add(payment)
          || snapshots.seen().payments().stream().noneMatch(seen -> seen.id().equals(payment.id()));
    }
  }

  private record UpdatesPaymentsBlindly(Payments right, Snapshots snapshots) {
    void update(Payment payment) {
      boolean fits =
          snapshots.seen().payments().stream()
              .anyMatch(seen -> seen.id().equals(payment.id()) && seen.version() == payment.version());
      long version =
          right.byReference(payment.lessor(), payment.reference()).stream()
              .filter(stored -> stored.id().equals(payment.id()))
              .mapToLong(Payment::version)
              .findAny()
              .orElseThrow();
      right.update(
          new Payment(
              payment.lessor(), payment.id(), payment.contract(), payment.reference(),
              payment.amount(), payment.unapplied(), payment.receivedAt(),
              fits ? version : payment.version()));
    }
  }

  private static final class AllocatesOnce {
    private final Payments right;
    private final Map<PaymentId, ReceivableKey> known = new HashMap<>();

    AllocatesOnce(Payments right) {
      this.right = right;
    }

    void addAllocations(List<Allocation> allocations) {
      for (Allocation allocation : allocations) {
        ReceivableKey before = known.put(allocation.payment(), allocation.receivable());
        if (before != null && !before.equals(allocation.receivable())) {
          throw new IllegalStateException("unique constraint violated");
        }
      }
      right.addAllocations(allocations);
    }
  }

  private record FindsUsedUp(Payments right) {
    List<Payment> unapplied(LessorId lessor, ContractNo contract) {
      List<Payment> found = new ArrayList<>(right.unapplied(lessor, contract));
      right.byReference(lessor, contract.value()).stream()
          .filter(payment -> payment.unapplied().isZero())
          .forEach(found::add);
      return found;
    }
  }

  private static Receivable withVersion(Receivable of, long version) {
    return of.withVersion(version);
  }
}
