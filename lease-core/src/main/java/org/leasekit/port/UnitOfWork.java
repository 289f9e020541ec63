package org.leasekit.port;

import java.util.function.Supplier;

/**
 * The transaction that the stores of one adapter share.
 *
 * <ol>
 *   <li>Work that returns is committed; work that throws is rolled back whole and the exception passes
 *       through unchanged.
 *   <li>A call inside a unit of work joins it; there is no nested transaction.
 *   <li>Inside a host's transaction the unit of work joins that one and commits nothing itself.
 *   <li>What a store locks inside a unit of work stays locked until it ends.
 * </ol>
 */
public interface UnitOfWork {

  /** Runs the work in the current transaction, or in a new one when there is none. */
  <T> T required(Supplier<T> work);

  /** Runs work without a result, as {@link #required}. */
  default void run(Runnable work) {
    required(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }
}
