package org.leasekit.examples.servicedesk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.SlaPolicies;

/** How many tickets were open at each instant, by priority, and how many of them waited for a tenant or for parts. */
final class Queue {
  private static final int BANDS = Priority.values().length;
  private static final int WAITING = BANDS;
  private static final Set<PauseReason> REASONS =
      Set.of(SlaPolicies.WAITING_TENANT, SlaPolicies.WAITING_PARTS);

  private final NavigableMap<Instant, int[]> levels = new TreeMap<>();

  /** Up to and including an instant. */
  Queue(List<Ticket> tickets, Instant until) {
    NavigableMap<Instant, int[]> changes = new TreeMap<>();
    for (Ticket ticket : tickets) {
      int[] before = new int[BANDS + 1];
      Walk walk = new Walk();
      for (RequestEntry entry : ticket.file().history().entries()) {
        if (!entry.at().isAfter(until)) {
          walk.step(entry.event());
          int[] after = walk.counts();
          int[] change = changes.computeIfAbsent(entry.at(), at -> new int[BANDS + 1]);
          Arrays.setAll(change, band -> change[band] + after[band] - before[band]);
          System.arraycopy(after, 0, before, 0, before.length);
        }
      }
    }
    int[] level = new int[BANDS + 1];
    for (Map.Entry<Instant, int[]> change : changes.entrySet()) {
      Arrays.setAll(level, band -> level[band] + change.getValue()[band]);
      levels.put(change.getKey(), level.clone());
    }
  }

  /** Where a ticket counts while its entries are gone through. */
  private static final class Walk {
    private final Set<PauseReason> reasons = new HashSet<>();
    private boolean open;
    private Priority priority = Priority.P4;

    void step(RequestEvent event) {
      if (event instanceof RequestEvent.Opened opened) {
        open = true;
        priority = opened.priority();
      } else if (event instanceof RequestEvent.Prioritised prioritised) {
        priority = prioritised.priority();
      } else if (event instanceof RequestEvent.Paused paused) {
        reasons.add(paused.reason());
      } else if (event instanceof RequestEvent.Resumed) {
        reasons.clear();
      } else if (event instanceof RequestEvent.Resolved) {
        open = false;
        reasons.clear();
      } else if (event instanceof RequestEvent.Reopened) {
        open = true;
      }
    }

    int[] counts() {
      int[] counts = new int[BANDS + 1];
      counts[priority.ordinal()] = open ? 1 : 0;
      counts[WAITING] = open && reasons.stream().anyMatch(REASONS::contains) ? 1 : 0;
      return counts;
    }
  }

  private int[] at(Instant instant) {
    Map.Entry<Instant, int[]> level = levels.floorEntry(instant);
    return level == null ? new int[BANDS + 1] : level.getValue();
  }

  /** Open tickets of a priority. */
  int open(Instant instant, Priority priority) {
    return at(instant)[priority.ordinal()];
  }

  /** Open tickets. */
  int open(Instant instant) {
    return sum(at(instant));
  }

  /** Open tickets that wait. */
  int waiting(Instant instant) {
    return at(instant)[WAITING];
  }

  private static int sum(int[] level) {
    return Arrays.stream(level, 0, BANDS).sum();
  }

  /** When most tickets were open, of several instants the first; the end of time when none ever was. */
  Instant longestAt() {
    Instant longest = Instant.MAX;
    int most = 0;
    for (Map.Entry<Instant, int[]> level : levels.entrySet()) {
      if (sum(level.getValue()) > most) {
        most = sum(level.getValue());
        longest = level.getKey();
      }
    }
    return longest;
  }

  /** Instants in equal steps over a stretch of time, both ends in it. */
  static List<Instant> samples(Instant from, Instant to, int steps) {
    List<Instant> samples = new ArrayList<>();
    long millis = Duration.between(from, to).toMillis();
    for (int i = 0; i <= steps; i++) {
      samples.add(from.plusMillis(millis * i / steps));
    }
    return samples;
  }
}
