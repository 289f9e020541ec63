package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.leasekit.examples.report.Findings.EarlyBird;
import org.leasekit.examples.report.Findings.Group;
import org.leasekit.examples.report.Findings.Intent;

/** What was thought of the tenants' intent, and what telling the willing early did. */
final class EarlyBirdSection {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private EarlyBirdSection() {}

    /** Those told early beside those held back, and what the simulation knows of it. */
    static void earlyBird(Markup m, EarlyBird birds, Format format) {
        Parts.section(m, "early-bird", "Early bird", "早鸟",
                "Who is thought likely to renew is told earlier and at a discount, but for some who are held back by lot. The"
                        + " difference between the two is what it did. Only cases whose time to answer was over count.",
                "续约意向高者提前获得早鸟价；按抽签保留对照组，两组续约率之差即为效果；仅计答复期已满的案件。");
        Parts.table(m, "Early bird", "cards");
        m.open("thead").open("tr");
        Parts.head(m, "", "Group", "组别");
        Parts.head(m, "n", "Cases", "案件");
        Parts.head(m, "n", "Renewed", "续约");
        Parts.head(m, "n", "Share", "占比");
        m.close().close().open("tbody");
        group(m, "Told early", "早鸟", birds.treated(), birds.treatedRenewed());
        group(m, "Held back", "对照", birds.heldBack(), birds.heldBackRenewed());
        m.close();
        Parts.closeTable(m);
        m.open("p", "class", "lead");
        if (birds.treated() == 0 || birds.heldBack() == 0) {
            m.text("One of the groups is empty, so nothing can be said of the effect.").zh("一组为空，无法估计效果。");
        } else {
            String points = format.change(birds.difference(), Kpi.Unit.PERCENT);
            m.text("Measured: " + points + "; with 95 % confidence the truth lies between "
                    + format.change(birds.low(), Kpi.Unit.PERCENT) + " and " + format.change(birds.high(), Kpi.Unit.PERCENT) + ".");
            m.zh("测得效果 " + Format.pointsZh(birds.difference()) + "，95 % 置信区间 " + Format.pointsZh(birds.low()) + " 至 "
                    + Format.pointsZh(birds.high()) + "。");
        }
        m.close();
        Integer untold = birds.untold();
        if (untold != null && birds.treated() > 0) {
            truth(m, birds, untold, format);
        }
        m.close();
    }

    private static void group(Markup m, String name, String nameZh, int cases, int renewed) {
        m.open("tr", "class", "top").open("th", "scope", "row").text(name).zh(nameZh).close();
        m.leaf("td", Format.count(cases), "class", "n", "data-label", "Cases");
        m.leaf("td", Format.count(renewed), "class", "n", "data-label", "Renewed");
        m.leaf("td", Format.share(renewed, cases), "class", "n", "data-label", "Share");
        m.close();
    }

    private static void truth(Markup m, EarlyBird birds, int untold, Format format) {
        BigDecimal effect = HUNDRED.multiply(BigDecimal.valueOf(birds.treatedRenewed() - untold))
                .divide(BigDecimal.valueOf(birds.treated()), 1, RoundingMode.HALF_UP);
        m.open("p", "class", "note").text("Truth, as only a simulation can know it: the same season was run again with nobody told"
                + " early. Of the " + Format.counted(birds.treated(), "tenant", "tenants") + " told early, "
                + Format.count(untold) + " renewed in that run and " + Format.count(birds.treatedRenewed())
                + " in this one: " + format.change(effect, Kpi.Unit.PERCENT)
                + ". That takes in all that follows from being told early: the discount, the reminder more, the week more.");
        m.zh("真实效果（仅模拟可知）：同一季在无人获早鸟价的情况下重新运行，同一批租户续约 " + Format.count(untold) + " 户，本季 "
                + Format.count(birds.treatedRenewed()) + " 户：" + Format.pointsZh(effect) + "。").close();
    }

    /** What was said beside what was, by tenths of probability, and beside the plain rule. */
    static void intent(Markup m, Intent intent, Format format) {
        Parts.section(m, "intent", "Intent to renew", "续约意向",
                "Estimates from what was learnt by then, given when the offer was drafted, beside what became of the cases: of "
                        + Format.counted(intent.cases(), "case", "cases") + " whose time to answer was over. "
                        + Format.count(intent.unlearnt()) + " more were asked before anything had been learnt.",
                "报价起草时按当时已知历史估计的续约概率，与实际结果对照。");
        Parts.table(m, "Intent to renew", "cards");
        m.open("thead").open("tr");
        Parts.head(m, "", "Estimate", "估计");
        Parts.head(m, "n", "Cases", "案件");
        Parts.head(m, "n", "Said", "估计均值");
        Parts.head(m, "n", "Was", "实际续约");
        m.close().close().open("tbody");
        for (Group group : intent.groups()) {
            m.open("tr", "class", "top");
            m.leaf("th", group.from() + " to " + group.to() + Format.NBSP + "%", "scope", "row");
            m.leaf("td", Format.count(group.cases()), "class", "n", "data-label", "Cases");
            m.leaf("td", format.figure(group.said(), Kpi.Unit.PERCENT), "class", "n", "data-label", "Said");
            m.leaf("td", Format.share(group.renewed(), group.cases()), "class", "n", "data-label", "Was");
            m.close();
        }
        m.close();
        Parts.closeTable(m);
        besidePlainRule(m, intent, format);
        m.close();
    }

    private static void besidePlainRule(Markup m, Intent intent, Format format) {
        m.open("dl", "class", "facts");
        fact(m, "AUC of the estimates", "模型 AUC", intent.auc().toPlainString());
        fact(m, "AUC of the plain rule", "简单规则 AUC", intent.plainAuc().toPlainString());
        fact(m, "Calibration error", "校准误差", format.exact(intent.calibrationError(), Kpi.Unit.PERCENT));
        fact(m, "Plain rule: had paid by day 22", "第 22 天前已付", Format.count(intent.paidRenewed()) + " of "
                + Format.count(intent.paid()) + " renewed");
        fact(m, "Plain rule: had not", "第 22 天前未付", Format.count(intent.unpaidRenewed()) + " of "
                + Format.count(intent.unpaid()) + " renewed");
        m.close();
        m.open("p", "class", "note").text("AUC is the chance that of one who renewed and one who did not, the first was given the"
                + " higher estimate: one half is guessing, one is always. The plain rule asks only whether all was paid that was"
                + " due 22 days before expiry, or when the estimate was given if that was earlier.");
        m.zh("AUC：任取一续约者与一未续约者，前者估计更高的概率；0.5 为瞎猜，1 为全对。").close();
    }

    private static void fact(Markup m, String term, String termZh, String value) {
        m.open("div");
        Parts.fact(m, term, termZh, value);
        m.close();
    }
}
