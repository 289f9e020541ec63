package org.leasekit.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.StatusChange;
import org.leasekit.hierarchy.Move;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;

/**
 * Master contracts with their trees. The bill of a master is added up by who pays, the tree by the links
 * between contracts as they were when each amount was raised: two ways to one sum. A contract that renewed before its
 * master did was charged alone until then, and one that came from elsewhere or has left was charged there: that money
 * stays where it is. What was corrected counts as corrected.
 */
public final class MasterCohorts {
  private final Map<ContractNo, List<Contract>> children = new TreeMap<>();
  private final Map<ContractNo, Instant> standsSince = new HashMap<>();
  private final Map<ContractNo, RenewalCase> cases = new HashMap<>();
  private final Map<ContractNo, Contract> contracts = new HashMap<>();
  private final Map<ContractNo, List<Move>> moves = new HashMap<>();

  /** By the master at the top when they were raised, then by contract. */
  private final Map<ContractNo, Map<ContractNo, List<Receivable>>> byTree = new HashMap<>();
  private final Map<ContractNo, List<Receivable>> byPayer = new HashMap<>();

  private MasterCohorts() {}

  /**
   * The masters that have nobody above them, by number; a tree with several currencies gives one cohort
   * for each.
   *
   * @param changes the life of at least the masters
   * @param moves of contracts between masters, those of each contract in the order in which they were recorded
   */
  public static List<MasterCohort> of(
      Collection<Contract> contracts,
      Collection<StatusChange> changes,
      Collection<Move> moves,
      Collection<Receivable> receivables,
      Collection<RenewalCase> cases) {
    MasterCohorts index = new MasterCohorts();
    for (Contract contract : contracts) {
      index.contracts.put(contract.no(), contract);
      contract.parent().ifPresent(parent -> add(index.children, parent, contract));
    }
    for (StatusChange change : changes) {
      if (change.to() == ContractStatus.ACTIVE) {
        index.standsSince.merge(
            change.contract(), change.at(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    for (Move move : moves) {
      if (move.kind() == Move.Kind.PLACE) {
        add(index.moves, move.contract(), move);
      }
    }
    for (Receivable receivable : receivables) {
      ContractNo no = receivable.key().contract();
      ContractNo top = index.topAt(no, receivable.raisedAt());
      add(index.byTree.computeIfAbsent(top, each -> new TreeMap<>()), no, receivable);
      add(index.byPayer, receivable.payer(), receivable);
    }
    cases.forEach(renewal -> index.cases.put(renewal.contract(), renewal));
    return contracts.stream()
        .filter(contract -> contract.master() && contract.parent().isEmpty())
        .sorted(Comparator.comparing(Contract::no))
        .flatMap(master -> index.cohorts(master).stream())
        .toList();
  }

  /** The contract at the top of another's tree at an instant. */
  private ContractNo topAt(ContractNo no, Instant at) {
    ContractNo top = no;
    Set<ContractNo> path = new HashSet<>();
    ContractNo above = no;
    while (above != null && path.add(above)) {
      top = above;
      above = masterAt(above, at);
    }
    return top;
  }

  private @Nullable ContractNo masterAt(ContractNo no, Instant at) {
    Contract contract = contracts.get(no);
    ContractNo master = contract == null ? null : contract.parent().orElse(null);
    List<Move> all = moves.getOrDefault(no, List.of());
    for (int i = all.size() - 1; i >= 0 && all.get(i).known().isAfter(at); i--) {
      master = all.get(i).from();
    }
    return master;
  }

  private static <V> void add(Map<ContractNo, List<V>> index, ContractNo no, V value) {
    index.computeIfAbsent(no, key -> new ArrayList<>()).add(value);
  }

  private List<MasterCohort> cohorts(Contract master) {
    List<Contract> tree = new ArrayList<>();
    Set<ContractNo> seen = new HashSet<>(Set.of(master.no()));
    collect(master, seen, tree);
    for (ContractNo no : byTree.getOrDefault(master.no(), Map.of()).keySet()) {
      Contract left = contracts.get(no);
      if (left != null && seen.add(no)) {
        tree.add(left);
      }
    }
    tree.sort(Comparator.comparing(Contract::no));
    Set<CurrencyUnit> currencies = new TreeSet<>();
    currencies.add(master.terms().currency());
    tree.forEach(contract -> currencies.add(contract.terms().currency()));
    return currencies.stream().map(currency -> cohort(master, tree, currency)).toList();
  }

  private void collect(Contract above, Set<ContractNo> seen, List<Contract> tree) {
    for (Contract child : children.getOrDefault(above.no(), List.of())) {
      if (seen.add(child.no())) {
        tree.add(child);
        collect(child, seen, tree);
      }
    }
  }

  private MasterCohort cohort(Contract master, List<Contract> tree, CurrencyUnit currency) {
    Instant since = standsSince.getOrDefault(master.no(), Instant.MIN);
    Map<ContractNo, List<Receivable>> charged = byTree.getOrDefault(master.no(), Map.of());
    List<MasterCohort.Sub> subs =
        tree.stream()
            .filter(contract -> contract.terms().currency().equals(currency))
            .map(
                contract ->
                    new MasterCohort.Sub(
                        contract,
                        standing(contract),
                        MinorUnits.amount(
                            sum(charged.getOrDefault(contract.no(), List.of()), currency, since), currency)))
            .toList();
    return new MasterCohort(
        master,
        currency,
        MinorUnits.amount(sum(byPayer.getOrDefault(master.no(), List.of()), currency, Instant.MIN), currency),
        MinorUnits.amount(sum(charged.getOrDefault(master.no(), List.of()), currency, since), currency),
        subs);
  }

  private MasterCohort.Standing standing(Contract contract) {
    RenewalCase renewal = cases.get(contract.no());
    if (renewal == null) {
      return MasterCohort.Standing.RUNNING;
    }
    CaseState state = renewal.state();
    return switch (state) {
      case RENEWED -> MasterCohort.Standing.RENEWED;
      case DECLINED -> MasterCohort.Standing.DECLINED;
      case LAPSED -> MasterCohort.Standing.LAPSED;
      case SUPERSEDED -> MasterCohort.Standing.RUNNING;
      case PROPOSED, OPEN, NOTIFIED, ACCEPTED -> MasterCohort.Standing.OPEN;
    };
  }

  private static long sum(
      List<Receivable> receivables,
      CurrencyUnit currency,
      Instant since) {
    long sum = 0;
    for (Receivable each : receivables) {
      if (!each.raisedAt().isBefore(since) && each.amount().getCurrency().equals(currency)) {
        sum = Math.addExact(sum, MinorUnits.of(each.amount().subtract(each.credited())));
      }
    }
    return sum;
  }
}
