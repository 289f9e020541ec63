package org.leasekit.examples.servicedesk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.examples.report.Markup;
import org.leasekit.party.StaffId;

/** The technicians' busiest day: a lane for each, with the way there, the work, and the waiting of every ticket. */
final class DayChart {
  private static final double LEAST_LEFT = 70;
  private static final double MOST_LEFT = 190;
  private static final double RIGHT = 990;
  private static final double TOP = 30;
  private static final double LANE = 27;
  private static final int MOST_LANES = 60;
  /** Of a letter, at most; Chinese characters are twice as wide. */
  private static final double LETTER = 7.3;

  private static final int FIRST_WIDE = 0x2E80;
  private static final int MOST_LABELS = 14;

  private final Markup m;
  private final WorkingCalendar calendar;
  private final Instant from;
  private final Instant to;
  private final double left;

  private DayChart(
      Markup m, WorkingCalendar calendar, Instant from, Instant to, Collection<StaffId> names) {
    this.m = m;
    this.calendar = calendar;
    this.from = from;
    this.to = to;
    double longest = names.stream().mapToDouble(name -> width(shown(name))).max().orElse(0);
    this.left = Math.min(MOST_LEFT, Math.max(LEAST_LEFT, longest + 8));
  }

  static void draw(Markup m, DeskStory story) {
    List<Visit> visits =
        story.month().tickets().stream()
            .flatMap(ticket -> Visit.of(ticket, story.at()).stream())
            .toList();
    Optional<LocalDate> busiest = busiest(visits);
    Sections.open(
        m, "day", "The technicians' busiest day", "维修人员最忙的一天",
        "The day on which most tickets were dispatched. Light: on the way; dark: at work; hatched: waiting.",
        "派工最多的一天。浅色为在途，深色为作业，斜线为等待。");
    if (busiest.isEmpty()) {
      m.leaf("p", "Nobody was dispatched.", "class", "lead");
    } else {
      draw(m, story, visits, busiest.get());
    }
    m.close();
  }

  private static void draw(Markup m, DeskStory story, List<Visit> visits, LocalDate day) {
    WorkingCalendar calendar = story.hours().calendar();
    List<Visit> ofDay = ofDay(visits, day, calendar);
    Map<StaffId, List<List<Visit>>> lanes = lanes(ofDay);
    long tickets = ofDay.stream().map(Visit::ticket).distinct().count();
    m.leaf(
        "p",
        Numbers.longDay(day) + ": " + Numbers.counted(tickets, "ticket", "tickets") + ", "
            + Numbers.counted(lanes.size(), "technician", "technicians") + ".",
        "class", "lead");
    m.open("ul", "class", "legend");
    Sections.swatch(m, "travel", "on the way");
    Sections.swatch(m, "work", "at work");
    Sections.swatch(m, "wait", "waiting");
    m.close();
    Instant start = Numbers.start(day);
    Instant first = ofDay.stream().map(Visit::from).min(Instant::compareTo).orElse(start);
    Instant last = ofDay.stream().map(Visit::to).max(Instant::compareTo).orElse(start);
    long from = Math.min(8, Duration.between(start, first).toHours());
    long to = Math.max(19, (Duration.between(start, last).toMinutes() + 59) / 60);
    new DayChart(
            m, calendar, start.plus(Duration.ofHours(from)), start.plus(Duration.ofHours(to)),
            lanes.keySet())
        .draw(lanes);
  }

