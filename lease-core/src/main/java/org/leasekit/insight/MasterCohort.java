package org.leasekit.insight;

import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.leasekit.contract.Contract;

/**
 * A master contract at the top of its tree, with all that lies below it, in one currency.
 *
 * @param billed sum of the receivables that go to the master for payment
 * @param own what the master itself is charged, by contract
 * @param subs every contract of the currency below it, at any depth, and those that were charged below it and have left, by number
 */
public record MasterCohort(
    Contract master,
    CurrencyUnit currency,
    MonetaryAmount billed,
    MonetaryAmount own,
    List<Sub> subs) {

  /**
   * A contract below a master.
   *
   * @param billed what it was charged below this master since that stands, as corrected, without what lies below it
   */
  public record Sub(Contract contract, Standing standing, MonetaryAmount billed) {}

  /** How a contract fares. */
  public enum Standing {
    RENEWED,
    DECLINED,
    LAPSED,
    /** A case is open. */
    OPEN,
    /** It has no case: nobody has asked yet. */
    RUNNING
  }

  public MasterCohort {
    subs = List.copyOf(subs);
  }

  /** What the master and everything below it were charged, added up contract by contract. */
  public MonetaryAmount treeTotal() {
    MonetaryAmount total = own;
    for (Sub sub : subs) {
      total = total.add(sub.billed());
    }
    return total;
  }

  /** Whether the master's bill is the sum of its tree, to the last unit. */
  public boolean billEqualsTree() {
    return billed.isEqualTo(treeTotal());
  }
}
