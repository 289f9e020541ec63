package org.leasekit.dunning;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.calendar.DateRange;
import org.leasekit.money.MinorUnits;

/**
 * What it costs to be late.
 *
 * @param perTenThousandADay of the debt for each day, zero or more: 5 is 0.05 %
 * @param graceDays days after the due day that cost nothing, zero or more
 * @param capPercent the most that the fees of one debt come to, in per cent of the debt, zero or more
 */
public record LateFees(int perTenThousandADay, int graceDays, int capPercent) {

  /** The charge of a late fee. */
  public static final ChargeCode CHARGE = new ChargeCode("LATE_FEE");

  /** Whether a charge is a late fee, of the payer of its contract or of another one. */
  public static boolean isFee(ChargeCode charge) {
    return charge.value().equals(CHARGE.value()) || charge.value().startsWith(CHARGE.value() + "-");
  }

  /**
   * The charge of a late fee where the same days of the same contract cost more than one payer something.
   *
   * @param payer 1 for the first one
   */
  public static ChargeCode charge(int payer) {
    return payer == 1 ? CHARGE : new ChargeCode(CHARGE.value() + "-" + payer);
  }

  /** Being late costs nothing. */
  public static final LateFees NONE = new LateFees(0, 0, 0);

  private static final long TEN_THOUSAND = 10_000;

  public LateFees {
    if (perTenThousandADay < 0 || graceDays < 0 || capPercent < 0) {
      throw new IllegalArgumentException("zero or more each: " + perTenThousandADay + ", " + graceDays
          + ", " + capPercent);
    }
  }

  /**
   * What a debt has cost up to a day, all in all: days late beyond the grace times the rate, at most the cap, rounded
   * half up to the currency's minor unit. A late fee is not charged for being late with a late fee.
   *
   * @param today the day up to which days count, the due day and this one not counted
   */
  public MonetaryAmount upTo(Arrears.Debt debt, LocalDate today) {
    MonetaryAmount owed = debt.amount();
    long shares = shares(debt, today);
    BigInteger twice =
        BigInteger.valueOf(MinorUnits.of(owed))
            .multiply(BigInteger.valueOf(shares))
            .multiply(BigInteger.TWO)
            .add(BigInteger.valueOf(10_000));
    long minor = twice.divide(BigInteger.valueOf(20_000)).longValueExact();
    return MinorUnits.amount(minor, owed.getCurrency());
  }

  /** What a debt has cost up to a day in ten-thousandths of it: days late beyond the grace times the rate, at most the cap. */
  private long shares(Arrears.Debt debt, LocalDate today) {
    if (isFee(debt.receivable().key().charge())) {
      return 0;
    }
    long late = ChronoUnit.DAYS.between(debt.receivable().due(), today) - 1 - graceDays;
    return Math.max(0, Math.min(late * perTenThousandADay, capPercent * 100L));
  }

  /**
   * Where the fee of a debt for some days comes from: the days beyond the grace, their share of the debt in ten-thousandths,
   * and the debt.
   *
   * @param from the day up to which it was charged before, or the one after it was due
   * @param today the day up to which it is charged, not counted
   * @return empty where those days cost nothing
   */
  public Optional<Derivation.Slice> slice(Arrears.Debt debt, LocalDate from, LocalDate today) {
    long shares = shares(debt, today) - shares(debt, from);
    LocalDate graceOver = debt.receivable().due().plusDays(1L + graceDays);
    return shares == 0
        ? Optional.empty()
        : Optional.of(
            new Derivation.Slice(
                DateRange.of(from.isAfter(graceOver) ? from : graceOver, today), shares, TEN_THOUSAND,
                MinorUnits.of(debt.amount())));
  }

  /**
   * The fee for some days of some debts, added up exactly and rounded once.
   *
   * @param slices at least one
   */
  public Derivation derivation(List<Derivation.Slice> slices, String currency) {
    return new Derivation(Derivation.LATE_FEE, perTenThousandADay, slices, currency);
  }

  /** What all debts have cost up to a day, all in all. */
  public MonetaryAmount upTo(Arrears arrears, LocalDate today) {
    return arrears.debts().stream()
        .map(debt -> upTo(debt, today))
        .reduce(MinorUnits.amount(0, arrears.total().getCurrency()), MonetaryAmount::add);
  }
}
