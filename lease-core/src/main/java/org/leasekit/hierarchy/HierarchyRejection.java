package org.leasekit.hierarchy;

import java.time.LocalDate;
import java.util.List;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Rejection;

/** Why a contract cannot take a place, or leave it. */
public sealed interface HierarchyRejection extends Rejection {

  @Override
  default String field() {
    return "parent";
  }

  /** The contract that should stand above is no master contract. */
  record NotAMaster(ContractNo contract) implements HierarchyRejection {
    @Override
    public String rule() {
      return "NOT_A_MASTER";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }

  /** The contract that should stand above stands below. */
  record Circle(ContractNo contract, ContractNo master) implements HierarchyRejection {
    @Override
    public String rule() {
      return "MASTER_STANDS_BELOW";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), master.value());
    }
  }

  /** A sub-contract would run at a time when its master does not. */
  record TermOutside(ContractNo sub, DateRange subTerm, ContractNo master, DateRange masterTerm)
      implements HierarchyRejection {
    @Override
    public String rule() {
      return "SUB_TERM_OUTSIDE_MASTER";
    }

    @Override
    public List<String> data() {
      return List.of(
          sub.value(), subTerm.start().toString(), subTerm.lastDay().toString(), master.value(),
          masterTerm.start().toString(), masterTerm.lastDay().toString());
    }
  }

  /** A contract that has ended takes and gets no new place. */
  record Ended(ContractNo contract) implements HierarchyRejection {
    @Override
    public String rule() {
      return "CONTRACT_HAS_ENDED";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }

  /** The contract is there already. */
  record AlreadyThere(ContractNo contract) implements HierarchyRejection {
    @Override
    public String rule() {
      return "ALREADY_IN_PLACE";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }

  /** The contract has no planned move of that number, or not any more. */
  record NoSuchPlan(ContractNo contract, int number) implements HierarchyRejection {
    @Override
    public String rule() {
      return "NO_SUCH_PLANNED_MOVE";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), Integer.toString(number));
    }
  }

  /** The contract moves because its master ends: it stays where it is when the ending is withdrawn, and not otherwise. */
  record FollowsMaster(ContractNo contract, ContractNo master) implements HierarchyRejection {
    @Override
    public String rule() {
      return "MOVE_FOLLOWS_MASTER";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), master.value());
    }
  }

  /** A move is recorded when it holds, not before: what is to hold later is planned. */
  record NotYet(ContractNo contract, LocalDate effective) implements HierarchyRejection {
    @Override
    public String rule() {
      return "MOVE_NOT_YET_EFFECTIVE";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), effective.toString());
    }
  }

  /** A move cannot hold from before the one that was recorded last. */
  record BeforeLastMove(ContractNo contract, LocalDate effective, LocalDate last)
      implements HierarchyRejection {
    @Override
    public String rule() {
      return "BEFORE_LAST_MOVE";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), effective.toString(), last.toString());
    }
  }

  /**
   * Sub-contracts run below the master that should end.
   *
   * @param subs by number
   */
  record LiveSubs(ContractNo master, List<ContractNo> subs) implements HierarchyRejection {
    public LiveSubs {
      subs = List.copyOf(subs);
    }

    @Override
    public String rule() {
      return "MASTER_HAS_LIVE_SUBS";
    }

    @Override
    public List<String> data() {
      return List.of(master.value(), Integer.toString(subs.size()), subs.get(0).value());
    }
  }
}
