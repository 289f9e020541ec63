package org.leasekit.escalation;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DayRoll;

/**
 * Stages around an anchor, as data. {@link PolicyBuilder} makes one step by step and refuses what makes no sense with
 * a reason for people.
 *
 * @param id name of the policy
 * @param version counts up with each change of the policy
 * @param at time of day at which stages fire that count days
 * @param zone zone of {@code at}, of the anchor day and of quiet hours
 * @param roll where a stage goes that falls on a day off; a stage that counts back from the anchor goes no further than the
 *     last business day on which it is not after the anchor day, whatever the roll says
 * @param quiet when nothing fires; null for never
 * @param catchUp what becomes of stages whose time lay before the entry
 * @param stages at least one, in order of time, no two at the same time or with the same id; none at a {@link
 *     Trigger.ShareOfTarget}
 */
public record EscalationPolicy(
    String id,
    int version,
    LocalTime at,
    ZoneId zone,
    DayRoll roll,
    @Nullable QuietHours quiet,
    CatchUp catchUp,
    List<Stage> stages)
    implements Policy {

  /** @throws IllegalArgumentException when the stages make no sense, with the reason */
  public EscalationPolicy {
    stages = List.copyOf(stages);
    if (version < 1) {
      throw new IllegalArgumentException("version: at least 1, but was " + version);
    }
    for (Stage stage : stages) {
      if (stage.trigger() instanceof Trigger.ShareOfTarget) {
        throw new IllegalArgumentException(
            "stages: " + stage.id() + " has no days before or after an anchor: " + stage.trigger());
      }
    }
    PolicyChecks.order(id, stages)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("stages: " + refusal.message(Locale.ENGLISH));
            });
  }

  /** A policy without quiet hours that catches up on the next business day. */
  public EscalationPolicy(
      String id, int version, LocalTime at, ZoneId zone, DayRoll roll, List<Stage> stages) {
    this(id, version, at, zone, roll, null, CatchUp.NEXT_BUSINESS_DAY, stages);
  }

  /** The stage that comes first. */
  public Stage first() {
    return stages.get(0);
  }

  /**
   * How many calendar days before its anchor day a subject may have to come under the policy: an upper bound, with
   * what holidays add to business days but without the roll, where four hours and more are worked on every business day.
   */
  public int leadDays() {
    return leadDays(TriggerOrder.LEAST_WORKED);
  }

  /**
   * The same where other hours are worked.
   *
   * @param least what is worked on any business day, see {@link ShortestDay}
   */
  public int leadDays(Duration least) {
    return TriggerOrder.mostDaysBefore(first().trigger(), least);
  }

  /** The same policy with quiet hours, or without when null. */
  public EscalationPolicy withQuiet(@Nullable QuietHours hours) {
    return new EscalationPolicy(id, version, at, zone, roll, hours, catchUp, stages);
  }

  /** The same policy with another rule for late entries. */
  public EscalationPolicy withCatchUp(CatchUp rule) {
    return new EscalationPolicy(id, version, at, zone, roll, quiet, rule, stages);
  }

  /** The same policy under another number. */
  public EscalationPolicy withVersion(int number) {
    return new EscalationPolicy(id, number, at, zone, roll, quiet, catchUp, stages);
  }

  /** Stages and repetitions in order of time. */
  List<Stage> occurrences() {
    return PolicyChecks.occurrences(stages);
  }
}
