package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leasekit.examples.report.ReportData.Cash;
import org.leasekit.examples.report.ReportData.CashDay;
import org.leasekit.examples.report.ReportData.Season;

/** What was due and received: a calendar for each month, the days of pressure by name, and every day in a table. */
final class CashSection {

    private final Markup m;
    private final Format format;
    private final Season season;
    private final List<CashDay> days;
    private final HeatScale scale;

    private CashSection(Markup m, Season season, List<CashDay> days, Format format) {
        this.m = m;
        this.format = format;
        this.season = season;
        this.days = days;
        this.scale = HeatScale.of(days.stream().flatMap(day -> Stream.of(day.due(), day.received())).toList());
    }

    static void draw(Markup m, Season season, Cash cash, Format format) {
        Parts.section(m, "cash", "Cash flow by day", "每日现金流",
                "Each day shows on its left what was due and on its right what was received, both on the same scale of "
                        + format.currency() + ".",
                "每格左半为应收，右半为实收，同一色阶；粗框加 ! 为资金压力日。");
        CashSection section = new CashSection(m, season, cash.days(), format);
        section.legend();
        section.months(cash.pressureRule());
        section.table();
        m.close();
    }

    private void legend() {
        Parts.table(m, "Legend of the calendar", "scale");
        m.open("tbody");
        legendRow("Due", "应收", "d");
        legendRow("Received", "实收", "r");
        m.open("tr").open("th", "scope", "row").text("Amount").zh("金额").close();
        m.leaf("td", "none");
        BigDecimal below = null;
        for (BigDecimal end : scale.upTo()) {
            m.leaf("td", "to " + format.brief(end));
            below = end;
        }
        m.leaf("td", below == null ? "any" : "above " + format.brief(below));
        m.close().close();
        Parts.closeTable(m);
    }

    private void legendRow(String name, String nameZh, String colour) {
        m.open("tr").open("th", "scope", "row").text(name).zh(nameZh).close();
        legendSwatch(colour + 0);
        for (int step = 0; step <= scale.upTo().size(); step++) {
            legendSwatch(colour + scale.darknessOf(step));
        }
        m.close();
    }

    private void legendSwatch(String cssClass) {
        m.open("td");
        Parts.decoration(m, "");
        m.empty("rect", "class", cssClass, "x", "0.5", "y", "0.5", "width", "100%", "height", "15");
        m.close().close();
    }

    /** The months of the season, and those outside it in which money moved. */
    private void months(String pressureRule) {
        Map<YearMonth, Map<LocalDate, CashDay>> months = new TreeMap<>();
        YearMonth end = YearMonth.from(season.endExclusive().minusDays(1));
        for (YearMonth month = YearMonth.from(season.start()); !month.isAfter(end); month = month.plusMonths(1)) {
            months.put(month, new TreeMap<>());
        }
        for (CashDay day : days) {
            months.computeIfAbsent(YearMonth.from(day.date()), none -> new TreeMap<>()).put(day.date(), day);
        }
        m.open("div", "class", "months");
        months.forEach((month, ofMonth) -> new CashMonth(m, format, scale, season, month, ofMonth).draw());
        m.open("div", "class", "outlook");
        totals();
        pressure(pressureRule);
        m.close().close();
    }

    private void totals() {
        m.open("table", "class", "totals").open("caption");
        Parts.heading(m, "All months", "合计");
        m.close().open("tbody");
        total("Due", "应收", sum(days, CashDay::due));
        total("Received", "实收", sum(days, CashDay::received));
        m.close().close();
    }

    private void total(String name, String nameZh, BigDecimal amount) {
        m.open("tr").open("th", "scope", "row").text(name).zh(nameZh).close();
        Parts.number(m, format.money(amount));
        m.close();
    }

    static BigDecimal sum(Iterable<CashDay> days, Function<CashDay, BigDecimal> what) {
        BigDecimal sum = BigDecimal.ZERO;
        for (CashDay day : days) {
            sum = sum.add(what.apply(day));
        }
        return sum;
    }

    private void pressure(String rule) {
        List<CashDay> pressed = days.stream().filter(CashDay::pressure).toList();
        Parts.heading(m, "Days of liquidity pressure", "资金压力日");
        m.open("p", "class", "soft").data(rule).close();
        if (pressed.isEmpty()) {
            m.open("p").text("None in this season.").zh("本季无。").close();
            return;
        }
        m.open("p", "class", "soft").text("The amounts are the day's own: due less received.")
                .zh("金额为当日应收减实收。").close();
        m.open("ol", "class", "named");
        for (CashDay day : pressed) {
            m.open("li").open("span").text(day.date() + " " + Format.weekday(day.date()));
            m.zh(Format.weekdayZh(day.date())).close();
            m.leaf("span", format.amount(day.due().subtract(day.received())), "class", "n").close();
        }
        m.close();
    }

    private void table() {
        if (days.isEmpty()) {
            return;
        }
        Parts.folded(m, "Every day as a table", "每日数据表");
        Parts.table(m, "Due and received by day", "day-table");
        m.open("thead").open("tr");
        Parts.head(m, "", "Day", "日期");
        Parts.head(m, "n", "Due", "应收");
        Parts.head(m, "n", "Received", "实收");
        Parts.head(m, "", "Pressure", "压力");
        m.close().close().open("tbody");
        for (CashDay day : days) {
            m.open("tr").open("th", "scope", "row", "class", "code").text(day.date().toString());
            m.leaf("span", " " + Format.weekday(day.date()), "class", "soft weekday-name").close();
            Parts.number(m, format.amount(day.due()));
            Parts.number(m, format.amount(day.received()));
            m.leaf("td", day.pressure() ? "yes" : "").close();
        }
        m.close();
        Parts.closeTable(m);
        m.close();
    }
}
