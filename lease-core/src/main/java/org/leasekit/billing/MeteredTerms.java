package org.leasekit.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import javax.money.Monetary;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/**
 * What a contract pays for what a meter counts. Billed in arrears, from one reading to the next.
 *
 * @param charge unique for the contract
 * @param meter a device; one that takes its place is another meter
 * @param term the days that are metered as agreed; they end with the contract's, see {@link ContractCharges#metered}
 * @param unit what is counted, such as {@code kWh}, not blank
 * @param pricePerUnit in the currency, zero or more, with at most four decimals more than the currency has
 * @param currency ISO 4217 code
 * @param digits of the meter before the decimal point, 1 to 12: after 99999 one of five digits shows 0
 * @param tax on what the units come to
 * @param knownAt when it was agreed
 */
public record MeteredTerms(
    LessorId lessor,
    ContractNo contract,
    ChargeCode charge,
    MeterId meter,
    DateRange term,
    String unit,
    BigDecimal pricePerUnit,
    String currency,
    int digits,
    Tax tax,
    Instant knownAt) {

  /** The rate of a metered amount is the price of so many units, so that it is a whole count of minor units. */
  static final int UNITS_OF_RATE = 10_000;

  /** @throws IllegalArgumentException if a part is not in its range */
  public MeteredTerms {
    pricePerUnit = pricePerUnit.stripTrailingZeros();
    if (pricePerUnit.signum() < 0 || digits < 1 || digits > 12 || unit.isBlank()) {
      throw new IllegalArgumentException(
          "pricePerUnit: zero or more, digits: 1 to 12, unit: not blank, but were " + pricePerUnit + ", " + digits
              + ", '" + unit + "'");
    }
    if (pricePerUnit.scale() > MinorUnits.digits(Monetary.getCurrency(currency)) + 4) {
      throw new IllegalArgumentException("pricePerUnit: too many decimals for " + currency + ": " + pricePerUnit);
    }
  }

  /** The price of {@link #UNITS_OF_RATE} units in minor units. */
  long rateMinor() {
    int digitsOfCurrency = MinorUnits.digits(Monetary.getCurrency(currency));
    return pricePerUnit.movePointRight(digitsOfCurrency).multiply(BigDecimal.valueOf(UNITS_OF_RATE)).longValueExact();
  }

  /** The same for other days. */
  public MeteredTerms during(DateRange days) {
    return new MeteredTerms(
        lessor, contract, charge, meter, days, unit, pricePerUnit, currency, digits, tax, knownAt);
  }

  /** The same for the contract that continues this one. */
  public MeteredTerms continuedBy(ContractNo successor, DateRange days, Instant agreedAt) {
    return new MeteredTerms(
        lessor, successor, charge, meter, days, unit, pricePerUnit, currency, digits, tax, agreedAt);
  }

  /** What the meter never shows: it starts again from zero before. */
  BigDecimal limit() {
    return new BigDecimal(BigInteger.TEN.pow(digits));
  }

  /** Whether the meter can show a value. */
  public boolean canShow(BigDecimal value) {
    return value.compareTo(limit()) < 0;
  }

  /** The same terms, agreed at another instant. */
  public MeteredTerms asKnownAt(Instant instant) {
    return new MeteredTerms(
        lessor, contract, charge, meter, term, unit, pricePerUnit, currency, digits, tax, instant);
  }
}
