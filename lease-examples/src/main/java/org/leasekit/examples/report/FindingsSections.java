package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.leasekit.examples.report.Findings.Comparison;
import org.leasekit.examples.report.Findings.Line;
import org.leasekit.examples.report.Findings.Prices;
import org.leasekit.examples.report.Findings.Site;
import org.leasekit.examples.report.Findings.Told;

/** The sections on what only some seasons have: a second policy, prices, several sites, stories of cases. */
final class FindingsSections {

    private FindingsSections() {}

    /** What differs between two policies, in words and in numbers. */
    static void comparison(Markup m, Comparison comparison, Format format) {
        Parts.section(m, "comparison", "Two policies on the same tenants", "两种策略对比",
                "The same season with the same tenants was run under two ladders: " + ladder(comparison.first()) + " and "
                        + ladder(comparison.second()) + " days before expiry. Each tenant is compared with themselves, over"
                        + " those whose time to answer was over and whose lease nothing else changed. With 95 % confidence the"
                        + " true difference lies between low and high.",
                "同一批租户、同一随机种子，在两种提醒阶段下各运行一季；逐户配对比较，95 % 置信区间。");
        m.open("ul", "class", "checks");
        for (Line line : comparison.lines()) {
            m.open("li");
            m.leaf("span", line.unclear() ? "–" : "!", "class", "mark", "aria-hidden", "true");
            m.text(line.label()).zh(line.term()).text(": " + verdict(line, comparison, format)).close();
        }
        m.close();
        Parts.table(m, "Two policies", "cards");
        m.open("thead").open("tr");
        Parts.head(m, "", "Figure", "指标");
        Parts.head(m, "n", "Tenants", "配对数");
        Parts.head(m, "n", ladder(comparison.first()), "");
        Parts.head(m, "n", ladder(comparison.second()), "");
        Parts.head(m, "n", "Difference", "差");
        Parts.head(m, "n", "Low", "下限");
        Parts.head(m, "n", "High", "上限");
        m.close().close().open("tbody");
        for (Line line : comparison.lines()) {
            m.open("tr", "class", "top").open("th", "scope", "row").text(line.label()).zh(line.term()).close();
            cell(m, "Tenants", Format.count(line.pairs()));
            cell(m, ladder(comparison.first()), format.exact(line.first(), line.unit()));
            cell(m, ladder(comparison.second()), format.exact(line.second(), line.unit()));
            cell(m, "Difference", format.change(line.difference(), line.unit()));
            cell(m, "Low", format.change(line.low(), line.unit()));
            cell(m, "High", format.change(line.high(), line.unit()));
            m.close();
        }
        m.close();
        Parts.closeTable(m);
        m.close();
    }

    private static String verdict(Line line, Comparison comparison, Format format) {
        if (line.pairs() == 0) {
            return "nobody to compare.";
        }
        String range = format.change(line.low(), line.unit()) + " to " + format.change(line.high(), line.unit());
        if (line.unclear()) {
            return "no clear difference; the truth may be anything from " + range + ".";
        }
        String how = line.difference().signum() > 0 ? "clearly more" : "clearly less";
        return how + " under " + ladder(comparison.second()) + ": " + format.change(line.difference(), line.unit()) + ", from "
                + range + ".";
    }

