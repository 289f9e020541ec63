package org.leasekit.examples.report;

/** The foot of the page: what the words and numbers mean. */
final class ReadingGuide {

    private ReadingGuide() {}

    static void draw(Markup m, Format format) {
        m.open("footer", "id", "guide");
        m.open("h2").text("How to read this").zh("阅读说明").close();
        m.open("dl", "class", "guide");
        entry(m, "Simulation", "模拟",
                "The contracts, bills, reminders and postings are made by the same code that a lessor would run. Only the"
                        + " tenants are simulated: the same portfolio, dates, stages and seed give the same page.",
                "合同、账单、提醒与分录均由实际业务代码生成，仅租户行为为模拟；相同的台账、日期、阶段与种子得到相同的页面。");
        entry(m, "Case", "续约案件",
                "One lease that comes up for renewal. Responded is the first answer of any kind: yes, no, a payment or a"
                        + " signature. Renewed is paid and signed.",
                "一份到期合同对应一个案件；任何首次答复（接受、拒绝、付款、签约）即为响应，付款且签约即为续约。");
        entry(m, "Stage", "阶段",
                "A reminder so many days before the last day of the term, moved to the business day before where it falls on"
                        + " none. Reached means that a message was delivered or a call was answered.",
                "到期日前若干天的提醒，遇非工作日提前至前一工作日；短信送达或电话接通即为触达。");
        entry(m, "Renewal cycle", "续约周期",
                "From the first reminder to the day on which 95 % of those who renewed had signed, of the cases that end on"
                        + " the commonest last day. It is shown where all of them had ended and they were at least a tenth of the cases.",
                "最常见到期日的案件中，自首次提醒至 95 % 续约者完成签约的天数；仅在全部已结且不少于全部案件十分之一时显示。");
        entry(m, "Files", "文件",
                "Beside this page lie the records it was made from, as CSV; columns.md there says what each column of each"
                        + " file means.",
                "本页依据的记录以 CSV 形式置于同一目录；各列含义见 columns.md。");
        entry(m, "Due and received", "应收与实收",
                "Due is what the receivables due on a day add up to; received is what was paid on it, for whatever it was"
                        + " owed. All amounts are in " + format.currency() + ".",
                "应收按应付日汇总，实收按到账日汇总，不论用于哪一笔应收。");
        entry(m, "Rounding", "舍入",
                "Shares and averages are rounded to one decimal, half up, so shares need not add up to exactly 100. Sums of"
                        + " money are exact.",
                "占比与均值四舍五入至一位小数，合计可能不恰为 100；金额合计不作舍入。");
        entry(m, "Dates", "日期",
                "Days are those of the lessor's own time zone, written year-month-day. The season named at the top includes"
                        + " both its first and its last day.",
                "日期按出租方所在时区，年-月-日；标题所示季度含首末两日。");
        m.close().close();
    }

    private static void entry(Markup m, String term, String termZh, String text, String textZh) {
        m.open("dt").text(term).zh(termZh).close();
        m.open("dd").text(text).zh(textZh).close();
    }
}
