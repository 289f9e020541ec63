package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeRules.Levy;
import org.leasekit.contract.ChargeRules.Per;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.occupancy.MonthlyRent;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;

/** What a month like a day costs, worked out by hand in minor units. */
class MonthlyRentTableTest {
  private static final DateRange TERM = DateRange.of(LocalDate.of(2027, 1, 15), LocalDate.of(2029, 1, 15));
  private static final Instant KNOWN = Instant.parse("2026-12-01T00:00:00Z");

  private static MonthlyRent monthly(long rate, String currency, ChargeRules rules, LocalDate day) {
    ChargeTerms terms =
        new ChargeTerms(
            MinorUnits.amount(rate, currency), MinorUnits.amount(0, currency), 1, "ACTUAL_MONTH", rules);
    ContractHistory history =
        ContractHistory.begin(
            new Origin(
                new LessorId("lessor"), new ContractNo("C"), "garage", new UnitRef("garage", "A"), Portion.WHOLE,
                new TenantId("t"), null, List.of(), TERM, terms.monthlyRent(), rules, KNOWN));
    return ContractCharges.monthly(terms, history, KNOWN, day);
  }

  /** Of a week, a day counts a seventh; 2028 is a leap year. */
  @ParameterizedTest(name = "{0} {1} per {2} on {3}: {4}")
  @CsvSource({
    "310000, CNY, MONTH, 2027-01-31, 310000",
    "310000, CNY, MONTH, 2027-02-01, 310000",
    "70000, CNY, WEEK, 2027-02-28, 280000",
    "70000, CNY, WEEK, 2028-02-01, 290000",
    "70000, CNY, WEEK, 2027-04-30, 300000",
    "70000, CNY, WEEK, 2027-05-01, 310000",
    "9999, CNY, WEEK, 2027-05-01, 44281",
    "1000, JPY, WEEK, 2027-04-01, 4286",
    "1001, JPY, WEEK, 2027-02-28, 4004",
    "12345, KWD, WEEK, 2028-02-29, 51144",
    "3333, CNY, DAY, 2027-02-01, 93324",
    "3333, CNY, DAY, 2027-05-01, 103323",
    "0, CNY, DAY, 2027-05-01, 0"
  })
  void ofEachUnitOfTime(long rate, String currency, Per per, LocalDate day, long month) {
    MonthlyRent rent = monthly(rate, currency, ChargeRules.STANDARD.pricedPer(per), day);
    assertThat(MinorUnits.of(rent.agreed())).isEqualTo(month);
    assertThat(rent.owed()).isEqualTo(rent.agreed());
    assertThat(rent.tax().isZero()).isTrue();
    ChargeTerms terms =
        new ChargeTerms(
            MinorUnits.amount(rate, currency), MinorUnits.amount(0, currency), 1, "ACTUAL_MONTH",
            ChargeRules.STANDARD.pricedPer(per));
    assertThat(terms.rentOf(YearMonth.from(day))).isEqualTo(rent.agreed());
  }

  /** What is owed is rounded once: half of 8.86 is 4, though 8.86 reads as 9. */
  @ParameterizedTest(name = "{0} per {1}, {2} off, tax {3}: {4}, {5}, {6}")
  @CsvSource({
    "100000, MONTH, 0, 900, false, 100000, 109000, 9000",
    "100000, MONTH, 0, 900, true, 100000, 100000, 8257",
    "100000, MONTH, 3333, 900, false, 100000, 72670, 6000",
    "100000, MONTH, 10000, 900, false, 100000, 0, 0",
    "99995, MONTH, 1000, 0, true, 99995, 89996, 0",
    "2, WEEK, 5000, 0, true, 9, 4, 0",
    "6999, WEEK, 1000, 0, true, 30996, 27896, 0",
    "6999, WEEK, 0, 600, false, 30996, 32856, 1860",
    "3333, DAY, 2500, 900, false, 103323, 84466, 6974"
  })
  void lessDiscountAndWithTax(
      long rate, Per per, int off, int tax, boolean included, long agreed, long owed, long ofTax) {
    ChargeRules rules = ChargeRules.STANDARD.pricedPer(per).withTax(new Levy(tax, included));
    if (off > 0) {
      rules = rules.withDiscounts(new ChargeRules.Reduction("D", TERM, off));
    }
    MonthlyRent rent = monthly(rate, "CNY", rules, LocalDate.of(2027, 5, 17));
    assertThat(MinorUnits.of(rent.agreed())).isEqualTo(agreed);
    assertThat(MinorUnits.of(rent.owed())).isEqualTo(owed);
    assertThat(MinorUnits.of(rent.tax())).isEqualTo(ofTax);
  }

  /** A weekly rent of 70.00 with a step, free days and a review: what holds on the day holds for its month. */
  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "2027-01-15, 31000, 31000",
    "2027-03-09, 31000, 31000",
    "2027-03-10, 31000, 0",
    "2027-03-20, 31000, 31000",
    "2027-06-14, 30000, 30000",
    "2027-06-15, 36000, 36000",
    "2027-12-31, 37200, 37200",
    "2028-01-01, 38130, 38130",
    "2028-02-29, 35670, 35670",
    "2029-01-14, 38130, 38130"
  })
  void asOfTheDay(LocalDate day, long agreed, long owed) {
    YearMonth base = YearMonth.of(2026, 12);
    ChargeRules rules =
        ChargeRules.STANDARD
            .pricedPer(Per.WEEK)
            .withSteps(new ChargeRules.Step(LocalDate.of(2027, 6, 15), 8400))
            .withRentFree(DateRange.of(LocalDate.of(2027, 3, 10), LocalDate.of(2027, 3, 20)))
            .indexedBy(
                new ChargeRules.Index(
                    Map.of(base, new BigDecimal("100"), base.plusYears(1), new BigDecimal("102.5")), base,
                    LocalDate.of(2028, 1, 1), 12, 1, 0, 1000));
    MonthlyRent rent = monthly(7000, "CNY", rules, day);
    assertThat(MinorUnits.of(rent.agreed())).isEqualTo(agreed);
    assertThat(MinorUnits.of(rent.owed())).isEqualTo(owed);
    assertThat(MinorUnits.of(rent.suspended().owed())).isZero();
    assertThat(rent.suspended().agreed()).isEqualTo(rent.agreed());
  }
}
