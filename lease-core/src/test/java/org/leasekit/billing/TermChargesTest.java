package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

class TermChargesTest {
  private static final ContractNo NO = new ContractNo("A-R1");
  private static final ChargeCode POST = new ChargeCode("ADDON-POST");
  private static final DateRange YEAR = DateRange.ofClosed(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));
  private static final ChargeTerms TERMS =
      new ChargeTerms(MinorUnits.amount(0, "CNY"), MinorUnits.amount(0, "CNY"), 1, "ACTUAL_MONTH");
  private static final Instant RAISED = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-05-01T00:00:00Z");

  private final List<Reckoning.Raised> raised =
      new ArrayList<>(List.of(new Reckoning.Raised(new ReceivableKey(NO, POST, YEAR, 0), 60000, RAISED)));

  private List<Reckoning.Correction> corrections(@Nullable String endsOn) {
    ChargeSchedule schedule =
        RuledSchedule.of(
            YEAR, YEAR.endExclusive(), 0, TERMS, ChargeRules.STANDARD, List.of(), List.of(), DayRolls.NONE);
    Reckoning.Charge contract =
        new Reckoning.Charge(
            NO, ChargeCode.RENT, Set.of(), schedule,
            List.of(new Reckoning.TermsChange("letter 1", CHANGED)), ZoneOffset.UTC);
    return TermCharges.corrections(contract, raised, endsOn == null ? null : LocalDate.parse(endsOn), "CNY");
  }

  /** 600.00 for 365 days: 1.6438... a day. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 0",
    "2026-04-01, 0",
    "2026-04-02, 164",
    "2026-07-10, 16438",
    "2026-10-01, 30082",
    "2027-03-31, 59836"
  })
  void whatIsOwedIsTheShareOfTheDaysThatWereLet(String endsOn, long owed) {
    List<Reckoning.Correction> corrections = corrections(endsOn);
    assertThat(corrections).hasSize(1);
    assertThat(corrections.get(0).beforeMinor()).isEqualTo(60000);
    assertThat(corrections.get(0).afterMinor()).isEqualTo(owed);
    assertThat(corrections.get(0).key().revision()).isEqualTo(1);
    assertThat(corrections.get(0).cause()).hasToString("terms letter 1");
  }

  @ParameterizedTest
  @CsvSource(value = {"2027-04-01", "2028-01-01", "null"}, nullValues = "null")
  void nothingChangesWhenTheTermIsKept(String endsOn) {
    assertThat(corrections(endsOn)).isEmpty();
  }

  @Test
  void aSecondLookFindsNothingAndWhatIsTakenBackIsOwedAgain() {
    Reckoning.Correction credit = corrections("2026-07-10").get(0);
    raised.add(new Reckoning.Raised(credit.key(), credit.deltaMinor(), CHANGED));
    assertThat(corrections("2026-07-10")).isEmpty();
    Reckoning.Correction debit = corrections(null).get(0);
    assertThat(debit.deltaMinor()).isEqualTo(60000 - 16438);
    assertThat(debit.key().revision()).isEqualTo(2);
    raised.add(new Reckoning.Raised(debit.key(), debit.deltaMinor(), CHANGED));
    assertThat(corrections(null)).isEmpty();
  }
}
