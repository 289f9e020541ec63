package org.leasekit.memory;

import org.leasekit.port.StaleVersionException;

/** Optimistic locking: storage counts the versions of a record, beginning with 1. */
final class Versions {

  static final long FIRST = 1;

  private Versions() {}

  /**
   * The version after a change.
   *
   * @param record kind and key, for the message
   * @throws StaleVersionException when what is to be changed is not what is stored
   */
  static long next(String record, long stored, long presented) {
    if (stored != presented) {
      throw new StaleVersionException(record);
    }
    return stored + 1;
  }
}
