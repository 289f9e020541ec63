package org.leasekit.payment;

import java.util.List;
import org.leasekit.outcome.Rejection;

/** Why a payment was refused. */
public sealed interface PaymentRejection extends Rejection {

  /** The payment's currency is not the contract's; currencies are never mixed. */
  record CurrencyMismatch(PaymentId payment, String paid, String owed) implements PaymentRejection {
    @Override
    public String rule() {
      return "CURRENCY_MISMATCH";
    }

    @Override
    public String field() {
      return "currency";
    }

    @Override
    public List<String> data() {
      return List.of(payment.value(), paid, owed);
    }
  }

  /** The id is that of a payment of another amount, or for something else. */
  record PaymentIdTaken(PaymentId payment) implements PaymentRejection {
    @Override
    public String rule() {
      return "PAYMENT_ID_TAKEN";
    }

    @Override
    public String field() {
      return "paymentId";
    }

    @Override
    public List<String> data() {
      return List.of(payment.value());
    }
  }

  /** The reference names neither a renewal case nor a contract. */
  record UnknownReference(PaymentId payment, String reference) implements PaymentRejection {
    @Override
    public String rule() {
      return "UNKNOWN_REFERENCE";
    }

    @Override
    public String field() {
      return "reference";
    }

    @Override
    public List<String> data() {
      return List.of(payment.value(), reference);
    }
  }

  /** The amount has more decimals than its currency. */
  record TooManyDecimals(PaymentId payment, String amount, String currency)
      implements PaymentRejection {
    @Override
    public String rule() {
      return "TOO_MANY_DECIMALS";
    }

    @Override
    public String field() {
      return "amount";
    }

    @Override
    public List<String> data() {
      return List.of(payment.value(), amount, currency);
    }
  }
}
