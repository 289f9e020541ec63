package org.leasekit.renewal;

import java.time.LocalDate;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;

/** The standard set behind {@link PricingStrategies}. */
enum StandardPricing implements PricingStrategy {
  UNCHANGED {
    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      return contract.terms();
    }
  };

  @Override
  public String code() {
    return name();
  }
}
