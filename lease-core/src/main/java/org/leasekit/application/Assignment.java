package org.leasekit.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.StageAct;
import org.leasekit.party.Absence;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.StewardTask;
import org.leasekit.servicedesk.Duty;
import org.leasekit.servicedesk.OnCallRoster;

/**
 * Who does a piece of work: the responsible person, the deputy while they are away, the deputy's deputy; then whoever
 * is on duty at the role's level of the on-call chain or above; then the top.
 */
final class Assignment {
  private final Stores stores;
  private final LessorProfile profile;

  Assignment(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /**
   * Who does it.
   *
   * @param responsible who looks after the contract; null when nobody does
   * @return null when nobody is there at all: whoever comes first takes it
   */
  @Nullable StaffId of(String role, @Nullable StaffId responsible, Instant now) {
    Map<StaffId, Absence> away = away(now);
    if (role.equals(StageAct.Task.STEWARD) && responsible != null) {
      StaffId present = present(responsible, away);
      return present != null ? present : onDuty(level(role), away, now, responsible);
    }
    return onDuty(level(role), away, now, null);
  }

  /**
   * Who sees to what others have left undone: who stands a number of levels above the highest of those who have it.
   *
   * @param role whose matter it is when nothing is left undone
   * @param undone open tasks
   */
  @Nullable StaffId above(String role, List<StewardTask> undone, int levels, Instant now) {
    List<Duty> duties = stores.serviceDesk().roster().at(profile.lessor(), now);
    int highest =
        undone.stream().mapToInt(task -> standing(task, duties)).max().orElse(level(role));
    return onDuty(highest + levels, away(now), now, null);
  }

  /** At which level the one stands who has a task: where they are on duty, or else where the task's role is. */
  private int standing(StewardTask task, List<Duty> duties) {
    return duties.stream()
        .filter(duty -> duty.staff().equals(task.assignee()))
        .mapToInt(Duty::level)
        .max()
        .orElse(level(task));
  }

  private int level(StewardTask task) {
    return level(task.role()) + (task.kind() == StewardTask.Kind.HAND_OVER ? 1 : 0);
  }

  /** Which of some open tasks may have to change hands: those of people who are away, and those that are nobody's. */
  List<StewardTask> unattended(List<StewardTask> open, Instant now) {
    Set<StaffId> away = away(now).keySet();
    boolean somebodyIsThere =
        profile.outreach().top() != null
            || !stores.serviceDesk().roster().at(profile.lessor(), now).isEmpty();
    return open.stream()
        .filter(task -> task.assignee() == null ? somebodyIsThere : away.contains(task.assignee()))
        .toList();
  }

  /**
   * Who is to have an open task: the one who has it, the deputy while they are away, then whoever is on duty at the level of
   * the task's role or above; a task that is nobody's goes to them too.
   */
  @Nullable StaffId of(StewardTask task, Instant now) {
    Map<StaffId, Absence> away = away(now);
    StaffId assignee = task.assignee();
    StaffId present = assignee == null ? null : present(assignee, away);
    return present != null ? present : onDuty(level(task), away, now, assignee);
  }

  private int level(String role) {
    return profile.outreach().levels().getOrDefault(role, 0);
  }

  private Map<StaffId, Absence> away(Instant now) {
    Map<StaffId, Absence> away = new HashMap<>();
    // of two absences of one person the one that began last is in force
    stores.absences().at(profile.lessor(), now).forEach(absence -> away.put(absence.staff(), absence));
    return away;
  }

  /** The person or the first of the deputies who is there; null when there is none, or they stand in for each other. */
  private static @Nullable StaffId present(StaffId person, Map<StaffId, Absence> away) {
    Set<StaffId> asked = new HashSet<>();
    StaffId next = person;
    while (next != null && asked.add(next)) {
      Absence absence = away.get(next);
      if (absence == null) {
        return next;
      }
      next = absence.deputy();
    }
    return null;
  }

  private @Nullable StaffId onDuty(
      int level, Map<StaffId, Absence> away, Instant now, @Nullable StaffId otherwise) {
    List<Duty> duties =
        stores.serviceDesk().roster().at(profile.lessor(), now).stream()
            .filter(duty -> duty.level() >= level && !away.containsKey(duty.staff()))
            .toList();
    StaffId top = profile.outreach().top();
    if (duties.isEmpty()) {
      return top != null ? top : otherwise;
    }
    // somebody is there, so the top is not asked
    return new OnCallRoster(duties, duties.get(0).staff()).reach(level, now).staff();
  }
}
