package org.leasekit.renewal;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The named pricing strategies. All of them round half up to the minor unit, each rule once. */
public final class PricingStrategies {

  /** The successor costs what the contract that ends costs. */
  public static final PricingStrategy UNCHANGED = StandardPricing.UNCHANGED;

  private PricingStrategies() {}

  /**
   * The rent changes by a fixed share.
   *
   * @param basisPoints in hundredths of a percent, above -10000; 300 is three percent more
   */
  public static PricingStrategy changed(int basisPoints) {
    return new PriceRule.Changed(basisPoints);
  }

  /**
   * The rent changes as a published series did, from the month in which the contract began to the month in which the
   * successor begins, each so many months back. Without the figure of either month it stays.
   *
   * @param name of the series, for explanations
   * @param series the index by month, each above zero
   * @param lagMonths zero or more
   */
  public static PricingStrategy indexed(
      String name, Map<YearMonth, BigDecimal> series, int lagMonths) {
    return new PriceRule.Indexed(name, series, lagMonths);
  }

  /**
   * The rent is what a table says of the whole unit, times the part of its week that the contract lets: a night slot pays
   * one half. Without a row for the unit it stays.
   */
  public static PricingStrategy market(MarketTable table) {
    return new PriceRule.Market(table);
  }

  /**
   * Another rule's price, held between a floor and a cap on the change of the rent.
   *
   * @param floorBasisPoints least change in hundredths of a percent, above -10000; 0 for a rent that never falls
   * @param capBasisPoints greatest change, not below the floor
   */
  public static PricingStrategy bounded(
      PricingStrategy rule, int floorBasisPoints, int capBasisPoints) {
    return new PriceRule.Bounded(rule, floorBasisPoints, capBasisPoints);
  }

  /**
   * Rules one after the other, each on the price of the one before.
   *
   * @param rules at least one
   */
  public static PricingStrategy composed(List<PricingStrategy> rules) {
    return new PriceRule.Composed(rules);
  }

  /** Another rule's price, with the deposit changed along with the rent: so many monthly rents. */
  public static PricingStrategy withDeposit(PricingStrategy rule, int monthlyRents) {
    return new PriceRule.WithDeposit(rule, monthlyRents);
  }
}
