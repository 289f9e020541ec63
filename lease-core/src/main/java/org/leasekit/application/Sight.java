package org.leasekit.application;

import java.util.List;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.ContractNo;

/**
 * What an actor is shown of a contract that he may see. Amendments of it may name another one, with which it was split: who
 * may not see that one reads {@link #HIDDEN} for its number, in files, histories and whatever is made of them.
 */
final class Sight {
  static final ContractNo HIDDEN = new ContractNo("***");

  private final Gate gate;

  Sight(Gate gate) {
    this.gate = gate;
  }

  ContractHistory of(ContractHistory history) {
    return gate.isTenantsSide()
        ? ContractHistory.of(history.origin(), of(history.recorded()))
        : history;
  }

  List<Amendment> of(List<Amendment> recorded) {
    return recorded.stream().map(this::of).toList();
  }

  private Amendment of(Amendment amendment) {
    Change shown = of(amendment.change());
    return shown.equals(amendment.change())
        ? amendment
        : new Amendment(amendment.id(), amendment.effective(), amendment.known(), amendment.proof(), shown);
  }

  private Change of(Change change) {
    if (change instanceof Change.Split split && !gate.sees(split.other())) {
      return new Change.Split(HIDDEN, split.kept(), split.given(), split.keptRent(), split.agreement());
    }
    return change instanceof Change.MergeBack merge && !gate.sees(merge.other())
        ? new Change.MergeBack(HIDDEN, merge.rent(), merge.agreement())
        : change;
  }
}
