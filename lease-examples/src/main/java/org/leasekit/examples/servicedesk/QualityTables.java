package org.leasekit.examples.servicedesk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.leasekit.examples.report.Markup;
import org.leasekit.servicedesk.Quality;
import org.leasekit.servicedesk.QualityFigures;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.sla.TargetId;

/** How well tickets were served, by technician and by place. */
final class QualityTables {
  private static final Duration REPEAT_WITHIN = Duration.ofDays(14);
  private static final int LISTED = 20;

  private QualityTables() {}

  static void draw(Markup m, DeskStory story) {
    Sections.open(
        m, "quality", "How well tickets were served", "服务质量",
        "Mended at once: resolved, never reopened, and no other ticket of the same asset within"
            + " 14 days. Times are working time, without what was paused.",
        "一次修复：已解决、未重新打开、14 天内同一资产无新工单。用时为工作时间，不含暂停。");
    table(m, story, Quality.Dimension.TECHNICIAN, "Technician", "维修人员");
    table(m, story, Quality.Dimension.SITE, "Place", "地点");
    m.close();
  }

  private static void table(
      Markup m, DeskStory story, Quality.Dimension by, String title, String titleZh) {
    List<ServiceFile> files = story.month().tickets().stream().map(Ticket::file).toList();
    SortedMap<String, QualityFigures> figures =
        Quality.by(by, files, REPEAT_WITHIN, story.at());
    m.open("h3").text(title).zh(titleZh).close();
    Sections.table(
        m, title, "#Tickets", "#Mended", "#At once", "#To arrive", "#To resolve",
        "#Arrived too late", "#Resolved too late");
    figures.entrySet().stream().limit(LISTED).forEach(one -> row(m, one));
    Sections.closeTable(m);
    if (figures.size() > LISTED) {
      m.leaf("p", "And " + (figures.size() - LISTED) + " more.", "class", "soft");
    }
  }

  private static void row(Markup m, Map.Entry<String, QualityFigures> one) {
    QualityFigures figures = one.getValue();
    m.open("tr").open("th", "scope", "row").data(name(one.getKey())).close();
    Sections.number(m, Numbers.count(figures.requests()));
    Sections.number(m, Numbers.count(figures.mended()));
    Sections.number(m, Numbers.percent(figures.firstTimeFixShare()));
    for (TargetId target : List.of(TargetId.ARRIVE, TargetId.RESOLVE)) {
      QualityFigures.TargetFigures theirs = figures.targets().get(target);
      Sections.number(m, theirs == null ? Numbers.NONE : Numbers.worked(theirs.meanWorked()));
    }
    for (TargetId target : List.of(TargetId.ARRIVE, TargetId.RESOLVE)) {
      QualityFigures.TargetFigures theirs = figures.targets().get(target);
      Sections.number(m, theirs == null ? Numbers.NONE : Numbers.percent(theirs.breachShare()));
    }
    m.close();
  }

  private static String name(String key) {
    if (key.equals(Quality.NOBODY)) {
      return "nobody yet";
    }
    return key.equals(TicketDesk.UNNAMED.value()) ? "not named" : key;
  }
}
