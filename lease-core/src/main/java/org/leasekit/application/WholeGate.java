package org.leasekit.application;

import org.leasekit.access.Action;
import org.leasekit.access.Decision;
import org.leasekit.access.RoleRejection;
import org.leasekit.outcome.Outcome;

/** Asks for answers over all contracts, from which the tenant's side could learn of others. */
final class WholeGate {

  private WholeGate() {}

  static Outcome<Decision> ask(Gate gate) {
    return gate.isTenantsSide()
        ? gate.refuse(Action.VIEW, null, new RoleRejection(Action.VIEW))
        : gate.ask(Action.VIEW);
  }
}
