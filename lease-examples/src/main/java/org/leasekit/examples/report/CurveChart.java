package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.leasekit.examples.report.ReportData.Curve;
import org.leasekit.examples.report.ReportData.CurvePoint;

/**
 * Answers and renewals against the days left, as two lines of steps. The lines are drawn one unit to the day and
 * stretched to the width there is; labels are placed by per cent and keep their size.
 */
final class CurveChart {

    private static final int[] STEPS = {1, 2, 5, 10, 15, 20, 30, 50, 100, 200, 500, 1000};
    private static final int TICKS = 8;
    private static final int BEFORE_FIRST = 5;

    /** Closer than one part in so many of the width, stages share a label, labels touch, a label ends at its line. */
    private static final int SHARED = 20;

    private static final int TOUCHING = 8;
    private static final int AT_END = 14;

    private final Markup m;
    private final Curve curve;
    private final List<Integer> stages;
    private final int first;
    private final int last;

    private CurveChart(Markup m, Curve curve, List<Integer> stages) {
        this.m = m;
        this.curve = curve;
        this.stages = stages.stream().distinct().sorted((a, b) -> b - a).toList();
        int anything = curve.points().stream()
                .filter(point -> point.responded() + point.renewed() > 0)
                .mapToInt(CurvePoint::daysToExpiry)
                .findFirst()
                .orElse(0);
        int earliest = this.stages.stream().mapToInt(day -> day).reduce(anything, Math::max);
        this.first = Math.max(earliest, 1) + BEFORE_FIRST;
        this.last = curve.points().stream().mapToInt(CurvePoint::daysToExpiry).reduce(0, Math::min);
    }

    static void draw(Markup m, Curve curve, List<Integer> stages) {
        Parts.section(m, "curve", "Response curve", "响应曲线",
                "Share of the " + Format.counted(curve.cases(), "case", "cases") + " that had answered, and that had been"
                        + " renewed, with so many days left of the term. Dotted lines are the days of the stages.",
                "距到期天数与累计响应、累计续约占比；虚线为各阶段日。");
        new CurveChart(m, curve, stages).draw();
        m.close();
    }

    private void draw() {
        int responded = end(CurvePoint::responded);
        int renewed = end(CurvePoint::renewed);
        m.open("ul", "class", "legend");
        key("responded-line", "Responded", "已响应", responded);
        key("renewed-line", "Renewed", "已续约", renewed);
        m.close();
        m.open("div", "class", "plot");
        Parts.picture(m, "curve-svg", "chart", "Responded and renewed against days to expiry",
                "Two rising lines. At the end " + Format.share(responded, curve.cases()) + " had responded and "
                        + Format.share(renewed, curve.cases()) + " were renewed. The table below gives every day.");
        gridAndAxes();
        lines();
        stageMarks();
        m.close().close();
        table();
    }

    private int end(ToIntFunction<CurvePoint> count) {
        return curve.points().isEmpty() ? 0 : count.applyAsInt(curve.points().get(curve.points().size() - 1));
    }

    private void key(String cssClass, String name, String nameZh, int cases) {
        m.open("li");
        Parts.decoration(m, "");
        m.empty("line", "class", cssClass, "x1", "0", "x2", "34", "y1", "5", "y2", "5").close();
        m.text(name).zh(nameZh).text(" " + Format.share(cases, curve.cases())).close();
    }

    private void gridAndAxes() {
        for (int percent = 0; percent <= 100; percent += 25) {
            String y = (100 - percent) + "%";
            m.empty("line", "class", percent == 0 ? "axis" : "grid", "x1", "0", "x2", "100%", "y1", y, "y2", y);
            m.leaf("text", percent + "%", "class", "y", "x", "0", "y", y, "dx", "-8", "dy", "4");
        }
        int step = step();
        for (int day = Math.floorDiv(first, step) * step; day >= last; day -= step) {
            m.empty("line", "class", "axis", "x1", x(day), "x2", x(day), "y1", "100%", "y2", "100%");
            m.leaf("text", Integer.toString(day), "class", "x", "x", x(day), "y", "100%", "dy", "20");
        }
        if (last < 0) {
            m.empty("line", "class", "axis", "x1", x(0), "x2", x(0), "y1", "0", "y2", "100%");
        }
        m.open("text", "class", "x", "x", "50%", "y", "100%", "dy", "42").text("days to expiry ");
        m.leaf("tspan", "距到期天数", "lang", "zh-CN").close();
    }

