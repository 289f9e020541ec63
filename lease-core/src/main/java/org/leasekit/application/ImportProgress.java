package org.leasekit.application;

import java.util.OptionalInt;

/**
 * How far an import is.
 *
 * @param done rows dealt with in this phase
 * @param total rows of this phase; empty while the table is read, whose length nobody knows
 */
public record ImportProgress(Phase phase, int done, OptionalInt total) {

  /** The parts of an import, in their order. */
  public enum Phase {
    /** Each row by itself, to the end of the table. */
    READING,
    /** In a dry run: beside the other rows and what is stored. */
    CHECKING,
    /** Otherwise: beside the other rows and what is stored, and stored. */
    STORING
  }
}
