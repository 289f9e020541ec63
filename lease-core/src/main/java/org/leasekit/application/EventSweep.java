package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.leasekit.event.Recorded;
import org.leasekit.party.LessorId;
import org.leasekit.port.Events;
import org.leasekit.port.Stores;

/**
 * Tells what happened to whoever listens. Each event is told at least once, those of a contract in their order; what was
 * not taken is told again after a minute, then after twice as long each time, an hour at most, for ever, and the later
 * events of its contract wait that long. Safe on several nodes: events are claimed, one in a unit of work.
 */
public final class EventSweep {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int DOUBLINGS = 6;

  private final Stores stores;
  private final LessorId lessor;
  private final InstantSource clock;
  private final Events listener;

  EventSweep(Stores stores, LessorId lessor, InstantSource clock, Events listener) {
    this.stores = stores;
    this.lessor = lessor;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Tells every event that is due by now.
   *
   * @return how many were taken
   */
  public int runDue() {
    int taken = 0;
    Told told = next();
    while (told != Told.NONE) {
      taken += told == Told.TAKEN ? 1 : 0;
      told = next();
    }
    return taken;
  }

  private enum Told {
    NONE,
    TAKEN,
    FAILED
  }

  /** The event stays locked while it is told, and nothing else does: no business waits for a listener. */
  private Told next() {
    return stores
        .unitOfWork()
        .required(
            () -> {
              Instant now = clock.instant();
              List<Recorded> due = stores.events().claimDue(lessor, now, 1);
              if (due.isEmpty()) {
                return Told.NONE;
              }
              Recorded event = due.get(0);
              if (listener.tell(event) == Events.Answer.TAKEN) {
                stores.events().told(event.id());
                return Told.TAKEN;
              }
              stores.events().retryAt(event.id(), now.plus(pause(event.attempts())));
              return Told.FAILED;
            });
  }

  private static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