    private static String ladder(List<Integer> stages) {
        return stages.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    /** Old and new rents, and who let pass what went beyond the limits. */
    static void prices(Markup m, Prices prices, Format format) {
        Parts.section(m, "prices", "Prices and approvals", "报价与审批",
                "Monthly rents in " + format.currency() + ". An offer beyond the limits waits until somebody approves it, and"
                        + " nothing is sent before.",
                "月租；超出限额的报价须经审批，批准前不发送。");
        m.open("dl", "class", "facts");
        fact(m, "Offers", "报价", Format.count(prices.offers()));
        fact(m, "Mean rent, old and offered", "平均月租（旧 / 新）",
                format.figure(prices.old(), Kpi.Unit.AMOUNT) + " → " + format.figure(prices.offered(), Kpi.Unit.AMOUNT));
        fact(m, "Dearer, the same, cheaper", "上涨 / 持平 / 下降", Format.count(prices.dearer()) + ", "
                + Format.count(prices.same()) + ", " + Format.count(prices.cheaper()));
        fact(m, "Discount codes used", "已用优惠码", Format.count(prices.codes()));
        fact(m, "Had to be approved", "需审批",
                Format.count(prices.approvals()) + " (" + Format.share(prices.approvals(), prices.offers()) + ")");
        prices.decided().forEach(each -> {
            m.open("div").open("dt").text("Decided by ").data(each.who()).zh("审批人").close();
            m.leaf("dd", Format.count(each.approved()) + " approved, " + Format.count(each.refused()) + " refused").close();
        });
        if (prices.pending() > 0) {
            fact(m, "Not decided", "未审批", Format.count(prices.pending()));
        }
        BigDecimal median = prices.medianWait();
        BigDecimal longest = prices.longestWait();
        if (median != null && longest != null) {
            fact(m, "They waited, median and longest", "等待时间（中位 / 最长）",
                    format.figure(median, Kpi.Unit.DAYS) + ", " + format.figure(longest, Kpi.Unit.DAYS));
        }
        m.close().close();
    }

    private static void fact(Markup m, String term, String termZh, String value) {
        m.open("div");
        Parts.fact(m, term, termZh, value);
        m.close();
    }

    /** The figures by site. */
    static void sites(Markup m, List<Site> sites, Format format) {
        Parts.section(m, "sites", "By site", "分项目",
                "The renewal cases of each site; shares are of its cases. Rent is the mean monthly rent offered, in "
                        + format.currency() + ".",
                "各项目续约案件；占比以该项目案件数为底；租金为平均报价月租。");
        Parts.table(m, "By site", "cards");
        m.open("thead").open("tr");
        Parts.head(m, "", "Site", "项目");
        Parts.head(m, "n", "Cases", "案件");
        Parts.head(m, "n", "Responded", "响应");
        Parts.head(m, "n", "Renewed", "续约");
        Parts.head(m, "n", "Declined", "不续");
        Parts.head(m, "n", "Lapsed", "失效");
        Parts.head(m, "n", "Open", "未结");
        Parts.head(m, "n", "Rent", "租金");
        m.close().close().open("tbody");
        for (Site site : sites) {
            m.open("tr", "class", "top").open("th", "scope", "row").data(site.name()).close();
            cell(m, "Cases", Format.count(site.cases()));
            cell(m, "Responded", part(site.responded(), site));
            cell(m, "Renewed", part(site.renewed(), site));
            cell(m, "Declined", part(site.declined(), site));
            cell(m, "Lapsed", part(site.lapsed(), site));
            cell(m, "Open", Format.count(site.open()));
            BigDecimal rent = site.rent();
            cell(m, "Rent", rent == null ? Format.NONE : format.figure(rent, Kpi.Unit.AMOUNT));
            m.close();
        }
        m.close();
        Parts.closeTable(m);
        m.close();
    }

    private static String part(int part, Site site) {
        return Format.count(part) + " (" + Format.share(part, site.cases()) + ")";
    }

    private static void cell(Markup m, String label, String number) {
        m.leaf("td", number, "class", "n", "data-label", label);
    }

    /** What the library tells of some cases. */
    static void stories(Markup m, List<Told> stories) {
        Parts.section(m, "stories", "Stories of cases", "案件说明",
                "What the library itself tells of a case: each stage, what it did, or why it did not fire. All are in"
                        + " stories.txt.",
                "由程序自动生成的案件说明：各阶段做了什么，或为何未触发；全文见 stories.txt。");
        for (Told told : stories) {
            m.open("details", "class", "reason").open("summary");
            m.text(told.what()).zh(told.whatZh()).text(" ").data(told.caseId()).close();
            m.open("p", "class", "raw").data(told.english()).close();
            m.open("p", "class", "raw").data(told.chinese()).close();
            m.close();
        }
        m.close();
    }
}
