package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.leasekit.examples.report.ReportData.Master;
import org.leasekit.examples.report.ReportData.Outcome;
import org.leasekit.examples.report.ReportData.SubContract;

/** The master contracts: how those below fared, and whether the bill equals its tree. */
final class MasterTable {

    private static final String[] COLUMNS = {"Subs", "Renewed", "Declined", "Lapsed", "Other"};
    private static final String[] COLUMNS_ZH = {"子合同", "续约", "不续", "失效", "其他"};

    private MasterTable() {}

    static void draw(Markup m, List<Master> masters, ReportData.UnitName unit, Format format) {
        Parts.section(m, "masters", "Master contracts and their sub-contracts", "母-子合同",
                "What a master is billed must equal what it and everything below it were charged, to the last digit."
                        + " Other are sub-contracts whose case is open, or whose term did not end. Amounts in "
                        + format.currency() + ".",
                "母合同账单须与其下全部合同计费之和逐分相等；“其他”为未结或本季未到期的子合同。");
        if (masters.isEmpty()) {
            m.open("p").text("No master contracts in this portfolio.").zh("本台账无母合同。").close().close();
            return;
        }
        Parts.table(m, "Master contracts", "master cards");
        m.open("thead").open("tr");
        Parts.head(m, "", "Contract", "合同号");
        Parts.head(m, "", "Tenant", "租户");
        for (int i = 0; i < COLUMNS.length; i++) {
            Parts.head(m, "n", COLUMNS[i], COLUMNS_ZH[i]);
        }
        Parts.head(m, "n", "Billed", "账单");
        Parts.head(m, "n", "Tree", "合计");
        Parts.head(m, "", "Equal", "相等");
        m.close().close();
        masters.forEach(master -> master(m, master, unit, format));
        all(m, masters, format);
        Parts.closeTable(m);
        m.close();
    }

    private static void master(Markup m, Master master, ReportData.UnitName unit, Format format) {
        m.open("tbody").open("tr", "class", "top");
        m.open("th", "scope", "row", "class", "code").data(master.contractNo()).close();
        m.open("td", "class", "labelled", "data-label", "Tenant").data(master.tenant()).close();
        numbers(m, List.of(master), format);
        m.close();
        if (!master.subs().isEmpty()) {
            subs(m, master, unit, format);
        }
        m.close();
    }

    private static void all(Markup m, List<Master> masters, Format format) {
        m.open("tfoot").open("tr", "class", "top");
        m.open("th", "scope", "row", "colspan", "2").text("All masters").zh("合计").close();
        numbers(m, masters, format);
        m.close().close();
    }

    /** The cells that count and add up, for one master or for all. */
    private static void numbers(Markup m, List<Master> masters, Format format) {
        List<SubContract> subs = masters.stream().flatMap(master -> master.subs().stream()).toList();
        long[] counts = {
            subs.size(),
            count(subs, Outcome.RENEWED),
            count(subs, Outcome.DECLINED),
            count(subs, Outcome.LAPSED),
            count(subs, Outcome.OPEN) + count(subs, Outcome.RUNNING)
        };
        for (int i = 0; i < counts.length; i++) {
            m.leaf("td", Format.count(counts[i]), "class", "n", "data-label", COLUMNS[i]);
        }
        m.leaf("td", format.amount(sum(masters, Master::billed)), "class", "n", "data-label", "Billed");
        m.leaf("td", format.amount(sum(masters, Master::treeTotal)), "class", "n", "data-label", "Tree");
        boolean equal = masters.stream().allMatch(Master::billEqualsTree);
        m.open("td", "class", "labelled", "data-label", "Equal");
        m.leaf("span", equal ? "✓" + Format.NBSP + "yes" : "✗" + Format.NBSP + "no", "class", equal ? "good" : "bad");
        m.close();
    }

    private static long count(List<SubContract> subs, Outcome outcome) {
        return subs.stream().filter(sub -> sub.outcome() == outcome).count();
    }

    private static BigDecimal sum(List<Master> masters, Function<Master, BigDecimal> what) {
        return masters.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void subs(Markup m, Master master, ReportData.UnitName unit, Format format) {
        m.open("tr", "class", "subs").open("td", "colspan", "10");
        m.open("details", "class", "listed").open("summary");
        m.text(Format.counted(master.subs().size(), "sub-contract", "sub-contracts")).zh("子合同").close();
        m.open("table").open("thead").open("tr");
        Parts.head(m, "", "Contract", "合同号");
        Parts.head(m, "", unit.english(), unit.chinese());
        Parts.head(m, "", "Outcome", "结果");
        Parts.head(m, "n", "Billed", "计费");
        m.close().close().open("tbody");
        m.open("tr").open("th", "scope", "row", "class", "code").data(master.contractNo()).close();
        m.open("td").text("the master itself").zh("母合同本身").close().leaf("td", Format.NONE);
        m.leaf("td", format.amount(master.own()), "class", "n").close();
        for (SubContract sub : master.subs()) {
            m.open("tr").open("th", "scope", "row", "class", "code").data(sub.contractNo()).close();
            m.open("td").data(sub.unit()).close();
            m.open("td").text(name(sub.outcome())).zh(nameZh(sub.outcome())).close();
            m.leaf("td", format.amount(sub.billed()), "class", "n").close();
        }
        m.close().close().close().close().close();
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case RENEWED -> "renewed";
            case DECLINED -> "declined";
            case LAPSED -> "lapsed";
            case OPEN -> "open";
            case RUNNING -> "running on";
        };
    }

    private static String nameZh(Outcome outcome) {
        return switch (outcome) {
            case RENEWED -> "已续约";
            case DECLINED -> "不续约";
            case LAPSED -> "到期失效";
            case OPEN -> "进行中";
            case RUNNING -> "未到期";
        };
    }
}
