package org.leasekit.hierarchy;

import java.util.List;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Rejection;

/** Why a sub-account may not do something alone. */
public sealed interface DelegationRejection extends Rejection {

  @Override
  default String field() {
    return "account";
  }

  /** The right is not granted, or not any more. */
  record NotGranted(ContractNo account, Right right) implements DelegationRejection {
    @Override
    public String rule() {
      return "RIGHT_NOT_GRANTED";
    }

    @Override
    public List<String> data() {
      return List.of(account.value(), right.name());
    }
  }

  /** The right is granted within limits that the act exceeds. */
  record BeyondLimit(ContractNo account, Right right) implements DelegationRejection {
    @Override
    public String rule() {
      return "BEYOND_GRANTED_LIMIT";
    }

    @Override
    public List<String> data() {
      return List.of(account.value(), right.name());
    }
  }

  /** There is no master who could grant anything. */
  record NoMaster(ContractNo account) implements DelegationRejection {
    @Override
    public String rule() {
      return "NO_MASTER_TO_GRANT";
    }

    @Override
    public List<String> data() {
      return List.of(account.value());
    }
  }

  /** The account has no grant of that number. */
  record NoSuchGrant(ContractNo account, int number) implements DelegationRejection {
    @Override
    public String rule() {
      return "NO_SUCH_GRANT";
    }

    @Override
    public List<String> data() {
      return List.of(account.value(), Integer.toString(number));
    }
  }
}
