package org.leasekit.http.inbound;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.ReceivePayment;
import org.leasekit.application.SignRenewal;
import org.leasekit.money.MinorUnits;

/** What travels in callbacks. A field that is missing is null here and refused by name. */
final class Wire {

  /** Fifteen digits fit a count of minor units in every currency. */
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");

  private Wire() {}

  /**
   * The payment provider reports money received.
   *
   * @param paymentId the provider's own number of the payment
   * @param reference the id of a renewal case, or a contract number
   * @param amount plain decimal, more than zero
   * @param currency ISO 4217
   */
  record PaymentCallback(
      @Nullable String paymentId,
      @Nullable String reference,
      @Nullable String amount,
      @Nullable String currency) {

    ReceivePayment command(Texts texts) {
      return new ReceivePayment(
          required("paymentId", paymentId, texts),
          required("reference", reference, texts),
          money(required("amount", amount, texts), required("currency", currency, texts), texts));
    }
  }

  /**
   * The payment has been recorded.
   *
   * @param duplicate true when it was known already
   */
  record PaymentRecorded(String paymentId, boolean duplicate) {}

  /**
   * The signature provider reports a signature.
   *
   * @param signatureId the provider's own number of the signature
   * @param offer the fingerprint of the offer that was signed; may be missing where the tenant has accepted before
   */
  record SignatureCallback(
      @Nullable String caseId, @Nullable String signatureId, @Nullable String offer) {

    SignRenewal command(Texts texts) {
      return new SignRenewal(
          required("caseId", caseId, texts), required("signatureId", signatureId, texts), null, offer);
    }
  }

  /**
   * The signature has been recorded.
   *
   * @param state how far the renewal has come
   */
  record SignatureRecorded(String caseId, String state) {}

  private static String required(String field, @Nullable String value, Texts texts) {
    if (value == null || value.isBlank()) {
      throw invalid("REQUIRED", field, texts.get("problem.required", field), texts);
    }
    return value;
  }

  private static MonetaryAmount money(String amount, String currency, Texts texts) {
    if (!DECIMAL.matcher(amount).matches() || new BigDecimal(amount).signum() == 0) {
      throw invalid("NO_AMOUNT", "amount", texts.get("problem.decimal"), texts);
    }
    // what has no minor unit, gold for example, is no currency anybody pays in
    if (!Monetary.isCurrencyAvailable(currency)
        || Monetary.getCurrency(currency).getDefaultFractionDigits() < 0) {
      throw invalid("UNKNOWN_CURRENCY", "currency", texts.get("problem.currency"), texts);
    }
    CurrencyUnit unit = Monetary.getCurrency(currency);
    int digits = MinorUnits.digits(unit);
    BigDecimal minor = new BigDecimal(amount).movePointRight(digits).stripTrailingZeros();
    if (minor.scale() > 0) {
      String detail = texts.get("problem.decimals", currency, Integer.toString(digits));
      throw invalid("TOO_MANY_DECIMALS", "amount", detail, texts);
    }
    return MinorUnits.amount(minor.longValueExact(), unit);
  }

  private static RuntimeException invalid(String rule, String field, String detail, Texts texts) {
    return Problem.of(422, rule, field, detail, texts).raised(texts);
  }
}
