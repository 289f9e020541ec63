package org.leasekit.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.UnitRef;
import org.leasekit.outcome.Rejection;

/** The state of one {@link Assembly} while it is made. */
final class Assembler {
  private final StoredFacts stored;

  /** Contracts of this table that hold their number. */
  private final Map<ContractNo, Contract> standing = new HashMap<>();

  private final UnitOccupancy units = new UnitOccupancy();
  private final List<LeaseRow> accepted = new ArrayList<>();
  private final List<LeaseRow> unchanged = new ArrayList<>();
  private final List<QuarantinedRow> quarantined = new ArrayList<>();

  Assembler(StoredFacts stored) {
    this.stored = stored;
  }

  Assembly assembled() {
    return new Assembly(accepted, unchanged, quarantined);
  }

  /** Judges masters as soon as their parent stands; what is left waits in vain. */
  void judgeMasters(List<LeaseRow> masters) {
    Queue<LeaseRow> ready = new ArrayDeque<>();
    Map<ContractNo, List<LeaseRow>> waiting = new LinkedHashMap<>();
    for (LeaseRow row : masters) {
      Optional<ContractNo> parent = row.contract().parent();
      if (parent.isEmpty() || stored.contracts().containsKey(parent.get())) {
        ready.add(row);
      } else {
        waiting.computeIfAbsent(parent.get(), key -> new ArrayList<>()).add(row);
      }
    }
    while (!ready.isEmpty()) {
      LeaseRow row = ready.remove();
      judge(row);
      if (standing.containsKey(row.contract().no())) {
        List<LeaseRow> released = waiting.remove(row.contract().no());
        ready.addAll(released == null ? List.of() : released);
      }
    }
    judgeStranded(waiting.values().stream().flatMap(Collection::stream).toList());
  }

  private void judgeStranded(List<LeaseRow> stranded) {
    Map<ContractNo, LeaseRow> byNumber = new HashMap<>();
    stranded.forEach(row -> byNumber.putIfAbsent(row.contract().no(), row));
    Set<ContractNo> circles = Circles.among(byNumber);
    for (LeaseRow row : stranded) {
      ContractNo no = row.contract().no();
      if (circles.contains(no) && !standing.containsKey(no)) {
        reject(row, List.of(parentRule(RowRule.HIERARCHY_CYCLE, row)));
      } else {
        judge(row);
      }
    }
  }

  /** Accepts a row, finds it unchanged, or quarantines it. */
  void judge(LeaseRow row) {
    Contract contract = row.contract();
    Contract known = stored.contracts().get(contract.no());
    boolean repeated = known != null && row.saysTheSameAs(known);
    if (standing.containsKey(contract.no()) || (known != null && !repeated)) {
      reject(row, List.of(new ContractRejection.DuplicateNumber(contract.no())));
    } else if (known != null) {
      unchanged.add(row);
      standing.put(contract.no(), known);
      if (known.status() != ContractStatus.TERMINATED) {
        units.add(known);
      }
    } else {
      List<Rejection> conflicts = conflicts(row);
      if (conflicts.isEmpty()) {
        accepted.add(row);
        standing.put(contract.no(), contract);
        units.add(contract);
      } else {
        reject(row, conflicts);
      }
    }
  }

  private List<Rejection> conflicts(LeaseRow row) {
    List<Rejection> conflicts = new ArrayList<>();
    Contract contract = row.contract();
    if (contract.parent().isPresent()) {
      Optional<Contract> master = master(contract.parent().get());
      if (master.isEmpty()) {
        conflicts.add(parentRule(RowRule.NO_SUCH_MASTER, row));
      } else if (!master.get().term().contains(contract.term())) {
        conflicts.add(parentRule(RowRule.TERM_OUTSIDE_MASTER, row));
      }
    }
    UnitRef unit = contract.unit();
    if (unit != null
        && (stored.takenLines().contains(row.line()) || units.holder(contract).isPresent())) {
      conflicts.add(
          new ContractRejection.UnitAlreadyLeased(contract.no(), unit, contract.term()));
    }
    return conflicts;
  }

  private Optional<Contract> master(ContractNo no) {
    Contract inTable = standing.get(no);
    return Optional.ofNullable(inTable == null ? stored.contracts().get(no) : inTable)
        .filter(contract -> contract.master() && !contract.status().isEnded());
  }

  private static RowRejection parentRule(RowRule rule, LeaseRow row) {
    return rule.brokenBy(row.contract().parent().map(ContractNo::value).orElse(""));
  }

  private void reject(LeaseRow row, List<Rejection> why) {
    quarantined.add(QuarantinedRow.of(row, why));
  }
}
