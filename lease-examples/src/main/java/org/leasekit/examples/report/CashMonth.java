package org.leasekit.examples.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leasekit.examples.report.ReportData.CashDay;
import org.leasekit.examples.report.ReportData.Season;

/** One month of the calendar: a row to the week, Monday first. */
final class CashMonth {

    private static final int CELL = 46;
    private static final int STRIDE = 49;
    private static final int WEEK = 43;
    private static final int HEAD = 20;
    private static final String[] WEEKDAYS = {"M", "T", "W", "T", "F", "S", "S"};
    private static final String[] WEEKDAYS_ZH = {"一", "二", "三", "四", "五", "六", "日"};

    private final Markup m;
    private final Format format;
    private final HeatScale scale;
    private final Season season;
    private final YearMonth month;
    private final Map<LocalDate, CashDay> days;

    CashMonth(
            Markup m, Format format, HeatScale scale, Season season, YearMonth month, Map<LocalDate, CashDay> days) {
        this.m = m;
        this.format = format;
        this.scale = scale;
        this.season = season;
        this.month = month;
        this.days = days;
    }

    void draw() {
        LocalDate first = month.atDay(1);
        int blank = first.getDayOfWeek().getValue() - 1;
        int weeks = (blank + month.lengthOfMonth() + 6) / 7;
        String due = format.amount(CashSection.sum(days.values(), CashDay::due));
        String received = format.amount(CashSection.sum(days.values(), CashDay::received));
        m.open("div", "class", "month");
        Parts.heading(m, Format.month(first), Format.monthZh(first));
        Parts.scaledPicture(m, "cash-" + month, "0 0 " + (7 * STRIDE - 1) + " " + (HEAD + weeks * WEEK),
                "Due and received by day in " + Format.month(first),
                "Due " + due + ", received " + received + " " + format.currency()
                        + ". The table of every day below gives the numbers.");
        for (int i = 0; i < 7; i++) {
            m.open("text", "class", "weekday", "x", at(i * STRIDE + 1 + CELL / 2), "y", "12").text(WEEKDAYS[i] + " ");
            m.leaf("tspan", WEEKDAYS_ZH[i], "lang", "zh-CN").close();
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            int place = blank + day - 1;
            cell(month.atDay(day), place % 7 * STRIDE + 1, HEAD + place / 7 * WEEK);
        }
        m.close();
        m.open("dl");
        Parts.fact(m, "Due", "应收", due);
        Parts.fact(m, "Received", "实收", received);
        m.close().close();
    }

    private void cell(LocalDate date, int x, int y) {
        CashDay day = days.get(date);
        boolean outside = date.isBefore(season.start()) || !date.isBefore(season.endExclusive());
        if (day == null && outside) {
            m.leaf("text", Integer.toString(date.getDayOfMonth()), "class", "outside", "x", at(x + 4), "y", at(y + 12));
            return;
        }
        m.open("g").leaf("title", describe(date, day));
        frame("cell", x, y);
        m.leaf("text", Integer.toString(date.getDayOfMonth()), "class", "day", "x", at(x + 4), "y", at(y + 12));
        if (day != null) {
            half("d", scale.darkness(day.due()), x + 3, y);
            half("r", scale.darkness(day.received()), x + CELL / 2, y);
            if (day.pressure()) {
                frame("pressure", x, y);
                m.leaf("text", "!", "class", "bang", "x", at(x + CELL - 9), "y", at(y + 12));
            }
        }
        m.close();
    }

    private void frame(String cssClass, int x, int y) {
        m.empty("rect", "class", cssClass, "x", at(x), "y", at(y), "width", at(CELL), "height", "39", "rx", "3");
    }

    private void half(String colour, int darkness, int x, int y) {
        m.empty("rect", "class", colour + darkness, "x", at(x), "y", at(y + 16), "width", at(CELL / 2 - 3),
                "height", "20");
    }

    private String describe(LocalDate date, @Nullable CashDay day) {
        String when = date + " " + Format.weekday(date) + ": ";
        if (day == null) {
            return when + "nothing due, nothing received";
        }
        return when + "due " + format.amount(day.due()) + ", received " + format.amount(day.received())
                + (day.pressure() ? ", liquidity pressure" : "");
    }

    private static String at(int coordinate) {
        return Integer.toString(coordinate);
    }
}
