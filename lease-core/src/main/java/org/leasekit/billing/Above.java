package org.leasekit.billing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;

/**
 * The contracts above one, up to the top, and on which days each of them is: what is locked as a tree is locked for a contract
 * while it stands in that tree, not before it came and not after it left.
 *
 * @param days by the number of the contract above, in order and without overlap
 */
public record Above(Map<ContractNo, List<DateRange>> days) {

  /** Longer than any calendar of a lease. */
  public static final DateRange EVER = DateRange.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  /** Nobody is above. */
  public static final Above NOBODY = new Above(Map.of());

  public Above {
    days = Map.copyOf(days);
  }

  /** Contracts that are above on every day. */
  public static Above always(Collection<ContractNo> masters) {
    Map<ContractNo, List<DateRange>> days = new HashMap<>();
    masters.forEach(master -> days.put(master, List.of(EVER)));
    return new Above(days);
  }

  /** All that are above on some day. */
  public Set<ContractNo> masters() {
    return days.keySet();
  }

  /** The parts of some days for which a lock with a scope reaches a contract that it names or that stands below. */
  List<DateRange> reached(LockScope scope, ContractNo contract, DateRange range) {
    boolean byPlace = scope instanceof LockScope.Subtree tree && !tree.top().equals(contract);
    return byPlace
        ? days.getOrDefault(scope.contract(), List.of()).stream()
            .flatMap(each -> each.intersection(range).stream())
            .toList()
        : List.of(range);
  }
}
