package org.leasekit.examples.servicedesk;

import java.time.Instant;
import java.util.Comparator;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;

/**
 * A row of the file that can be read.
 *
 * @param line counts data lines from 1, the header not counted
 * @param value of an opening and a priority one of P1 to P4, of a pause its reason; of a dispatch, an arrival and a
 *     resolution it may name the technician
 */
record TicketRow(
    int line,
    RequestId ticket,
    Instant at,
    RequestEvent.Kind event,
    String value,
    String place,
    String asset) {

  /**
   * As things happened; what happened at one instant in the usual order of a ticket's life, so that the order of the
   * rows means nothing.
   */
  static final Comparator<TicketRow> AS_IT_HAPPENED =
      Comparator.comparing(TicketRow::at)
          .thenComparing(TicketRow::event)
          .thenComparing(TicketRow::value)
          .thenComparing(TicketRow::line);
}
