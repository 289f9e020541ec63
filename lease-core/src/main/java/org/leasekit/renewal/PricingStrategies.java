package org.leasekit.renewal;

/** The named pricing strategies. */
public final class PricingStrategies {

  /** The successor costs what the contract that ends costs. */
  public static final PricingStrategy UNCHANGED = StandardPricing.UNCHANGED;

  private PricingStrategies() {}
}
