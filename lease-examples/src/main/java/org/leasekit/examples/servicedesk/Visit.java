package org.leasekit.examples.servicedesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.StaffId;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;

/**
 * A stretch of a technician's time with a ticket.
 *
 * @param to when it was over, or when the clocks are read
 */
record Visit(StaffId technician, String ticket, Kind kind, Instant from, Instant to) {

  /** What the time went into. */
  enum Kind {
    TRAVEL,
    WORK,
    WAIT
  }

  /** The stretches of a ticket up to an instant, in order of time. */
  static List<Visit> of(Ticket ticket, Instant until) {
    Walk walk = new Walk(ticket.id());
    for (RequestEntry entry : ticket.file().history().entries()) {
      if (!entry.at().isAfter(until)) {
        walk.step(entry.event(), entry.at());
      }
    }
    walk.turn(null, until);
    return walk.visits;
  }

  /** Goes through the entries of a ticket. */
  private static final class Walk {
    private final String ticket;
    private final List<Visit> visits = new ArrayList<>();
    private StaffId technician = TicketDesk.UNNAMED;
    private @Nullable Kind kind;
    private @Nullable Kind interrupted;
    private Instant since = Instant.MIN;

    Walk(String ticket) {
      this.ticket = ticket;
    }

    void step(RequestEvent event, Instant at) {
      if (event instanceof RequestEvent.Dispatched dispatched) {
        turn(Kind.TRAVEL, at);
        technician = dispatched.technician();
      } else if (event instanceof RequestEvent.Arrived) {
        // who arrives while work waits goes on waiting there
        if (kind == Kind.WAIT) {
          interrupted = Kind.WORK;
        } else {
          turn(Kind.WORK, at);
        }
      } else if (event instanceof RequestEvent.Resolved) {
        turn(null, at);
      } else if (event instanceof RequestEvent.Paused && kind != null && kind != Kind.WAIT) {
        interrupted = kind;
        turn(Kind.WAIT, at);
      } else if (event instanceof RequestEvent.Resumed && kind == Kind.WAIT) {
        turn(interrupted, at);
      }
    }

    void turn(@Nullable Kind to, Instant at) {
      Kind before = kind;
      if (before != null && since.isBefore(at)) {
        visits.add(new Visit(technician, ticket, before, since, at));
      }
      kind = to;
      since = at;
    }
  }
}
