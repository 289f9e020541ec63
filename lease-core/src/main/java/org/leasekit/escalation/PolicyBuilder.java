package org.leasekit.escalation;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.outcome.Outcome;

/**
 * Writes a policy step by step. Defaults: version 1, at 10:00, the preceding business day where a day is off, no
 * quiet hours, catching up on the next business day. Not thread-safe.
 */
public final class PolicyBuilder {
  private final String id;
  private final ZoneId zone;
  private int version = 1;
  private LocalTime at = LocalTime.of(10, 0);
  private DayRoll roll = DayRolls.PRECEDING;
  private @Nullable QuietHours quiet;
  private CatchUp catchUp = CatchUp.NEXT_BUSINESS_DAY;
  private final List<PolicyDraft.StageDraft> stages = new ArrayList<>();

  private PolicyBuilder(String id, ZoneId zone) {
    this.id = id;
    this.zone = zone;
  }

  /**
   * Begins a policy.
   *
   * @param zone of days, of the time of day and of quiet hours
   */
  public static PolicyBuilder policy(String id, ZoneId zone) {
    return new PolicyBuilder(id, zone);
  }

  /** The version, from 1. */
  public PolicyBuilder version(int number) {
    version = number;
    return this;
  }

  /** The time of day at which stages fire that count days. */
  public PolicyBuilder at(LocalTime time) {
    at = time;
    return this;
  }

  /** Where a stage goes that falls on a day off. */
  public PolicyBuilder roll(DayRoll rule) {
    roll = rule;
    return this;
  }

  /** When nothing fires, for example from 22:00 until 08:00. */
  public PolicyBuilder quiet(LocalTime from, LocalTime untilExclusive) {
    quiet = new QuietHours(from, untilExclusive);
    return this;
  }

  /** What becomes of stages whose time lay before the entry. */
  public PolicyBuilder catchUp(CatchUp rule) {
    catchUp = rule;
    return this;
  }

  /** Adds a stage after those there are. */
  public PolicyBuilder stage(String stage, UnaryOperator<StageBuilder> written) {
    stages.add(written.apply(new StageBuilder(stage)).draft());
    return this;
  }

  /** What was written so far. */
  public PolicyDraft draft() {
    return new PolicyDraft(id, version, at, zone, roll, quiet, catchUp, stages);
  }

  /** The policy, checked as stages around an anchor. */
  public Outcome<EscalationPolicy> anchored(PolicyCatalog catalog) {
    return draft().anchored(catalog);
  }

  /** The policy, checked as stages in the course of a target. */
  public Outcome<TargetPolicy> ofTarget(PolicyCatalog catalog) {
    return draft().ofTarget(catalog);
  }
}
