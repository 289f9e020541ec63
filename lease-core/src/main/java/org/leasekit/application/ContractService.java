package org.leasekit.application;

import java.util.function.Consumer;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;

/** Contracts as a whole: their files, and which there are. */
public final class ContractService {
  private final ContractFiles files;

  ContractService(ContractFiles files) {
    this.files = files;
  }

  /**
   * Everything there is about one contract number, in order of time. The tenant's side is not shown the stewards' tasks, the
   * journal, moves and grants, nor an amendment that names a contract it may not see.
   *
   * @return rejected when there is none of that number, or the actor may not see it
   */
  public Outcome<ContractFile> file(ContractNo contract) {
    return files.file(contract);
  }

  /**
   * Passes every contract that the actor may see once, by number: on the tenant's side his own and those below, for the
   * host and staff all there are, a bounded number of them in memory.
   */
  public void visible(Consumer<Contract> each) {
    files.visible(each);
  }
}
