package org.leasekit.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leasekit.access.AuditEntry;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.StatusChange;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Payment;
import org.leasekit.port.Audit;
import org.leasekit.port.ContractRecords;
import org.leasekit.port.Grants;
import org.leasekit.port.Moves;
import org.leasekit.port.StaleVersionException;

/** Wrong stores of who may do what, and of who asked for it. */
final class BrokenAccess {

  private BrokenAccess() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods("forgets equal decisions", Audit.class, Forgets::new, "Audit rule 1", "Records rule 1"),
        Broken.methods("finds decisions of another lessor", Audit.class, FindsAny::new, "Audit rule 2"),
        Broken.methods("keeps quiet about a stale move", Moves.class, KeepsQuiet::new, "Moves rule 1"),
        Broken.methods(
            "finds the last moves alone", Moves.class, FindsLast::new, "Moves rule 2"),
        Broken.methods(
            "takes bills for ever", Moves.class, TakesForEver::new, "Moves.takingBills"),
        Broken.methods("forgets who came back", Moves.class, ForgetsWhoCameBack::new, "Moves.leavers"),
        Broken.blind("locks no hierarchy", Moves.class, LocksNothing::new, "Moves rule 3"),
        Broken.methods("finds moves of another lessor", Moves.class, FindsAnyMove::new, "Moves rule 4"),
        Broken.methods("keeps quiet about a stale grant", Grants.class, GrantsQuietly::new, "Grants rule 1"),
        Broken.methods("revokes again", Grants.class, RevokesAgain::new, "Grants rule 2"),
        Broken.methods("finds grants of another lessor", Grants.class, FindsAnyGrant::new, "Grants rule 3"),
        Broken.methods(
            "finds payments with something left", ContractRecords.class, FindsUnapplied::new, "ContractRecords rule 1"),
        Broken.methods(
            "finds status changes of another lessor", ContractRecords.class, FindsAnyChange::new,
            "ContractRecords rule 2"));
  }

  private record Forgets(Audit right) {
    void append(AuditEntry entry) {
      ContractNo contract = entry.contract();
      if (contract == null || !right.ofContract(entry.lessor(), contract).contains(entry)) {
        right.append(entry);
      }
    }
  }

  private record FindsAny(Audit right) {
    List<AuditEntry> ofContract(LessorId lessor, ContractNo contract) {
      return right.ofContract(Samples.LESSOR, contract);
    }
  }

  private record KeepsQuiet(Moves right) {
    void append(Move move) {
      try {
        right.append(move);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }
  }

  private record FindsLast(Moves right) {
    List<Move> ofContract(LessorId lessor, ContractNo contract) {
      List<Move> all = right.ofContract(lessor, contract);
      return all.subList(Math.max(0, all.size() - 1), all.size());
    }
  }

  private record TakesForEver(Moves right) {
    Set<ContractNo> takingBills(LessorId lessor, Collection<ContractNo> contracts) {
      return contracts.stream()
          .filter(
              contract ->
                  right.ofContract(lessor, contract).stream()
                      .anyMatch(move -> move.kind() == Move.Kind.TAKES_BILLS))
          .collect(Collectors.toSet());
    }
  }

  private record ForgetsWhoCameBack(Moves right) {
    Set<ContractNo> leavers(LessorId lessor, Collection<ContractNo> masters) {
      return right.leavers(lessor, masters).stream()
          .filter(
              contract -> {
                List<Move> all = right.ofContract(lessor, contract);
                return masters.contains(all.get(all.size() - 1).from());
              })
          .collect(Collectors.toSet());
    }
  }

  private record LocksNothing(Moves right, Snapshots snapshots) {
    List<Move> ofContract(LessorId lessor, ContractNo contract) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().moves().stream().filter(move -> move.contract().equals(contract)).toList()
          : right.ofContract(lessor, contract);
    }
  }

  private record FindsAnyMove(Moves right) {
    List<Move> ofContract(LessorId lessor, ContractNo contract) {
      List<Move> mine = right.ofContract(lessor, contract);
      return mine.isEmpty() ? right.ofContract(Samples.LESSOR, contract) : mine;
    }
  }

  private record GrantsQuietly(Grants right) {
    void append(Grant grant) {
      try {
        right.append(grant);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }
  }

  private record RevokesAgain(Grants right) {
    void revoke(Grant grant) {
      try {
        right.revoke(grant);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }
  }

  private record FindsAnyGrant(Grants right) {
    List<Grant> ofAccounts(LessorId lessor, Collection<ContractNo> accounts) {
      List<Grant> mine = right.ofAccounts(lessor, accounts);
      return mine.isEmpty() ? right.ofAccounts(Samples.LESSOR, accounts) : mine;
    }
  }

  private record FindsUnapplied(ContractRecords right) {
    List<Payment> payments(LessorId lessor, ContractNo contract) {
      return right.payments(lessor, contract).stream()
          .filter(payment -> payment.unapplied().isPositive())
          .toList();
    }
  }

  private record FindsAnyChange(ContractRecords right) {
    List<StatusChange> statusChanges(LessorId lessor, ContractNo contract) {
      return right.statusChanges(Samples.LESSOR, contract);
    }
  }
}
