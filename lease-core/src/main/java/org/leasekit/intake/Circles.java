package org.leasekit.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;

/** Contracts whose parents lead back to themselves. */
final class Circles {

  private Circles() {}

  /**
   * The numbers that lie on a circle; those that only lead into one do not.
   *
   * @param rows by number
   */
  static Set<ContractNo> among(Map<ContractNo, LeaseRow> rows) {
    Set<ContractNo> circles = new HashSet<>();
    // each number is walked over once: the mark says from where
    Map<ContractNo, ContractNo> walkedFrom = new HashMap<>();
    for (ContractNo start : rows.keySet()) {
      ContractNo at = start;
      while (at != null && rows.containsKey(at) && !walkedFrom.containsKey(at)) {
        walkedFrom.put(at, start);
        at = parent(rows, at);
      }
      if (at != null && start.equals(walkedFrom.get(at))) {
        while (at != null && circles.add(at)) {
          at = parent(rows, at);
        }
      }
    }
    return circles;
  }

  private static @Nullable ContractNo parent(
      Map<ContractNo, LeaseRow> rows, ContractNo no) {
    LeaseRow row = rows.get(no);
    return row == null ? null : row.contract().parent().orElse(null);
  }
}
