package org.leasekit.examples.servicedesk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What clocks.csv has to say, found without the library: whether each single second is worked is asked and counted,
 * one after the other, and the story's rules are followed word by word. Slow, and simple enough to be believed.
 */
final class TicketOracle {
  /** Shanghai has had no daylight saving since 1991. */
  private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

  private static final List<String> EVENTS =
      List.of(
          "OPENED", "PRIORITY", "ACCEPTED", "DISPATCHED", "ARRIVED", "RESUMED", "PAUSED", "RESOLVED",
          "REOPENED", "VERIFIED");

  private static final Map<String, int[]> MINUTES = new LinkedHashMap<>();

  static {
    MINUTES.put("respond", new int[] {15, 30, 60, 120});
    MINUTES.put("dispatch", new int[] {30, 60, 240, 480});
    MINUTES.put("arrive", new int[] {120, 240, 480, 1440});
    MINUTES.put("resolve", new int[] {480, 960, 2400, 4800});
  }

  /** Days off and worked around April and May 2026, from the State Council's notice. */
  private static final Set<String> OFF =
      Set.of(
          "2026-04-04", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-02", "2026-05-03",
          "2026-05-04", "2026-05-05", "2026-06-19", "2026-06-20", "2026-06-21");

  private static final Set<String> WORKED = Set.of("2026-05-09");

  private final long from;
  /** Seconds worked before each second since {@code from}. */
  private final int[] worked;

  /** Counts every second of the days from the first to, not including, the end. */
  TicketOracle(LocalDate first, LocalDate end, boolean office) {
    from = first.atStartOfDay().toEpochSecond(SHANGHAI);
    worked = new int[(int) (end.atStartOfDay().toEpochSecond(SHANGHAI) - from) + 1];
    for (int i = 0; i + 1 < worked.length; i++) {
      LocalDateTime now = LocalDateTime.ofEpochSecond(from + i, 0, SHANGHAI);
      worked[i + 1] = worked[i] + (!office || isOpen(now) ? 1 : 0);
    }
  }

  private static boolean isOpen(LocalDateTime now) {
    String day = now.toLocalDate().toString();
    boolean workday =
        WORKED.contains(day) || (now.getDayOfWeek().getValue() <= 5 && !OFF.contains(day));
    int hour = now.getHour();
    return workday && ((hour >= 9 && hour < 12) || (hour >= 13 && hour < 18));
  }

  private int workedBetween(long start, long end) {
    return worked[(int) (end - from)] - worked[(int) (start - from)];
  }

  /** The first second by which so many have been worked since the start. */
  private long after(long start, int seconds) {
    long now = start;
    while (workedBetween(start, now) < seconds) {
      now++;
    }
    return now;
  }

  private record Row(int line, String ticket, long at, String event, String value) {}

  /** What the story says of a file: rows of clocks.csv by ticket and target, and the lines of rejected.csv. */
  record Answer(Set<String> clocks, Set<Integer> rejected) {}

  /** Reads plain CSV, without quotes, and evaluates it at an instant, or at its last when null. */
  Answer read(List<String> csv, Instant asked) {
    Set<Integer> rejected = new TreeSet<>();
    Map<String, List<Row>> tickets = new TreeMap<>();
    long last = Long.MIN_VALUE;
    for (int line = 1; line < csv.size(); line++) {
      String[] cells = csv.get(line).split(",", -1);
      Row row = row(line, cells);
      if (hasInstant(cells)) {
        last = Math.max(last, OffsetDateTime.parse(cells[1]).toEpochSecond());
      }
      if (row == null) {
        rejected.add(line);
      } else {
        tickets.computeIfAbsent(row.ticket(), id -> new ArrayList<>()).add(row);
      }
    }
    long at = asked == null ? last : asked.getEpochSecond();
    Set<String> clocks = new TreeSet<>();
    tickets.forEach((id, rows) -> clocks.addAll(new Life(id, rows, at, rejected).tell()));
    return new Answer(clocks, rejected);
  }

  private static Row row(int line, String[] cells) {
    boolean setsPriority = cells[2].equals("OPENED") || cells[2].equals("PRIORITY");
    boolean known =
        EVENTS.contains(cells[2])
            && (!setsPriority || cells[3].matches("P[1-4]"))
            && (!cells[2].equals("PAUSED") || !cells[3].isEmpty());
    if (!known || !hasInstant(cells)) {
      return null;
    }
    return new Row(
        line, cells[0], OffsetDateTime.parse(cells[1]).toEpochSecond(), cells[2], cells[3]);
  }

  private static boolean hasInstant(String[] cells) {
    return cells[1].matches(".*[+-][0-9][0-9]:[0-9][0-9]|.*Z");
  }

  /** One target of one ticket. */
  private static final class Target {
    long started;
    Long stopped;
    int elapsed;
    int paused;
    int goal;
    Long breached;
  }

  /** The life of one ticket. */
  private final class Life {
    private final String id;
    private final List<Row> rows;
    private final long at;
    private final Set<Integer> rejected;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Set<String> reasons = new HashSet<>();
    private String state = "NONE";
    private boolean accepted;
    private int priority;

    Life(String id, List<Row> rows, long at, Set<Integer> rejected) {
      this.id = id;
      this.at = at;
      this.rejected = rejected;
      this.rows = new ArrayList<>(rows);
      this.rows.sort(
          Comparator.comparingLong(Row::at)
              .thenComparing(row -> EVENTS.indexOf(row.event()))
              .thenComparing(Row::value)
              .thenComparing(Row::line));
    }

