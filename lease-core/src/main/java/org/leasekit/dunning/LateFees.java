package org.leasekit.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.money.MonetaryAmount;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.money.MinorUnits;

/**
 * What it costs to be late.
 *
 * @param perTenThousandADay of the debt for each day, zero or more: 5 is 0.05 %
 * @param graceDays days after the due day that cost nothing, zero or more
 * @param capPercent the most that the fees of one debt come to, in per cent of the debt, zero or more; the days of the debt
 *     are charged until they have come to it, and those on which all of it was held count for nothing
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

  public LateFees {
    if (perTenThousandADay < 0 || graceDays < 0 || capPercent < 0) {
      throw new IllegalArgumentException("zero or more each: " + perTenThousandADay + ", " + graceDays
          + ", " + capPercent);
    }
  }

  /**
   * What a debt has cost up to a day, all in all, if what is late of it now has been owed and free all the time: days late
   * beyond the grace times the rate, at most the cap, rounded half up to the currency's minor unit. A late fee is not charged
   * for being late with a late fee.
   *
   * @param today the day up to which days count, the due day and this one not counted
   */
  public MonetaryAmount upTo(Arrears.Debt debt, LocalDate today) {
    MonetaryAmount owed = debt.amount();
    long minor = MinorUnits.of(owed);
    List<Derivation.Slice> slices =
        slices(debt.receivable(), day -> minor, debt.receivable().due().plusDays(1), today);
    String currency = owed.getCurrency().getCurrencyCode();
    return MinorUnits.amount(slices.isEmpty() ? 0 : derivation(slices, currency).totalMinor(), owed.getCurrency());
  }

  /**
   * Where the fee of a debt for some days comes from: the days beyond the grace, each with the rate of what was owed and free
   * on it. The cap counts the days that bear a fee on anything, in whatever part the debt was free on them: days on which
   * nothing was, because all was held, cost nothing and count for nothing.
   *
   * @param freeMinor what of the debt was owed and not held on a day, in minor units, zero or more
   * @param from the day up to which it was charged before, or the one after it was due
   * @param today the day up to which it is charged, not counted
   * @return one for each run of days on one amount, without a gap and up to {@code today}, see {@link FeeDays}; empty where
   *     those days cost nothing
   */
  public List<Derivation.Slice> slices(
      Receivable debt, ToLongFunction<LocalDate> freeMinor, LocalDate from, LocalDate today) {
    if (perTenThousandADay == 0 || isFee(debt.key().charge())) {
      return List.of();
    }
    FeeDays days = new FeeDays();
    long left = capPercent * 100L;
    boolean costs = false;
    for (LocalDate day = debt.due().plusDays(1L + graceDays); day.isBefore(today); day = day.plusDays(1)) {
      long free = freeMinor.applyAsLong(day);
      long share = free == 0 ? 0 : Math.min(left, perTenThousandADay);
      left -= share;
      if (!day.isBefore(from)) {
        days.add(day, share, free);
        costs |= share > 0;
      } else if (left == 0) {
        return List.of();
      }
    }
    return costs ? days.slices() : List.of();
  }

  /**
   * The fee for some days of some debts, added up exactly and rounded once.
   *
   * @param slices at least one
   */
  public Derivation derivation(List<Derivation.Slice> slices, String currency) {
    return new Derivation(Derivation.LATE_FEE, perTenThousandADay, slices, currency);
  }

  /** What all debts have cost up to a day, all in all; each as {@link #upTo(Arrears.Debt, LocalDate)} says. */
  public MonetaryAmount upTo(Arrears arrears, LocalDate today) {
    return arrears.debts().stream()
        .map(debt -> upTo(debt, today))
        .reduce(MinorUnits.amount(0, arrears.total().getCurrency()), MonetaryAmount::add);
  }
}
