package org.leasekit.dunning;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.money.MonetaryAmount;
import org.leasekit.billing.ChargeCode;
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

  /** Being late costs nothing. */
  public static final LateFees NONE = new LateFees(0, 0, 0);

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
    if (debt.receivable().key().charge().equals(CHARGE)) {
      return MinorUnits.amount(0, owed.getCurrency());
    }
    long late = ChronoUnit.DAYS.between(debt.receivable().due(), today) - 1 - graceDays;
    long shares = Math.max(0, Math.min(late * perTenThousandADay, capPercent * 100L));
    BigInteger twice =
        BigInteger.valueOf(MinorUnits.of(owed))
            .multiply(BigInteger.valueOf(shares))
            .multiply(BigInteger.TWO)
            .add(BigInteger.valueOf(10_000));
    long minor = twice.divide(BigInteger.valueOf(20_000)).longValueExact();
    return MinorUnits.amount(minor, owed.getCurrency());
  }

  /** What all debts have cost up to a day, all in all. */
  public MonetaryAmount upTo(Arrears arrears, LocalDate today) {
    return arrears.debts().stream()
        .map(debt -> upTo(debt, today))
        .reduce(MinorUnits.amount(0, arrears.total().getCurrency()), MonetaryAmount::add);
  }
}
