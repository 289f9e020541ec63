package org.leasekit.contract;

import java.util.List;
import org.leasekit.calendar.DateRange;
import org.leasekit.outcome.Rejection;

/** Why a contract was refused or a change to one was. */
public sealed interface ContractRejection extends Rejection {

  /** The state does not allow the step. */
  record IllegalTransition(ContractNo contract, ContractStatus from, ContractStatus to)
      implements ContractRejection {
    @Override
    public String rule() {
      return "ILLEGAL_TRANSITION";
    }

    @Override
    public String field() {
      return "status";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), from.name(), to.name());
    }
  }

  /** The number is in use. */
  record DuplicateNumber(ContractNo contract) implements ContractRejection {
    @Override
    public String rule() {
      return "DUPLICATE_CONTRACT_NUMBER";
    }

    @Override
    public String field() {
      return "contract_no";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }

  /** The unit is let to somebody else for some of the time. */
  record UnitAlreadyLeased(ContractNo contract, UnitRef unit, DateRange term)
      implements ContractRejection {
    @Override
    public String rule() {
      return "UNIT_ALREADY_LEASED";
    }

    @Override
    public String field() {
      return "unit";
    }

    @Override
    public List<String> data() {
      return List.of(
          contract.value(), unit.unit(), term.start().toString(), term.lastDay().toString());
    }
  }

  /** No contract has that number, or the asker may not see it. */
  record NoSuchContract(ContractNo contract) implements ContractRejection {
    @Override
    public String rule() {
      return "NO_SUCH_CONTRACT";
    }

    @Override
    public String field() {
      return "contract_no";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }
}
