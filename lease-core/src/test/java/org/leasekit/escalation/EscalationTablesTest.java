package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;
import org.leasekit.party.Channel;
import org.leasekit.renewal.RenewalPolicies;

/** Whole lives of subjects, each worked out by hand: the stage, the local time it fires, and why it moved. */
class EscalationTablesTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final BusinessCalendar CHINA = ShippedCalendars.china();

  private static EscalationPolicy ladder(String days, ZoneId zone) {
    return RenewalPolicies.ladder(
        Arrays.stream(days.split("/")).map(Integer::valueOf).toList(), zone);
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static String told(List<Fired> fired, ZoneId zone) {
    return fired.stream()
        .map(
            one ->
                one.stage() + "@" + one.at().atZone(zone).toLocalDateTime() + moved(one))
        .collect(Collectors.joining(" "));
  }

  private static String moved(Fired one) {
    return one.movedBy() == MovedBy.NONE ? "" : "/" + one.movedBy();
  }

  private static String live(EscalationPolicy policy, LocalDate expiry, String entered) {
    ZoneId zone = policy.zone();
    return told(
        Life.of(
            policy,
            Anchor.day(expiry, CHINA),
            Facts.UNKNOWN,
            at(entered, zone),
            expiry.plusDays(1).atStartOfDay(zone).toInstant()),
        zone);
  }

  @ParameterizedTest(name = "{0}, expiry {1}, entered {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Spring Festival 2026: off February 15 to 23; Saturdays 14 and 28 are worked
        "30/15/3 | 2026-03-31 | 2026-01-20T00:00 | 30@2026-02-28T10:00/HOLIDAY 15@2026-03-16T10:00 3@2026-03-27T10:00/HOLIDAY",
        "30/15/3 | 2026-03-21 | 2026-01-20T00:00 | 30@2026-02-14T10:00/HOLIDAY 15@2026-03-06T10:00 3@2026-03-18T10:00",
        // an expiry inside the holiday: all stages before it
        "30/15/3 | 2026-02-18 | 2026-01-01T00:00 | 30@2026-01-19T10:00 15@2026-02-03T10:00 3@2026-02-14T10:00/HOLIDAY",
        "60/30/7 | 2026-04-20 | 2026-01-20T00:00 | 60@2026-02-14T10:00/HOLIDAY 30@2026-03-20T10:00/HOLIDAY 7@2026-04-13T10:00",
        "60/30/7 | 2026-02-20 | 2025-12-01T00:00 | 60@2025-12-22T10:00 30@2026-01-21T10:00 7@2026-02-13T10:00",
        // the holiday throws the 15th and the 7th day on one day: the later fires alone
        "30/15/7 | 2026-03-01 | 2026-01-20T00:00 | 30@2026-01-30T10:00 7@2026-02-14T10:00/HOLIDAY",
        // entered in the holiday
        "30/15/3 | 2026-03-05 | 2026-02-17T09:00 | 15@2026-02-24T10:00/CATCH_UP 3@2026-03-02T10:00",
        "30/15/3 | 2026-02-20 | 2026-02-17T09:00 | 3@2026-02-17T10:00/CATCH_UP",
        // National Day 2026: off October 1 to 7, worked September 20 and October 10; Mid-Autumn September 25 to 27
        "30/15/3 | 2026-10-05 | 2026-08-01T00:00 | 30@2026-09-04T10:00/HOLIDAY 15@2026-09-20T10:00 3@2026-09-30T10:00/HOLIDAY",
        "30/15/7 | 2026-10-25 | 2026-08-01T00:00 | 30@2026-09-24T10:00/HOLIDAY 15@2026-10-10T10:00 7@2026-10-16T10:00/HOLIDAY",
        "60/30/7 | 2026-10-10 | 2026-08-01T00:00 | 60@2026-08-11T10:00 30@2026-09-10T10:00 7@2026-09-30T10:00/HOLIDAY",
        // a leap day
        "30/15/3 | 2024-03-30 | 2024-01-20T00:00 | 30@2024-02-29T10:00 15@2024-03-15T10:00 3@2024-03-27T10:00",
        "60/30/7 | 2024-02-29 | 2023-12-01T00:00 | 60@2023-12-29T10:00/HOLIDAY 30@2024-01-30T10:00 7@2024-02-22T10:00",
        // the last day, after hours: nothing is left
        "30/15/3 | 2026-03-31 | 2026-03-31T10:01 | ''",
        "30/15/3 | 2026-03-31 | 2026-03-31T10:00 | 3@2026-03-31T10:00/CATCH_UP",
      })
  void laddersOverTheHolidaysOf2026(String days, LocalDate expiry, String entered, String expected) {
    assertThat(live(ladder(days, SHANGHAI), expiry, entered)).isEqualTo(expected);
  }

  /** Business days skip the holiday and count the make-up days. */
  @ParameterizedTest(name = "{0} business days, anchor {1}")
  @CsvSource({
    "before, 5, 2026-02-24, 2026-02-10", // 14, 13, 12, 11, 10
    "before, 1, 2026-03-01, 2026-02-28", // a Saturday that is worked
    "before, 0, 2026-02-18, 2026-02-14", // the day itself is off
    "before, 3, 2026-10-08, 2026-09-28", // 30, 29, 28
    "after, 1, 2026-02-14, 2026-02-24",
    "after, 5, 2026-02-24, 2026-03-02", // 25, 26, 27, 28, March 2
    "after, 2, 2026-09-30, 2026-10-09",
  })
  void businessDaysAreCountedOnTheDaysThatAreWorked(
      String side, int days, LocalDate anchor, LocalDate expected) {
    Trigger trigger =
        side.equals("before")
            ? new Trigger.BusinessDaysBefore(days)
            : new Trigger.BusinessDaysAfter(days);
    EscalationPolicy policy = single(trigger, SHANGHAI, DayRolls.PRECEDING, null);
    assertThat(Escalation.plannedFor(policy, policy.first(), anchor, CHINA))
        .isEqualTo(expected.atTime(10, 0).atZone(SHANGHAI).toInstant());
  }

  /** Counted back from the end of the day, whoever works on it. */
  @ParameterizedTest(name = "{0} before the end of {1}")
  @CsvSource({
    "PT8H, 2026-03-31, 2026-03-31T09:00",
    "PT1S, 2026-03-31, 2026-03-31T17:59:59",
    "PT8H1S, 2026-03-31, 2026-03-30T17:59:59",
    "PT1H, 2026-03-01, 2026-02-28T17:00", // a Sunday after a Saturday that is worked
    "PT8H, 2026-02-23, 2026-02-14T09:00", // the last day of the holiday
    "PT12H, 2026-02-23, 2026-02-13T14:00",
    "PT3H, 2026-10-07, 2026-09-30T15:00",
  })
  void workingTimeCountsBackFromTheEndOfTheDay(Duration span, LocalDate day, String expected) {
    EscalationPolicy policy =
        single(new Trigger.WorkingTimeBefore(span), SHANGHAI, DayRolls.FOLLOWING, null);
    Anchor anchor = Anchor.endOf(day, SHANGHAI, CHINA, office());
    assertThat(Escalation.plannedFor(policy, policy.first(), anchor)).isEqualTo(at(expected, SHANGHAI));
    List<Fired> fired =
        Life.of(policy, anchor, Facts.UNKNOWN, at("2026-01-01T00:00", SHANGHAI), at("2026-12-31T00:00", SHANGHAI));
    assertThat(told(fired, SHANGHAI)).isEqualTo("s@" + expected);
  }

  private static WorkingCalendar office() {
    return WorkingHours.in(SHANGHAI)
        .onBusinessDays(CHINA, Shift.of("09:00-12:00"), Shift.of("13:00-18:00"))
        .calendar("office");
  }

  /** Monday to Friday 9 to 12 and 13 to 18, off on holidays: eight hours a day. */
  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource({
    "PT0S, 2026-02-13T10:00, 2026-02-13T10:00",
    "PT4H, 2026-02-13T10:00, 2026-02-13T15:00",
    "PT8H, 2026-02-13T10:00, 2026-02-14T10:00", // a Saturday that is worked
    "PT16H, 2026-02-13T10:00, 2026-02-24T10:00", // then the holiday
  })
  void workingTimeStandsStillInTheHoliday(Duration span, String start, String expected) {
    WorkingCalendar hours = WorkingHours.in(SHANGHAI)
            .onWeekdays(
                Shift.of("09:00-12:00"),
                Shift.of("13:00-18:00"))
            .holidays(CHINA)
            .calendar("office");
    EscalationPolicy policy =
        single(new Trigger.WorkingTimeAfter(span), SHANGHAI, DayRolls.PRECEDING, null);
    List<Fired> fired =
        Life.of(
            policy,
            Anchor.instant(at(start, SHANGHAI), SHANGHAI, CHINA, hours),
            Facts.UNKNOWN,
            at(start, SHANGHAI),
            at("2026-12-31T00:00", SHANGHAI));
    assertThat(told(fired, SHANGHAI)).isEqualTo("s@" + expected);
  }

  /** At ten by the wall clock, however long the day is; out of quiet hours by the wall clock as well. */
  @ParameterizedTest(name = "{0} {1} at {2}")
  @CsvSource({
    "Europe/Berlin, 2026-04-28, 10:00, 2026-03-29T10:00+02:00, NONE", // the day the clock goes forward
    "Europe/Berlin, 2026-04-27, 10:00, 2026-03-28T10:00+01:00, NONE",
    "Europe/Berlin, 2026-04-28, 02:30, 2026-03-29T08:00+02:00, QUIET", // 02:30 is never shown
    "Europe/Berlin, 2026-11-24, 10:00, 2026-10-25T10:00+01:00, NONE", // the day it goes back
    "Europe/Berlin, 2026-11-24, 02:30, 2026-10-25T08:00+01:00, QUIET",
    "America/New_York, 2026-04-07, 23:00, 2026-03-09T08:00-04:00, QUIET",
    "America/New_York, 2026-12-01, 10:00, 2026-11-01T10:00-05:00, NONE",
    "Asia/Shanghai, 2026-04-28, 07:59, 2026-03-29T08:00+08:00, QUIET",
  })
  void zonesThatChangeTheirClocks(
      ZoneId zone, LocalDate expiry, LocalTime time, OffsetDateTime expected, MovedBy movedBy) {
    EscalationPolicy policy =
        single(
            new Trigger.DaysBefore(30), zone, DayRolls.NONE,
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0)));
    policy =
        new EscalationPolicy(
            policy.id(), 1, time, zone, policy.roll(), policy.quiet(), policy.catchUp(), policy.stages());
    List<Fired> fired =
        Life.of(
            policy,
            Anchor.day(expiry, CHINA),
            Facts.UNKNOWN,
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(fired).hasSize(1);
    assertThat(fired.get(0).at()).isEqualTo(expected.toInstant());
    assertThat(fired.get(0).movedBy()).isEqualTo(movedBy);
  }

  /** From every day of entry: which stages fire, by three rules for late entries. */
  @ParameterizedTest
  @ValueSource(strings = {"30/15/3", "60/30/7", "30/15/7"})
  void entryOnEveryDayFromSeventyToZeroBeforeTheEnd(String days) {
    EscalationPolicy policy = ladder(days, SHANGHAI);
    for (String end : List.of("2026-02-18", "2026-03-31", "2026-10-05", "2026-10-25", "2024-02-29")) {
      LocalDate expiry = LocalDate.parse(end);
      for (int before = 70; before >= 0; before--) {
        LocalDate entry = expiry.minusDays(before);
        Instant entered = entry.atTime(9, 0).atZone(SHANGHAI).toInstant();
        List<String> expected = new ArrayList<>();
        LocalDate lastDay = null;
        for (Stage stage : policy.stages()) {
          LocalDate day = back(expiry.minusDays(stage.daysBefore()));
          boolean late = day.isBefore(entry);
          LocalDate fires = late ? forward(entry, expiry) : day;
          if (fires.equals(lastDay) || lastDay != null && fires.isBefore(lastDay)) {
            // thrown on one day with the stage before it, which it replaces
            expected.remove(expected.size() - 1);
          }
          expected.add(stage.id() + "@" + fires + (late ? "/late" : ""));
          lastDay = fires;
        }
        List<Fired> fired =
            Life.of(
                policy,
                Anchor.day(expiry, CHINA),
                Facts.UNKNOWN,
                entered,
                expiry.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
        assertThat(
                fired.stream()
                    .map(
                        one ->
                            one.stage() + "@" + one.at().atZone(SHANGHAI).toLocalDate()
                                + (one.movedBy() == MovedBy.CATCH_UP ? "/late" : "")))
            .as("%s, entered %d days before %s", days, before, end)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest(name = "{0}, entered {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "AT_ONCE | 2026-03-17T20:15 | 15@2026-03-17T20:15/CATCH_UP 3@2026-03-27T10:00/HOLIDAY",
        "AT_ONCE | 2026-03-17T23:15 | 15@2026-03-18T08:00/CATCH_UP 3@2026-03-27T10:00/HOLIDAY",
        "AT_ONCE | 2026-03-31T20:15 | 3@2026-03-31T20:15/CATCH_UP",
        "SKIP | 2026-03-17T20:15 | 3@2026-03-27T10:00/HOLIDAY",
        "SKIP | 2026-03-31T20:15 | ''",
        "NEXT_BUSINESS_DAY | 2026-03-17T20:15 | 15@2026-03-18T10:00/CATCH_UP 3@2026-03-27T10:00/HOLIDAY",
      })
  void threeWaysToCatchUp(CatchUp rule, String entered, String expected) {
    EscalationPolicy policy =
        ladder("30/15/3", SHANGHAI)
            .withCatchUp(rule)
            .withQuiet(new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0)));
    assertThat(live(policy, LocalDate.parse("2026-03-31"), entered)).isEqualTo(expected);
  }

  /** The end moves in mid-season: the cycle of the new end has a log of its own and begins with the amendment. */
  @ParameterizedTest(name = "from {0} to {1} on {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-31 | 2026-09-30 | 2026-03-10T09:00 | 30@2026-02-28T10:00/HOLIDAY | 30@2026-08-31T10:00 15@2026-09-15T10:00 3@2026-09-24T10:00/HOLIDAY",
        "2026-03-31 | 2026-04-10 | 2026-03-20T09:00 | 30@2026-02-28T10:00/HOLIDAY 15@2026-03-16T10:00 | 30@2026-03-20T10:00/CATCH_UP 15@2026-03-26T10:00 3@2026-04-07T10:00",
        "2026-06-30 | 2026-03-31 | 2026-03-20T09:00 | '' | 15@2026-03-20T10:00/CATCH_UP 3@2026-03-27T10:00/HOLIDAY",
        "2026-06-30 | 2026-03-22 | 2026-03-20T17:00 | '' | 3@2026-03-21T10:00/CATCH_UP",
      })
  void amendmentsThatMoveTheEndInMidSeason(
      LocalDate old, LocalDate moved, String amended, String before, String after) {
    EscalationPolicy policy = ladder("30/15/3", SHANGHAI);
    List<Fired> first =
        Life.of(
            policy, Anchor.day(old, CHINA), Facts.UNKNOWN, at("2026-01-01T00:00", SHANGHAI),
            at(amended, SHANGHAI));
    assertThat(told(first, SHANGHAI)).isEqualTo(before);
    assertThat(live(policy, moved, amended)).isEqualTo(after);
  }

  @Test
  void repetitionsFireOnceEachAndStopAtTheCap() {
    EscalationPolicy policy =
        PolicyBuilder.policy("dunning", SHANGHAI)
            .roll(DayRolls.NONE)
            .stage("late", s -> s.daysAfter(1).repeat(7, 3).notice("reminder", Channel.SMS))
            .stage("final", s -> s.daysAfter(30).task("steward", "CALL"))
            .draft()
            .anchored(
                new PolicyCatalog(Set.of("reminder"), Set.of("steward"), Set.of("CALL"), false, false, false))
            .orElseThrow();
    List<Fired> fired =
        Life.of(
            policy,
            Anchor.day(LocalDate.parse("2026-03-01"), CHINA),
            Facts.UNKNOWN,
            at("2026-03-01T00:00", SHANGHAI),
            at("2026-12-31T00:00", SHANGHAI));
    assertThat(told(fired, SHANGHAI))
        .isEqualTo(
            "late@2026-03-02T10:00 late#2@2026-03-09T10:00 late#3@2026-03-16T10:00 final@2026-03-31T10:00");
  }

  private static EscalationPolicy single(
      Trigger trigger, ZoneId zone, DayRoll roll, QuietHours quiet) {
    return new EscalationPolicy(
        "p", 1, LocalTime.of(10, 0), zone, roll, quiet, CatchUp.NEXT_BUSINESS_DAY,
        List.of(
            new Stage("s", trigger, List.of(new StageAction(Channel.SMS, Condition.ALWAYS)))));
  }

  private static LocalDate back(LocalDate day) {
    LocalDate worked = day;
    while (!CHINA.isBusinessDay(worked)) {
      worked = worked.minusDays(1);
    }
    return worked;
  }

  private static LocalDate forward(LocalDate day, LocalDate notAfter) {
    LocalDate worked = day;
    while (!CHINA.isBusinessDay(worked)) {
      worked = worked.plusDays(1);
    }
    return worked.isAfter(notAfter) ? day : worked;
  }
}
