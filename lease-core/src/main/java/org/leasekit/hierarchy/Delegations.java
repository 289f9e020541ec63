package org.leasekit.hierarchy;

import java.util.Collection;
import java.util.List;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;

/**
 * Every grant there is. An immutable value.
 *
 * @param grants in any order; several of one right to one account add up: an act needs one that covers it
 */
public record Delegations(List<Delegation> grants) {

  public Delegations {
    grants = List.copyOf(grants);
  }

  /** No grants: sub-accounts may do nothing alone. */
  public static final Delegations NONE = new Delegations(List.of());

  /** Those grants. */
  public static Delegations of(Collection<Delegation> grants) {
    return new Delegations(List.copyOf(grants));
  }

  /**
   * Whether an account may act alone. A contract at the top may do everything. Nobody can grant more than he has: on the
   * way down from the top each master has to have granted the right to the next, within limits that cover the act.
   *
   * @param account a contract of the forest
   * @return true; or {@link DelegationRejection}
   */
  public Outcome<Boolean> allow(Forest forest, ContractNo account, Right right, Act act) {
    List<ContractNo> path = forest.path(account);
    boolean limited = false;
    for (int i = 0; i + 1 < path.size(); i++) {
      ContractNo below = path.get(i);
      ContractNo above = path.get(i + 1);
      List<Delegation> granted =
          grants.stream()
              .filter(grant -> grant.grantor().equals(above) && grant.account().equals(below))
              .filter(grant -> grant.right() == right && grant.countsOn(act.on()))
              .toList();
      if (granted.isEmpty()) {
        return Outcome.rejected(new DelegationRejection.NotGranted(account, right));
      }
      limited |= granted.stream().noneMatch(grant -> grant.covers(act));
    }
    return limited
        ? Outcome.rejected(new DelegationRejection.BeyondLimit(account, right))
        : Outcome.accepted(true);
  }
}
