package org.leasekit.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

class LateFeesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);

  private static Receivable receivable(String payer, ChargeCode charge, LocalDate due, long minor, long paid) {
    DateRange period = DateRange.of(due, due.plusMonths(1));
    return new Receivable(
        new LessorId("L"),
        new ReceivableKey(new ContractNo("C-" + due), charge, period, 0),
        new ContractNo(payer), due, due, yuan(minor), yuan(paid), yuan(0),
        new Derivation(Derivation.ONE_OFF, minor, List.of(new Derivation.Slice(period, 1, 1)), "CNY"),
        Instant.EPOCH, 1);
  }

  private static MonetaryAmount yuan(long minor) {
    return MinorUnits.amount(minor, "CNY");
  }

  private static Arrears.Debt debt(long minor) {
    return new Arrears.Debt(receivable("P", ChargeCode.RENT, DUE, minor, 0), yuan(minor));
  }

  @ParameterizedTest(name = "{0} at {1}/10000 a day, {2} days of grace, cap {3} %, on {4}: {5}")
  @CsvSource({
    "100000, 5, 0, 30, 2026-03-01, 0", // the due day itself
    "100000, 5, 0, 30, 2026-03-02, 0", // nobody is late before the due day is over
    "100000, 5, 0, 30, 2026-03-03, 50", // one day
    "100000, 5, 0, 30, 2026-03-12, 500",
    "100000, 5, 3, 30, 2026-03-05, 0",
    "100000, 5, 3, 30, 2026-03-06, 50",
    "100000, 5, 0, 30, 2027-10-22, 29950", // 599 days
    "100000, 5, 0, 30, 2027-10-23, 30000", // the 600th reaches the cap
    "100000, 5, 0, 30, 2030-01-01, 30000",
    "999, 5, 0, 30, 2026-03-03, 0", // 0.4995
    "1000, 5, 0, 30, 2026-03-03, 1", // 0.5, half up
    "100000, 0, 0, 30, 2026-12-31, 0",
    "100000, 5, 0, 0, 2026-12-31, 0",
  })
  void feesAreDaysTimesRateUpToTheCap(
      long minor, int rate, int grace, int cap, LocalDate today, long expected) {
    assertThat(new LateFees(rate, grace, cap).upTo(debt(minor), today)).isEqualTo(yuan(expected));
  }

  @Test
  void aLateFeeCostsNothingForBeingLate() {
    Arrears.Debt fee = new Arrears.Debt(receivable("P", LateFees.CHARGE, DUE, 100, 0), yuan(100));
    assertThat(new LateFees(500, 0, 100).upTo(fee, DUE.plusDays(90))).isEqualTo(yuan(0));
  }

  /** However the days are cut, the pieces come to the whole. */
  @Property(tries = 500)
  void piecesComeToTheWhole(
      @ForAll @LongRange(min = 1, max = 100_000_000) long minor,
      @ForAll @IntRange(max = 50) int rate,
      @ForAll @IntRange(max = 10) int grace,
      @ForAll @IntRange(max = 50) int cap,
      @ForAll @IntRange(min = 1, max = 400) int first,
      @ForAll @IntRange(min = 1, max = 400) int second) {
    LateFees fees = new LateFees(rate, grace, cap);
    Arrears.Debt debt = debt(minor);
    LocalDate middle = DUE.plusDays(Math.min(first, second));
    LocalDate end = DUE.plusDays(Math.max(first, second));
    MonetaryAmount piece = fees.upTo(debt, end).subtract(fees.upTo(debt, middle));
    assertThat(piece.isPositiveOrZero()).isTrue();
    assertThat(fees.upTo(debt, middle).add(piece)).isEqualTo(fees.upTo(debt, end));
    assertThat(MinorUnits.of(fees.upTo(debt, end))).isLessThanOrEqualTo((minor * cap + 50) / 100 + 1);
  }

  @Test
  void arrearsAreWhatIsLateAndNotPaidAndNotHeld() {
    Receivable old = receivable("P", ChargeCode.RENT, DUE, 1_000, 400);
    Receivable young = receivable("P", ChargeCode.RENT, DUE.plusMonths(1), 1_000, 0);
    Receivable frozen = receivable("P", ChargeCode.RENT, DUE.minusMonths(1), 700, 0);
    Receivable others = receivable("Q", ChargeCode.RENT, DUE, 1_000, 0);
    HeldAmounts held = one -> one.equals(frozen) ? yuan(700) : one.equals(young) ? yuan(100) : yuan(0);
    List<Receivable> all = List.of(young, others, frozen, old);
    ContractNo payer = new ContractNo("P");
    assertThat(Arrears.of(payer, all, held, DUE)).isEmpty();
    assertThat(Arrears.of(payer, all, held, DUE.plusDays(1)))
        .containsExactly(
            new Arrears(new ArrearsId(payer, DUE), List.of(new Arrears.Debt(old, yuan(600)))));
    Arrears both = Arrears.of(payer, all, held, DUE.plusMonths(2)).get(0);
    assertThat(both.total()).isEqualTo(yuan(1_500));
    assertThat(both.id()).isEqualTo(new ArrearsId(payer, DUE));
    assertThat(Arrears.of(payer, all, Receivable::outstanding, DUE.plusMonths(2))).isEmpty();
  }
}
