package org.leasekit.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.leasekit.contract.ContractNo;

/**
 * The master contracts of a table, from the top of the hierarchy down, wherever they stand in it. One comes up for
 * judgement as soon as its own master stands; the others wait, some of them in vain.
 */
public final class MasterQueue {
  private final Queue<LeaseRow> ready = new ArrayDeque<>();
  private final Map<ContractNo, List<LeaseRow>> waiting = new LinkedHashMap<>();

  /**
   * A queue of rows none of which is judged.
   *
   * @param masters in the order of the table
   * @param stored which of their own masters are stored
   */
  public MasterQueue(List<LeaseRow> masters, Set<ContractNo> stored) {
    for (LeaseRow row : masters) {
      Optional<ContractNo> parent = row.contract().parent();
      if (parent.isEmpty() || stored.contains(parent.get())) {
        ready.add(row);
      } else {
        waiting.computeIfAbsent(parent.get(), key -> new ArrayList<>()).add(row);
      }
    }
  }

  /** Takes rows that can be judged; empty when every other waits in vain, as far as is known. */
  public List<LeaseRow> take(int most) {
    List<LeaseRow> taken = new ArrayList<>();
    while (taken.size() < most && !ready.isEmpty()) {
      taken.add(ready.remove());
    }
    return taken;
  }

  /** Makes rows ready whose master turned out to stand. */
  public void stands(ContractNo master) {
    List<LeaseRow> released = waiting.remove(master);
    ready.addAll(released == null ? List.of() : released);
  }

  /** Rows that still wait. */
  public List<LeaseRow> stranded() {
    return waiting.values().stream().flatMap(Collection::stream).toList();
  }

  /** Lines of waiting rows whose masters lead back to them. */
  public Set<Integer> circles() {
    Map<ContractNo, LeaseRow> byNumber = new HashMap<>();
    stranded().forEach(row -> byNumber.putIfAbsent(row.contract().no(), row));
    Set<ContractNo> circles = Circles.among(byNumber);
    Set<Integer> lines = new HashSet<>();
    for (LeaseRow row : stranded()) {
      if (circles.contains(row.contract().no())) {
        lines.add(row.line());
      }
    }
    return lines;
  }
}
