package org.leasekit.examples.servicedesk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.leasekit.calendar.WorkingCalendar;

/**
 * Makes a month of an office operator's tickets: three towers, six technicians, May Day in the middle. The same seed
 * makes the same file on every machine. What offices do to such files is in it: rows out of order, twice, and
 * impossible.
 */
public final class TicketGenerator {
  /** Of the file that is shipped. */
  static final long SHIPPED_SEED = 20260415;

  private static final LocalDate FIRST = LocalDate.of(2026, 4, 15);
  private static final LocalDate END = LocalDate.of(2026, 5, 16);
  private static final int TICKETS = 400;
  private static final List<String> PLACES = List.of("浦东A座", "浦东B座", "徐汇中心");
  private static final List<String> ASSETS = List.of("AC", "LIFT", "DOOR", "LIGHT", "WATER", "NET");
  private static final List<String> STAFF = List.of("chen", "gao", "lin", "sun", "wang", "zhao");

  private record Line(Instant at, String ticket, String event, String value, String place, String asset) {
    String text() {
      return String.join(
          ",", ticket, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(DeskCalendar.ZONE)),
          event, value, place, asset);
    }
  }

  private final SplittableRandom dice;
  private final WorkingCalendar office = DeskCalendar.OFFICE.calendar();
  private final Instant end = END.atStartOfDay(DeskCalendar.ZONE).toInstant();
  private final TreeMap<String, Instant> freeFrom = new TreeMap<>();
  private final List<Line> lines = new ArrayList<>();

  private TicketGenerator(long seed) {
    dice = new SplittableRandom(seed);
    STAFF.forEach(one -> freeFrom.put(one, Instant.EPOCH));
  }

  /** The whole file. */
  static String csv(long seed) {
    TicketGenerator generator = new TicketGenerator(seed);
    List<Instant> openings = new ArrayList<>();
    for (int i = 0; i < TICKETS; i++) {
      openings.add(generator.opening());
    }
    openings.sort(Comparator.naturalOrder());
    for (int i = 0; i < TICKETS; i++) {
      generator.ticket("T" + (1001 + i), openings.get(i));
    }
    StringBuilder csv = new StringBuilder("ticket,at,event,value,place,asset\n");
    generator.disturbed().forEach(line -> csv.append(line).append('\n'));
    return csv.toString();
  }

  /** Writes the file that is shipped. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), csv(SHIPPED_SEED));
  }

  /** Most while people are at work, some at night and at weekends. */
  private Instant opening() {
    long seconds = Duration.between(FIRST.atStartOfDay(DeskCalendar.ZONE), END.atStartOfDay(DeskCalendar.ZONE)).toSeconds();
    Instant any = FIRST.atStartOfDay(DeskCalendar.ZONE).toInstant().plusSeconds(dice.nextLong(seconds));
    return office.isOpen(any) || chance(9) ? any : opening();
  }

  private void ticket(String id, Instant openedAt) {
    String place = PLACES.get(dice.nextInt(PLACES.size()));
    String asset = ASSETS.get(dice.nextInt(ASSETS.size())) + "-" + (1 + dice.nextInt(150));
    int rank = chance(6) ? 1 : chance(25) ? 2 : chance(62) ? 3 : 4;
    String technician = nextFree();
    say(openedAt, id, "OPENED", "P" + rank, place, asset);
    Instant at = openedAt;
    if (rank > 1 && chance(7)) {
      at = working(at, 10, 60);
      rank = Math.max(1, rank - 1 - dice.nextInt(2));
      say(at, id, "PRIORITY", "P" + rank, place, asset);
    }
    at = working(at, 2, 12 * rank);
    say(at, id, "ACCEPTED", "", place, asset);
    if (chance(4)) {
      say(working(at, 20, 90), id, "RESOLVED", "", place, asset);
      return;
    }
    Instant begin = later(working(at, 3, 25 * rank), rank <= 2 ? at : freeFrom.get(technician));
    at = working(begin, 1, 20);
    say(at, id, "DISPATCHED", technician, place, asset);
    at = visit(at, id, technician, place, asset, rank);
    if (chance(6)) {
      at = working(at, 30, 400);
      say(at, id, "REOPENED", "", place, asset);
      at = working(at, 20, 180);
      say(at, id, "RESOLVED", technician, place, asset);
    }
    if (chance(80)) {
      say(working(at, 15, 900), id, "VERIFIED", "", place, asset);
    }
  }

  private Instant visit(
      Instant sentAt, String id, String technician, String place, String asset, int rank) {
    Instant at = sentAt;
    if (chance(5)) {
      at = working(at, 5, 60);
      say(at, id, "PAUSED", "WAITING_TENANT", place, asset);
      at = working(at, 60, 700);
      say(at, id, "RESUMED", "", place, asset);
    }
    at = chance(6) ? working(at, 100, 700) : working(at, 5, 45);
    say(at, id, "ARRIVED", technician, place, asset);
    at = working(at, 10, 60);
    Instant left = at;
    if (chance(18)) {
      String reason = chance(65) ? "WAITING_PARTS" : chance(60) ? "WAITING_TENANT" : "LUNCH";
      say(at, id, "PAUSED", reason, place, asset);
      at = working(at, 30, reason.equals("WAITING_PARTS") ? 2000 : 300);
      say(at, id, "RESUMED", "", place, asset);
    }
    at = chance(7) ? working(at, 400, 3000) : working(at, 10, 60 + 30 * rank);
    say(at, id, "RESOLVED", technician, place, asset);
    freeFrom.put(technician, later(freeFrom.get(technician), working(left, 10, 40)));
    return at;
  }

  /** The file ends where the month does: what happens later is not in it. */
  private void say(
      Instant at, String ticket, String event, String value, String place, String asset) {
    if (at.isBefore(end)) {
      lines.add(new Line(at, ticket, event, value, place, asset));
    }
  }

  /** Rows by when they came in, which for some is late; some twice; some that cannot be. */
  private List<String> disturbed() {
    record Filed(Instant at, int number, String text) {}
    List<Filed> filed = new ArrayList<>();
    for (Line line : lines) {
      Instant came = chance(8) ? line.at().plusSeconds(dice.nextInt(172_800)) : line.at();
      filed.add(new Filed(came, filed.size(), line.text()));
      if (chance(2)) {
        filed.add(new Filed(came.plusSeconds(dice.nextInt(3_600)), filed.size(), line.text()));
      }
      if (chance(3)) {
        filed.add(new Filed(came, filed.size(), impossible(line)));
      }
    }
    return filed.stream()
        .sorted(Comparator.comparing(Filed::at).thenComparing(Filed::number))
        .map(Filed::text)
        .toList();
  }

  private String impossible(Line line) {
    Line other =
        switch (dice.nextInt(8)) {
          case 0 -> new Line(line.at().minusSeconds(2_592_000), line.ticket(), "ARRIVED", "", "", "");
          case 1 -> new Line(line.at(), "T9" + dice.nextInt(1000), "RESOLVED", "", "", "");
          case 2 -> new Line(line.at(), line.ticket(), "PRIORITY", "URGENT", "", "");
          case 3 -> new Line(line.at(), line.ticket(), "CALLED", "", "", "");
          case 4 -> new Line(line.at().plusSeconds(1), line.ticket(), "REOPENED", "", "", "");
          case 5 -> new Line(line.at().plusSeconds(1), line.ticket(), "ACCEPTED", "", "", "");
          case 6 -> new Line(line.at(), line.ticket(), "PAUSED", "", "", "");
          default -> new Line(line.at().plusSeconds(1), line.ticket(), "OPENED", "P2", "", "");
        };
    return chance(20) ? line.text().replace("+08:00", "") : other.text();
  }

  private String nextFree() {
    return freeFrom.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /** So many minutes of work later, few more often than many. */
  private Instant working(Instant from, int least, int most) {
    double skewed = Math.min(dice.nextDouble(), dice.nextDouble());
    long seconds = Math.round((least + (most - least) * skewed) * 60);
    return office.addWorkingTime(office.nextOpening(from).orElseThrow(), Duration.ofSeconds(seconds));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean chance(int percent) {
    return dice.nextInt(100) < percent;
  }
}
