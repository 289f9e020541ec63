package org.leasekit.hierarchy;

/** What becomes of the running sub-contracts of a master that ends. */
public enum SubsAtEnd {
  /** The master cannot end while one runs. */
  REFUSE,
  /** They end with it, and so does everything below them. */
  END_TOO,
  /** They stand alone from then on. */
  PROMOTE,
  /** They come below the master's own master; where it has none, they stand alone. */
  MOVE_UP
}
