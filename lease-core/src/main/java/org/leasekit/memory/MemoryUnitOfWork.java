package org.leasekit.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.leasekit.port.UnitOfWork;

/**
 * A unit of work that holds one lock from its beginning to its end. Whatever a store locks is therefore locked until
 * then, and nobody ever sees half of it. Tables note how to undo each change, so that a rollback costs what the
 * unit of work did, not what the stores hold.
 */
final class MemoryUnitOfWork implements UnitOfWork {

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  @Override
  public <T> T required(Supplier<T> work) {
    lock.lock();
    boolean outermost = lock.getHoldCount() == 1;
    boolean returned = false;
    try {
      T result = work.get();
      returned = true;
      return result;
    } finally {
      if (outermost) {
        end(returned);
      }
      lock.unlock();
    }
  }

  /** Notes how to take back a change that is about to be made; only called inside a unit of work. */
  void onRollback(Runnable takeBack) {
    undo.push(takeBack);
  }

  private void end(boolean commit) {
    if (!commit) {
      // last change first: each step finds what was there when its change was made
      undo.forEach(Runnable::run);
    }
    undo.clear();
  }
}
