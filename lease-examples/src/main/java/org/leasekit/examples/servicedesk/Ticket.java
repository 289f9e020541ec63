package org.leasekit.examples.servicedesk;

import java.util.Comparator;
import java.util.List;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;

/**
 * A ticket that was opened, with its clocks.
 *
 * @param file what happened, and how its clocks stand
 * @param readings of the targets that have started by the instant of the evaluation, in the order of a ticket's life
 */
record Ticket(ServiceFile file, List<TargetReading> readings) {

  /** The targets in the order of a ticket's life. */
  static final List<TargetId> TARGETS =
      List.of(TargetId.RESPOND, TargetId.DISPATCH, TargetId.ARRIVE, TargetId.RESOLVE);

  Ticket {
    readings =
        readings.stream()
            .sorted(Comparator.comparingInt(reading -> TARGETS.indexOf(reading.target())))
            .toList();
  }

  String id() {
    return file.request().id().value();
  }
}
