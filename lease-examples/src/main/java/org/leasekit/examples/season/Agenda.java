package org.leasekit.examples.season;

import java.time.Instant;
import java.util.PriorityQueue;
import org.leasekit.memory.SettableClock;

/** What is going to happen in the simulated world, in order of time, then in the order it was entered. */
final class Agenda {

  /** Something that happens. */
  interface Happening {
    /** Happens; the clock shows its instant. */
    void happen();
  }

  private record Entry(Instant at, long number, Happening happening) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final SettableClock clock;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long entered;

  Agenda(SettableClock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Enters something; what lies in the past happens next. */
  void enter(Instant at, Happening happening) {
    entries.add(new Entry(at, entered++, happening));
  }

  /** Lets everything before an instant happen, and sets the clock to each. */
  void liveUntil(Instant endExclusive) {
    while (!entries.isEmpty() && entries.peek().at().isBefore(endExclusive)) {
      Entry next = entries.remove();
      if (next.at().isAfter(clock.instant())) {
        clock.set(next.at());
      }
      next.happening().happen();
    }
  }
}
