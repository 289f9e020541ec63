package org.leasekit.examples.servicedesk;

import java.time.Duration;
import java.util.List;
import org.leasekit.examples.report.Markup;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;

/** The report: one page that needs nothing but itself. */
final class DeskReport {

  /** Nothing is fetched and no script runs, whatever found its way into a text. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private DeskReport() {}

  static String render(DeskStory story) {
    Markup m = new Markup();
    m.open("html", "lang", "en");
    head(m, story);
    m.open("body");
    header(m, story);
    m.open("main");
    if (story.month().tickets().isEmpty()) {
      m.leaf("p", "No ticket was open by then.", "class", "lead");
    } else {
      Queue queue = new Queue(story.month().tickets(), story.at());
      tiles(m, story, queue);
      QueueChart.draw(m, story, queue);
      Breaches.draw(m, story);
      DayChart.draw(m, story);
      QualityTables.draw(m, story);
    }
    KeptAside.draw(m, story);
    return m.close().close().close().page();
  }

  private static void head(Markup m, DeskStory story) {
    m.open("head");
    m.empty("meta", "charset", "utf-8");
    m.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    m.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    m.empty("meta", "name", "robots", "content", "noindex");
    m.leaf("title", "Service desk 服务台, " + story.file());
    m.style(DeskStyle.CSS);
    m.close();
  }

  private static void header(Markup m, DeskStory story) {
    m.open("header");
    m.open("p", "class", "eyebrow").text("Service desk report").zh("服务台报告").close();
    m.open("h1").data(story.file()).close();
    m.leaf("p", "Clocks read at " + DeskFiles.text(story.at()), "class", "sub");
    m.open("dl", "class", "facts");
    fact(m, "Rows", "行数", Numbers.count(story.rows()));
    fact(m, "Kept aside", "未采用", Numbers.count(story.month().rejected().size()));
    fact(m, "Tickets", "工单", Numbers.count(story.month().tickets().size()));
    fact(
        m, "Working hours", "工作时间",
        story.hours() == DeskCalendar.OFFICE
            ? "Monday to Friday 09:00-12:00, 13:00-18:00"
            : "round the clock");
    m.close();
    if (story.restsOnUnknownYears()) {
      m.leaf(
          "p",
          "Some clocks rest on years whose holidays are not known; there, only weekends are off.",
          "class", "lead");
    }
    m.close();
  }

  private static void fact(Markup m, String term, String termZh, String value) {
    m.open("div").open("dt").text(term).zh(termZh).close().leaf("dd", value).close();
  }

  private static void tiles(Markup m, DeskStory story, Queue queue) {
    Sections.open(
        m, "short", "In short", "概要",
        "Medians are of working time, without what was paused.", "中位数按工作时间计，不含暂停。");
    m.open("div", "class", "tiles");
    Sections.tile(
        m, "Open now", "未解决", Numbers.count(queue.open(story.at())),
        queue.waiting(story.at()) + " of them wait");
    for (TargetId target : List.of(TargetId.RESPOND, TargetId.ARRIVE, TargetId.RESOLVE)) {
      List<TargetReading> readings = readings(story, target);
      List<Duration> ended =
          readings.stream()
              .filter(reading -> reading.stopped() != null)
              .map(TargetReading::elapsed)
              .toList();
      long kept = readings.stream().filter(reading -> reading.breachedAt() == null).count();
      Sections.tile(
          m, "To " + target.value(), zh(target), Numbers.median(ended),
          "in time: " + Numbers.percent(Numbers.share(kept, readings.size())));
    }
    m.close().close();
  }

  private static String zh(TargetId target) {
    if (target.equals(TargetId.RESPOND)) {
      return "响应";
    }
    return target.equals(TargetId.ARRIVE) ? "到场" : "解决";
  }

  private static List<TargetReading> readings(DeskStory story, TargetId target) {
    return story.month().tickets().stream()
        .flatMap(ticket -> ticket.readings().stream())
        .filter(reading -> reading.target().equals(target))
        .toList();
  }
}
