package org.leasekit.renewal;

import java.time.LocalDate;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;

/** What a renewal costs. See {@link PricingStrategies}. */
public interface PricingStrategy {

  /** Stable code, for configuration and records. */
  String code();

  /**
   * The terms of the successor.
   *
   * @param contract the contract that ends
   * @param from first day of the successor
   */
  ChargeTerms price(Contract contract, LocalDate from);

  /**
   * Whether the rule knows a price for the contract; without one {@link #price} leaves the rent as it is, and a stage that
   * is to make an offer asks a person. True by default.
   */
  default boolean fits(Contract contract, LocalDate from) {
    return true;
  }

  /** How the price came about, in one line without blanks at its ends; by default the code. */
  default String explain(Contract contract, LocalDate from) {
    return code();
  }
}
