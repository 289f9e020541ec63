package org.leasekit.memory;

import java.time.Instant;

/** A record's place in time: earliest first, then by id. */
record At<K extends Comparable<? super K>>(Instant at, K id) implements Comparable<At<K>> {

  @Override
  public int compareTo(At<K> other) {
    int byInstant = at.compareTo(other.at);
    return byInstant != 0 ? byInstant : id.compareTo(other.id);
  }
}
