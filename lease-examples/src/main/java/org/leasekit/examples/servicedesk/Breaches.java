package org.leasekit.examples.servicedesk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.leasekit.examples.report.Markup;
import org.leasekit.servicedesk.Priority;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;

/** Which promises were not kept: by target and priority, by day, and which tickets they are. */
final class Breaches {
  private static final int LISTED = 12;

  private Breaches() {}

  private record Breach(Ticket ticket, TargetReading reading, Instant at) {
    /** Working time beyond the goal. */
    Duration overrun() {
      return reading.elapsed().minus(reading.goal());
    }
  }

  static void draw(Markup m, DeskStory story) {
    List<Breach> breaches = breaches(story.month().tickets());
    long clocks =
        story.month().tickets().stream().mapToLong(ticket -> ticket.readings().size()).sum();
    Sections.open(
        m, "breaches", "Breaches", "超时",
        "A target is breached at the instant its working time is used up, whenever that is noticed.",
        "指标在工作时间用尽的瞬间即为超时，与何时发现无关。");
    m.open("p", "class", "lead")
        .text(
            Numbers.count(breaches.size()) + " of " + Numbers.counted(clocks, "clock", "clocks")
                + " breached, " + Numbers.percent(Numbers.share(breaches.size(), clocks)) + ".")
        .close();
    matrix(m, story.month().tickets());
    if (!breaches.isEmpty()) {
      byDay(m, story, breaches);
      list(m, breaches);
    }
    m.close();
  }

  private static List<Breach> breaches(List<Ticket> tickets) {
    List<Breach> breaches = new ArrayList<>();
    for (Ticket ticket : tickets) {
      for (TargetReading reading : ticket.readings()) {
        Stream.ofNullable(reading.breachedAt())
            .forEach(at -> breaches.add(new Breach(ticket, reading, at)));
      }
    }
    breaches.sort(
        Comparator.comparing(Breach::overrun)
            .reversed()
            .thenComparing(breach -> breach.ticket().id()));
    return breaches;
  }

  private static void matrix(Markup m, List<Ticket> tickets) {
    Sections.table(m, "Target", "#P1", "#P2", "#P3", "#P4", "#All");
    for (TargetId target : Ticket.TARGETS) {
      m.open("tr").leaf("th", target.value(), "scope", "row");
      for (Priority priority : Priority.values()) {
        share(
            m,
            tickets.stream()
                .filter(ticket -> ticket.file().history().priority() == priority)
                .toList(),
            target);
      }
      share(m, tickets, target);
      m.close();
    }
    Sections.closeTable(m);
    m.leaf(
        "p", "Breached of promised, by the priority that holds now.", "class", "soft");
  }

  private static void share(Markup m, List<Ticket> tickets, TargetId target) {
    List<TargetReading> readings =
        tickets.stream()
            .flatMap(ticket -> ticket.readings().stream())
            .filter(reading -> reading.target().equals(target))
            .toList();
    long breached = readings.stream().filter(reading -> reading.breachedAt() != null).count();
    m.open("td", "class", breached == 0 ? "n" : "n hit");
    m.text(readings.isEmpty() ? Numbers.NONE : breached + " of " + readings.size()).close();
  }

  private static void byDay(Markup m, DeskStory story, List<Breach> breaches) {
    Map<LocalDate, Map<TargetId, Integer>> days = new TreeMap<>();
    breaches.forEach(
        breach ->
            days.computeIfAbsent(Numbers.day(breach.at()), day -> new TreeMap<>())
                .merge(breach.reading().target(), 1, Integer::sum));
    int most =
        days.values().stream()
            .mapToInt(day -> day.values().stream().mapToInt(Integer::intValue).sum())
            .max()
            .orElse(1);
    m.open("h3").text("By day").zh("按日").close();
    m.open("ul", "class", "legend");
    Ticket.TARGETS.forEach(target -> Sections.swatch(m, target.value(), target.value()));
    m.close();
    Instant from = Numbers.start(Numbers.day(story.openedFirst()));
    Frame frame =
        new Frame(from, Numbers.start(Numbers.day(story.at()).plusDays(1)), Frame.roundUp(most));
    frame.open(m, "breach-chart", "Breaches by day", "A bar for each day, by target");
    frame.daysOff(m, story.hours().calendar());
    frame.axes(m);
    days.forEach((day, counts) -> bar(m, frame, day, counts));
    frame.close(m);
  }

  private static void bar(
      Markup m, Frame frame, LocalDate day, Map<TargetId, Integer> counts) {
    double left = frame.x(Numbers.start(day));
    double width = frame.x(Numbers.start(day.plusDays(1))) - left;
    int below = 0;
    for (TargetId target : Ticket.TARGETS) {
      int count = counts.getOrDefault(target, 0);
      if (count > 0) {
        double top = frame.y(below + count);
        m.open(
            "rect", "class", target.value(), "x", Numbers.at(left + width * 0.16), "y",
            Numbers.at(top), "width", Numbers.at(width * 0.68), "height",
            Numbers.at(frame.y(below) - top));
        m.leaf("title", Numbers.day(day) + ": " + count + " " + target.value()).close();
        below += count;
      }
    }
  }

  private static void list(Markup m, List<Breach> breaches) {
    m.open("h3").text("The longest").zh("超时最久").close();
    rows(m, breaches.subList(0, Math.min(LISTED, breaches.size())));
    if (breaches.size() > LISTED) {
      m.open("details").leaf("summary", "the other " + (breaches.size() - LISTED));
      rows(m, breaches.subList(LISTED, breaches.size()));
      m.close();
    }
  }

  private static void rows(Markup m, List<Breach> breaches) {
    Sections.table(m, "Ticket", "Place", "Target", "Priority", "Breached", "Stopped", "#Over");
    for (Breach breach : breaches) {
      Instant stopped = breach.reading().stopped();
      m.open("tr");
      Sections.cell(m, breach.ticket().id());
      Sections.cell(m, breach.ticket().file().request().report().site().value());
      m.leaf("td", breach.reading().target().value());
      m.leaf("td", breach.ticket().file().history().priority().name());
      m.leaf("td", Numbers.minute(breach.at()), "class", "code");
      m.leaf("td", stopped == null ? "not yet" : Numbers.minute(stopped), "class", "code");
      Sections.number(m, Numbers.worked(breach.overrun()));
      m.close();
    }
    Sections.closeTable(m);
  }
}
