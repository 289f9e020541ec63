package org.leasekit.access;

import org.leasekit.contract.ContractNo;
import org.leasekit.party.PayerId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/** Who asks; the host has made sure that it is really they. */
public sealed interface Actor {

  /** The application that this library is part of, and what it does by itself when time has come. */
  Actor HOST = new Host();

  /** The application that this library is part of; it may do everything, and that is recorded as well. */
  record Host() implements Actor {}

  /** A member of the lessor's staff. */
  record Staff(StaffId id, Role role) implements Actor {}

  /** A tenant, with all contracts that are registered in the name. */
  record OfTenant(TenantId tenant) implements Actor {}

  /** Somebody who acts for one contract and what is below it. */
  record SubAccount(ContractNo account) implements Actor {}

  /**
   * The actual user of a unit.
   *
   * @param badge as recorded in the contract
   */
  record User(ContractNo contract, String badge) implements Actor {}

  /**
   * Somebody who pays without being a tenant: of the contracts that name him as their registered payer now he sees what is
   * owed, may pay it, and says how he wants to be spoken to himself. Of nothing else does he learn that it exists.
   */
  record OfPayer(PayerId payer) implements Actor {}

  /** Whether this is neither the host nor staff: somebody from whom other tenants' contracts are hidden. */
  default boolean isOfTenantsSide() {
    return !(this instanceof Host) && !(this instanceof Staff);
  }

  /** Roles of staff. */
  enum Role {
    STEWARD,
    FINANCE,
    SUPERVISOR,
    ADMIN
  }
}
