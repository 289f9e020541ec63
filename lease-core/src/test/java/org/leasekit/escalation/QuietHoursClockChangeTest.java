package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet hours in the nights in which clocks change; every row was worked out by hand. */
class QuietHoursClockChangeTest {

  private static void check(
      ZoneId zone, LocalTime from, LocalTime until, OffsetDateTime at, OffsetDateTime end) {
    QuietHours quiet = new QuietHours(from, until);
    assertThat(quiet.end(at.toInstant(), zone)).isEqualTo(end.toInstant());
    assertThat(quiet.isQuiet(at.toInstant(), zone)).isEqualTo(!at.isEqual(end));
    assertThat(quiet.isQuiet(end.toInstant(), zone)).isFalse();
    // not a second earlier
    assertThat(at.isEqual(end) || quiet.isQuiet(end.toInstant().minusSeconds(1), zone)).isTrue();
  }

  /** Berlin and New York skip 02:00 to 03:00, Lord Howe skips 02:00 to 02:30, Apia skipped the whole of December 30. */
  @ParameterizedTest(name = "{0}: quiet {1} to {2}, {3} ends at {4}")
  @CsvSource({
    // the end lies in the gap: loud as soon as the clock has jumped over it
    "Europe/Berlin, 22:00, 02:30, 2026-03-29T01:59:59+01:00, 2026-03-29T03:00+02:00",
    "Europe/Berlin, 22:00, 02:00, 2026-03-28T23:00+01:00, 2026-03-29T03:00+02:00",
    "Europe/Berlin, 22:00, 02:59:59, 2026-03-28T23:00+01:00, 2026-03-29T03:00+02:00",
    "Europe/Berlin, 01:30, 02:15, 2026-03-29T01:45+01:00, 2026-03-29T03:00+02:00",
    "America/New_York, 22:00, 02:01, 2026-03-07T23:00-05:00, 2026-03-08T03:00-04:00",
    "Australia/Lord_Howe, 22:00, 02:15, 2026-10-03T23:00+10:30, 2026-10-04T02:30+11:00",
    // the end is the first time that is shown after the gap, or a later one
    "Europe/Berlin, 01:00, 03:00, 2026-03-29T01:30+01:00, 2026-03-29T03:00+02:00",
    "Europe/Berlin, 01:00, 03:01, 2026-03-29T01:30+01:00, 2026-03-29T03:01+02:00",
    "Australia/Lord_Howe, 22:00, 02:30, 2026-10-03T23:00+10:30, 2026-10-04T02:30+11:00",
    "Australia/Lord_Howe, 22:00, 02:45, 2026-10-04T01:59+10:30, 2026-10-04T02:45+11:00",
    // they begin in the gap: quiet from the first time that is shown after it
    "Europe/Berlin, 02:30, 04:00, 2026-03-29T01:59:59+01:00, 2026-03-29T01:59:59+01:00",
    "Europe/Berlin, 02:30, 04:00, 2026-03-29T03:00+02:00, 2026-03-29T04:00+02:00",
    "America/New_York, 02:30, 03:30, 2026-03-08T03:00-04:00, 2026-03-08T03:30-04:00",
    // they lie in the gap as a whole: that night is never quiet
    "Europe/Berlin, 02:15, 02:45, 2026-03-29T01:59:59+01:00, 2026-03-29T01:59:59+01:00",
    "Europe/Berlin, 02:15, 02:45, 2026-03-29T03:00+02:00, 2026-03-29T03:00+02:00",
    "Australia/Lord_Howe, 02:05, 02:25, 2026-10-04T02:30+11:00, 2026-10-04T02:30+11:00",
    // all that is loud lies in the gap: it is quiet until the next day
    "Europe/Berlin, 02:45, 02:30, 2026-03-29T01:00+01:00, 2026-03-30T02:30+02:00",
    "Australia/Lord_Howe, 02:20, 02:10, 2026-10-04T01:00+10:30, 2026-10-05T02:10+11:00",
    // the nights before and after are as ever
    "Europe/Berlin, 22:00, 02:30, 2026-03-27T23:00+01:00, 2026-03-28T02:30+01:00",
    "Europe/Berlin, 22:00, 02:30, 2026-03-29T22:00+02:00, 2026-03-30T02:30+02:00",
    // a day that never was
    "Pacific/Apia, 22:00, 07:00, 2011-12-29T23:00-10:00, 2011-12-31T07:00+14:00",
    "Pacific/Apia, 12:00, 23:00, 2011-12-29T13:00-10:00, 2011-12-29T23:00-10:00",
    "Pacific/Apia, 22:00, 00:00, 2011-12-29T22:30-10:00, 2011-12-31T00:00+14:00",
  })
  void whereTheClockGoesForward(
      ZoneId zone, LocalTime from, LocalTime until, OffsetDateTime at, OffsetDateTime end) {
    check(zone, from, until, at, end);
  }

