package org.leasekit.hierarchy;

import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.Occupant;
import org.leasekit.party.TenantId;

/**
 * A contract as its place among others needs it.
 *
 * @param master true when others may stand below it
 * @param parent the master above; null for none
 * @param occupant the actual user; null when none is named
 * @param term the days it lets: an early end has cut them
 * @param ended true when the contract runs no more
 * @param billingAccount true when the bills of everything below it come here, unless an account further down takes them
 */
public record Member(
    ContractNo no,
    boolean master,
    @Nullable ContractNo parent,
    TenantId tenant,
    @Nullable Occupant occupant,
    DateRange term,
    boolean ended,
    boolean billingAccount) {

  /** The place of a contract that is no billing account of its own. */
  public static Member of(Contract contract) {
    return new Member(
        contract.no(), contract.master(), contract.parent().orElse(null), contract.tenant(),
        contract.occupant(), contract.daysLet().orElse(contract.term()),
        contract.status().isEnded() || contract.daysLet().isEmpty(), false);
  }

  /** The place of a contract whose master is not kept here: it stands alone. */
  public Member alone() {
    return below(null);
  }

  /** The same contract as it is going to stand, below a master or alone. */
  public Member standing(@Nullable ContractNo master) {
    return below(master);
  }

  /** The same contract below another master, or below none. */
  Member below(@Nullable ContractNo newParent) {
    return new Member(no, master, newParent, tenant, occupant, term, ended, billingAccount);
  }

  /** The same contract, ended. */
  Member atItsEnd() {
    return new Member(no, master, parent, tenant, occupant, term, true, billingAccount);
  }

  /** The same contract over another term. */
  Member lasting(DateRange newTerm) {
    return new Member(no, master, parent, tenant, occupant, newTerm, ended, billingAccount);
  }
}
