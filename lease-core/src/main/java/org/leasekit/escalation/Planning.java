package org.leasekit.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;

/** When each stage of a policy is to fire for one subject. */
final class Planning {

  /**
   * A stage of a subject.
   *
   * @param nominal what the policy's own count gives; null while a clock stands before it
   * @param fireAt when it is to fire; null while a clock stands before it, and when it is passed over
   * @param passing whether it is never to fire, and why
   */
  record Planned(
      Stage stage,
      @Nullable Instant nominal,
      @Nullable Instant fireAt,
      MovedBy movedBy,
      Passing passing) {

    boolean passed() {
      return passing != Passing.NOT_PASSED;
    }

    /** Whether its time has come. */
    boolean isDue(Instant now) {
      return fireAt != null && !fireAt.isAfter(now);
    }
  }

  /** Whether a stage is passed over. */
  enum Passing {
    NOT_PASSED,
    /** Its time lay before the subject came under the policy, or under this version of it. */
    BEFORE_ENTRY,
    /** A stage of an older version was planned or fired later, and nobody goes back. */
    BEHIND_OLDER
  }

  private final EscalationPolicy policy;
  private final Anchor anchor;
  private final Instant entered;
  private final Instant heard;

  /**
   * Plans for one subject.
   *
   * @param entered when it came under the policy
   * @param heard the last time a stage of another version was planned or fired
   */
  Planning(EscalationPolicy policy, Anchor anchor, Instant entered, Instant heard) {
    this.policy = policy;
    this.anchor = anchor;
    this.entered = entered;
    this.heard = heard;
  }

  /** The last time that a stage was planned or fired which the policy does not know; long ago when there is none. */
  static Instant heard(List<Stage> known, List<Fired> fired) {
    Instant last = Instant.MIN;
    if (fired.isEmpty()) {
      return last;
    }
    Set<String> ids = new HashSet<>();
    known.forEach(stage -> ids.add(stage.id()));
    for (Fired one : fired) {
      if (!ids.contains(one.stage())) {
        last = later(last, later(one.plannedFor(), one.at()));
      }
    }
    return last;
  }

  Planned plan(Stage stage) {
    Instant nominal = nominal(stage);
    Instant own = rolled(stage, nominal);
    if (!nominal.isAfter(heard)) {
      Passing passing = own.isBefore(entered) ? Passing.BEFORE_ENTRY : Passing.BEHIND_OLDER;
      return new Planned(stage, nominal, null, MovedBy.NONE, passing);
    }
    MovedBy movedBy = own.equals(nominal) ? MovedBy.NONE : MovedBy.HOLIDAY;
    if (own.isBefore(entered)) {
      if (policy.catchUp() == CatchUp.SKIP) {
        return new Planned(stage, nominal, null, MovedBy.NONE, Passing.BEFORE_ENTRY);
      }
      own = caughtUp();
      movedBy = MovedBy.CATCH_UP;
    }
    Instant loud = outOfQuiet(own);
    if (!loud.equals(own) && movedBy != MovedBy.CATCH_UP) {
      movedBy = MovedBy.QUIET;
    }
    return new Planned(stage, nominal, loud, movedBy, Passing.NOT_PASSED);
  }

  /** When a stage's own time is, after holidays and before anything else. */
  Instant own(Stage stage) {
    return rolled(stage, nominal(stage));
  }

  /** The instant itself, or the end of the quiet hours it lies in. */
  Instant outOfQuiet(Instant at) {
    QuietHours quiet = policy.quiet();
    return quiet == null ? at : quiet.end(at, policy.zone());
  }

  /**
   * Why a stage fires when it does.
   *
   * @param later whether it comes late, as {@link Moments#isLate} says
   */
  static MovedBy movedBy(Planned planned, @Nullable Instant failedAt, boolean later, Instant fireAt) {
    boolean retried = failedAt != null && !failedAt.isBefore(fireAt);
    return retried ? MovedBy.RETRY : later ? MovedBy.CATCH_UP : planned.movedBy();
  }

  private Instant nominal(Stage stage) {
    Trigger trigger = stage.trigger();
    BusinessCalendar calendar = anchor.calendar();
    if (trigger instanceof Trigger.DaysBefore before) {
      return at(anchor.day().minusDays(before.days()));
    } else if (trigger instanceof Trigger.DaysAfter after) {
      return at(anchor.day().plusDays(after.days()));
    } else if (trigger instanceof Trigger.BusinessDaysBefore before) {
      return at(calendar.plusBusinessDays(anchor.day(), -before.days()));
    } else if (trigger instanceof Trigger.BusinessDaysAfter after) {
      return at(calendar.plusBusinessDays(anchor.day(), after.days()));
    } else if (trigger instanceof Trigger.WorkingTimeAfter after) {
      return workingTime(stage, after.span());
    } else if (trigger instanceof Trigger.WorkingTimeBefore before) {
      return workingTime(stage, before.span().negated());
    }
    throw new IllegalStateException("stage " + stage.id() + " does not count from an anchor: " + trigger);
  }

  private Instant workingTime(Stage stage, Duration span) {
    if (anchor.start() == null || anchor.hours() == null) {
      throw new IllegalArgumentException(
          "anchor: stage " + stage.id() + " counts working time, and there is none");
    }
    return anchor.hours().addWorkingTime(anchor.start(), span);
  }

  private Instant rolled(Stage stage, Instant nominal) {
    if (stage.countsWorkingTime()) {
      return nominal;
    }
    LocalDate day = nominal.atZone(policy.zone()).toLocalDate();
    LocalDate moved = policy.roll().adjust(day, anchor.calendar());
    if (moved.equals(day)) {
      return nominal;
    }
    return at(moved.isAfter(day) && stage.countsBack() ? notBeyondTheAnchor(moved) : moved);
  }

  /** The day itself, or the last business day of which the hour, out of quiet hours, is not beyond the anchor. */
  private LocalDate notBeyondTheAnchor(LocalDate day) {
    LocalDate last = day.isAfter(anchor.day()) ? anchor.calendar().previousOrSame(anchor.day()) : day;
    while (outOfQuiet(at(last)).atZone(policy.zone()).toLocalDate().isAfter(anchor.day())) {
      last = anchor.calendar().previousOrSame(last.minusDays(1));
    }
    return last;
  }

  private Instant caughtUp() {
    if (policy.catchUp() == CatchUp.AT_ONCE) {
      return entered;
    }
    ZonedDateTime entry = entered.atZone(policy.zone());
    LocalDate first = entry.toLocalDate();
    if (entry.toLocalTime().isAfter(policy.at())) {
      first = first.plusDays(1);
    }
    LocalDate business = anchor.calendar().nextOrSame(first);
    boolean passesAnchor = !first.isAfter(anchor.day()) && business.isAfter(anchor.day());
    return at(passesAnchor ? first : business);
  }

  private Instant at(LocalDate day) {
    return day.atTime(policy.at()).atZone(policy.zone()).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
