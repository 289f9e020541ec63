package org.leasekit.intake;

/** A row judged by itself: a lease, or quarantined. */
public sealed interface ReadRow permits LeaseRow, QuarantinedRow {

  /** Counts data rows from 1, the header not counted. */
  int line();
}
