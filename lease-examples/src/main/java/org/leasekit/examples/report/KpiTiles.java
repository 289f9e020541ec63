package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.examples.report.Kpi.Better;
import org.leasekit.examples.report.Kpi.Field;
import org.leasekit.examples.report.Kpi.Unit;

/** A tile for each figure; those of which the field reports something show where the season lies between. */
final class KpiTiles {

    private KpiTiles() {}

    static void draw(Markup m, List<Kpi> kpis, Format format) {
        boolean field = kpis.stream().anyMatch(kpi -> kpi.field() != null);
        Parts.section(m, "kpi", "Key figures", "关键指标",
                "This season's figures are simulated." + (field
                        ? " Before and after are what garages report of their own seasons with paper and"
                                + " spreadsheets, and with a system."
                        : ""),
                field ? "本季为模拟数据；“之前 / 之后”为行业实际报告的数据（手工台账 / 系统管理）。" : "本季为模拟数据。");
        List<Kpi> compared = kpis.stream().filter(kpi -> kpi.field() != null).toList();
        List<Kpi> others = kpis.stream().filter(kpi -> kpi.field() == null).toList();
        if (kpis.isEmpty()) {
            m.open("p").text("No figures.").zh("无指标。").close();
        }
        tiles(m, compared, "figure", format);
        tiles(m, others, "figure small", format);
        m.close();
    }

    private static void tiles(Markup m, List<Kpi> kpis, String cssClass, Format format) {
        if (kpis.isEmpty()) {
            return;
        }
        m.open("div", "class", "tiles");
        for (Kpi kpi : kpis) {
            m.open("div", "class", "tile");
            m.open("h3").text(kpi.label()).zh(kpi.term()).close();
            if (kpi.season() == null) {
                m.leaf("p", "not measured", "class", "figure absent");
            } else {
                m.leaf("p", format.figure(kpi.season(), kpi.unit()), "class", cssClass);
            }
            if (!kpi.basis().isEmpty()) {
                m.open("p", "class", "basis").data(kpi.basis()).close();
            }
            if (kpi.field() != null) {
                compare(m, kpi, kpi.field(), format);
            }
            m.close();
        }
        m.close();
    }

    private static void compare(Markup m, Kpi kpi, Field field, Format format) {
        BigDecimal end = scaleEnd(kpi, field);
        String before = Format.length(field.before(), end);
        String after = Format.length(field.after(), end);
        m.open("div", "class", "compared");
        Parts.decoration(m, "strip");
        m.empty("line", "class", "track", "x1", "0", "x2", "100%", "y1", "9", "y2", "9");
        m.empty("line", "class", "span", "x1", before, "x2", after, "y1", "9", "y2", "9");
        m.empty("circle", "class", "before", "cx", before, "cy", "9", "r", "5");
        m.empty("circle", "class", "after", "cx", after, "cy", "9", "r", "5");
        if (kpi.season() != null) {
            m.empty("circle", "class", "now", "cx", Format.length(kpi.season(), end), "cy", "9", "r", "8");
        }
        m.close();
        m.open("dl");
        m.open("dt").leaf("span", "", "class", "key before").text("Field before").zh("之前").close();
        m.leaf("dd", format.figure(field.before(), kpi.unit()));
        m.open("dt").leaf("span", "", "class", "key after").text("Field after").zh("之后").close();
        m.leaf("dd", format.figure(field.after(), kpi.unit())).close();
        verdict(m, kpi.season(), field);
        m.close();
    }

    private static BigDecimal scaleEnd(Kpi kpi, Field field) {
        BigDecimal most = field.before().max(field.after());
        BigDecimal all = kpi.season() == null ? most : most.max(kpi.season());
        boolean wholeScale = kpi.unit() == Unit.PERCENT && field.better() == Better.HIGHER;
        return wholeScale ? all.max(BigDecimal.valueOf(100)) : all.multiply(new BigDecimal("1.1"));
    }

    private static void verdict(Markup m, @Nullable BigDecimal season, Field field) {
        int sign = field.better() == Better.HIGHER ? 1 : -1;
        m.open("p", "class", "verdict");
        if (season == null) {
            m.text("Nothing to compare").zh("无可比数据");
        } else if (season.compareTo(field.after()) * sign >= 0) {
            m.text("Reaches the field's after").zh("达到或优于“之后”");
        } else if (season.compareTo(field.before()) * sign >= 0) {
            m.text("Between before and after").zh("介于“之前”与“之后”之间");
        } else {
            m.text("Worse than the field's before").zh("不及“之前”");
        }
        m.close();
    }
}