  /** The day on which most tickets were dispatched, of several the first. */
  private static Optional<LocalDate> busiest(List<Visit> visits) {
    Map<LocalDate, Set<String>> days = new TreeMap<>();
    visits.stream()
        .filter(visit -> visit.kind() == Visit.Kind.TRAVEL)
        .forEach(
            visit ->
                days.computeIfAbsent(Numbers.day(visit.from()), day -> new HashSet<>())
                    .add(visit.ticket()));
    return days.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<LocalDate, Set<String>> day) -> day.getValue().size())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey);
  }

  /** What falls on a day; what lasts over night pauses with the working hours, and waiting is shown where it begins. */
  private static List<Visit> ofDay(List<Visit> visits, LocalDate day, WorkingCalendar calendar) {
    Instant start = Numbers.start(day);
    Instant end = Numbers.start(day.plusDays(1));
    Instant opens = calendar.nextOpening(start).filter(end::isAfter).orElse(start);
    Instant closes = closing(calendar, opens, end);
    List<Visit> ofDay = new ArrayList<>();
    for (Visit visit : visits) {
      boolean carriedOver = visit.from().isBefore(start);
      Instant from = carriedOver ? opens : visit.from();
      Instant to = visit.to().isAfter(end) ? closes : visit.to();
      boolean hidden = carriedOver && visit.kind() == Visit.Kind.WAIT;
      if (!hidden && from.isBefore(to) && from.isBefore(end)) {
        ofDay.add(new Visit(visit.technician(), visit.ticket(), visit.kind(), from, to));
      }
    }
    return ofDay;
  }

  /** When the last opening of the day is over. */
  private static Instant closing(WorkingCalendar calendar, Instant opens, Instant end) {
    Instant last = end;
    Optional<Instant> next = Optional.of(opens);
    while (next.isPresent() && next.get().isBefore(end)) {
      Instant closes = calendar.nextClosing(next.get()).filter(end::isAfter).orElse(end);
      last = closes;
      next = calendar.nextOpening(closes).filter(end::isAfter).filter(closes::isBefore);
    }
    return last;
  }

  /** For each technician lanes in which no two tickets overlap. */
  private static Map<StaffId, List<List<Visit>>> lanes(List<Visit> visits) {
    Map<StaffId, Map<String, List<Visit>>> tickets = new TreeMap<>();
    visits.forEach(
        visit ->
            tickets
                .computeIfAbsent(visit.technician(), who -> new TreeMap<>())
                .computeIfAbsent(visit.ticket(), ticket -> new ArrayList<>())
                .add(visit));
    Map<StaffId, List<List<Visit>>> lanes = new TreeMap<>();
    tickets.forEach(
        (who, theirs) -> {
          List<List<Visit>> mine = new ArrayList<>();
          theirs.values().stream()
              .sorted(Comparator.comparing(one -> one.get(0).from()))
              .forEach(one -> laneFor(mine, one.get(0).from()).addAll(one));
          lanes.put(who, mine);
        });
    return lanes;
  }

  private static List<Visit> laneFor(List<List<Visit>> lanes, Instant from) {
    for (List<Visit> lane : lanes) {
      if (!lane.get(lane.size() - 1).to().isAfter(from)) {
        return lane;
      }
    }
    List<Visit> fresh = new ArrayList<>();
    lanes.add(fresh);
    return fresh;
  }

  private double x(Instant at) {
    double whole = Duration.between(from, to).toMillis();
    return left + (RIGHT - left) * Duration.between(from, at).toMillis() / whole;
  }

  private void draw(Map<StaffId, List<List<Visit>>> lanes) {
    int all = lanes.values().stream().mapToInt(List::size).sum();
    double bottom = TOP + LANE * Math.min(all, MOST_LANES);
    m.open("div", "class", "scroll");
    m.open(
        "svg", "viewBox", "0 0 1000 " + Numbers.at(bottom + 12), "class", "plot", "role", "img",
        "aria-labelledby", "day-t");
    m.leaf("title", "What each technician did, by hour", "id", "day-t");
    hatching();
    hours(bottom);
    int lane = 0;
    for (Map.Entry<StaffId, List<List<Visit>>> one : lanes.entrySet()) {
      if (lane < MOST_LANES) {
        name(one.getKey(), lane);
      }
      for (List<Visit> visits : one.getValue()) {
        if (lane++ < MOST_LANES) {
          double top = TOP + LANE * (lane - 1);
          visits.forEach(visit -> bar(visit, top));
        }
      }
    }
    m.close().close();
    if (all > MOST_LANES) {
      m.leaf("p", "Of " + all + " lanes the first " + MOST_LANES + " are drawn.", "class", "soft");
    }
  }

  private void hatching() {
    m.open("defs").open(
        "pattern", "id", "hatch", "width", "6", "height", "6", "patternUnits", "userSpaceOnUse",
        "patternTransform", "rotate(45)");
    m.empty("rect", "width", "6", "height", "6", "class", "hatch-ground");
    m.empty("line", "x1", "0", "y1", "0", "x2", "0", "y2", "6", "class", "hatch");
    m.close().close();
  }

  private void hours(double bottom) {
    int every = Duration.between(from, to).toHours() > MOST_LABELS ? 3 : 1;
    for (Instant hour = from; !hour.isAfter(to); hour = hour.plus(Duration.ofHours(1))) {
      Instant next = hour.plus(Duration.ofHours(1));
      if (hour.isBefore(to) && calendar.workingTimeBetween(hour, next).isZero()) {
        m.empty(
            "rect", "class", "off", "x", Numbers.at(x(hour)), "y", Numbers.at(TOP - 4), "width",
            Numbers.at(x(next) - x(hour)), "height", Numbers.at(bottom - TOP + 8));
      }
      m.empty(
          "line", "class", "grid", "x1", Numbers.at(x(hour)), "x2", Numbers.at(x(hour)), "y1",
          Numbers.at(TOP - 4), "y2", Numbers.at(bottom + 4));
      if (Duration.between(from, hour).toHours() % every == 0) {
        m.leaf(
            "text", hour.atZone(DeskCalendar.ZONE).toLocalTime().toString(), "class", "middle",
            "x", Numbers.at(Math.min(RIGHT - 8, x(hour))), "y", Numbers.at(TOP - 12));
      }
    }
  }

  private void name(StaffId technician, int lane) {
    double top = TOP + LANE * lane;
    if (lane > 0) {
      m.empty(
          "line", "class", "between", "x1", "0", "x2", Numbers.at(RIGHT), "y1", Numbers.at(top),
          "y2", Numbers.at(top));
    }
    m.leaf(
        "text", fitted(shown(technician), left - 8), "class", "lane", "x", "0", "y",
        Numbers.at(top + 18));
  }

  private static String shown(StaffId technician) {
    return technician.equals(TicketDesk.UNNAMED) ? "unnamed" : technician.value();
  }

  /** About how wide a text is drawn, rather too much than too little. */
  private static double width(String text) {
    return LETTER * text.codePoints().map(letter -> letter < FIRST_WIDE ? 1 : 2).sum();
  }

  /** As much of a text as fits, its beginning and its end: names often differ in the number at their end. */
  private static String fitted(String text, double most) {
    int[] letters = text.codePoints().toArray();
    String shown = text;
    for (int kept = letters.length - 1; kept > 1 && width(shown) > most; kept--) {
      int tail = kept / 2;
      shown =
          new String(letters, 0, kept - tail).strip() + "…"
              + new String(letters, letters.length - tail, tail).strip();
    }
    return shown;
  }

  private void bar(Visit visit, double top) {
    String css =
        switch (visit.kind()) {
          case TRAVEL -> "travel";
          case WORK -> "work";
          case WAIT -> "wait";
        };
    double width = Math.max(1.5, x(visit.to()) - x(visit.from()));
    m.open(
        "rect", "class", css, "x", Numbers.at(x(visit.from())), "y", Numbers.at(top + 5), "width",
        Numbers.at(width), "height", Numbers.at(LANE - 10));
    m.leaf(
        "title",
        visit.ticket() + " " + css + ", " + Numbers.minute(visit.from()) + " to "
            + Numbers.minute(visit.to()));
    m.close();
    if (visit.kind() == Visit.Kind.WORK && width > width(visit.ticket()) + 8) {
      m.leaf(
          "text", visit.ticket(), "class", "on-bar", "x", Numbers.at(x(visit.from()) + 5), "y",
          Numbers.at(top + 18));
    }
  }
}