    private int step() {
        for (int step : STEPS) {
            if ((first - last) / step <= TICKS) {
                return step;
            }
        }
        return (first - last) / TICKS;
    }

    private String x(int day) {
        return Format.length(first - day, first - last);
    }

    private void lines() {
        m.open("svg", "viewBox", "0 0 " + (first - last) + " 100", "preserveAspectRatio", "none", "width", "100%",
                "height", "100%");
        String responded = path(CurvePoint::responded);
        m.empty("path", "class", "responded-area", "d", responded + "V100H0Z");
        m.empty("path", "class", "responded-line", "d", responded);
        m.empty("path", "class", "renewed-line", "d", path(CurvePoint::renewed));
        m.close();
    }

    private String path(ToIntFunction<CurvePoint> count) {
        StringBuilder path = new StringBuilder("M0 100");
        int drawn = 0;
        for (CurvePoint point : curve.points()) {
            int cases = count.applyAsInt(point);
            if (cases != drawn) {
                path.append('H').append(first - point.daysToExpiry()).append('V').append(y(cases));
                drawn = cases;
            }
        }
        return path.append('H').append(first - last).toString();
    }

    private String y(int cases) {
        BigDecimal share = BigDecimal.valueOf(cases * 100L)
                .divide(BigDecimal.valueOf(curve.cases()), 2, RoundingMode.HALF_UP);
        return Format.plain(BigDecimal.valueOf(100).subtract(share));
    }

    /** Stages too close for a label each share one; labels that would still touch take turns in two rows. */
    private void stageMarks() {
        List<Integer> shared = new ArrayList<>();
        boolean raised = false;
        int labelled = Integer.MAX_VALUE;
        for (int i = 0; i < stages.size(); i++) {
            int day = stages.get(i);
            shared.add(day);
            m.empty("line", "class", "stage-line", "x1", x(day), "x2", x(day), "y1", "-4", "y2", "100%");
            if (i + 1 < stages.size() && (day - stages.get(i + 1)) * SHARED < first - last) {
                continue;
            }
            raised = labelled != Integer.MAX_VALUE && (labelled - day) * TOUCHING < first - last && !raised;
            boolean atEnd = (day - last) * AT_END < first - last;
            m.leaf("text", shared.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " d",
                    "class", atEnd ? "stage-label at-end" : "stage-label", "x", x(day), "y", raised ? "-24" : "-8");
            labelled = day;
            shared.clear();
        }
    }

    private void table() {
        if (curve.points().isEmpty()) {
            return;
        }
        Parts.folded(m, "The curve as a table", "曲线数据表");
        Parts.table(m, "The curve as a table", "");
        m.open("thead").open("tr");
        Parts.head(m, "", "Days to expiry", "距到期天数");
        Parts.head(m, "n", "Responded", "已响应");
        Parts.head(m, "n", "Share", "占比");
        Parts.head(m, "n", "Renewed", "已续约");
        Parts.head(m, "n", "Share", "占比");
        m.close().close().open("tbody");
        for (CurvePoint point : curve.points()) {
            m.open("tr").leaf("th", Integer.toString(point.daysToExpiry()), "scope", "row");
            Parts.number(m, Format.count(point.responded()));
            Parts.number(m, Format.share(point.responded(), curve.cases()));
            Parts.number(m, Format.count(point.renewed()));
            Parts.number(m, Format.share(point.renewed(), curve.cases()));
            m.close();
        }
        m.close();
        Parts.closeTable(m);
        m.close();
    }
}
