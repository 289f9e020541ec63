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
    /** Nothing is to be said any more. */
    SILENT
  }

  Notice notice();

  Contract contract();

  /** Who reads it. */
  default Person reader() {
    return contract().person(notice().contact().owner());
  }

  Speech speech();
}
