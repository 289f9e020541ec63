package org.leasekit.examples.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.leasekit.examples.report.ReportData.Season;

/** The page as a whole: its head, its header, and the sections one after the other. */
final class Page {

    /** Nothing is fetched and no script runs, whatever found its way into a text. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private Page() {}

    /** The report as HTML. */
    static String render(ReportData data) {
        Markup m = new Markup();
        Format format = new Format(data.season().currency());
        m.open("html", "lang", "en");
        head(m, data.season());
        m.open("body");
        header(m, data);
        m.open("main");
        Overview.draw(m, data);
        KpiTiles.draw(m, data.kpis(), format);
        OutcomeBar.draw(m, data.outcomes());
        CurveChart.draw(m, data.curve(), data.season().stageDays());
        StageFunnel.draw(m, data.stages());
        findings(m, data.findings(), format);
        CashSection.draw(m, data.season(), data.cash(), format);
        MasterTable.draw(m, data.masters(), data.season().unit(), format);
        QuarantineList.draw(m, data.quarantine());
        TrialBalance.draw(m, data.trialBalance(), format);
        if (!data.findings().stories().isEmpty()) {
            FindingsSections.stories(m, data.findings().stories());
        }
        m.close();
        ReadingGuide.draw(m, format);
        return m.close().close().page();
    }

    /** What only some seasons have, after the stages. */
    private static void findings(Markup m, Findings findings, Format format) {
        if (findings.comparison() != null) {
            FindingsSections.comparison(m, findings.comparison(), format);
        }
        if (findings.earlyBird() != null) {
            EarlyBirdSection.earlyBird(m, findings.earlyBird(), format);
        }
        if (findings.intent() != null) {
            EarlyBirdSection.intent(m, findings.intent(), format);
        }
        if (findings.prices() != null) {
            FindingsSections.prices(m, findings.prices(), format);
        }
        if (!findings.sites().isEmpty()) {
            FindingsSections.sites(m, findings.sites(), format);
        }
    }

    /** The sections there are, in their order. */
    private static List<List<String>> contents(Findings findings) {
        List<List<String>> contents = new ArrayList<>(List.of(
                List.of("kpi", "Key figures", "关键指标"),
                List.of("outcomes", "Outcomes", "结果"),
                List.of("curve", "Response curve", "响应曲线"),
                List.of("stages", "Stages", "阶段漏斗")));
        add(contents, findings.comparison() != null, "comparison", "Two policies", "策略对比");
        add(contents, findings.earlyBird() != null, "early-bird", "Early bird", "早鸟");
        add(contents, findings.intent() != null, "intent", "Intent", "续约意向");
        add(contents, findings.prices() != null, "prices", "Prices", "报价与审批");
        add(contents, !findings.sites().isEmpty(), "sites", "Sites", "分项目");
        contents.addAll(List.of(
                List.of("cash", "Cash flow", "现金流"),
                List.of("masters", "Master contracts", "母合同"),
                List.of("quarantine", "Quarantine", "隔离清单"),
                List.of("journal", "Trial balance", "试算平衡")));
        add(contents, !findings.stories().isEmpty(), "stories", "Stories", "案件说明");
        contents.add(List.of("guide", "How to read this", "阅读说明"));
        return contents;
    }

    private static void add(List<List<String>> contents, boolean there, String id, String title, String titleZh) {
        if (there) {
            contents.add(List.of(id, title, titleZh));
        }
    }

    private static void head(Markup m, Season season) {
        m.open("head");
        m.empty("meta", "charset", "utf-8");
        m.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        m.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        m.empty("meta", "name", "robots", "content", "noindex");
        m.leaf("title", "Renewal season 续约季, " + season.garage() + ", " + season.start());
        m.style(Style.CSS);
        m.close();
    }

    private static void header(Markup m, ReportData data) {
        Season season = data.season();
        m.open("header");
        m.open("p", "class", "eyebrow").text("Renewal season report").zh("续约季报告").close();
        m.open("h1").data(season.garage()).close();
        long days = ChronoUnit.DAYS.between(season.start(), season.endExclusive());
        m.leaf(
                "p",
                season.start() + " to " + season.endExclusive().minusDays(1) + ", "
                        + Format.counted(days, "day", "days"),
                "class", "sub");
        m.open("div", "class", "notice", "role", "note");
        m.open("strong").text("A simulation of tenants").zh("租户行为为模拟").close();
        m.open("p").text("The leases are those of the portfolio. Who answers, pays and signs, and when, is drawn from the"
                + " seed below: no person did any of this.");
        m.zh("合同来自导入的台账；租户的响应、付款与签约由程序按下列种子模拟，并非真实经营结果。").close();
        m.close();
        facts(m, season);
        m.open("nav", "aria-label", "Contents");
        for (List<String> entry : contents(data.findings())) {
            m.open("a", "href", "#" + entry.get(0)).text(entry.get(1)).zh(entry.get(2)).close();
            m.text(" ");
        }
        m.close().close();
    }

    private static void facts(Markup m, Season season) {
        String stages = season.stageDays().stream().map(String::valueOf).collect(Collectors.joining(", "));
        m.open("dl", "class", "facts");
        fact(m, "Stages", "阶段", stages.isEmpty() ? Format.NONE : stages + " days before expiry");
        fact(m, "Portfolio", "台账", Format.counted(season.rows(), "row", "rows") + ", "
                + Format.counted(season.contracts(), "contract", "contracts"));
        fact(m, "Seed", "随机种子", Long.toString(season.seed()));
        m.open("div").open("dt").text("Currency").zh("币种").close();
        m.open("dd").data(season.currency()).close().close();
        m.close();
    }

    private static void fact(Markup m, String term, String termZh, String value) {
        m.open("div");
        Parts.fact(m, term, termZh, value);
        m.close();
    }
}
