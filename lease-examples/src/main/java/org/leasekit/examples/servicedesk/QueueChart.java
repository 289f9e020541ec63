package org.leasekit.examples.servicedesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.leasekit.examples.report.Markup;
import org.leasekit.servicedesk.Priority;

/** The queue over time: open tickets in bands, the most pressing at the bottom, and a line of those that wait. */
final class QueueChart {
  private static final int STEPS = 640;

  private QueueChart() {}

  static void draw(Markup m, DeskStory story, Queue queue) {
    Instant from = Numbers.start(Numbers.day(story.openedFirst()));
    Instant to = story.at().isAfter(from) ? story.at() : from.plusSeconds(1);
    Instant peak = queue.longestAt();
    Sections.open(
        m, "queue", "The queue over time", "队列变化",
        "Tickets that are open, by priority; reopened ones count again. Grey: days on which nobody works.",
        "未解决的工单数，按优先级堆叠；重新打开的工单再次计入。灰色为非工作日。");
    m.open("p", "class", "lead")
        .text(
            "Longest on " + Numbers.minute(peak) + " with "
                + Numbers.counted(queue.open(peak), "open ticket", "open tickets") + "; at the end "
                + queue.open(story.at()) + ", of which " + queue.waiting(story.at())
                + " wait for a tenant or for parts.")
        .close();
    legend(m);
    Frame frame = new Frame(from, to, Frame.roundUp(queue.open(peak)));
    frame.open(
        m, "queue-chart", "Open tickets over time",
        "Stacked by priority, from " + Numbers.minute(from) + " to " + Numbers.minute(to));
    frame.daysOff(m, story.hours().calendar());
    List<Instant> samples = Queue.samples(from, to, STEPS);
    int[] below = new int[samples.size()];
    for (Priority priority : Priority.values()) {
      below = band(m, frame, queue, samples, priority, below);
    }
    frame.axes(m);
    m.empty("path", "class", "waiting-line", "d", line(frame, queue, samples));
    frame.close(m);
    m.close();
  }

  private static void legend(Markup m) {
    m.open("ul", "class", "legend");
    for (Priority priority : Priority.values()) {
      Sections.swatch(m, css(priority), priority.name());
    }
    m.open("li").open("svg", "viewBox", "0 0 34 10");
    m.empty("line", "class", "waiting-line", "x1", "0", "x2", "34", "y1", "5", "y2", "5");
    m.close().text("waiting for a tenant or for parts").close().close();
  }

  private static String css(Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }

  /** Draws a band on top of those below it; answers with its upper edge. */
  private static int[] band(
      Markup m, Frame frame, Queue queue, List<Instant> samples, Priority priority, int[] below) {
    int[] above = new int[below.length];
    List<String> edge = new ArrayList<>();
    List<String> back = new ArrayList<>();
    for (int i = 0; i < below.length; i++) {
      above[i] = below[i] + queue.open(samples.get(i), priority);
      String x = Numbers.at(frame.x(samples.get(i)));
      edge.add(x + " " + Numbers.at(frame.y(above[i])));
      back.add(x + " " + Numbers.at(frame.y(below[i])));
    }
    Collections.reverse(back);
    m.empty(
        "path", "class", css(priority), "d",
        "M" + String.join("L", edge) + "L" + String.join("L", back) + "Z");
    return above;
  }

  private static String line(Frame frame, Queue queue, List<Instant> samples) {
    List<String> points = new ArrayList<>();
    for (Instant sample : samples) {
      points.add(
          Numbers.at(frame.x(sample)) + " " + Numbers.at(frame.y(queue.waiting(sample))));
    }
    return "M" + String.join("L", points);
  }
}
