package org.leasekit.payment;

import org.leasekit.contract.ContractNo;

/**
 * The payment provider's own number of a payment; a second arrival of it is the same payment.
 *
 * @param value 1 to 128 characters, not blank, no leading or trailing white space
 */
public record PaymentId(String value) implements Comparable<PaymentId> {

  public PaymentId {
    if (value.isBlank() || value.length() > 128 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("PaymentId: 1 to 128 characters, stripped, but was '" + value + "'");
    }
  }

  private static final String DEPOSIT = "deposit:";

  /**
   * The number of a deposit that pays what is owed, as money received would; no provider's number begins so.
   *
   * @param statement number of the statement by which it does
   * @param deposit number of the deposit in that statement
   */
  public static PaymentId ofDeposit(ContractNo contract, int statement, int deposit) {
    return new PaymentId(DEPOSIT + contract + ":" + statement + ":" + deposit);
  }

  /** Whether no money came, and a deposit paid. */
  public boolean isOfDeposit() {
    return value.startsWith(DEPOSIT);
  }

  @Override
  public int compareTo(PaymentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
