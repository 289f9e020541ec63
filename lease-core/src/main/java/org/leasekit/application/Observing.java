package org.leasekit.application;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.port.EventLog;
import org.leasekit.port.UnitOfWork;

/**
 * A unit of work that keeps what happened in it, and appends it to the log as the last thing before it ends: contracts in
 * order, so that two that touch the same contracts wait for each other in one direction only.
 */
final class Observing implements UnitOfWork {
  private final UnitOfWork right;
  private final EventLog log;
  private final LessorId lessor;
  private final InstantSource clock;
  private final ThreadLocal<@Nullable List<LeaseEvent>> happened = new ThreadLocal<>();

  Observing(UnitOfWork right, EventLog log, LessorId lessor, InstantSource clock) {
    this.right = right;
    this.log = log;
    this.lessor = lessor;
    this.clock = clock;
  }

  @Override
  public <T> T required(Supplier<T> work) {
    if (happened.get() != null) {
      return right.required(work);
    }
    return right.required(
        () -> {
          List<LeaseEvent> mine = new ArrayList<>();
          happened.set(mine);
          try {
            T answer = work.get();
            append(mine);
            return answer;
          } finally {
            happened.remove();
          }
        });
  }

  private void append(List<LeaseEvent> events) {
    TreeMap<ContractNo, List<LeaseEvent>> byContract = new TreeMap<>();
    events.forEach(event -> byContract.computeIfAbsent(event.head().contract(), no -> new ArrayList<>()).add(event));
    byContract.values().forEach(log::append);
  }

  LeaseEvent.Head head(ContractNo contract) {
    return new LeaseEvent.Head(lessor, contract, clock.instant());
  }

  /** Keeps what happened; only called inside a unit of work of this one. */
  void note(LeaseEvent event) {
    List<LeaseEvent> mine = happened.get();
    if (mine == null) {
      throw new IllegalStateException("nothing happens outside of a unit of work: " + event.type());
    }
    mine.add(event);
  }
}
