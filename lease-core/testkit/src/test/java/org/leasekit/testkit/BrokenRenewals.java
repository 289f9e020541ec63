package org.leasekit.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.leasekit.escalation.Fired;
import org.leasekit.party.LessorId;
import org.leasekit.port.Outbox;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.Stores;
import org.leasekit.port.Tasks;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;

/** Wrong stores of cases, notices and tasks. */
final class BrokenRenewals {

  private BrokenRenewals() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods(
            "replaces a known case", RenewalCases.class, ReplacesCase::new, "RenewalCases rule 1"),
        Broken.blind(
            "adds cases without a constraint", RenewalCases.class, AddsBlindly::new,
            "RenewalCases rule 1"),
        Broken.methods(
            "updates cases of any version", RenewalCases.class, UpdatesAny::new,
            "RenewalCases rule 2"),
        Broken.methods(
            "forgets since when a case is under way", RenewalCases.class, ForgetsTheEntry::new,
            "RenewalCases rule 2"),
        Broken.blind(
            "compares cases' versions before it locks", RenewalCases.class, UpdatesBlindly::new,
            "RenewalCases rule 2"),
        Broken.blind(
            "reads a case where it should lock", RenewalCases.class, LocksNothing::new,
            "RenewalCases rule 3"),
        Broken.blind(
            "claims without a lock", RenewalCases.class, ClaimsBlindly::new, "RenewalCases rule 3"),
        new Broken(
            "waits for what is claimed", new Waits(),
            Set.of("RenewalCases rule 3", "ServiceRequests rule 3", "DunningLog rule 4", "EventLog rule 2")),
        Broken.methods(
            "says of every stage that it fired", RenewalCases.class, FiresAlways::new,
            "RenewalCases rule 4"),
        Broken.blind(
            "logs stages without a constraint", RenewalCases.class, FiresBlindly::new,
            "RenewalCases rule 4"),
        Broken.methods(
            "forgets what was known when a stage fired", RenewalCases.class, ForgetsFacts::new,
            "RenewalCases rule 4", "Records rule 1"),
        new Broken("records equal touches once", new Broken.Damaged(BrokenRenewals::touchesOnce),
            Set.of("RenewalCases rule 5")),
        Broken.methods(
            "claims by id alone", RenewalCases.class, ClaimsById::new, "RenewalCases.claimDue"),
        Broken.methods("replaces a known notice", Outbox.class, ReplacesNotice::new, "Outbox rule 1"),
        Broken.blind(
            "reads a notice where it should lock", Outbox.class, LocksNoNotice::new, "Outbox rule 2"),
        Broken.methods("replaces a known task", Tasks.class, ReplacesTask::new, "Tasks rule 1"),
        Broken.blind(
            "reads a task where it should lock", Tasks.class, LocksNoTask::new, "Tasks rule 2"),
        Broken.methods(
            "changes closed tasks", Tasks.class, right -> new ChangesClosed(right, new HashMap<>()),
            "Tasks rule 3"));
  }

  private record ReplacesCase(RenewalCases right) {
    boolean add(RenewalCase renewal) {
      boolean added = right.add(renewal);
      if (!added) {
        right.update(renewal.withVersion(right.find(renewal.lessor(), renewal.id()).orElseThrow().version()));
      }
      return added;
    }
  }

  private static boolean sees(Snapshots snapshots, RenewalCase renewal) {
    return snapshots.seen().cases().stream().anyMatch(seen -> seen.id().equals(renewal.id()));
  }

  private record AddsBlindly(RenewalCases right, Snapshots snapshots) {
    boolean add(RenewalCase renewal) {
      return right.add(renewal) || !sees(snapshots, renewal);
    }
  }

  private record UpdatesAny(RenewalCases right) {
    void update(RenewalCase renewal) {
      right.update(
          renewal.withVersion(right.find(renewal.lessor(), renewal.id()).orElseThrow().version()));
    }
  }

  private record UpdatesBlindly(RenewalCases right, Snapshots snapshots) {
    void update(RenewalCase renewal) {
      boolean fits =
          snapshots.seen().cases().stream()
              .anyMatch(seen -> seen.id().equals(renewal.id()) && seen.version() == renewal.version());
      if (fits) {
        new UpdatesAny(right).update(renewal);
      } else {
        right.update(renewal);
      }
    }
  }

  private record LocksNothing(RenewalCases right, Snapshots snapshots) {
    Optional<RenewalCase> lock(LessorId lessor, CaseId id) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().cases().stream().filter(seen -> seen.id().equals(id)).findAny()
          : right.lock(lessor, id);
    }
  }

  private record ClaimsBlindly(RenewalCases right, Snapshots snapshots) {
    List<RenewalCase> claimDue(LessorId lessor, Instant now, int limit) {
      return snapshots.seen().cases().stream()
          .filter(seen -> seen.lessor().equals(lessor))
          .filter(seen -> seen.nextDueAt() != null && !seen.nextDueAt().isAfter(now))
          .sorted(
              Comparator.comparing((RenewalCase seen) -> Objects.requireNonNull(seen.nextDueAt()))
                  .thenComparing(RenewalCase::id))
          .limit(limit)
          .toList();
    }
  }

  /** Stores in memory that promise what they cannot keep. */
  private static final class Waits extends Broken.Damaged {
    Waits() {
      super(right -> right);
    }

    @Override
    public boolean runsSideBySide() {
      return true;
    }
  }

  private record FiresAlways(RenewalCases right) {
    boolean addFired(LessorId lessor, CaseId id, Fired fired) {
      right.addFired(lessor, id, fired);
      return true;
    }
  }

  private record ForgetsTheEntry(RenewalCases right) {
    void update(RenewalCase renewal) {
      right.update(renewal.enteredAt(renewal.openedAt()));
    }
  }

  private record ForgetsFacts(RenewalCases right) {
    boolean addFired(LessorId lessor, CaseId id, Fired fired) {
      Fired less =
          new Fired(
              fired.stage(), fired.plannedFor(), fired.at(), fired.movedBy(), fired.policyVersion(), fired.actions());
      return right.addFired(lessor, id, less);
    }
  }

  private record FiresBlindly(RenewalCases right, Snapshots snapshots) {
    boolean addFired(LessorId lessor, CaseId id, Fired fired) {
      return right.addFired(lessor, id, fired)
          || (snapshots.seen().fired().isEmpty() && lessor.equals(Samples.LESSOR));
    }
  }

  private static Stores touchesOnce(Stores right) {
    return Wrong.methods(right, RenewalCases.class, cases -> new TouchesOnce(cases, right));
  }

  private record TouchesOnce(RenewalCases right, Stores stores) {
    void addTouch(Touch touch) {
      List<Touch> known = new ArrayList<>();
      stores.records().touches(touch.lessor(), known::add);
      if (known.stream().noneMatch(each -> withoutSequence(each).equals(withoutSequence(touch)))) {
        right.addTouch(touch);
      }
    }

    private static Touch withoutSequence(Touch of) {
      return new Touch(
          of.lessor(), of.renewalCase(), 0, of.contract(), of.at(), of.stage(), of.channel(),
          of.recipient(), of.result());
    }
  }

  private record ClaimsById(RenewalCases right) {
    List<RenewalCase> claimDue(LessorId lessor, Instant now, int limit) {
      return right.claimDue(lessor, now, 1000).stream()
          .sorted(Comparator.comparing(RenewalCase::id))
          .limit(limit)
          .toList();
    }
  }

  private record ReplacesNotice(Outbox right) {
    void addAll(List<Notice> notices) {
      right.addAll(notices);
      notices.forEach(right::update);
    }
  }

  private record LocksNoNotice(Outbox right, Snapshots snapshots) {
    Optional<Notice> lock(LessorId lessor, NoticeId id) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().notices().stream().filter(seen -> seen.id().equals(id)).findAny()
          : right.lock(lessor, id);
    }
  }

  private record LocksNoTask(Tasks right, Snapshots snapshots) {
    Optional<StewardTask> lock(LessorId lessor, TaskId id) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().tasks().stream().filter(seen -> seen.id().equals(id)).findAny()
          : right.lock(lessor, id);
    }
  }

  private record ChangesClosed(Tasks right, Map<TaskId, StewardTask> written) {
    boolean update(StewardTask task) {
      right.update(task);
      written.put(task.id(), task);
      return true;
    }

    Optional<StewardTask> find(LessorId lessor, TaskId id) {
      return right.find(lessor, id).map(task -> written.getOrDefault(id, task));
    }
  }

  private record ReplacesTask(Tasks right) {
    void add(StewardTask task) {
      right.add(task);
      right.update(task);
    }
  }
}
