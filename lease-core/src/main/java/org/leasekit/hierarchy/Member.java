package org.leasekit.hierarchy;

import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.Occupant;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;
import org.leasekit.party.TenantId;

/**
 * A contract as its place among others needs it.
 *
 * @param master true when others may stand below it
 * @param parent the master above; null for none
 * @param occupant the actual user; null when none is named
 * @param payer who gets the bills of it and of what is below; null when none is registered
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
    @Nullable PayerId payer,
    DateRange term,
    boolean ended,
    boolean billingAccount) {

  /** The place of a contract without a registered payer. */
  public Member(
      ContractNo no,
      boolean master,
      @Nullable ContractNo parent,
      TenantId tenant,
      @Nullable Occupant occupant,
      DateRange term,
      boolean ended,
      boolean billingAccount) {
    this(no, master, parent, tenant, occupant, null, term, ended, billingAccount);
  }

  /** The place of a contract that is no billing account of its own. */
  public static Member of(Contract contract) {
    return new Member(
        contract.no(), contract.master(), contract.parent().orElse(null), contract.tenant(),
        contract.occupant(), payer(contract), contract.daysLet().orElse(contract.term()),
        contract.status().isEnded() || contract.daysLet().isEmpty(), false);
  }

  /** Whether the bills of it and of what is below stop here: it is an account, or somebody is registered who pays them. */
  boolean takesBills() {
    return billingAccount || payer != null;
  }

  private static @Nullable PayerId payer(Contract contract) {
    Payer payer = contract.payer();
    return payer == null ? null : payer.id();
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
    return new Member(no, master, newParent, tenant, occupant, payer, term, ended, billingAccount);
  }

  /** The same contract, ended. */
  Member atItsEnd() {
    return new Member(no, master, parent, tenant, occupant, payer, term, true, billingAccount);
  }

  /** The same contract over another term. */
  Member lasting(DateRange newTerm) {
    return new Member(no, master, parent, tenant, occupant, payer, newTerm, ended, billingAccount);
  }
}