  /** Berlin shows 02:00 to 03:00 twice, New York 01:00 to 02:00, Lord Howe 01:30 to 02:00. */
  @ParameterizedTest(name = "{0}: quiet {1} to {2}, {3} ends at {4}")
  @CsvSource({
    // the end is shown twice: the first time ends the quiet, what is quiet in the second hour ends with the second
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T02:29:59+02:00, 2026-10-25T02:30+02:00",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T02:30+02:00, 2026-10-25T02:30+02:00",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T02:59:59+02:00, 2026-10-25T02:59:59+02:00",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T02:00+01:00, 2026-10-25T02:30+01:00",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T02:29:59+01:00, 2026-10-25T02:30+01:00",
    "Europe/Berlin, 02:00, 02:30, 2026-10-25T02:10+02:00, 2026-10-25T02:30+02:00",
    "Europe/Berlin, 02:00, 02:30, 2026-10-25T02:10+01:00, 2026-10-25T02:30+01:00",
    "America/New_York, 21:00, 01:30, 2026-10-31T22:00-04:00, 2026-11-01T01:30-04:00",
    "America/New_York, 21:00, 01:30, 2026-11-01T01:45-04:00, 2026-11-01T01:45-04:00",
    "America/New_York, 21:00, 01:30, 2026-11-01T01:15-05:00, 2026-11-01T01:30-05:00",
    "Australia/Lord_Howe, 22:00, 01:45, 2026-04-04T23:00+11:00, 2026-04-05T01:45+11:00",
    "Australia/Lord_Howe, 22:00, 01:45, 2026-04-05T01:50+11:00, 2026-04-05T01:50+11:00",
    "Australia/Lord_Howe, 22:00, 01:45, 2026-04-05T01:35+10:30, 2026-04-05T01:45+10:30",
    // the clock goes back out of the quiet hours, before they are over: loud, and quiet once more later
    "Europe/Berlin, 02:30, 03:00, 2026-10-25T02:45+02:00, 2026-10-25T02:00+01:00",
    "Europe/Berlin, 02:30, 03:00, 2026-10-25T02:45+01:00, 2026-10-25T03:00+01:00",
    "America/New_York, 01:30, 02:00, 2026-11-01T01:45-04:00, 2026-11-01T01:00-05:00",
    "America/New_York, 01:30, 06:00, 2026-11-01T01:45-04:00, 2026-11-01T01:00-05:00",
    "Australia/Lord_Howe, 01:45, 02:00, 2026-04-05T01:50+11:00, 2026-04-05T01:30+10:30",
    // the clock goes back within the quiet hours: they last as much longer
    "Europe/Berlin, 22:00, 03:00, 2026-10-25T01:00+02:00, 2026-10-25T03:00+01:00",
    "America/New_York, 00:30, 01:00, 2026-11-01T00:45-04:00, 2026-11-01T01:00-04:00",
    "Australia/Lord_Howe, 22:00, 07:00, 2026-04-04T23:00+11:00, 2026-04-05T07:00+10:30",
    // quiet but for a quarter of an hour: the end of the first showing is over, that of the second is to come
    "Europe/Berlin, 02:30, 02:15, 2026-10-25T02:45+02:00, 2026-10-25T02:15+01:00",
    "Europe/Berlin, 02:30, 02:15, 2026-10-25T02:31+01:00, 2026-10-26T02:15+01:00",
    "Europe/Berlin, 02:30, 02:15, 2026-10-25T02:20+01:00, 2026-10-25T02:20+01:00",
    // what begins when the clock goes back is loud in both showings of its end
    "Europe/Berlin, 22:00, 02:00, 2026-10-24T23:00+02:00, 2026-10-25T02:00+02:00",
    "Europe/Berlin, 22:00, 02:00, 2026-10-25T02:00+01:00, 2026-10-25T02:00+01:00",
  })
  void whereTheClockGoesBack(
      ZoneId zone, LocalTime from, LocalTime until, OffsetDateTime at, OffsetDateTime end) {
    check(zone, from, until, at, end);
  }

  /** From noon to noon: what is shown twice is quiet twice, and what is skipped is not. */
  @ParameterizedTest(name = "{0}: {1} to {2} in the night of {3}: {4} minutes")
  @CsvSource({
    "Europe/Berlin, 22:00, 08:00, 2026-02-14T12:00+01:00, 600",
    "Europe/Berlin, 22:00, 08:00, 2026-03-28T12:00+01:00, 540",
    "Europe/Berlin, 22:00, 08:00, 2026-10-24T12:00+02:00, 660",
    "Europe/Berlin, 02:15, 02:45, 2026-03-28T12:00+01:00, 0",
    "Europe/Berlin, 02:15, 02:45, 2026-10-24T12:00+02:00, 60",
    "America/New_York, 21:00, 01:30, 2026-03-07T12:00-05:00, 270",
    "America/New_York, 21:00, 01:30, 2026-10-31T12:00-04:00, 300",
    "Australia/Lord_Howe, 22:00, 07:00, 2026-10-03T12:00+10:30, 510",
    "Australia/Lord_Howe, 22:00, 07:00, 2026-04-04T12:00+11:00, 570",
    "Australia/Lord_Howe, 01:45, 02:15, 2026-04-04T12:00+11:00, 45",
    "Australia/Lord_Howe, 01:45, 02:15, 2026-10-03T12:00+10:30, 15",
  })
  void theNightIsAsLongAsTheClockShows(
      ZoneId zone, LocalTime from, LocalTime until, OffsetDateTime noon, int minutes) {
    QuietHours quiet = new QuietHours(from, until);
    Instant end = noon.toInstant().atZone(zone).plusDays(1).toInstant();
    int counted = 0;
    for (Instant at = noon.toInstant(); at.isBefore(end); at = at.plus(Duration.ofMinutes(1))) {
      counted += quiet.isQuiet(at, zone) ? 1 : 0;
    }
    assertThat(counted).isEqualTo(minutes);
  }
}
