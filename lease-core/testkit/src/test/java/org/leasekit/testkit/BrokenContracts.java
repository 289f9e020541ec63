package org.leasekit.testkit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.LessorId;
import org.leasekit.port.Contracts;
import org.leasekit.port.Contracts.Added;

/** Wrong stores of contracts. */
final class BrokenContracts {

  private BrokenContracts() {}

  static List<Broken> all() {
    return List.of(
        contracts("replaces a known number", Replaces::new, "Contracts rule 1"),
        contracts("takes a duplicate for a taken unit", ChecksUnitFirst::new, "Contracts rule 1"),
        contracts("lets nobody share a unit", IgnoresSlots::new, "Contracts rule 2"),
        contracts("takes the last day to be free", EndsInclusive::new, "Contracts rule 2"),
        contracts("counts the day after as let", CountsDayAfter::new, "Contracts rule 2"),
        contracts("keeps a refused contract's history", RecordsAnyway::new, "Contracts rule 2"),
        Broken.blind(
            "adds without a constraint",
            Contracts.class,
            AddsBlindly::new,
            "Contracts rule 1",
            "Contracts rule 2",
            "Holds rule 1"),
        contracts("forgets the rules of charges", ForgetsRules::new, "Contracts.find"),
        contracts("forgets who pays", ForgetsPayer::new, "Contracts.find"),
        contracts("updates any version", UpdatesAny::new, "Contracts rule 3"),
        Broken.blind(
            "compares versions before it locks", Contracts.class, UpdatesBlindly::new, "Contracts rule 3"),
        Broken.blind(
            "reads where it should lock",
            Contracts.class,
            LocksNothing::new,
            "Contracts rule 4",
            "UnitOfWork rule 4"),
        contracts("records equal changes once", RecordsOnce::new, "Contracts rule 5"),
        contracts("finds contracts of another lessor", FindsAny::new, "Contracts rule 6"),
        contracts("lists grandchildren as children", Grandchildren::new, "Contracts.children"));
  }

  private static Broken contracts(
      String name, Function<Contracts, Object> methods, String... rules) {
    return Broken.methods(name, Contracts.class, methods, rules);
  }

  private record ForgetsPayer(Contracts right) {
    Added add(Contract contract, List<StatusChange> history) {
      return right.add(contract.withPayer(null), history);
    }
  }

  private record ForgetsRules(Contracts right) {
    Added add(Contract contract, List<StatusChange> history) {
      return right.add(contract.withTerms(contract.terms().withRules(ChargeRules.STANDARD)), history);
    }
  }

  private record Replaces(Contracts right) {
    Added add(Contract contract, List<StatusChange> history) {
      Added added = right.add(contract, history);
      if (added == Added.DUPLICATE_NUMBER) {
        Contract known = right.find(contract.lessor(), contract.no()).orElseThrow();
        right.update(contract.withVersion(known.version()));
      }
      return added;
    }
  }

  private record ChecksUnitFirst(Contracts right) {
    Added add(Contract contract, List<StatusChange> history) {
      UnitRef unit = contract.unit();
      boolean free =
          unit == null
              || right.isFree(contract.lessor(), unit, contract.portion(), contract.term());
      return free ? right.add(contract, history) : Added.UNIT_TAKEN;
    }
  }

  private record IgnoresSlots(Contracts right) {
    Added add(Contract contract, List<StatusChange> history) {
      UnitRef unit = contract.unit();
      boolean known = right.find(contract.lessor(), contract.no()).isPresent();
      boolean free =
          unit == null || right.isFree(contract.lessor(), unit, Portion.WHOLE, contract.term());
      return known || free ? right.add(contract, history) : Added.UNIT_TAKEN;
    }
  }

  /** Tells of a contract that collides on one day only that it was added. */
  private record EndsInclusive(Contracts right) {
    Added add(Contract contract, List<StatusChange> history) {
      Added added = right.add(contract, history);
      UnitRef unit = contract.unit();
      DateRange term = contract.term();
      return added == Added.UNIT_TAKEN
              && term.days() > 1
              && right.isFree(
                  contract.lessor(),
                  Objects.requireNonNull(unit),
                  contract.portion(),
                  DateRange.of(term.start().plusDays(1), term.endExclusive()))
          ? Added.ADDED
          : added;
    }
  }

  private record CountsDayAfter(Contracts right) {
    Added add(Contract contract, List<StatusChange> history) {
      UnitRef unit = contract.unit();
      boolean known = right.find(contract.lessor(), contract.no()).isPresent();
      DateRange longer =
          DateRange.of(contract.term().start().minusDays(1), contract.term().endExclusive());
      boolean free =
          unit == null || right.isFree(contract.lessor(), unit, contract.portion(), longer);
      return known || free ? right.add(contract, history) : Added.UNIT_TAKEN;
    }
  }

  private record RecordsAnyway(Contracts right) {
    Added add(Contract contract, List<StatusChange> history) {
      Added added = right.add(contract, history);
      if (added == Added.UNIT_TAKEN) {
        history.forEach(right::record);
      }
      return added;
    }
  }

  private record AddsBlindly(Contracts right, Snapshots snapshots) {
    Added add(Contract contract, List<StatusChange> history) {
      Added added = right.add(contract, history);
      List<Contract> seen = snapshots.seen().contracts();
      boolean knowsNumber = seen.stream().anyMatch(known -> known.no().equals(contract.no()));
      boolean knowsUnit = seen.stream().anyMatch(contract::collidesWith);
      boolean blind =
          (added == Added.DUPLICATE_NUMBER && !knowsNumber) || (added == Added.UNIT_TAKEN && !knowsUnit);
      return blind && contract.lessor().equals(Samples.LESSOR) ? Added.ADDED : added;
    }
  }

  private record UpdatesAny(Contracts right) {
    void update(Contract contract) {
      Contract known = right.find(contract.lessor(), contract.no()).orElseThrow();
      right.update(contract.withVersion(known.version()));
    }
  }

  private record UpdatesBlindly(Contracts right, Snapshots snapshots) {
    void update(Contract contract) {
      boolean fits =
          snapshots.seen().contracts().stream()
              .anyMatch(
                  seen -> seen.no().equals(contract.no()) && seen.version() == contract.version());
      Contract known = right.find(contract.lessor(), contract.no()).orElseThrow();
      right.update(fits ? contract.withVersion(known.version()) : contract);
    }
  }

  private record LocksNothing(Contracts right, Snapshots snapshots) {
    Optional<Contract> lock(LessorId lessor, ContractNo no) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().contracts().stream().filter(seen -> seen.no().equals(no)).findAny()
          : right.lock(lessor, no);
    }
  }

  private static final class RecordsOnce {
    private final Contracts right;
    private StatusChange last;

    RecordsOnce(Contracts right) {
      this.right = right;
    }

    void record(StatusChange change) {
      if (!change.equals(last)) {
        right.record(change);
      }
      last = change;
    }
  }

  private record FindsAny(Contracts right) {
    Optional<Contract> find(LessorId lessor, ContractNo no) {
      return right.find(lessor, no).or(() -> right.find(Samples.LESSOR, no));
    }
  }

  private record Grandchildren(Contracts right) {
    List<Contract> children(LessorId lessor, ContractNo parent) {
      return right.children(lessor, parent).stream()
          .flatMap(child -> Stream.concat(Stream.of(child), right.children(lessor, child.no()).stream()))
          .toList();
    }
  }
}
