package org.leasekit.contract;

import java.time.LocalDate;
import java.util.List;
import org.leasekit.calendar.DateRange;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.TenantId;

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

  /** The contract is no lease that could run on: a draft, or ended. */
  record NotActive(ContractNo contract, ContractStatus status) implements ContractRejection {
    @Override
    public String rule() {
      return "CONTRACT_NOT_ACTIVE";
    }

    @Override
    public String field() {
      return "status";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), status.name());
    }
  }

  /** The term would end before it begins, or on its first day. */
  record TermWithoutDays(ContractNo contract, LocalDate start, LocalDate endExclusive)
      implements ContractRejection {
    @Override
    public String rule() {
      return "TERM_WITHOUT_DAYS";
    }

    @Override
    public String field() {
      return "term";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), start.toString(), endExclusive.toString());
    }
  }

  /** Parts of a month are to be charged by a convention that there is not. */
  record UnknownProration(ContractNo contract, String proration, List<String> known)
      implements ContractRejection {
    public UnknownProration {
      known = List.copyOf(known);
    }

    @Override
    public String rule() {
      return "UNKNOWN_PRORATION";
    }

    @Override
    public String field() {
      return "proration";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), proration, String.join(", ", known));
    }
  }

  /** No tenant is registered with that id. */
  record NoSuchTenant(TenantId tenant) implements ContractRejection {
    @Override
    public String rule() {
      return "NO_SUCH_TENANT";
    }

    @Override
    public String field() {
      return "tenant";
    }

    @Override
    public List<String> data() {
      return List.of(tenant.value());
    }
  }

  /** An amount has more decimals than its currency, or is in another currency than the contract. */
  record AmountNotPayable(ContractNo contract, String amount) implements ContractRejection {
    @Override
    public String rule() {
      return "AMOUNT_NOT_PAYABLE";
    }

    @Override
    public String field() {
      return "amount";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), amount);
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
