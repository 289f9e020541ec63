package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.Channel;
import org.leasekit.party.StaffId;
import org.leasekit.port.DutyTasks;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.DutyTaskId;
import org.leasekit.servicedesk.RequestId;

/** The rules of {@link DutyTasks}. */
public abstract class DutyTasksContract extends StorePortContract {

  /** For the test of an adapter. */
  protected DutyTasksContract() {}

  private static final Instant NOW = Samples.NOW;

  private DutyTasks tasks() {
    return stores.serviceDesk().tasks();
  }

  private static List<String> ids(List<DutyTask> tasks) {
    return tasks.stream().map(task -> task.id().value()).toList();
  }

  @Test
  @DisplayName("DutyTasks rule 1: a task whose id is known changes nothing, neither open nor closed")
  void addsOnce() {
    DutyTask open = ServiceSamples.task("W-1", "R-1", NOW);
    DutyTask closed = ServiceSamples.task("w-1", "R-1", NOW).close(NOW.plusSeconds(1));
    tasks().add(open);
    tasks().add(ServiceSamples.task("w-1", "R-1", NOW));
    tasks().update(closed);
    tasks().add(ServiceSamples.task("W-1", "R-2", NOW.plusSeconds(9)));
    tasks().add(ServiceSamples.task("w-1", "R-2", NOW.plusSeconds(9)));
    assertThat(tasks().find(Samples.LESSOR, open.id())).contains(open);
    assertThat(tasks().find(Samples.LESSOR, closed.id())).contains(closed);
    assertThat(tasks().open(Samples.LESSOR)).containsExactly(open);
  }

  @Test
  @DisplayName("DutyTasks.open and openOf: open ones, oldest first, then by id")
  void findsOpen() {
    tasks().add(ServiceSamples.task("W-2", "R-1", NOW));
    tasks().add(ServiceSamples.task("W-10", "R-1", NOW));
    tasks().add(ServiceSamples.task("W-3", "R-1", NOW.minusSeconds(1)));
    tasks().add(ServiceSamples.task("elsewhere", "R-2", NOW));
    DutyTask closed = ServiceSamples.task("closed", "R-1", NOW);
    tasks().add(closed);
    tasks().update(closed.close(NOW));
    assertThat(ids(tasks().open(Samples.LESSOR)))
        .containsExactly("W-3", "W-10", "W-2", "elsewhere");
    assertThat(ids(tasks().openOf(Samples.LESSOR, new RequestId("R-1"))))
        .containsExactly("W-3", "W-10", "W-2");
    assertThat(tasks().openOf(Samples.LESSOR, new RequestId("R-9"))).isEmpty();
  }

  @Test
  @DisplayName("DutyTasks.update: a task is kept as it was changed; one that is not there is refused")
  void keepsAsGiven() {
    for (DutyTask.Kind kind : DutyTask.Kind.values()) {
      DutyTask task =
          new DutyTask(
              Samples.LESSOR, new DutyTaskId(kind + "务".repeat(180)), new RequestId("R-1"), kind,
              "ann OFF_SHIFT; 安 FULL", Channel.WECOM, new StaffId("a"), 0, Samples.MICROS, null);
      tasks().add(task);
      assertThat(tasks().find(Samples.LESSOR, task.id())).contains(task);
      tasks().update(task);
      DutyTask closed = task.close(Samples.MICROS.plusSeconds(1));
      tasks().update(closed);
      assertThat(tasks().find(Samples.LESSOR, task.id())).contains(closed);
    }
    DutyTask unknown = ServiceSamples.task("W-9", "R-1", NOW);
    assertThatThrownBy(() -> tasks().update(unknown))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("DutyTasks rule 2: tasks of another lessor are not seen")
  void separatesLessors() {
    DutyTask task = ServiceSamples.task("W-1", "R-1", NOW);
    tasks().add(task);
    assertThat(tasks().find(Samples.OTHER_LESSOR, task.id())).isEmpty();
    assertThat(tasks().open(Samples.OTHER_LESSOR)).isEmpty();
    assertThat(tasks().openOf(Samples.OTHER_LESSOR, task.request())).isEmpty();
    DutyTask theirs =
        new DutyTask(
            Samples.OTHER_LESSOR, task.id(), new RequestId("R-2"), DutyTask.Kind.NOBODY_FREE,
            "no technicians", Channel.CALL, new StaffId("a"), 0, NOW, null);
    tasks().add(theirs);
    assertThat(tasks().find(Samples.OTHER_LESSOR, task.id())).contains(theirs);
    assertThat(tasks().find(Samples.LESSOR, task.id())).contains(task);
  }
}
