package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.leasekit.billing.Locks;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/** How much of receivables is held by freezes, as known when they were looked at. */
final class Freezes implements ToLongFunction<Receivable> {
  private final List<Receivable> receivables;
  private final List<ReceivableLock> locks;
  private final Map<ContractNo, Set<ContractNo>> above;
  private final Instant at;

  private Freezes(
      Collection<Receivable> receivables,
      List<ReceivableLock> locks,
      Map<ContractNo, Set<ContractNo>> above,
      Instant at) {
    this.receivables = List.copyOf(receivables);
    this.locks = locks;
    this.above = above;
    this.at = at;
  }

  /**
   * The freezes that may hold some receivables of a lessor at an instant.
   *
   * @param receivables with all that is outstanding of the amounts they are of: a part is held of the lowest revision first
   */
  static Freezes of(Stores stores, LessorId lessor, Collection<Receivable> receivables, Instant at) {
    Hierarchy hierarchy = new Hierarchy(stores, lessor);
    Map<ContractNo, Set<ContractNo>> above = new HashMap<>();
    Set<ContractNo> all = new HashSet<>();
    for (Receivable receivable : receivables) {
      ContractNo no = receivable.key().contract();
      Set<ContractNo> path =
          above.computeIfAbsent(no, key -> hierarchy.find(key).map(hierarchy::above).orElse(Set.of()));
      all.add(no);
      all.addAll(path);
    }
    return new Freezes(
        receivables, all.isEmpty() ? List.of() : stores.locks().of(lessor, all), above, at);
  }

  /** How much of what was paid is held, in minor units: what holds more than is outstanding holds that, too. */
  long ofPaid(Receivable receivable) {
    long outstanding = receivable.outstandingMinor();
    return held(receivable, Math.addExact(outstanding, MinorUnits.of(receivable.allocated())))
        - held(receivable, outstanding);
  }

  /** How much of what is outstanding is held, in minor units. */
  @Override
  public long applyAsLong(Receivable receivable) {
    return held(receivable, receivable.outstandingMinor());
  }

  private long held(Receivable receivable, long minor) {
    Locks.Outstanding now = Locks.Outstanding.of(receivable, receivables);
    return Locks.heldMinor(
        locks,
        new Locks.Outstanding(now.key(), minor, now.lowerMinor(), now.currency()),
        above.getOrDefault(receivable.key().contract(), Set.of()),
        at);
  }
}
