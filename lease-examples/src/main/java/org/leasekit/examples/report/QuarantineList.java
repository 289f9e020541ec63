package org.leasekit.examples.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.leasekit.examples.report.ReportData.QuarantinedRow;

/** The rows that were not taken over, by reason: the commonest first, then by name; within a reason by line. */
final class QuarantineList {

    private static final int EXCERPT = 160;

    private record Group(String reason, List<QuarantinedRow> rows) {}

    private QuarantineList() {}

    static void draw(Markup m, List<QuarantinedRow> rows) {
        Parts.section(m, "quarantine", "Quarantine", "隔离清单",
                "Rows of the portfolio that did not become contracts, and why. Lines count data rows from 1, the header"
                        + " not counted.",
                "未导入的台账行及原因；行号自 1 起，不含表头。");
        if (rows.isEmpty()) {
            m.open("p").text("None: every row became a contract.").zh("无，全部行均已导入。").close().close();
            return;
        }
        List<Group> groups = groups(rows);
        m.open("p", "class", "lead").text(Format.counted(rows.size(), "row", "rows") + ", "
                + Format.counted(groups.size(), "reason", "reasons")).close();
        groups.forEach(group -> group(m, group));
        m.close();
    }

    private static List<Group> groups(List<QuarantinedRow> rows) {
        Map<String, List<QuarantinedRow>> byReason =
                rows.stream().collect(Collectors.groupingBy(QuarantinedRow::reason, TreeMap::new, Collectors.toList()));
        return byReason.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), sorted(entry.getValue())))
                .sorted(Comparator.comparingInt((Group group) -> -group.rows().size()))
                .toList();
    }

    private static List<QuarantinedRow> sorted(List<QuarantinedRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(QuarantinedRow::line)
                        .thenComparing(QuarantinedRow::field)
                        .thenComparing(QuarantinedRow::raw))
                .toList();
    }

    private static void group(Markup m, Group group) {
        m.open("details", "class", "reason listed").open("summary").data(group.reason()).text(" ");
        m.leaf("span", Format.counted(group.rows().size(), "row", "rows"), "class", "n").close();
        m.open("table", "class", "quarantine").open("thead").open("tr");
        Parts.head(m, "n line", "Line", "行");
        Parts.head(m, "field", "Field", "字段");
        Parts.head(m, "", "As it stood in the file", "原文");
        m.close().close().open("tbody");
        for (QuarantinedRow row : group.rows()) {
            m.open("tr").leaf("th", Integer.toString(row.line()), "scope", "row", "class", "n");
            m.open("td").data(row.field().isEmpty() ? Format.NONE : row.field()).close();
            m.open("td", "class", "raw").data(excerpt(row.raw())).close().close();
        }
        m.close().close().close();
    }

    /** The beginning of a long row, cut between characters. */
    private static String excerpt(String raw) {
        if (raw.codePointCount(0, raw.length()) <= EXCERPT) {
            return raw;
        }
        return raw.substring(0, raw.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
