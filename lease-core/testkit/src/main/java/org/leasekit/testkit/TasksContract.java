package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.StaffId;
import org.leasekit.port.Tasks;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Tasks}. */
public abstract class TasksContract extends StorePortContract {

  /** For the test of an adapter. */
  protected TasksContract() {}

  private static final Instant NOW = Samples.NOW;

  private Tasks tasks() {
    return stores.tasks();
  }

  private RenewalCase aCase(String contract) {
    return givenCase(given(Samples.contract(contract)));
  }

  private static List<String> ids(List<StewardTask> tasks) {
    return tasks.stream().map(task -> task.id().value()).toList();
  }

  @Test
  @DisplayName("Tasks rule 1: a task whose id is known changes nothing, neither open nor closed")
  void addsOnce() {
    RenewalCase renewal = aCase("C-1");
    StewardTask open = Samples.task("W-1", renewal, NOW);
    StewardTask closed = Samples.task("W-2", renewal, NOW);
    tasks().add(open);
    tasks().add(closed);
    tasks().update(closed.close(StewardTask.Outcome.OBSOLETE, NOW));
    Everything before = everything();
    tasks().add(closed);
    tasks().add(Samples.task("W-1", renewal, NOW.plusSeconds(60)));
    assertThat(everything()).isEqualTo(before);
    assertThat(tasks().open(Samples.LESSOR)).containsExactly(open);
  }

  @Test
  @DisplayName("Tasks rule 1: ids that differ in case are different ids; so are those of another lessor")
  void idsAreExact() {
    RenewalCase mine = aCase("C-1");
    RenewalCase theirs = givenCase(given(Samples.contract("C-1").of(Samples.OTHER_LESSOR)));
    StewardTask upper = Samples.task("W-1", mine, NOW);
    tasks().add(upper);
    tasks().add(Samples.task("w-1", mine, NOW));
    assertThat(tasks().find(Samples.OTHER_LESSOR, upper.id())).isEmpty();
    assertThat(tasks().open(Samples.OTHER_LESSOR)).isEmpty();
    assertThat(tasks().openOfCase(Samples.OTHER_LESSOR, mine.id())).isEmpty();
    StewardTask other = Samples.task("W-1", theirs, NOW.plusSeconds(1));
    tasks().add(other);
    assertThat(tasks().find(Samples.OTHER_LESSOR, upper.id())).contains(other);
    assertThat(tasks().open(Samples.OTHER_LESSOR)).containsExactly(other);
    assertThat(tasks().find(Samples.LESSOR, upper.id())).contains(upper);
    assertThat(ids(tasks().open(Samples.LESSOR))).containsExactly("W-1", "w-1");
  }

  @Test
  @DisplayName("Tasks rule 1: of two that add one id at once both succeed, and it is there once")
  void bothOfTwoSucceed() {
    StewardTask task = Samples.task("W-1", aCase("C-1"), NOW);
    overlap(
        hold -> {
          tasks().add(task);
          return hold.untilTheOtherHasTried();
        },
        () -> {
          tasks().add(task);
          return true;
        });
    assertThat(everything().tasks()).containsExactly(task);
  }

  @Test
  @DisplayName("Tasks rule 2: who locks a task that is locked sees it as the other left it")
  void lockHolds() {
    StewardTask task = Samples.task("W-1", aCase("C-1"), NOW);
    tasks().add(task);
    StewardTask taken = task.accept(NOW);
    Answers<StewardTask> seen =
        overlap(
            hold -> {
              StewardTask locked = tasks().lock(Samples.LESSOR, task.id()).orElseThrow();
              hold.untilTheOtherHasTried();
              tasks().update(taken);
              return locked;
            },
            () -> tasks().lock(Samples.LESSOR, task.id()).orElseThrow());
    assertThat(seen).isEqualTo(new Answers<>(task, taken));
  }

  @Test
  @DisplayName("Tasks rule 2: the lock answers with the task, open or closed, or with nothing when there is none")
  void lockAnswers() {
    StewardTask task = Samples.task("W-1", aCase("C-1"), NOW);
    tasks().add(task);
    assertThat(tasks().lock(Samples.LESSOR, task.id())).contains(task);
    assertThat(tasks().lock(Samples.LESSOR, new TaskId("W-2"))).isEmpty();
    assertThat(tasks().lock(Samples.OTHER_LESSOR, task.id())).isEmpty();
    StewardTask closed = task.close(StewardTask.Outcome.DONE, NOW);
    tasks().update(closed);
    assertThat(tasks().lock(Samples.LESSOR, task.id())).contains(closed);
  }

