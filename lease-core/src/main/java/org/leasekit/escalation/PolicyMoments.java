package org.leasekit.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.leasekit.escalation.Planning.Planned;

/**
 * The moments of a policy. On the day it was to fire on, a stage fires whenever somebody asks, out of quiet hours. On any
 * later day it fires from the policy's time of day on, on a day on which the policy's roll leaves stages where they are, as
 * if it had been planned there; and never on a day on which another stage of the subject has fired. A policy that catches up
 * {@link CatchUp#AT_ONCE} waits for nothing but quiet hours and that other stage.
 */
record PolicyMoments(EscalationPolicy policy, Anchor anchor) implements Moments {

  /** No holiday is longer; a roll under which no day stays where it is does not hold a stage back for ever. */
  private static final int MOST_DAYS = 366;

  @Override
  public Instant from(Planned due, List<Fired> fired, Instant now) {
    if (isLate(due, now) && fired.stream().anyMatch(one -> isSameDay(one.at(), now))) {
      return next(due, day(now).plusDays(1).atStartOfDay(policy.zone()).toInstant());
    }
    Instant loud = outOfQuiet(now);
    boolean ownDay = isSameDay(loud, Objects.requireNonNull(due.fireAt()));
    return ownDay || policy.catchUp() == CatchUp.AT_ONCE ? loud : next(due, now);
  }

  @Override
  public boolean isLate(Planned due, Instant now) {
    return due.movedBy() == MovedBy.CATCH_UP
        || day(now).isAfter(day(Objects.requireNonNull(due.fireAt())));
  }

  @Override
  public boolean isSameDay(Instant one, Instant other) {
    return day(one).equals(day(other));
  }

  /** The first hour of the policy from an instant on; where its subject ends before one comes, on whatever day is left. */
  private Instant next(Planned due, Instant from) {
    Instant worked =
        hour(from, day -> policy.roll().adjust(day, anchor.calendar()).equals(day));
    if (!due.stage().countsBack() || !day(worked).isAfter(anchor.day())) {
      return worked;
    }
    Instant any = hour(from, day -> true);
    return day(any).isAfter(anchor.day()) ? worked : any;
  }

  private Instant hour(Instant from, Predicate<LocalDate> fires) {
    Instant loud = outOfQuiet(from);
    // quiet hours over midnight may carry the hour of the day before to this one
    LocalDate first = day(from).minusDays(1);
    for (int i = 0; i < MOST_DAYS; i++) {
      LocalDate day = first.plusDays(i);
      if (fires.test(day)) {
        Instant hour = outOfQuiet(day.atTime(policy.at()).atZone(policy.zone()).toInstant());
        if (hour.isAfter(from)) {
          return hour;
        }
        if (isSameDay(hour, from) && isSameDay(loud, from)) {
          return loud;
        }
      }
    }
    return loud;
  }

  private LocalDate day(Instant at) {
    return at.atZone(policy.zone()).toLocalDate();
  }

  private Instant outOfQuiet(Instant at) {
    QuietHours quiet = policy.quiet();
    return quiet == null ? at : quiet.end(at, policy.zone());
  }
}
