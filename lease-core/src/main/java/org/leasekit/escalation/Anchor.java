package org.leasekit.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.WorkingCalendar;

/**
 * What the stages of a subject count from.
 *
 * @param day in the policy's zone: the last day of a term, the day a sum is due
 * @param calendar which days are worked
 * @param start from when working time counts, in either direction; null when none is counted
 * @param hours which hours are worked; null when no working time is counted
 */
public record Anchor(
    LocalDate day,
    BusinessCalendar calendar,
    @Nullable Instant start,
    @Nullable WorkingCalendar hours) {

  /** A day, for stages that count days alone. */
  public static Anchor day(LocalDate day, BusinessCalendar calendar) {
    return new Anchor(day, calendar, null, null);
  }

  /** An instant, whose day in the zone is the anchor day as well. */
  public static Anchor instant(
      Instant start, ZoneId zone, BusinessCalendar calendar, WorkingCalendar hours) {
    return new Anchor(start.atZone(zone).toLocalDate(), calendar, start, hours);
  }

  /**
   * A day whose end is the instant from which working time counts, back as well as on: what is over after the day has been
   * over since then, and what was due on it has been late since then.
   *
   * @param zone whose midnight ends the day
   */
  public static Anchor endOf(
      LocalDate day, ZoneId zone, BusinessCalendar calendar, WorkingCalendar hours) {
    return new Anchor(day, calendar, day.plusDays(1).atStartOfDay(zone).toInstant(), hours);
  }
}