  @Test
  @DisplayName("Tasks rule 3: a closed task is neither opened again nor closed otherwise")
  void closedStaysClosed() {
    StewardTask task = Samples.task("W-1", aCase("C-1"), NOW);
    tasks().add(task);
    StewardTask done = task.close(StewardTask.Outcome.DONE, "谈妥了", NOW);
    assertThat(tasks().update(done)).isTrue();
    assertThat(tasks().update(task.accept(NOW))).isFalse();
    assertThat(tasks().update(task.close(StewardTask.Outcome.OBSOLETE, NOW.plusSeconds(1)))).isFalse();
    assertThat(tasks().find(Samples.LESSOR, task.id())).contains(done);
    assertThat(tasks().open(Samples.LESSOR)).isEmpty();
  }

  @Test
  @DisplayName("Tasks rule 3: an open task may be updated to what it is; one that is not known may not")
  void openMayStayAsItIs() {
    RenewalCase renewal = aCase("C-1");
    StewardTask task = Samples.task("W-1", renewal, NOW);
    tasks().add(task);
    assertThat(tasks().update(task)).isTrue();
    assertThat(tasks().find(Samples.LESSOR, task.id())).contains(task);
    assertThatThrownBy(() -> tasks().update(Samples.task("W-2", renewal, NOW)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("Tasks rule 3: of two that close a task at once without a lock the first stands")
  void theFirstEndStands() {
    StewardTask task = Samples.task("W-1", aCase("C-1"), NOW);
    tasks().add(task);
    StewardTask done = task.close(StewardTask.Outcome.DONE, NOW);
    Answers<Boolean> stored =
        overlap(
            hold -> {
              boolean first = tasks().update(done);
              hold.untilTheOtherHasTried();
              return first;
            },
            () -> tasks().update(task.close(StewardTask.Outcome.OBSOLETE, NOW)));
    assertThat(stored).isEqualTo(new Answers<>(true, false));
    assertThat(tasks().find(Samples.LESSOR, task.id())).contains(done);
  }

  @Test
  @DisplayName("Tasks.open: open ones, oldest first, then by id")
  void findsOpen() {
    RenewalCase renewal = aCase("C-1");
    StewardTask closed = Samples.task("closed", renewal, NOW);
    tasks().add(Samples.task("W-2", renewal, NOW));
    tasks().add(Samples.task("W-10", aCase("C-2"), NOW));
    tasks().add(Samples.task("W-3", renewal, NOW.minusSeconds(1)));
    tasks().add(closed);
    tasks().update(closed.close(StewardTask.Outcome.DONE, NOW));
    assertThat(ids(tasks().open(Samples.LESSOR))).containsExactly("W-3", "W-10", "W-2");
  }

  @Test
  @DisplayName("Tasks.openOfCase: open ones of a case, oldest first, then by id")
  void findsOpenOfCase() {
    RenewalCase renewal = aCase("C-1");
    StewardTask closed = Samples.task("closed", renewal, NOW);
    tasks().add(Samples.task("W-2", renewal, NOW));
    tasks().add(Samples.task("W-10", renewal, NOW));
    tasks().add(Samples.task("W-3", renewal, NOW.minusSeconds(1)));
    tasks().add(Samples.task("elsewhere", aCase("C-2"), NOW));
    tasks().add(closed);
    tasks().update(closed.close(StewardTask.Outcome.DONE, NOW));
    assertThat(ids(tasks().openOfCase(Samples.LESSOR, renewal.id())))
        .containsExactly("W-3", "W-10", "W-2");
  }

  @Test
  @DisplayName("Tasks.find: a task is found as it was added and as it was changed")
  void keepsAsGiven() {
    RenewalCase renewal = aCase("C-1");
    for (StewardTask.Kind kind : StewardTask.Kind.values()) {
      StewardTask task =
          new StewardTask(
              Samples.LESSOR, new TaskId(kind + "务".repeat(180)), renewal.id(), renewal.contract(),
              kind, "", "经理", null, Samples.MICROS, null, null, StewardTask.Handling.NONE);
      tasks().add(task);
      assertThat(tasks().find(Samples.LESSOR, task.id())).contains(task);
      StewardTask handled =
          task.assignTo(new StaffId("steward-2")).accept(NOW).snooze(Samples.MICROS).snooze(NOW);
      tasks().update(handled);
      assertThat(tasks().find(Samples.LESSOR, task.id())).contains(handled);
      StewardTask closed =
          handled.close(StewardTask.Outcome.OBSOLETE, "已\n联系", Samples.MICROS.plusSeconds(1));
      tasks().update(closed);
      assertThat(tasks().find(Samples.LESSOR, task.id())).contains(closed);
    }
    assertThat(tasks().find(Samples.LESSOR, new TaskId("W-9"))).isEmpty();
  }
}
