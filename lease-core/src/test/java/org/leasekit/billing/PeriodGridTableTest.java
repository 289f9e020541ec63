package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;

/** Where periods begin, worked by hand from a calendar. */
class PeriodGridTableTest {

  /** First day, last day, frequency, stub, roll day or {@code -}; then the first day of each period, {@code *} a stub. */
  @ParameterizedTest(name = "{0}..{1} {2} {3} {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # no roll day: counted from the end that the stub is not at
          2026-01-15|2026-04-14|1M |SHORT_FINAL  |- |2026-01-15 2026-02-15 2026-03-15
          2026-01-15|2026-04-20|1M |SHORT_FINAL  |- |2026-01-15 2026-02-15 2026-03-15 2026-04-15*
          2026-01-15|2026-04-20|1M |LONG_FINAL   |- |2026-01-15 2026-02-15 2026-03-15*
          2026-01-15|2026-04-20|1M |SHORT_INITIAL|- |2026-01-15* 2026-01-21 2026-02-21 2026-03-21
          2026-01-15|2026-04-20|1M |LONG_INITIAL |- |2026-01-15* 2026-02-21 2026-03-21
          2026-02-28|2026-05-30|1M |SHORT_INITIAL|- |2026-02-28 2026-03-31 2026-04-30
          2026-02-28|2026-06-29|1M |SHORT_FINAL  |- |2026-02-28 2026-03-28 2026-04-28 2026-05-28 2026-06-28*
          2024-02-29|2026-02-27|12M|SHORT_FINAL  |- |2024-02-29 2025-02-28
          2025-12-31|2026-04-29|2M |SHORT_FINAL  |- |2025-12-31 2026-02-28
          2026-03-05|2026-03-10|1M |SHORT_FINAL  |- |2026-03-05*
          2026-03-05|2026-03-10|1M |LONG_FINAL   |- |2026-03-05*
          2026-03-05|2026-03-10|1M |LONG_INITIAL |- |2026-03-05*
          # a roll day: either end may be a stub, and long is the end that is named
          2026-01-15|2026-04-20|1M |SHORT_FINAL  |1 |2026-01-15* 2026-02-01 2026-03-01 2026-04-01*
          2026-01-15|2026-04-20|1M |LONG_FINAL   |1 |2026-01-15* 2026-02-01 2026-03-01*
          2026-01-15|2026-04-20|1M |SHORT_INITIAL|1 |2026-01-15* 2026-02-01 2026-03-01 2026-04-01*
          2026-01-15|2026-04-20|1M |LONG_INITIAL |1 |2026-01-15* 2026-03-01 2026-04-01*
          2026-01-15|2026-12-31|3M |SHORT_FINAL  |1 |2026-01-15* 2026-02-01 2026-05-01 2026-08-01 2026-11-01*
          2026-01-15|2026-12-31|3M |LONG_FINAL   |1 |2026-01-15* 2026-02-01 2026-05-01 2026-08-01*
          2026-01-15|2026-12-31|3M |SHORT_INITIAL|1 |2026-01-15* 2026-04-01 2026-07-01 2026-10-01
          2026-01-15|2026-12-31|3M |LONG_INITIAL |1 |2026-01-15* 2026-07-01 2026-10-01
          2026-02-01|2026-04-30|1M |SHORT_FINAL  |1 |2026-02-01 2026-03-01 2026-04-01
          2026-03-20|2026-04-10|1M |SHORT_FINAL  |1 |2026-03-20* 2026-04-01*
          2026-03-20|2026-04-10|1M |LONG_FINAL   |1 |2026-03-20* 2026-04-01*
          2025-12-01|2026-12-14|6M |SHORT_INITIAL|15|2025-12-01* 2025-12-15 2026-06-15
          # ends of month
          2026-02-28|2026-06-29|1M |SHORT_FINAL  |31|2026-02-28 2026-03-31 2026-04-30 2026-05-31
          2024-01-31|2024-04-29|1M |SHORT_FINAL  |31|2024-01-31 2024-02-29 2024-03-31
          2026-04-15|2026-07-30|1M |SHORT_FINAL  |31|2026-04-15* 2026-04-30 2026-05-31 2026-06-30
          2026-01-30|2026-04-29|1M |SHORT_FINAL  |30|2026-01-30 2026-02-28 2026-03-30
          2024-02-29|2026-02-27|12M|SHORT_FINAL  |31|2024-02-29 2025-02-28
          # weeks and days
          2026-03-02|2026-03-29|1W |SHORT_FINAL  |- |2026-03-02 2026-03-09 2026-03-16 2026-03-23
          2026-03-02|2026-03-31|1W |SHORT_FINAL  |- |2026-03-02 2026-03-09 2026-03-16 2026-03-23 2026-03-30*
          2026-03-02|2026-03-31|1W |LONG_FINAL   |- |2026-03-02 2026-03-09 2026-03-16 2026-03-23*
          2026-03-02|2026-03-31|1W |SHORT_INITIAL|- |2026-03-02* 2026-03-04 2026-03-11 2026-03-18 2026-03-25
          2026-03-02|2026-03-31|1W |LONG_INITIAL |- |2026-03-02* 2026-03-11 2026-03-18 2026-03-25
          2026-03-02|2026-03-31|2W |SHORT_FINAL  |- |2026-03-02 2026-03-16 2026-03-30*
          2026-02-20|2026-03-21|10D|SHORT_FINAL  |- |2026-02-20 2026-03-02 2026-03-12
          2024-02-20|2024-03-20|10D|SHORT_FINAL  |- |2024-02-20 2024-03-01 2024-03-11
          2026-12-31|2027-01-02|1D |SHORT_FINAL  |- |2026-12-31 2027-01-01 2027-01-02
          """)
  void beginsWhereTheCalendarSays(
      LocalDate first, LocalDate last, String frequency, StubRule stub, String roll, String starts) {
    ChargeSchedule.Builder builder =
        ChargeSchedule.of(DateRange.ofClosed(first, last), 100_000, "CNY")
            .every(frequency(frequency))
            .stub(stub);
    if (!roll.equals("-")) {
      builder.rollOn(new RollDay(Integer.parseInt(roll)));
    }
    assertThat(
            builder.build().resolve(BusinessCalendar.everyDay()).stream()
                .map(period -> period.range().start() + (period.stub() ? "*" : ""))
                .collect(Collectors.joining(" ")))
        .isEqualTo(starts);
  }

  static Frequency frequency(String text) {
    int count = Integer.parseInt(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'M' -> Frequency.months(count);
      case 'W' -> Frequency.weeks(count);
      default -> Frequency.days(count);
    };
  }

  @Test
  void refusesWhatHasNoMeaning() {
    DateRange year = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
    ChargeSchedule.Builder weekly =
        ChargeSchedule.of(year, 1, "CNY").every(Frequency.weeks(1)).rollOn(RollDay.END_OF_MONTH);
    RateStep step = new RateStep(year.start(), 1);

    assertThatThrownBy(weekly::build).hasMessageContaining("rollDay");
    assertThatThrownBy(ChargeSchedule.of(year, -1, "CNY")::build).hasMessageContaining("rateMinor");
    assertThatThrownBy(ChargeSchedule.of(year, 1, "CNY").steps(step, step)::build).hasMessageContaining("steps");
    assertThatThrownBy(() -> new RollDay(32)).hasMessageContaining("day");
    assertThatThrownBy(() -> Frequency.months(0)).hasMessageContaining("count");
    assertThatThrownBy(() -> new Discount("X", year, 10_001)).hasMessageContaining("basisPoints");
    assertThatThrownBy(() -> new Tax(-1, true)).hasMessageContaining("basisPoints");
    assertThatThrownBy(() -> new RateStep(year.start(), -1)).hasMessageContaining("rateMinor");
  }
}
