package org.leasekit.examples.servicedesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leasekit.examples.report.Markup;

/** The rows that are kept aside, by why. */
final class KeptAside {
  private static final int LISTED = 200;

  private KeptAside() {}

  static void draw(Markup m, DeskStory story) {
    Sections.open(
        m, "aside", "Rows kept aside", "未采用的行",
        "Nothing is dropped: what cannot be read, stands there twice or cannot have happened is in"
            + " rejected.csv with its line and why.",
        "无法读取、重复或不可能发生的行不会丢弃，均列入 rejected.csv 并注明行号与原因。");
    Map<String, List<RejectedRow>> byCode = new TreeMap<>();
    story
        .month()
        .rejected()
        .forEach(row -> byCode.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row));
    if (byCode.isEmpty()) {
      m.leaf("p", "None: every row counts.", "class", "lead");
    }
    byCode.forEach((code, rows) -> rows(m, code, rows));
    m.close();
  }

  private static void rows(Markup m, String code, List<RejectedRow> rows) {
    m.open("details");
    m.leaf("summary", code + ": " + Numbers.counted(rows.size(), "row", "rows"));
    Sections.table(m, "#Line", "Ticket", "Reason");
    for (RejectedRow row : rows.subList(0, Math.min(LISTED, rows.size()))) {
      m.open("tr");
      Sections.number(m, Numbers.count(row.line()));
      Sections.cell(m, row.ticket());
      Sections.cell(m, row.reason());
      m.close();
    }
    Sections.closeTable(m);
    if (rows.size() > LISTED) {
      m.leaf("p", "And " + Numbers.count(rows.size() - LISTED) + " more in rejected.csv.", "class", "soft");
    }
    m.close();
  }
}
