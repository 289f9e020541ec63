package org.leasekit.examples.report;

import java.util.List;
import org.leasekit.examples.report.ReportData.Outcomes;

/** How the cases ended: one bar, and the numbers under it. */
final class OutcomeBar {

    /** Below this many of a hundred a part has no room for its number. */
    private static final int LABELLED_FROM = 7;

    private record Part(String name, String nameZh, String cssClass, int cases, String meaning) {}

    private OutcomeBar() {}

    static void draw(Markup m, Outcomes outcomes) {
        List<Part> parts = List.of(
                new Part("Renewed", "已续约", "renewed", outcomes.renewed(),
                        "paid and signed, with a successor contract"),
                new Part("Declined", "不续约", "declined", outcomes.declined(), "the tenant said no"),
                new Part("Lapsed", "到期失效", "lapsed", outcomes.lapsed(),
                        "the term ended without payment and signature both"),
                new Part("Open", "进行中", "open", outcomes.open(), "not ended when the season was over"));
        Parts.section(m, "outcomes", "Outcomes", "结果", "How the renewal cases stood when the season was over.",
                "季末各续约案件的状态。");
        if (outcomes.total() == 0) {
            m.open("p").text("No cases.").zh("无案件。").close().close();
            return;
        }
        bar(m, parts, outcomes.total());
        table(m, parts, outcomes.total());
        m.close();
    }

    private static void bar(Markup m, List<Part> parts, int total) {
        Parts.picture(m, "outcomes-bar", "stack", "Outcomes of the cases", "The table below gives the numbers.");
        long before = 0;
        for (Part part : parts) {
            m.open("g").leaf("title", part.name() + ": " + Format.count(part.cases()));
            m.empty("rect", "class", part.cssClass(), "x", Format.length(before, total), "y", "0", "height", "44",
                    "width", Format.length(part.cases(), total));
            if (part.cases() * 100L >= (long) LABELLED_FROM * total) {
                boolean dark = part.cssClass().equals("renewed") || part.cssClass().equals("lapsed");
                m.leaf("text", Format.count(part.cases()), "class", dark ? "on-dark" : "on-light", "y", "22",
                        "x", Format.length(2 * before + part.cases(), 2L * total));
            }
            m.close();
            before += part.cases();
        }
        m.close();
    }

    private static void table(Markup m, List<Part> parts, int total) {
        m.open("table").open("thead").open("tr");
        Parts.head(m, "", "Outcome", "结果");
        Parts.head(m, "n", "Cases", "案件");
        Parts.head(m, "n", "Share", "占比");
        m.close().close().open("tbody");
        for (Part part : parts) {
            m.open("tr").open("th", "scope", "row");
            m.leaf("span", "", "class", "swatch bg-" + part.cssClass()).text(part.name()).zh(part.nameZh());
            m.text(" ").leaf("span", part.meaning(), "class", "soft").close();
            Parts.number(m, Format.count(part.cases()));
            Parts.number(m, Format.share(part.cases(), total));
            m.close();
        }
        m.close().open("tfoot").open("tr");
        m.open("th", "scope", "row").text("All cases").zh("合计").close();
        Parts.number(m, Format.count(total));
        Parts.number(m, Format.share(total, total));
        m.close().close().close();
    }
}
