package org.leasekit.access;

import java.util.List;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Rejection;

/** The asker may see the contract, and may not do this. */
public record AccessRejection(Action action, ContractNo contract) implements Rejection {

  @Override
  public String rule() {
    return "ACTION_NOT_ALLOWED";
  }

  @Override
  public String field() {
    return "action";
  }

  @Override
  public List<String> data() {
    return List.of(action.name(), contract.value());
  }
}
