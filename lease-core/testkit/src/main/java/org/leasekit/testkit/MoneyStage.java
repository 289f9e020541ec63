package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * What the stories about money have in common. The lease runs from March 1, 2026 for six months at 3100.00 a month: a day of
 * March is 100.00, one of April 103.33. After each test the books agree with the receivables.
 */
public abstract class MoneyStage {
  static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  static final ContractNo A = new ContractNo("A");

  MoneyTown town;

  /** For subclasses. */
  protected MoneyStage() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new MoneyTown(stores(), validator());
  }

  @AfterEach
  final void theBooksAgree() {
    town.assertBooksAgree();
  }

  static Instant march(int day) {
    return RenewalTown.at(MARCH.withDayOfMonth(day).toString(), "00:00");
  }

  static Instant day(String day) {
    return RenewalTown.at(day, "00:00");
  }

  static ReceivableKey rent(int month, int revision) {
    LocalDate from = MARCH.withMonth(month);
    return new ReceivableKey(A, ChargeCode.RENT, DateRange.of(from, from.plusMonths(1)), revision);
  }

  static void assertRule(Outcome<?> outcome, String rule) {
    assertThat(outcome.rejection().rule()).isEqualTo(rule);
    assertThat(outcome.rejection().message(Locale.CHINESE)).isNotBlank();
  }
}
