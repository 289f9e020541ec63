package org.leasekit.examples.report;

import java.util.List;
import org.leasekit.examples.report.ReportData.CashDay;
import org.leasekit.examples.report.ReportData.Master;
import org.leasekit.examples.report.ReportData.Outcomes;
import org.leasekit.examples.report.ReportData.Season;

/** The season in a few lines, and whether the books agree with each other. */
final class Overview {

    private Overview() {}

    static void draw(Markup m, ReportData data) {
        m.open("section", "id", "overview", "aria-labelledby", "overview-h");
        m.open("h2", "id", "overview-h").text("At a glance").zh("概览").close();
        lead(m, data.outcomes());
        m.open("ul", "class", "checks");
        rows(m, data);
        masters(m, data.masters());
        journal(m, data);
        pressure(m, data.cash().days());
        m.close().close();
    }

    private static void lead(Markup m, Outcomes o) {
        m.open("p", "class", "lead");
        if (o.total() == 0) {
            m.text("No lease came up for renewal in this season.").zh("本季无到期合同。");
        } else {
            m.text((o.total() == 1 ? "One lease" : Format.count(o.total()) + " leases") + " came up for renewal: "
                    + part(o.renewed(), o) + " renewed, " + part(o.declined(), o) + " declined, " + part(o.lapsed(), o)
                    + " lapsed" + (o.open() == 0 ? "." : ", " + part(o.open(), o) + " still open at the end."));
            m.zh("到期合同 " + Format.count(o.total()) + " 份：续约 " + Format.count(o.renewed()) + "，不续 "
                    + Format.count(o.declined()) + "，失效 " + Format.count(o.lapsed())
                    + (o.open() == 0 ? "。" : "，未结 " + Format.count(o.open()) + "。"));
        }
        m.close();
    }

    private static String part(int part, Outcomes outcomes) {
        return Format.count(part) + " (" + Format.share(part, outcomes.total()) + ")";
    }

    private static void rows(Markup m, ReportData data) {
        Season season = data.season();
        int quarantined = data.quarantine().size();
        boolean all = season.rows() == season.contracts() + quarantined;
        check(m, all, "Rows of the portfolio", "台账行",
                Format.count(season.rows()) + (all ? " = " : " ≠ ")
                        + Format.counted(season.contracts(), "contract", "contracts") + " + " + Format.count(quarantined) + " in quarantine",
                "rows are missing or counted twice");
    }

    private static void masters(Markup m, List<Master> masters) {
        if (masters.isEmpty()) {
            return;
        }
        long equal = masters.stream().filter(Master::billEqualsTree).count();
        check(m, equal == masters.size(), "Master bills", "母合同账单",
                Format.count(equal) + " of " + Format.count(masters.size()) + " equal the sum of their tree",
                "see the table");
    }

    private static void journal(Markup m, ReportData data) {
        TrialBalance.Sum sum = TrialBalance.Sum.of(data.trialBalance());
        Format format = new Format(data.season().currency());
        check(m, sum.balanced(), "Journal", "分录",
                "debits " + format.money(sum.debit()) + ", credits " + format.money(sum.credit()), "they differ");
    }

    private static void pressure(Markup m, List<CashDay> days) {
        long pressed = days.stream().filter(CashDay::pressure).count();
        m.open("li");
        m.leaf("span", pressed == 0 ? "–" : "!", "class", "mark", "aria-hidden", "true");
        m.text("Liquidity").zh("流动性").text(": " + (pressed == 0 ? "no day" : Format.counted(pressed, "day", "days"))
                + " of pressure").close();
    }

    private static void check(Markup m, boolean holds, String what, String whatZh, String how, String otherwise) {
        m.open("li", "class", holds ? "good" : "bad");
        m.leaf("span", holds ? "✓" : "✗", "class", "mark", "aria-hidden", "true");
        m.text(what).zh(whatZh).text(": " + how + (holds ? "" : ". Does not hold: " + otherwise)).close();
    }
}
