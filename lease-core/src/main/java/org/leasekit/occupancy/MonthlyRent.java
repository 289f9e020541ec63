package org.leasekit.occupancy;

import javax.money.MonetaryAmount;
import org.leasekit.money.MinorUnits;

/**
 * What a contract is charged for a month all of whose days are like one day: what the ledger is to expect of a whole month in
 * which nothing changes. All amounts are in the contract's currency.
 *
 * @param agreed the rent in force on the day, with changes, steps and reviews up to then, before discounts; a rent by the week
 *     or the day counts for the days of the day's calendar month, a day one seventh of a week
 * @param owed what is charged of it: less the discounts of the day and with its tax, rounded once, half up; zero on a day that
 *     is free of rent or suspended
 * @param tax the part of {@code owed} that is tax, whether the agreed rent holds it or it comes on top
 */
public record MonthlyRent(MonetaryAmount agreed, MonetaryAmount owed, MonetaryAmount tax) {

  /** The same rent on a day for which nothing is owed. */
  public MonthlyRent suspended() {
    MonetaryAmount nothing = MinorUnits.amount(0, agreed.getCurrency());
    return new MonthlyRent(agreed, nothing, nothing);
  }
}
