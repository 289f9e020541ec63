package org.leasekit.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.leasekit.money.MinorUnits;

/**
 * What a contract charges: the definition, not the schedule that is made of it.
 *
 * @param monthlyRent per whole month, or per week or day where the rules say so ({@link ChargeRules#per}); zero or more, in
 *     the contract's currency
 * @param deposit security deposit for the whole term, zero or more, in the same currency
 * @param cycleMonths months billed at once, 1 to 120; without effect where the rules count weeks or days
 * @param proration code of the convention for parts of a month, see {@code billing.Prorations}
 * @param rules how the rent falls due beyond that; {@link ChargeRules#STANDARD} for in advance and untaxed
 */
public record ChargeTerms(
    MonetaryAmount monthlyRent, MonetaryAmount deposit, int cycleMonths, String proration, ChargeRules rules) {

  private static final int DAYS_OF_WEEK = 7;

  public ChargeTerms {
    Objects.requireNonNull(rules, "rules");
    if (monthlyRent.isNegative() || deposit.isNegative()) {
      throw new IllegalArgumentException("monthlyRent, deposit: must not be negative");
    }
    if (!monthlyRent.getCurrency().equals(deposit.getCurrency())) {
      throw new IllegalArgumentException("deposit: must be in the rent's currency");
    }
    if (cycleMonths < 1 || cycleMonths > 120) {
      throw new IllegalArgumentException("cycleMonths: 1 to 120, but was " + cycleMonths);
    }
    if (!proration.equals(proration.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("proration: a convention's code, but was " + proration);
    }
  }

  /** Terms with {@link ChargeRules#STANDARD}. */
  public ChargeTerms(MonetaryAmount monthlyRent, MonetaryAmount deposit, int cycleMonths, String proration) {
    this(monthlyRent, deposit, cycleMonths, proration, ChargeRules.STANDARD);
  }

  /** The same terms at another rent. */
  public ChargeTerms withMonthlyRent(MonetaryAmount rent) {
    return new ChargeTerms(rent, deposit, cycleMonths, proration, rules);
  }

  /** The same terms with other rules. */
  public ChargeTerms withRules(ChargeRules others) {
    return new ChargeTerms(monthlyRent, deposit, cycleMonths, proration, others);
  }

  /** Whether there is ever anything to bill but a later change of rent; a framework may charge nothing. */
  public boolean chargesAnything() {
    return monthlyRent.isPositive()
        || deposit.isPositive()
        || rules.steps().stream().anyMatch(step -> step.rateMinor() > 0);
  }

  /**
   * The rent of a calendar month whose days all cost the same: the rent itself, or where it is the price of a week or a day so
   * many of them as the month has days, a day counting one seventh of a week; rounded half up to the minor unit. Before steps,
   * reviews, discounts and tax.
   *
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public MonetaryAmount rentOf(YearMonth month) {
    BigDecimal rent = BigDecimal.valueOf(MinorUnits.of(monthlyRent));
    BigDecimal days = BigDecimal.valueOf(month.lengthOfMonth());
    return switch (rules.per()) {
      case MONTH -> monthlyRent;
      case WEEK ->
          amount(rent.multiply(days).divide(BigDecimal.valueOf(DAYS_OF_WEEK), 0, RoundingMode.HALF_UP));
      case DAY -> amount(rent.multiply(days));
    };
  }

  private MonetaryAmount amount(BigDecimal minor) {
    return MinorUnits.amount(minor.longValueExact(), currency());
  }

  /** The one currency of the contract. */
  public CurrencyUnit currency() {
    return monthlyRent.getCurrency();
  }
}
