package org.leasekit.contract;

import java.util.Locale;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What a contract charges: the definition, not the schedule that is made of it.
 *
 * @param monthlyRent per whole month, zero or more, in the contract's currency
 * @param deposit security deposit for the whole term, zero or more, in the same currency
 * @param cycleMonths months billed at once, in advance, 1 to 120
 * @param proration code of the convention for parts of a month, see {@code billing.Prorations}
 */
public record ChargeTerms(
    MonetaryAmount monthlyRent, MonetaryAmount deposit, int cycleMonths, String proration) {

  public ChargeTerms {
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

  /** The one currency of the contract. */
  public CurrencyUnit currency() {
    return monthlyRent.getCurrency();
  }
}
