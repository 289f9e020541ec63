package org.leasekit.examples.servicedesk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.examples.report.Markup;

/**
 * A picture with time from left to right and counts from bottom to top.
 *
 * @param from left edge
 * @param to right edge, after {@code from}
 * @param most count at the top, at least one
 */
record Frame(Instant from, Instant to, int most) {
  static final double WIDTH = 1000;
  static final double HEIGHT = 330;
  private static final double LEFT = 38;
  private static final double RIGHT = 990;
  private static final double TOP = 14;
  private static final double BOTTOM = 292;
  private static final int MOST_LABELS = 16;

  /** Room that the name of a day takes. */
  private static final double LABEL = 50;


  double x(Instant at) {
    double whole = Duration.between(from, to).toMillis();
    return LEFT + (RIGHT - LEFT) * Duration.between(from, at).toMillis() / whole;
  }

  double y(double count) {
    return BOTTOM - (BOTTOM - TOP) * count / most;
  }

  /** Opens the picture; the caller closes it. */
  void open(Markup m, String id, String title, String description) {
    m.open("div", "class", "scroll");
    m.open(
        "svg", "viewBox", "0 0 " + Numbers.at(WIDTH) + " " + Numbers.at(HEIGHT), "class", "plot",
        "role", "img", "aria-labelledby", id + "-t " + id + "-d");
    m.leaf("title", title, "id", id + "-t");
    m.leaf("desc", description, "id", id + "-d");
  }

  void close(Markup m) {
    m.close().close();
  }

  /** Days on which nobody works, as a wash behind everything. */
  void daysOff(Markup m, WorkingCalendar calendar) {
    for (LocalDate day : days()) {
      Instant start = Numbers.start(day);
      Instant end = Numbers.start(day.plusDays(1));
      if (calendar.workingTimeBetween(start, end).isZero()) {
        double left = Math.max(LEFT, x(start));
        m.empty(
            "rect", "class", "off", "x", Numbers.at(left), "y", Numbers.at(TOP), "width",
            Numbers.at(Math.max(0, Math.min(RIGHT, x(end)) - left)), "height",
            Numbers.at(BOTTOM - TOP));
      }
    }
  }

  /** Lines across with their counts, and days below. */
  void axes(Markup m) {
    int step = step(most);
    for (int count = 0; count <= most; count += step) {
      String y = Numbers.at(y(count));
      m.empty(
          "line", "class", count == 0 ? "axis" : "grid", "x1", Numbers.at(LEFT), "x2",
          Numbers.at(RIGHT), "y1", y, "y2", y);
      m.leaf(
          "text", String.valueOf(count), "class", "left", "x", Numbers.at(LEFT - 7), "y",
          Numbers.at(y(count) + 4.5));
    }
    List<LocalDate> days = days();
    int every = Math.max(1, (days.size() + MOST_LABELS - 1) / MOST_LABELS);
    double previous = -LABEL;
    for (int i = 0; i < days.size(); i += every) {
      Instant noon = Numbers.start(days.get(i)).plus(Duration.ofHours(12));
      double middle = Math.min(RIGHT - 16, Math.max(LEFT + 14, x(noon)));
      if (middle - previous >= LABEL) {
        m.leaf(
            "text", Numbers.day(days.get(i)), "class", "middle", "x", Numbers.at(middle), "y",
            Numbers.at(BOTTOM + 20));
        previous = middle;
      }
    }
  }

  /** Every day that has a part in the picture. */
  List<LocalDate> days() {
    return Numbers.day(from).datesUntil(Numbers.day(to.minusMillis(1)).plusDays(1)).toList();
  }

  /** The top of a scale that ends on a round number. */
  static int roundUp(int count) {
    int step = step(Math.max(1, count));
    return (Math.max(1, count) + step - 1) / step * step;
  }

  private static int step(int most) {
    int power = 1;
    while (power * 10 <= most) {
      power *= 10;
    }
    for (int factor : new int[] {1, 2, 5, 10}) {
      int step = Math.max(1, power * factor / 10);
      if (most / step <= 6) {
        return step;
      }
    }
    return power * 10;
  }
}
