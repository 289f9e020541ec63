package org.leasekit.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.QuietHours;
import org.leasekit.escalation.Repeat;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.Trigger;

/** When stages are due, worked out day by day and minute by minute: slow, and easy to see that it is right. */
final class SeasonTimes {
  private static final LocalTime[][] SHIFTS = {
    {LocalTime.of(13, 0), LocalTime.of(18, 0)}, {LocalTime.of(9, 0), LocalTime.of(12, 0)}
  };

  private final BusinessCalendar calendar;
  private final PolicyVersions versions;

  SeasonTimes(BusinessCalendar calendar, PolicyVersions versions) {
    this.calendar = calendar;
    this.versions = versions;
  }

  /**
   * When a stage is due.
   *
   * @param nominal by the policy's own count
   * @param own with holidays and entry; null when it is passed over
   */
  record Plan(Instant nominal, @Nullable Instant own) {}

  EscalationPolicy governing(Instant now) {
    return activated(now).policy();
  }

  private PolicyVersions.Activated activated(Instant now) {
    PolicyVersions.Activated governing = versions.versions().get(0);
    for (PolicyVersions.Activated each : versions.versions()) {
      governing = each.from().isAfter(now) ? governing : each;
    }
    return governing;
  }

  PolicyVersions versions() {
    return versions;
  }

  /** The plan of a stage for a case, as seen at an instant. */
  Plan plan(Stage stage, LocalDate expiry, Instant openedAt, List<Fired> fired, Instant now) {
    PolicyVersions.Activated governing = activated(now);
    EscalationPolicy policy = governing.policy();
    boolean anew = !governing.equals(versions.versions().get(0)) && openedAt.isBefore(governing.from());
    Instant entered = anew ? governing.from() : openedAt;
    Instant nominal = nominal(policy, stage, expiry);
    Set<String> known = occurrences(policy).stream().map(Stage::id).collect(Collectors.toSet());
    for (Fired one : fired) {
      boolean foreign = !known.contains(one.stage());
      if (foreign && (!nominal.isAfter(one.plannedFor()) || !nominal.isAfter(one.at()))) {
        return new Plan(nominal, null);
      }
    }
    Instant own = rolled(policy, stage, nominal);
    if (!own.isBefore(entered)) {
      return new Plan(nominal, own);
    }
    return switch (policy.catchUp()) {
      case SKIP -> new Plan(nominal, null);
      case AT_ONCE -> new Plan(nominal, entered);
      case NEXT_BUSINESS_DAY -> new Plan(nominal, nextMorning(policy, entered, expiry));
    };
  }

  /** When the first stage of the governing policy opens a case. */
  Instant opens(LocalDate expiry, Instant now) {
    EscalationPolicy policy = governing(now);
    Instant nominal = nominal(policy, policy.first(), expiry);
    return loud(policy, rolled(policy, policy.first(), nominal));
  }

  /** The instant itself, or the first minute after it that is not quiet. */
  static Instant loud(EscalationPolicy policy, Instant at) {
    Instant loud = at;
    while (isQuiet(policy, loud)) {
      loud = loud.plusSeconds(60);
    }
    return loud;
  }

  static boolean isQuiet(EscalationPolicy policy, Instant at) {
    QuietHours quiet = policy.quiet();
    if (quiet == null) {
      return false;
    }
    int minute = at.atZone(policy.zone()).toLocalTime().toSecondOfDay() / 60;
    int from = quiet.from().toSecondOfDay() / 60;
    int until = quiet.untilExclusive().toSecondOfDay() / 60;
    return from < until ? from <= minute && minute < until : minute >= from || minute < until;
  }

  private Instant nextMorning(EscalationPolicy policy, Instant entered, LocalDate expiry) {
    LocalDate first = entered.atZone(policy.zone()).toLocalDate();
    while (at(policy, first).isBefore(entered)) {
      first = first.plusDays(1);
    }
    LocalDate business = walk(first, 1);
    return at(policy, !first.isAfter(expiry) && business.isAfter(expiry) ? first : business);
  }

  private Instant nominal(EscalationPolicy policy, Stage stage, LocalDate expiry) {
    Trigger trigger = stage.trigger();
    if (trigger instanceof Trigger.WorkingTimeBefore before) {
      return worked(policy, expiry, before.span().toMinutes());
    } else if (trigger instanceof Trigger.DaysBefore before) {
      return at(policy, expiry.minusDays(before.days()));
    }
    LocalDate day = expiry;
    for (int left = ((Trigger.BusinessDaysBefore) trigger).days(); left > 0; ) {
      day = day.minusDays(1);
      left -= calendar.isBusinessDay(day) ? 1 : 0;
    }
    return at(policy, day);
  }

  /** Office hours back from the end of a day; only for what does not end with a shift. */
  private Instant worked(EscalationPolicy policy, LocalDate expiry, long minutes) {
    long left = minutes;
    for (LocalDate day = expiry; ; day = day.minusDays(1)) {
      for (LocalTime[] shift : SHIFTS) {
        long length = calendar.isBusinessDay(day) ? (shift[1].toSecondOfDay() - shift[0].toSecondOfDay()) / 60 : 0;
        if (left < length) {
          return day.atTime(shift[1].minusMinutes(left)).atZone(policy.zone()).toInstant();
        }
        left -= length;
      }
    }
  }

  private Instant rolled(EscalationPolicy policy, Stage stage, Instant nominal) {
    LocalDate day = nominal.atZone(policy.zone()).toLocalDate();
    String roll = policy.roll().name();
    if (stage.trigger() instanceof Trigger.WorkingTimeBefore || roll.equals("NONE") || calendar.isBusinessDay(day)) {
      return nominal;
    }
    int step = roll.endsWith("PRECEDING") ? -1 : 1;
    LocalDate moved = walk(day, step);
    boolean back = roll.startsWith("MODIFIED") && !YearMonth.from(moved).equals(YearMonth.from(day));
    return at(policy, back ? walk(day, -step) : moved);
  }

  private LocalDate walk(LocalDate from, int step) {
    LocalDate day = from;
    while (!calendar.isBusinessDay(day)) {
      day = day.plusDays(step);
    }
    return day;
  }

  private static Instant at(EscalationPolicy policy, LocalDate day) {
    return day.atTime(policy.at()).atZone(policy.zone()).toInstant();
  }

  /** The stages with their repetitions, each as one that comes once. */
  static List<Stage> occurrences(EscalationPolicy policy) {
    List<Stage> all = new ArrayList<>();
    for (Stage stage : policy.stages()) {
      Repeat repeat = stage.repeat();
      for (int i = 0; i < (repeat == null ? 1 : repeat.times()); i++) {
        String id = i == 0 ? stage.id() : stage.id() + "#" + (i + 1);
        Trigger trigger = i == 0 || repeat == null ? stage.trigger() : stage.trigger().later(i * repeat.every());
        all.add(new Stage(id, stage.label(), trigger, stage.when(), stage.actions(), null));
      }
    }
    return all;
  }
}
