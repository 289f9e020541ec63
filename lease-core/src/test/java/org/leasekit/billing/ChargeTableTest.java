package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;
import org.leasekit.money.MinorUnits;

/** What periods cost and when they are due, worked by hand from the terms. */
class ChargeTableTest {

  /**
   * First day, last day, frequency, rules, rate and currency; then the amount of each period. Rules: {@code step DAY
   * RATE}, {@code free FIRST..LAST}, {@code off CODE FIRST..LAST POINTS}, {@code roll DAY}, {@code per UNIT}, a stub or a
   * convention by its name.
   */
  @ParameterizedTest(name = "{0}..{1} {2} {3} {4} {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # steps: 15/31 x 1000 + 16/31 x 1200, 14/28 and 14/28, 14/29 and 15/29, 1000 + 2 x 1100
          2026-03-01|2026-03-31|1M |step 2026-03-16 1200.00|1000.00|CNY|1103.23
          2026-02-01|2026-02-28|1M |step 2026-02-15 1200.00|1000.00|CNY|1100.00
          2024-02-01|2024-02-29|1M |step 2024-02-15 1200.00|1000.00|CNY|1103.45
          2026-01-01|2026-03-31|3M |step 2026-02-01 1100.00|1000.00|CNY|3200.00
          2026-03-01|2026-03-31|1M |step 2026-03-16 12000  |10000  |JPY|11032
          2026-01-01|2026-02-28|1M |step 2025-06-01 1100.00|1000.00|CNY|1100.00 1100.00
          # free days: 21/31, none of March, 20/31 and 20/30, 15 days once although two windows overlap
          2026-03-01|2026-03-31|1M |free 2026-03-01..2026-03-10|1000.00|CNY|677.42
          2026-03-01|2026-04-30|1M |free 2026-03-01..2026-03-31|1000.00|CNY|0.00 1000.00
          2026-03-01|2026-04-30|1M |free 2026-03-21..2026-04-10|1000.00|CNY|645.16 666.67
          2026-03-01|2026-03-31|1M |free 2026-03-01..2026-03-10; free 2026-03-06..2026-03-15|1000.00|CNY|516.13
          2026-03-01|2026-03-31|1M |free 2026-03-01..2026-03-10|100.000|KWD|67.742
          2026-03-01|2026-03-31|1M |free 2026-03-01..2026-03-10; step 2026-03-16 1200.00|1000.00|CNY|780.65
          2026-03-01|2026-03-10|1M |free 2026-03-01..2026-03-05; WHOLE_PERIODS|1000.00|CNY|500.00
          2026-02-01|2026-02-28|1M |free 2026-02-01..2026-02-07; THIRTY_360|1000.00|CNY|750.00
          # discounts: (9 + 21)/31, 10 % and 5 % add up, never more than all
          2026-03-01|2026-03-31|1M |off EARLY 2026-03-01..2026-03-31 1000|1000.00|CNY|900.00
          2026-03-01|2026-03-31|1M |off EARLY 2026-03-01..2026-03-10 1000|1000.00|CNY|967.74
          2026-03-01|2026-03-31|1M |off A 2026-03-01..2026-03-31 1000; off B 2026-03-01..2026-03-31 500|1000.00|CNY|850.00
          2026-03-01|2026-03-31|1M |off A 2026-03-01..2026-03-31 6000; off B 2026-03-01..2026-03-31 6000|1000.00|CNY|0.00
          # by the week and the day: 2/7 and 4/7 of 200; 31 and 28 days of 15
          2026-03-02|2026-03-31|1W |per WEEK|200.00|CNY|200.00 200.00 200.00 200.00 57.14
          2026-03-02|2026-03-29|1W |per WEEK; free 2026-03-09..2026-03-11|200.00|CNY|200.00 114.29 200.00 200.00
          2026-02-20|2026-03-21|10D|per DAY|15.00|CNY|150.00 150.00 150.00
          2026-01-01|2026-02-28|1M |per DAY|15.00|CNY|465.00 420.00
          # a rate by the month billed by the week or in tens of days still makes the month
          2026-02-02|2026-03-01|1W |-|1000.00|CNY|250.00 250.00 250.00 250.00
          2026-03-01|2026-03-31|10D|-|1000.00|CNY|322.58 322.58 322.58 32.26
          # stubs: 17/31, 20/30, 16/30, 204/365, one month, 6/31, 10/30
          2026-01-15|2026-02-28|1M |roll 1|1000.00|CNY|548.39 1000.00
          2026-01-15|2026-02-28|1M |roll 1; LONG_INITIAL|1000.00|CNY|1548.39
          2026-01-15|2026-04-20|1M |roll 1|1000.00|CNY|548.39 1000.00 1000.00 666.67
          2026-01-15|2026-02-28|1M |roll 1; THIRTY_360|1000.00|CNY|533.33 1000.00
          2026-01-15|2026-02-28|1M |roll 1; ACTUAL_365|1000.00|CNY|558.90 1000.00
          2026-01-15|2026-02-28|1M |roll 1; WHOLE_PERIODS|1000.00|CNY|1000.00 1000.00
          2026-01-15|2026-04-20|1M |SHORT_INITIAL|1000.00|CNY|193.55 1000.00 1000.00 1000.00
          2026-01-01|2026-04-10|3M |LONG_FINAL|1000.00|CNY|3333.33
          2026-02-28|2026-06-29|1M |roll 31|1000.00|CNY|1000.00 1000.00 1000.00 1000.00
          2026-01-15|2026-02-28|1M |roll 1|10001|JPY|5484 10001
          2026-01-15|2026-02-28|1M |roll 1|100.001|KWD|54.839 100.001
          """)
  void costsWhatTheTermsSay(
      LocalDate first, LocalDate last, String every, String rules, BigDecimal rate, String currency, String amounts) {
    ChargeSchedule schedule = schedule(first, last, every, rules, rate, currency);
    List<ScheduledPeriod> periods = schedule.resolve(BusinessCalendar.everyDay());

    assertThat(periods.stream().map(p -> plain(p.amountMinor(), currency)).collect(Collectors.joining(" ")))
        .isEqualTo(amounts);
  }

  private static ChargeSchedule schedule(
      LocalDate first, LocalDate last, String every, String rules, BigDecimal rate, String currency) {
    long minor = minor(rate, currency);
    ChargeSchedule.Builder builder =
        ChargeSchedule.of(DateRange.ofClosed(first, last), minor, currency)
            .every(PeriodGridTableTest.frequency(every));
    List<DateRange> free = new ArrayList<>();
    List<Discount> off = new ArrayList<>();
    for (String rule : rules.split("; *")) {
      String[] words = rule.split(" ");
      switch (words[0]) {
        case "-" -> { }
        case "step" -> builder.steps(
            new RateStep(LocalDate.parse(words[1]), minor(new BigDecimal(words[2]), currency)));
        case "free" -> free.add(days(words[1]));
        case "off" -> off.add(new Discount(words[1], days(words[2]), Integer.parseInt(words[3])));
        case "roll" -> builder.rollOn(new RollDay(Integer.parseInt(words[1])));
        case "per" -> builder.rate(minor, RateUnit.valueOf(words[1]));
        case "LONG_INITIAL", "LONG_FINAL", "SHORT_INITIAL" -> builder.stub(StubRule.valueOf(words[0]));
        default -> builder.proration(Prorations.of(words[0]));
      }
    }
    return builder.rentFree(free.toArray(DateRange[]::new)).discounts(off.toArray(Discount[]::new)).build();
  }

  private static DateRange days(String closed) {
    String[] ends = closed.split("\\.\\.");
    return DateRange.ofClosed(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
  }

  /** Amount, currency, points, included or added; then net and tax. */
  @ParameterizedTest
  @CsvSource({
    "1000.00, CNY,  600, true,  943.40, 56.60",
    "1000.00, CNY,  600, false, 1000.00, 60.00",
    "1000.00, CNY,  900, true,  917.43, 82.57",
    "548.39,  CNY,  500, false, 548.39, 27.42",
    "10005,   JPY, 1000, false, 10005, 1001",
    "11000,   JPY, 1000, true,  10000, 1000",
    "67.742,  KWD,  500, false, 67.742, 3.387",
    "0.01,    CNY, 1300, true,  0.01, 0.00",
    "0.00,    CNY,  600, false, 0.00, 0.00",
  })
  void splitsTax(BigDecimal amount, String currency, int points, boolean included, String net, String tax) {
    DateRange day = days("2026-03-01..2026-03-01");
    ScheduledPeriod period =
        ChargeSchedule.of(day, 0, currency)
            .rate(minor(amount, currency), RateUnit.DAY)
            .tax(new Tax(points, included))
            .build()
            .resolve(BusinessCalendar.everyDay())
            .get(0);

    assertThat(plain(period.split().netMinor(), currency)).isEqualTo(net);
    assertThat(plain(period.split().taxMinor(), currency)).isEqualTo(tax);
    assertThat(period.totalMinor()).isEqualTo(period.split().netMinor() + period.split().taxMinor());
  }

  /**
   * Reviews each January by the index of December before; base December 2025. Index of December 2025, 2026, 2027 ({@code
   * -} not published), floor and cap in points, a step or {@code -}; then the rent of December 2026, January 2027, January
   * 2028.
   */
  @ParameterizedTest
  @CsvSource({
    "100,   103,    106, 0,    10000, -, 1000.00, 1030.00, 1060.00",
    "100,   103,    106, 0,    200,   -, 1000.00, 1020.00, 1040.40",
    "100,   98,     98,  0,    500,   -, 1000.00, 1000.00, 1000.00",
    "100,   98,     98,  -100, 500,   -, 1000.00, 990.00,  990.00",
    "100.1, 102.35, -,   0,    10000, -, 1000.00, 1022.48, 1022.48",
    "100,   -,      106, 0,    10000, -, 1000.00, 1000.00, 1060.00",
    "-,     103,    106, 0,    10000, -, 1000.00, 1000.00, 1000.00",
    "100,   103,    106, 0,    10000, 2027-01-01 1500.00, 1000.00, 1500.00, 1543.69",
    "100,   103,    106, 0,    10000, 2026-12-01 1200.00, 1200.00, 1236.00, 1272.00",
    "100,   103,    103, 300,  300,   -, 1000.00, 1030.00, 1060.90",
    "100,   -,      110, 0,    300,   -, 1000.00, 1000.00, 1030.00",
    "100,   -,      102, 0,    300,   -, 1000.00, 1000.00, 1020.00",
    "100,   -,      101, 200,  300,   -, 1000.00, 1000.00, 1020.00",
    "100,   -,      110, 0,    10000, 2027-01-01 1200.00, 1000.00, 1200.00, 1200.00",
  })
  void followsTheIndex(
      String base, String next, String last, int floor, int cap, String step,
      String before, String first, String second) {
    Map<YearMonth, BigDecimal> series = new HashMap<>();
    List.of(base, next, last).forEach(figure -> {
      int year = 2025 + series.size();
      series.put(YearMonth.of(year, 12), figure.equals("-") ? BigDecimal.ZERO : new BigDecimal(figure));
    });
    series.values().removeIf(figure -> figure.signum() == 0);
    ChargeSchedule.Builder builder =
        ChargeSchedule.of(days("2026-01-01..2028-12-31"), 100_000, "CNY")
            .indexed(new Indexation(
                series, YearMonth.of(2025, 12), LocalDate.of(2027, 1, 1), 12, 1, floor, cap));
    if (!step.equals("-")) {
      String[] words = step.split(" ");
      builder.steps(new RateStep(LocalDate.parse(words[0]), minor(new BigDecimal(words[1]), "CNY")));
    }
    List<ScheduledPeriod> periods = builder.build().resolve(BusinessCalendar.everyDay());

    assertThat(plain(periods.get(11).amountMinor(), "CNY")).isEqualTo(before);
    assertThat(plain(periods.get(12).amountMinor(), "CNY")).isEqualTo(first);
    assertThat(plain(periods.get(24).amountMinor(), "CNY")).isEqualTo(second);
  }

  /** The step of January 2027 stands for the figure of December 2026, 105, that comes out in March: 1200 x 110 / 105. */
  @Test
  void aStepOnTheDayOfAReviewCountsFromAFigureThatComesOutLater() {
    Indexation index =
        new Indexation(
            Map.of(YearMonth.of(2025, 12), new BigDecimal(100)), YearMonth.of(2025, 12), LocalDate.of(2027, 1, 1),
            12, 1, 0, 10_000,
            List.of(
                new Indexation.Published(
                    LocalDate.of(2027, 3, 1), Map.of(YearMonth.of(2026, 12), new BigDecimal(105))),
                new Indexation.Published(
                    LocalDate.of(2028, 1, 1), Map.of(YearMonth.of(2027, 12), new BigDecimal(110)))));
    List<ScheduledPeriod> periods =
        ChargeSchedule.of(days("2026-01-01..2028-12-31"), 100_000, "CNY")
            .indexed(index)
            .steps(new RateStep(LocalDate.of(2027, 1, 1), 120_000))
            .build()
            .resolve(BusinessCalendar.everyDay());

    assertThat(periods.get(23).amountMinor()).isEqualTo(120_000);
    assertThat(periods.get(24).amountMinor()).isEqualTo(125_714);
  }

  /** National Day 2026 is off from October 1 to 7, Mid-Autumn from September 25 to 27. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-01, 2026-10-31, 1M, ADVANCE, 0,  FOLLOWING, 2026-10-01, 2026-10-08",
    "2026-10-01, 2026-10-31, 1M, ARREARS, 0,  FOLLOWING, 2026-11-01, 2026-11-02",
    "2026-10-01, 2026-10-31, 1M, ADVANCE, -5, FOLLOWING, 2026-09-26, 2026-09-28",
    "2026-10-01, 2026-10-31, 1M, ADVANCE, 0,  PRECEDING, 2026-10-01, 2026-09-30",
    "2026-10-01, 2026-10-31, 1M, ADVANCE, 0,  NONE,      2026-10-01, 2026-10-01",
    "2026-03-02, 2026-03-08, 1W, ARREARS, 0,  FOLLOWING, 2026-03-09, 2026-03-09",
    "2026-03-02, 2026-03-08, 1W, ARREARS, 5,  FOLLOWING, 2026-03-14, 2026-03-16",
  })
  void keepsTheUnadjustedDayBesideTheAdjustedOne(
      LocalDate first, LocalDate last, String every, BillingTiming timing, int offset, String roll,
      LocalDate unadjusted, LocalDate adjusted) {
    ScheduledPeriod period =
        ChargeSchedule.of(DateRange.ofClosed(first, last), 100, "CNY")
            .every(PeriodGridTableTest.frequency(every))
            .timing(timing)
            .due(offset, DayRolls.of(roll))
            .build()
            .resolve(ShippedCalendars.china())
            .get(0);

    assertThat(period.unadjustedDue()).isEqualTo(unadjusted);
    assertThat(period.due()).isEqualTo(adjusted);
  }

  @Test
  void namesWhatEachDiscountTookOff() {
    DateRange march = days("2026-03-01..2026-03-31");
    ScheduledPeriod period =
        ChargeSchedule.of(march, 100_001, "CNY")
            .discounts(
                new Discount("LOYAL", march, 333), new Discount("EARLY", days("2026-03-01..2026-03-10"), 1000))
            .build()
            .resolve(BusinessCalendar.everyDay())
            .get(0);

    // 1000.01 x 3.33 % = 33.30, 1000.01 x 10/31 x 10 % = 32.26; together 65.56
    assertThat(period.grossMinor()).isEqualTo(100_001);
    assertThat(period.discounts())
        .containsExactly(new ScheduledPeriod.Taken("EARLY", 3226), new ScheduledPeriod.Taken("LOYAL", 3330));
    assertThat(period.amountMinor()).isEqualTo(93_445);
  }

  @Test
  void namesACodeEvenForAUnitThatOnlyRoundingTookOff() {
    DateRange day = days("2026-03-01..2026-03-01");
    ScheduledPeriod period =
        ChargeSchedule.of(day, 0, "CNY")
            .rate(1, RateUnit.DAY)
            .discounts(new Discount("A", day, 4000), new Discount("B", day, 2000))
            .build()
            .resolve(BusinessCalendar.everyDay())
            .get(0);

    assertThat(period.amountMinor()).isZero();
    assertThat(period.discounts())
        .containsExactly(new ScheduledPeriod.Taken("A", 1), new ScheduledPeriod.Taken("B", 0));
  }

  @Test
  void explainsAStepAndAWeek() {
    ChargeSchedule step =
        schedule(
            LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), "1M", "step 2026-03-16 1200.00",
            new BigDecimal("1000.00"), "CNY");
    ChargeSchedule week =
        schedule(
            LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3), "1W", "per WEEK", new BigDecimal("200.00"), "CNY");

    assertThat(explain(step, Locale.ENGLISH))
        .endsWith("2026-03-01 to 2026-03-15 (15 days) = 15/31, 2026-03-16 to 2026-03-31 (16 days) = 16/31;"
            + " 1000.00 × 15/31 + 1200.00 × 16/31 = 1103.23 CNY, rounded half up");
    assertThat(explain(week, Locale.ENGLISH))
        .isEqualTo("200.00 CNY a week (a day counts 1/7): 2026-03-02 to 2026-03-03 (2 days) = 2/7;"
            + " 200.00 × 2/7 = 57.14 CNY, rounded half up");
    assertThat(explain(week, Locale.CHINESE))
        .isEqualTo("每周 200.00 CNY（每天计 1/7）：2026-03-02 至 2026-03-03（2 天）= 2/7；"
            + "200.00 × 2/7 = 57.14 CNY（四舍五入）");
  }

  private static String explain(ChargeSchedule schedule, Locale locale) {
    return schedule.resolve(BusinessCalendar.everyDay()).get(0).derivation().explain(locale);
  }

  private static long minor(BigDecimal amount, String currency) {
    return amount.movePointRight(MinorUnits.digits(Monetary.getCurrency(currency))).longValueExact();
  }

  private static String plain(long minor, String currency) {
    return MinorUnits.plain(MinorUnits.amount(minor, currency));
  }
}
