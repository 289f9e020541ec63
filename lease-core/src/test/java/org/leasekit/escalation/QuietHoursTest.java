package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  @ParameterizedTest(name = "{0}: quiet {1} to {2}, {3} ends at {4}")
  @CsvSource({
    "Asia/Shanghai, 22:00, 08:00, 2026-02-14T10:00+08:00, 2026-02-14T10:00+08:00",
    "Asia/Shanghai, 22:00, 08:00, 2026-02-14T21:59:59+08:00, 2026-02-14T21:59:59+08:00",
    "Asia/Shanghai, 22:00, 08:00, 2026-02-14T22:00+08:00, 2026-02-15T08:00+08:00",
    "Asia/Shanghai, 22:00, 08:00, 2026-02-15T07:59:59+08:00, 2026-02-15T08:00+08:00",
    "Asia/Shanghai, 22:00, 08:00, 2026-02-15T08:00+08:00, 2026-02-15T08:00+08:00",
    "Asia/Shanghai, 12:00, 14:00, 2026-02-15T13:00+08:00, 2026-02-15T14:00+08:00",
    // the night in which the clock goes forward is an hour shorter
    "Europe/Berlin, 22:00, 08:00, 2026-03-28T23:00+01:00, 2026-03-29T08:00+02:00",
    // 02:30 is never shown: the hour that is skipped ends the quiet at once
    "Europe/Berlin, 22:00, 02:30, 2026-03-28T23:00+01:00, 2026-03-29T03:00+02:00",
    // the night in which it goes back is an hour longer
    "Europe/Berlin, 22:00, 08:00, 2026-10-24T23:00+02:00, 2026-10-25T08:00+01:00",
    // 02:30 is shown twice: loud for half an hour, then quiet again for as long
    "Europe/Berlin, 22:00, 02:30, 2026-10-24T23:00+02:00, 2026-10-25T02:30+02:00",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T02:15+01:00, 2026-10-25T02:30+01:00",
    "Europe/Berlin, 22:00, 02:00, 2026-10-24T23:00+02:00, 2026-10-25T02:00+02:00",
    // midnight itself is skipped
    "America/Sao_Paulo, 22:00, 00:00, 2017-10-14T23:00-03:00, 2017-10-15T01:00-02:00",
    "Australia/Lord_Howe, 22:00, 07:00, 2026-10-03T23:00+10:30, 2026-10-04T07:00+11:00",
  })
  void quietEndsByTheWallClock(
      ZoneId zone, LocalTime from, LocalTime until, OffsetDateTime at, OffsetDateTime end) {
    assertThat(new QuietHours(from, until).end(at.toInstant(), zone)).isEqualTo(end.toInstant());
  }

  /** Minute by minute: the end is the first instant from then on that the wall clock shows as loud. */
  @Property(tries = 300)
  void theEndIsTheFirstLoudMinute(
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int until,
      @ForAll @IntRange(max = 2879) int minute,
      @ForAll @IntRange(max = 7) int place) {
    if (from == until) {
      return;
    }
    String[] zones = {
      "Europe/Berlin 2026-03-28", "Europe/Berlin 2026-10-24", "America/New_York 2026-11-01",
      "Australia/Lord_Howe 2026-04-04", "Asia/Shanghai 2026-02-14", "America/New_York 2026-03-07",
      "Australia/Lord_Howe 2026-10-03", "Pacific/Apia 2011-12-29"
    };
    String[] parts = zones[place].split(" ");
    ZoneId zone = ZoneId.of(parts[0]);
    QuietHours quiet =
        new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L));
    Instant at =
        LocalDate.parse(parts[1]).atStartOfDay(zone).toInstant().plus(Duration.ofMinutes(minute));
    Instant expected = at;
    while (quiet.isQuiet(expected.atZone(zone).toLocalTime())) {
      expected = expected.plusSeconds(60);
    }
    assertThat(quiet.end(at, zone)).isEqualTo(expected);
  }
}
