package org.leasekit.billing;

import java.util.Comparator;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;

/**
 * What makes a receivable the same receivable: raising it twice is raising it once.
 *
 * @param period the days the amount is for
 * @param revision 0 for the first amount of a period; corrections count up
 */
public record ReceivableKey(ContractNo contract, ChargeCode charge, DateRange period, int revision)
    implements Comparable<ReceivableKey> {

  private static final Comparator<ReceivableKey> ORDER =
      Comparator.comparing(ReceivableKey::contract)
          .thenComparing(ReceivableKey::charge)
          .thenComparing(ReceivableKey::period)
          .thenComparingInt(ReceivableKey::revision);

  public ReceivableKey {
    if (revision < 0) {
      throw new IllegalArgumentException("revision: zero or more, but was " + revision);
    }
  }

  /** Whether both are of one amount, which a correction has in common with what it corrects. */
  public boolean isOfSameAmount(ReceivableKey other) {
    return contract.equals(other.contract) && charge.equals(other.charge) && period.equals(other.period);
  }

  @Override
  public int compareTo(ReceivableKey other) {
    return ORDER.compare(this, other);
  }

  /** The key in one line, for journal entries and messages. */
  @Override
  public String toString() {
    return contract + ":" + charge + ":" + period.start() + ":" + period.endExclusive() + ":" + revision;
  }
}
