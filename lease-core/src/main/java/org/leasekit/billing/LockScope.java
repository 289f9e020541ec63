package org.leasekit.billing;

import java.util.Set;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;

/** What a {@link ReceivableLock} holds. */
public sealed interface LockScope {

  /** One raised amount, with what corrects it. The revision of the key is without effect. */
  record OneAmount(ReceivableKey key) implements LockScope {}

  /**
   * Part of one raised amount. Only for {@link ReceivableLock.Effect#FREEZE}.
   *
   * @param held greater than zero
   */
  record PartOfAmount(ReceivableKey key, MonetaryAmount held) implements LockScope {
    public PartOfAmount {
      if (!held.isPositive()) {
        throw new IllegalArgumentException("held: greater than zero, but was " + held);
      }
    }
  }

  /** One charge of a contract. */
  record OneCharge(ContractNo contract, ChargeCode charge) implements LockScope {}

  /** Everything a contract is charged. */
  record WholeContract(ContractNo contract) implements LockScope {}

  /** Everything a contract and the contracts below it, at any depth, are charged. */
  record Subtree(ContractNo top) implements LockScope {}

  /** The contract that the scope names; for a subtree the one at its top. */
  default ContractNo contract() {
    if (this instanceof OneAmount one) {
      return one.key().contract();
    }
    if (this instanceof PartOfAmount part) {
      return part.key().contract();
    }
    if (this instanceof Subtree tree) {
      return tree.top();
    }
    return this instanceof OneCharge one ? one.contract() : ((WholeContract) this).contract();
  }

  /**
   * Whether a charge is in the scope, wholly or in part.
   *
   * @param contract whose charge it is
   * @param above the contracts above that one, up to the top
   */
  default boolean reaches(ContractNo contract, ChargeCode charge, Set<ContractNo> above) {
    if (this instanceof OneAmount one) {
      return one.key().contract().equals(contract) && one.key().charge().equals(charge);
    }
    if (this instanceof PartOfAmount part) {
      return part.key().contract().equals(contract) && part.key().charge().equals(charge);
    }
    if (this instanceof OneCharge one) {
      return one.contract().equals(contract) && one.charge().equals(charge);
    }
    if (this instanceof WholeContract whole) {
      return whole.contract().equals(contract);
    }
    return this instanceof Subtree tree && (tree.top().equals(contract) || above.contains(tree.top()));
  }
}
