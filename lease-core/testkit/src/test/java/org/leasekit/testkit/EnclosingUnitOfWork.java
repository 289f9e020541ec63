package org.leasekit.testkit;

import org.leasekit.port.UnitOfWork;

/** A host that begins its transaction as a unit of work of its own, around those of the library. */
public record EnclosingUnitOfWork(UnitOfWork unit) implements HostTransaction {

  private static final class RollBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void commit(Runnable work) {
    unit.run(work);
  }

  @Override
  public void rollBack(Runnable work) {
    try {
      unit.run(
          () -> {
            work.run();
            throw new RollBack();
          });
    } catch (RollBack asked) {
      // that is what was asked for
    }
  }
}
