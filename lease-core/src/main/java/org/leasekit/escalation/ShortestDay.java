package org.leasekit.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.outcome.Outcome;

/**
 * The business day on which least is worked. Policies are made without knowing anybody's hours, as if four were worked on each
 * business day; where it is less, stages at a span of working time lie further from their anchor than was thought.
 *
 * @param worked not negative; on the whole of that day, from midnight to midnight
 */
public record ShortestDay(LocalDate day, Duration worked) {

  /** Days looked at: the tables of holidays that there are, and some weeks of every pattern. */
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private static final LocalDate END_EXCLUSIVE = LocalDate.of(2050, 1, 1);

  /**
   * The shortest of the business days from 2020 up to 2050, the first of several.
   *
   * @param zone whose midnights part the days
   */
  public static ShortestDay of(BusinessCalendar calendar, WorkingCalendar hours, ZoneId zone) {
    ShortestDay shortest = new ShortestDay(FIRST, Duration.ofDays(1));
    for (LocalDate day = FIRST; day.isBefore(END_EXCLUSIVE); day = day.plusDays(1)) {
      if (calendar.isBusinessDay(day)) {
        Instant start = day.atStartOfDay(zone).toInstant();
        Duration worked = hours.workingTimeBetween(start, day.plusDays(1).atStartOfDay(zone).toInstant());
        shortest = worked.compareTo(shortest.worked()) < 0 ? new ShortestDay(day, worked) : shortest;
      }
    }
    return shortest;
  }

  /** Whether it matters to a policy how long people work: stages count in working time beside others, or back from an end. */
  public static boolean matters(EscalationPolicy policy) {
    List<Stage> stages = policy.stages();
    boolean back = stages.stream().anyMatch(stage -> stage.trigger() instanceof Trigger.WorkingTimeBefore);
    boolean counted = stages.stream().anyMatch(Stage::countsWorkingTime);
    return back || counted && !stages.stream().allMatch(Stage::countsWorkingTime);
  }

  /**
   * The policy, when its stages come in the order that it says by these hours too; the rejection is a {@link
   * PolicyRejection.DayTooShort}.
   */
  public Outcome<EscalationPolicy> check(EscalationPolicy policy) {
    if (worked.compareTo(TriggerOrder.LEAST_WORKED) >= 0 || !matters(policy)) {
      return Outcome.accepted(policy);
    }
    Optional<Stage> endless =
        policy.stages().stream()
            .filter(stage -> worked.isZero() && stage.trigger() instanceof Trigger.WorkingTimeBefore)
            .findFirst();
    if (endless.isPresent()) {
      return Outcome.rejected(tooShort(policy, endless.get().id(), endless.get().id()));
    }
    List<Stage> all = policy.occurrences();
    for (int i = 1; i < all.size(); i++) {
      Stage earlier = all.get(i - 1);
      Stage later = all.get(i);
      if (TriggerOrder.of(earlier.trigger(), later.trigger(), worked) != TriggerOrder.BEFORE) {
        return Outcome.rejected(tooShort(policy, later.id(), earlier.id()));
      }
    }
    return Outcome.accepted(policy);
  }

  private PolicyRejection tooShort(EscalationPolicy policy, String stage, String other) {
    return new PolicyRejection.DayTooShort(policy.id(), stage, other, day, worked.toMinutes());
  }
}
