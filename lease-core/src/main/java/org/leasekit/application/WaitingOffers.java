package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.StageAct;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;
import org.leasekit.renewal.StewardTask;

/**
 * Sees to it that nobody is forgotten whose offer waits for approval, or was refused and waits for another. When a stage has
 * come that cannot speak before that, the matter goes up the chain half-way through its window, which ends with the next stage
 * or with the lease; in the last quarter of it the responsible person is asked to call the tenant, without a price. Each
 * stage asks for either once. What was asked for before goes up one level more. Joins the caller's unit of work, which holds
 * the case's lock.
 */
final class WaitingOffers {
  private static final int QUARTERS = 4;
  private static final Set<StewardTask.Kind> HOLDING_UP =
      Set.of(StewardTask.Kind.APPROVAL, StewardTask.Kind.PROPOSAL_DRAFT);

  private final Stores stores;
  private final LessorProfile profile;
  private final CaseDesk desk;
  private final StageFiring firing;
  private final Assignment assignment;

  WaitingOffers(Stores stores, LessorProfile profile, CaseDesk desk, StageFiring firing) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
    this.firing = firing;
    this.assignment = new Assignment(stores, profile);
  }

  /**
   * The window of a stage that waits.
   *
   * @param end exclusive
   */
  private record Window(String stage, Instant start, Instant end) {

    Instant quarter(int number) {
      return start.plus(Duration.between(start, end).multipliedBy(number).dividedBy(QUARTERS));
    }
  }

  /** Asks for what is due by now, and says when to look again. */
  Instant look(RenewalCase renewal, Contract contract, Instant now) {
    // what would be due had nobody to be asked
    Decision open =
        firing.decide(Renewals.cleared(renewal, false, renewal.enteredAt()), contract, now);
    Instant next = open.nextWake();
    Instant end = next == null || next.isAfter(renewal.lapsesAt()) ? renewal.lapsesAt() : next;
    List<StewardTask> tasks = stores.tasks().openOfCase(profile.lessor(), renewal.id());
    Optional<Window> window = window(renewal, open, tasks, end);
    if (window.isEmpty()) {
      return end;
    }
    Instant up = window.get().quarter(2);
    Instant call = window.get().quarter(QUARTERS - 1);
    if (now.isBefore(up)) {
      return up;
    }
    handOver(renewal, window.get().stage(), tasks, now);
    if (now.isBefore(call)) {
      return call;
    }
    desk.openWaiting(
        renewal, StewardTask.Kind.CALL, window.get().stage(), StageAct.Task.STEWARD,
        assignment.of(StageAct.Task.STEWARD, contract.steward(), now), now);
    return end;
  }

  /** That of the stage that is due, or has left a message which waits; empty before the first. */
  private Optional<Window> window(
      RenewalCase renewal, Decision open, List<StewardTask> tasks, Instant end) {
    Optional<Fired> last =
        stores.cases().fired(profile.lessor(), renewal.id()).stream()
            .max(Comparator.comparing(Fired::at));
    Optional<Window> found =
        open.due()
            .map(due -> new Window(due.stage().id(), due.fireAt(), end))
            .or(() -> last.map(fired -> new Window(fired.stage(), fired.at(), end)));
    // whoever has to decide has the time from when they were asked
    @Nullable Instant asked =
        tasks.stream()
            .filter(task -> HOLDING_UP.contains(task.kind()))
            .map(StewardTask::openedAt)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return found.map(
        each ->
            asked != null && asked.isAfter(each.start()) && asked.isBefore(end)
                ? new Window(each.stage(), asked, end)
                : each);
  }

  private void handOver(RenewalCase renewal, String stage, List<StewardTask> tasks, Instant now) {
    List<StewardTask> undone =
        tasks.stream()
            .filter(
                task ->
                    HOLDING_UP.contains(task.kind())
                        || task.kind() == StewardTask.Kind.HAND_OVER && !task.stage().equals(stage))
            .toList();
    String role = StageAct.Task.SUPERVISOR;
    desk.openWaiting(
        renewal, StewardTask.Kind.HAND_OVER, stage, role,
        assignment.above(role, undone, 1, now), now);
  }
}
