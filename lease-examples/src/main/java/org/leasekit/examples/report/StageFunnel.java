package org.leasekit.examples.report;

import java.util.List;
import org.leasekit.examples.report.ReportData.Stage;

/** What became of the cases at each stage: four bars to a stage, all on one scale. */
final class StageFunnel {

    private StageFunnel() {}

    static void draw(Markup m, List<Stage> stages) {
        Parts.section(m, "stages", "Stage funnel", "阶段漏斗",
                "Of the cases in which a stage fired: how many it reached, how many answered after it and before the next,"
                        + " and how many of those were renewed. All bars are on one scale; shares are of the fired.",
                "各阶段：触发 → 触达 → 该阶段后响应 → 其中续约；条形同一比例，占比以触发数为底。");
        if (stages.isEmpty()) {
            m.open("p").text("No stages.").zh("无阶段。").close().close();
            return;
        }
        int most = stages.stream()
                .mapToInt(s -> Math.max(Math.max(s.fired(), s.reached()), Math.max(s.responded(), s.renewed())))
                .max()
                .orElse(0);
        m.open("div", "class", "stages");
        stages.forEach(stage -> stage(m, stage, most));
        m.close().close();
    }

    private static void stage(Markup m, Stage stage, int most) {
        m.open("table").open("caption").open("h3").data(stage.name()).close();
        m.open("p", "class", "soft");
        m.text(Format.counted(stage.daysBefore(), "day", "days") + " before the last day of the term");
        m.close().close().open("tbody");
        row(m, "Fired", "触发", stage.fired(), stage, most, "f1");
        row(m, "Reached", "触达", stage.reached(), stage, most, "f2");
        row(m, "Responded", "响应", stage.responded(), stage, most, "f3");
        row(m, "Renewed", "续约", stage.renewed(), stage, most, "f4");
        m.close().close();
    }

    private static void row(Markup m, String name, String nameZh, int cases, Stage stage, int most, String cssClass) {
        m.open("tr").open("th", "scope", "row", "class", "name").text(name).zh(nameZh).close();
        m.open("td");
        Parts.decoration(m, "bar");
        m.empty("rect", "class", cssClass, "x", "0", "y", "5", "height", "13", "width", Format.length(cases, most));
        m.close().close();
        Parts.number(m, Format.count(cases));
        m.leaf("td", Format.share(cases, stage.fired()), "class", "n share");
        m.close();
    }
}