    Set<String> tell() {
      withoutDuplicates();
      Set<String> readings = null;
      long now = Long.MIN_VALUE;
      while (!rows.isEmpty()) {
        long next = rows.get(0).at();
        if (next > at && readings == null) {
          readings = readings(now);
        }
        run(now, next);
        now = next;
        List<Row> together = new ArrayList<>(rows.stream().filter(row -> row.at() == next).toList());
        rows.removeAll(together);
        happen(together, next);
      }
      return readings == null ? readings(now) : readings;
    }

    private void withoutDuplicates() {
      Set<String> seen = new HashSet<>();
      rows.removeIf(
          row -> {
            boolean valued = row.event().matches("OPENED|PRIORITY|PAUSED|DISPATCHED|ARRIVED");
            String key = row.at() + row.event() + (valued ? row.value() : "");
            boolean twice = !seen.add(key);
            if (twice) {
              rejected.add(row.line());
            }
            return twice;
          });
    }

    /** The first that is possible, again and again. */
    private void happen(List<Row> together, long now) {
      for (int i = 0; i < together.size(); ) {
        if (isPossible(together.get(i))) {
          apply(together.remove(i), now);
          i = 0;
        } else {
          i++;
        }
      }
      together.forEach(row -> rejected.add(row.line()));
      // the goal of a target that starts now is that of the priority which holds from now on
      targets.forEach(
          (name, target) -> {
            if (target.started == now) {
              target.goal = 60 * MINUTES.get(name)[priority];
            }
          });
    }

    private boolean isPossible(Row row) {
      boolean open = List.of("RECEIVED", "ACCEPTED", "SENT", "THERE").contains(state);
      return switch (row.event()) {
        case "OPENED" -> state.equals("NONE");
        case "PRIORITY" -> open || state.equals("RESOLVED");
        case "ACCEPTED" -> open && !accepted;
        case "DISPATCHED" -> state.equals("ACCEPTED");
        case "ARRIVED" -> state.equals("SENT");
        case "PAUSED" -> open && !reasons.contains(row.value());
        case "RESUMED" -> !reasons.isEmpty();
        case "RESOLVED" -> open;
        default -> state.equals("RESOLVED");
      };
    }

    private void apply(Row row, long now) {
      switch (row.event()) {
        case "OPENED" -> {
          state = "RECEIVED";
          priority = row.value().charAt(1) - '1';
          start("respond", now);
          start("resolve", now);
        }
        case "PRIORITY" -> priority = row.value().charAt(1) - '1';
        case "ACCEPTED" -> {
          state = "ACCEPTED";
          accepted = true;
          stop("respond", now);
          start("dispatch", now);
        }
        case "DISPATCHED" -> {
          state = "SENT";
          stop("dispatch", now);
          start("arrive", now);
        }
        case "ARRIVED" -> {
          state = "THERE";
          stop("arrive", now);
        }
        case "PAUSED" -> reasons.add(row.value());
        case "RESUMED" -> reasons.clear();
        case "RESOLVED" -> {
          state = "RESOLVED";
          reasons.clear();
          MINUTES.keySet().forEach(target -> stop(target, now));
        }
        case "REOPENED" -> {
          state = accepted ? "ACCEPTED" : "RECEIVED";
          targets.get("resolve").stopped = null;
        }
        default -> state = "VERIFIED";
      }
    }

    private void start(String target, long now) {
      if (!targets.containsKey(target)) {
        Target started = new Target();
        started.started = now;
        targets.put(target, started);
      }
    }

    private void stop(String name, long now) {
      Target target = targets.get(name);
      if (target != null && target.stopped == null) {
        target.stopped = now;
      }
    }

    private boolean waits(String target) {
      return (target.equals("arrive") || target.equals("resolve"))
          && (reasons.contains("WAITING_TENANT") || reasons.contains("WAITING_PARTS"));
    }

    /** Time goes by; what is used up at the very end is left to what happens then. */
    private void run(long now, long next) {
      targets.forEach(
          (name, target) -> {
            if (target.stopped == null) {
              target.goal = 60 * MINUTES.get(name)[priority];
              int passed = workedBetween(now, next);
              if (waits(name)) {
                breach(target, target.elapsed >= target.goal ? now : Long.MAX_VALUE, next - 1);
                target.paused += passed;
              } else {
                int left = target.goal - target.elapsed;
                boolean comes = left <= 0 || passed >= left;
                breach(target, comes ? after(now, Math.max(0, left)) : Long.MAX_VALUE, next - 1);
                target.elapsed += passed;
              }
            }
          });
    }

    private void breach(Target target, long when, long latest) {
      if (target.breached == null && when <= latest) {
        target.breached = when;
      }
    }

    /** What the clocks show after the last event up to the instant. */
    private Set<String> readings(long now) {
      Set<String> readings = new TreeSet<>();
      if (state.equals("NONE")) {
        return readings;
      }
      run(now, at);
      targets.forEach(
          (name, target) -> {
            boolean runs = target.stopped == null;
            int left = target.goal - target.elapsed;
            if (runs && left <= 0) {
              // used up at this very instant, at which nothing happens any more
              breach(target, at, at);
            }
            long due =
                target.breached != null
                    ? target.breached
                    : after(runs ? at : target.stopped, Math.max(0, left));
            String shown =
                target.breached != null
                    ? "BREACHED"
                    : !runs ? "MET" : waits(name) ? "PAUSED" : "RUNNING";
            readings.add(
                String.join(
                    ",", id, name, text(target.started), text(due), text(target.stopped),
                    String.valueOf(target.elapsed), String.valueOf(target.paused), shown,
                    text(target.breached)));
          });
      return readings;
    }

    private String text(Long second) {
      return second == null
          ? ""
          : DeskFiles.text(Instant.ofEpochSecond(second));
    }
  }
}
