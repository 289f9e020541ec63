package org.leasekit.contract;

import java.util.Locale;
import java.util.Objects;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What a contract charges: the definition, not the schedule that is made of it.
 *
 * @param monthlyRent per whole month, zero or more, in the contract's currency
 * @param deposit security deposit for the whole term, zero or more, in the same currency
 * @param cycleMonths months billed at once, 1 to 120; without effect where the rules count weeks or days
 * @param proration code of the convention for parts of a month, see {@code billing.Prorations}
 * @param rules how the rent falls due beyond that; {@link ChargeRules#STANDARD} for in advance and untaxed
 */
public record ChargeTerms(
    MonetaryAmount monthlyRent, MonetaryAmount deposit, int cycleMonths, String proration, ChargeRules rules) {

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
        || rules.steps().stream().anyMatch(step -> step.monthlyMinor() > 0);
  }

  /** The one currency of the contract. */
  public CurrencyUnit currency() {
    return monthlyRent.getCurrency();
  }
}
