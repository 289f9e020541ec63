package org.leasekit.ledger;

import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;

/**
 * One line of an entry.
 *
 * @param side debit or credit
 * @param amount greater than zero
 * @param contract the contract the line belongs to
 */
public record JournalLine(AccountRole account, Side side, MonetaryAmount amount, ContractNo contract) {

  /** The two sides of an account. */
  public enum Side {
    DEBIT,
    CREDIT
  }

  public JournalLine {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount: greater than zero, but was " + amount);
    }
  }

  public static JournalLine debit(AccountRole account, MonetaryAmount amount, ContractNo contract) {
    return new JournalLine(account, Side.DEBIT, amount, contract);
  }

  public static JournalLine credit(AccountRole account, MonetaryAmount amount, ContractNo contract) {
    return new JournalLine(account, Side.CREDIT, amount, contract);
  }
}
