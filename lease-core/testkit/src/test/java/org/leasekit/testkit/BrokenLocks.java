package org.leasekit.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AdjustmentCause;
import org.leasekit.billing.LockId;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Adjustments;
import org.leasekit.port.ReceivableLocks;
import org.leasekit.port.StaleVersionException;

/** Wrong stores of locks and adjustments. */
final class BrokenLocks {

  private BrokenLocks() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods(
            "tells everybody that the lock is new", ReceivableLocks.class, AlwaysNew::new, "ReceivableLocks rule 1"),
        Broken.blind(
            "adds locks without a constraint", ReceivableLocks.class, AddsBlindly::new, "ReceivableLocks rule 1"),
        Broken.methods(
            "keeps quiet about a stale release", ReceivableLocks.class, KeepsQuiet::new, "ReceivableLocks rule 2"),
        Broken.methods(
            "forgets that a release was taken back", ReceivableLocks.class, KeepsFirstRelease::new,
            "ReceivableLocks rule 2", "ReceivableLocks rule 3"),
        Broken.methods(
            "finds locks of another lessor", ReceivableLocks.class, FindsAny::new, "ReceivableLocks rule 4"),
        Broken.methods(
            "tells everybody that the adjustment is new", Adjustments.class, AnswersAll::new, "Adjustments rule 1"),
        Broken.blind(
            "adds adjustments without a constraint", Adjustments.class, AddsAdjustmentsBlindly::new,
            "Adjustments rule 1"),
        Broken.methods(
            "forgets what caused an adjustment", Adjustments.class, ForgetsCause::new,
            "Adjustments rule 1", "Adjustments rule 3", "Adjustments.of", "Records rule 1"),
        Broken.methods(
            "loses a revision that is far from the last", Adjustments.class, LosesRevisions::new,
            "Adjustments rule 2"),
        Broken.methods(
            "finds adjustments of another lessor", Adjustments.class, FindsAnyAdjustment::new, "Adjustments rule 3"));
  }

  private record AlwaysNew(ReceivableLocks right) {
    boolean add(ReceivableLock lock) {
      right.add(lock);
      return true;
    }
  }

  private record AddsBlindly(ReceivableLocks right, Snapshots snapshots) {
    boolean add(ReceivableLock lock) {
      return right.add(lock)
          || snapshots.seen().locks().stream().noneMatch(seen -> seen.id().equals(lock.id()));
    }
  }

  private record KeepsQuiet(ReceivableLocks right) {
    void release(ReceivableLock lock) {
      try {
        right.release(lock);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }
  }

  private record KeepsFirstRelease(ReceivableLocks right) {
    Optional<ReceivableLock> find(LessorId lessor, LockId id) {
      return right.find(lessor, id).map(KeepsFirstRelease::shortened);
    }

    private static ReceivableLock shortened(ReceivableLock of) {
      return new ReceivableLock(
          of.lessor(), of.id(), of.effect(), of.scope(), of.reason(), of.evidence(), of.askedBy(), of.approvedBy(),
          of.from(), of.until(), of.extendsTerm(), of.knownAt(),
          of.releases().subList(0, Math.min(1, of.releases().size())));
    }
  }

  private record FindsAny(ReceivableLocks right) {
    Optional<ReceivableLock> find(LessorId lessor, LockId id) {
      return right.find(lessor, id).or(() -> right.find(Samples.LESSOR, id));
    }
  }

  private record AnswersAll(Adjustments right) {
    List<Adjustment> addAll(List<Adjustment> adjustments) {
      right.addAll(adjustments);
      return adjustments;
    }
  }

  private record AddsAdjustmentsBlindly(Adjustments right, Snapshots snapshots) {
    List<Adjustment> addAll(List<Adjustment> adjustments) {
      List<Adjustment> added = new ArrayList<>(right.addAll(adjustments));
      for (Adjustment each : adjustments) {
        boolean answered = added.stream().anyMatch(other -> other.key().equals(each.key()));
        boolean known =
            snapshots.seen().adjustments().stream().anyMatch(other -> other.key().equals(each.key()));
        if (!answered && !known) {
          added.add(each);
        }
      }
      return added;
    }
  }

  private record ForgetsCause(Adjustments right) {
    List<Adjustment> addAll(List<Adjustment> adjustments) {
      return right.addAll(
          adjustments.stream()
              .map(
                  of ->
                      new Adjustment(
                          of.lessor(), of.key(), of.payer(), of.due(), of.side(), of.amount(), of.after(),
                          new AdjustmentCause(List.of(), List.of()), of.derivation(), of.at()))
              .toList());
    }
  }

  private record LosesRevisions(Adjustments right) {
    List<Adjustment> of(LessorId lessor, Collection<ContractNo> contracts) {
      return right.of(lessor, contracts).stream()
          .filter(each -> each.key().revision() != 7)
          .toList();
    }
  }

  private record FindsAnyAdjustment(Adjustments right) {
    List<Adjustment> of(LessorId lessor, Collection<ContractNo> contracts) {
      List<Adjustment> found = right.of(lessor, contracts);
      return found.isEmpty() ? right.of(Samples.LESSOR, contracts) : found;
    }
  }
}
