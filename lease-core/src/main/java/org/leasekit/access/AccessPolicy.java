package org.leasekit.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.hierarchy.Act;
import org.leasekit.hierarchy.Delegations;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Member;
import org.leasekit.hierarchy.Right;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;

/**
 * Who may do what. On the tenant's side a contract that is neither the asker's nor below one of his does not exist: the
 * answer is the very one for a number that nobody has.
 *
 * @param forest every contract
 * @param delegations what masters let their sub-accounts do alone
 */
public record AccessPolicy(Forest forest, Delegations delegations) {

  /** Decides whether somebody may do something to a contract. */
  public Decision decide(Actor actor, Action action, ContractNo contract, Act act) {
    return new Decision(actor, action, contract, act, refusal(actor, action, contract, act));
  }

  /** Decides whether somebody may do something to the lessor's business as a whole, which nobody on the tenant's side may. */
  public static Decision decideOnWhole(Actor actor, Action action, Act act) {
    boolean allowed =
        actor instanceof Actor.Host
            || (actor instanceof Actor.Staff staff && action.staff().contains(staff.role()));
    return new Decision(actor, action, null, act, allowed ? null : new RoleRejection(action));
  }

  /** Contracts that an actor may see, by number; what is not in the list is not counted anywhere either. */
  public List<ContractNo> visibleTo(Actor actor, Act act) {
    return forest.members().stream()
        .map(Member::no)
        .filter(no -> decide(actor, Action.VIEW, no, act).isAllowed())
        .toList();
  }

  private @Nullable Rejection refusal(Actor actor, Action action, ContractNo contract, Act act) {
    if (forest.find(contract).isEmpty()) {
      return hidden(contract);
    }
    if (actor instanceof Actor.Host) {
      return null;
    }
    if (actor instanceof Actor.Staff staff) {
      return action.staff().contains(staff.role()) ? null : new AccessRejection(action, contract);
    }
    if (actor instanceof Actor.User user) {
      return ofUser(user, action, contract);
    }
    if (actor instanceof Actor.OfPayer payer) {
      return ofPayer(payer, action, contract);
    }
    List<ContractNo> accounts =
        forest.path(contract).stream().filter(no -> actsFor(actor, no)).toList();
    return accounts.isEmpty() ? hidden(contract) : ofTenantsSide(accounts, action, contract, act);
  }

  private boolean actsFor(Actor actor, ContractNo no) {
    if (actor instanceof Actor.OfTenant tenant) {
      return forest.find(no).filter(member -> member.tenant().equals(tenant.tenant())).isPresent();
    }
    return actor instanceof Actor.SubAccount sub && sub.account().equals(no);
  }

  /** One account that may is enough; else the nearest to the contract tells why not. */
  private @Nullable Rejection ofTenantsSide(
      List<ContractNo> accounts, Action action, ContractNo contract, Act act) {
    if (action == Action.GRANT && accounts.stream().anyMatch(no -> !no.equals(contract))) {
      // nobody can pass on more than he has: whatever is granted counts only as far as the path down to it reaches
      return null;
    }
    if (action.right().isEmpty()) {
      return new AccessRejection(action, contract);
    }
    Right right = action.right().get();
    Rejection first = null;
    for (ContractNo account : accounts) {
      Outcome<Boolean> allowed = delegations.allow(forest, account, right, act);
      if (allowed.isAccepted()) {
        return null;
      }
      first = first == null ? allowed.rejection() : first;
    }
    return first;
  }

  /** The actual user may see the contract, ask for service and say how to be spoken to, while it runs. */
  private @Nullable Rejection ofUser(Actor.User user, Action action, ContractNo contract) {
    boolean mine =
        user.contract().equals(contract)
            && forest.find(contract)
                .filter(member -> !member.ended())
                .map(Member::occupant)
                .filter(occupant -> user.badge().equals(occupant.badge()))
                .isPresent();
    if (!mine) {
      return hidden(contract);
    }
    return action == Action.VIEW
            || action == Action.VIEW_BILLS
            || action == Action.REQUEST_SERVICE
            || action == Action.RECORD_WISH
        ? null
        : new AccessRejection(action, contract);
  }

  /** Whoever is registered to pay sees the bills, pays them and says how to be spoken to, also when the contract has ended. */
  private @Nullable Rejection ofPayer(Actor.OfPayer payer, Action action, ContractNo contract) {
    boolean pays =
        forest.find(contract).map(Member::payer).filter(payer.payer()::equals).isPresent();
    if (!pays) {
      return hidden(contract);
    }
    return action == Action.VIEW_BILLS || action == Action.PAY || action == Action.RECORD_WISH
        ? null
        : new AccessRejection(action, contract);
  }

  private static Rejection hidden(ContractNo contract) {
    return new ContractRejection.NoSuchContract(contract);
  }
}
