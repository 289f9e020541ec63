package org.leasekit.testkit;

import java.util.function.Supplier;
import org.leasekit.port.Stores;
import org.leasekit.port.UnitOfWork;

/**
 * Remembers for each unit of work what was committed when it began. Stores in memory let the second unit of work
 * wait, but an adapter that answers from here does what one without locks and constraints does: it knows nothing
 * of the first.
 */
final class Snapshots implements UnitOfWork {

  private final Stores stores;
  private final ThreadLocal<Everything> mine = new ThreadLocal<>();
  private volatile Everything committed;

  Snapshots(Stores stores) {
    this.stores = stores;
  }

  @Override
  public <T> T required(Supplier<T> work) {
    if (mine.get() != null) {
      return stores.unitOfWork().required(work);
    }
    Everything whileAnotherIsOpen = committed;
    return stores
        .unitOfWork()
        .required(
            () -> {
              Everything now = Everything.in(stores);
              mine.set(whileAnotherIsOpen == null ? now : whileAnotherIsOpen);
              committed = now;
              try {
                return work.get();
              } finally {
                committed = null;
                mine.remove();
              }
            });
  }

  /** Whether there is a unit of work, in which somebody may be blind. */
  boolean isBlind() {
    return mine.get() != null;
  }

  /** What was committed when the unit of work began; outside of one, what is stored. */
  Everything seen() {
    Everything snapshot = mine.get();
    return snapshot == null ? Everything.in(stores) : snapshot;
  }
}
