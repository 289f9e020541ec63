package org.leasekit.application;

import org.leasekit.contract.Contract;
import org.leasekit.party.Person;
import org.leasekit.renewal.Notice;

/** A notice with what it is about, locked. */
interface Letter {

  /** Whether the notice may go. */
  enum Speech {
    SPEAKS,
    /** Somebody has to approve first. */
    WAITS,
    /** A later stage has turned to the tenant. */
    OVERTAKEN,
    /** Nothing is to be said any more. */
    SILENT;

    /** Whether the tenant is still to hear of it, now or later. */
    boolean isOpen() {
      return this == SPEAKS || this == WAITS;
    }

    /** How a notice ends that does not go. */
    Notice.State end() {
      return switch (this) {
        case SPEAKS, WAITS -> Notice.State.FAILED;
        case OVERTAKEN -> Notice.State.OVERTAKEN;
        case SILENT -> Notice.State.CANCELLED;
      };
    }
  }

  Notice notice();

  Contract contract();

  /** Who reads it. */
  default Person reader() {
    return contract().person(notice().contact().owner());
  }

  Speech speech();
}
