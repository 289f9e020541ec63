package org.leasekit.hierarchy;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;

/**
 * A right that a master grants to a contract directly below it. It passes on no further by itself.
 *
 * @param grantor the master; the grant counts only while it is the parent of the account
 * @param account the sub-contract
 * @param maxAmount greatest amount of one act, in its currency; null for no limit
 * @param maxMonths longest term in months of one act; null for no limit
 * @param maxUnits most units of one act; null for no limit
 * @param untilExclusive first day on which it does not count any more; null for no end
 */
public record Delegation(
    ContractNo grantor,
    ContractNo account,
    Right right,
    @Nullable MonetaryAmount maxAmount,
    @Nullable Integer maxMonths,
    @Nullable Integer maxUnits,
    @Nullable LocalDate untilExclusive) {

  /** A right without limit or end. */
  public static Delegation unlimited(ContractNo grantor, ContractNo account, Right right) {
    return new Delegation(grantor, account, right, null, null, null, null);
  }

  boolean countsOn(LocalDate day) {
    return untilExclusive == null || day.isBefore(untilExclusive);
  }

  /** Whether an act stays within every limit; an amount in another currency does not. */
  boolean covers(Act act) {
    MonetaryAmount amount = act.amount();
    boolean affordable =
        maxAmount == null
            || amount == null
            || (amount.getCurrency().equals(maxAmount.getCurrency())
                && amount.isLessThanOrEqualTo(maxAmount));
    return affordable
        && (maxMonths == null || act.months() <= maxMonths)
        && (maxUnits == null || act.units() <= maxUnits);
  }
}
