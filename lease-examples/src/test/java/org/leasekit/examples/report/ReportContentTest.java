package org.leasekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leasekit.examples.report.ReportData.CashDay;
import org.leasekit.examples.report.ReportData.CurvePoint;
import org.leasekit.examples.report.ReportData.Master;
import org.leasekit.examples.report.ReportData.QuarantinedRow;
import org.leasekit.examples.report.ReportData.SubContract;
import org.w3c.dom.Element;

/** Every number of the data is on the page, at its place. */
class ReportContentTest {

    private final ReportData data = SampleSeason.large();
    private final ParsedPage page = ParsedPage.of(data);

    @Test
    void headerNamesTheSeasonAndThatItIsASimulation() {
        Element header = page.elements("header").get(0);
        assertThat(ParsedPage.text(header))
                .contains("上海中心停车场")
                .contains("2026-01-20 to 2026-04-29, 100 days")
                .contains("A simulation of tenants")
                .contains("30, 15, 3 days before expiry")
                .contains("1,495 rows, 1,407 contracts")
                .contains("Seed 随机种子 20260120")
                .contains("CNY");
    }

    @Test
    void glanceStatesOutcomesAndChecks() {
        assertThat(page.textOf("overview"))
                .contains("1,217 leases came up for renewal: 1,012 (83.2 %) renewed, 103 (8.5 %) declined, 88 (7.2 %) lapsed,"
                        + " 14 (1.2 %) still open at the end.")
                .contains("1,495 = 1,407 contracts + 88 in quarantine")
                .contains("8 of 8 equal the sum of their tree")
                .contains("debits CNY 27,794,221.05, credits CNY 27,794,221.05")
                .contains("16 days of pressure")
                .doesNotContain("Does not hold");
    }

    @Test
    void tilesShowTheFieldBesideTheSeason() {
        List<String> tiles = ParsedPage.withClass(page.byId("kpi"), "tile").stream().map(ParsedPage::text).toList();
        assertThat(tiles).hasSize(8);
        assertThat(tiles.get(0)).contains("Response rate 响应率", "90.8 %", "1,093 of 1,203", "37 %", "89 %",
                "Reaches the field's after");
        assertThat(tiles.get(1)).contains("Renewal cycle 续约周期", "23 days", "41 days", "12 days", "Between before and after");
        assertThat(tiles.get(2)).contains("Disputes 纠纷率", "not measured", "6.3 %", "1.1 %", "Nothing to compare");
        assertThat(tiles.get(3)).contains("Staff hours a quarter 季度工时", "21.4 h", "112 h", "18 h");
        assertThat(tiles.get(4)).contains("Renewal rate 续约率", "84.1 %").doesNotContain("Field before");
        assertThat(tiles.get(6)).contains("2,741");
        assertThat(tiles.get(7)).contains("9,876,543.20");
    }

    @Test
    void outcomesAreCountedAndShared() {
        List<List<String>> rows = ParsedPage.rows(page.byId("outcomes"));
        assertThat(rows).extracting(row -> row.get(1)).containsExactly("Cases 案件", "1,012", "103", "88", "14", "1,217");
        assertThat(rows).extracting(row -> row.get(2)).containsExactly("Share 占比", "83.2 %", "8.5 %", "7.2 %", "1.2 %", "100 %");
    }

    @Test
    void curveHasEveryPointInItsTable() {
        List<List<String>> rows = ParsedPage.rows(page.byId("curve"));
        assertThat(rows).hasSize(1 + data.curve().points().size());
        for (int i = 0; i < data.curve().points().size(); i++) {
            CurvePoint point = data.curve().points().get(i);
            assertThat(rows.get(i + 1)).containsExactly(
                    Integer.toString(point.daysToExpiry()),
                    count(point.responded()),
                    Format.share(point.responded(), 1217).replace('\u00A0', ' '),
                    count(point.renewed()),
                    Format.share(point.renewed(), 1217).replace('\u00A0', ' '));
        }
    }

    @Test
    void stagesShowAllFourCountsWithTheirShares() {
        List<Element> tables = ParsedPage.elements(page.byId("stages"), "table");
        assertThat(tables).extracting(ParsedPage::text).satisfiesExactly(
                first -> assertThat(first).contains("d30", "30 days before"),
                second -> assertThat(second).contains("d15", "15 days before"),
                third -> assertThat(third).contains("d3", "3 days before"));
        assertThat(ParsedPage.rows(tables.get(1))).containsExactly(
                List.of("Fired 触发", "", "488", "100 %"),
                List.of("Reached 触达", "", "431", "88.3 %"),
                List.of("Responded 响应", "", "268", "54.9 %"),
                List.of("Renewed 续约", "", "231", "47.3 %"));
    }

    @Test
    void everyDayIsInTheCalendarAndInTheTable() {
        Element cash = page.byId("cash");
        List<String> cells = ParsedPage.elements(cash, "g").stream()
                .map(g -> ParsedPage.text(ParsedPage.elements(g, "title").get(0)))
                .toList();
        List<List<String>> rows = ParsedPage.rows(ParsedPage.withClass(cash, "day-table").get(0));
        List<String> named = ParsedPage.elements(cash, "li").stream().map(ParsedPage::text).toList();
        assertThat(cells).hasSize(100);
        for (int i = 0; i < 100; i++) {
            CashDay day = data.cash().days().get(i);
            String due = String.format(Locale.ROOT, "%,.2f", day.due());
            String received = String.format(Locale.ROOT, "%,.2f", day.received());
            assertThat(cells.get(i)).startsWith(day.date() + " ").contains("due " + due + ", received " + received);
            assertThat(rows.get(i + 1).get(0)).startsWith(day.date().toString());
            assertThat(rows.get(i + 1).subList(1, 4)).containsExactly(due, received, day.pressure() ? "yes" : "");
            assertThat(cells.get(i).contains("liquidity pressure")).isEqualTo(day.pressure());
            String gap = String.format(Locale.ROOT, "%,.2f", day.due().subtract(day.received()));
            assertThat(named.stream().anyMatch(li -> li.startsWith(day.date().toString()) && li.endsWith(gap)))
                    .isEqualTo(day.pressure());
        }
        assertThat(ParsedPage.withClass(cash, "pressure")).hasSize(named.size()).hasSize(16);
        assertThat(ParsedPage.text(cash)).contains("CNY 1,970,910.68").contains("CNY 1,699,161.63");
    }

    @Test
    void eachMonthHasItsCalendarWithTheFirstUnderItsWeekday() {
        List<String> months = ParsedPage.withClass(page.byId("cash"), "month").stream()
                .map(month -> ParsedPage.text(ParsedPage.elements(month, "h3").get(0)))
                .toList();
        assertThat(months).containsExactly("January 2026 2026年1月", "February 2026 2026年2月", "March 2026 2026年3月",
                "April 2026 2026年4月");
        Element april = ParsedPage.withClass(page.byId("cash"), "month").get(3);
        List<Element> days = ParsedPage.withClass(april, "day");
        assertThat(days.get(0).getAttribute("x")).as("1 April 2026 is a Wednesday").isEqualTo("103");
        assertThat(days.get(4).getAttribute("x")).as("5 April 2026 is a Sunday").isEqualTo("299");
        assertThat(days.get(5).getAttribute("x")).as("6 April 2026 is a Monday").isEqualTo("5");
        assertThat(days.get(5).getAttribute("y")).isNotEqualTo(days.get(4).getAttribute("y"));
    }

    @Test
    void mastersStandWithEverySubContract() {
        Element section = page.byId("masters");
        List<Element> bodies = ParsedPage.elements(section, "tbody").stream()
                .filter(body -> !ParsedPage.elements(body, "details").isEmpty())
                .toList();
        assertThat(bodies).hasSize(8);
        assertThat(ParsedPage.rows(bodies.get(0)).get(0)).containsExactly(
                "PK2025101000", "上海博雅88科技有限公司", "29", "21", "3", "2", "3", "31,600.00", "31,600.00", "✓ yes");
        for (int i = 0; i < bodies.size(); i++) {
            Master master = data.masters().get(i);
            String text = ParsedPage.text(bodies.get(i));
            assertThat(text).contains(master.contractNo(), master.tenant());
            for (SubContract sub : master.subs()) {
                assertThat(text).contains(sub.contractNo(), sub.unit(), String.format(Locale.ROOT, "%,.2f", sub.billed()));
            }
        }
        Element foot = ParsedPage.elements(section, "tfoot").get(0);
        assertThat(ParsedPage.rows(foot).get(0)).containsExactly(
                "All masters 合计", "142", "109", "14", "8", "11", "155,500.00", "155,500.00", "✓ yes");
    }

    @Test
    void quarantineIsGroupedByReasonWithEveryLine() {
        List<Element> groups = ParsedPage.elements(page.byId("quarantine"), "details");
        assertThat(groups).hasSize(8);
        assertThat(groups).allSatisfy(group -> assertThat(ParsedPage.text(group)).contains("11 rows"));
        for (QuarantinedRow row : data.quarantine()) {
            Element group = groups.stream()
                    .filter(g -> ParsedPage.text(ParsedPage.elements(g, "summary").get(0)).startsWith(row.reason()))
                    .findFirst()
                    .orElseThrow();
            assertThat(ParsedPage.rows(group))
                    .anySatisfy(cells -> assertThat(cells)
                            .satisfies(c -> assertThat(c.get(0)).isEqualTo(Integer.toString(row.line())))
                            .satisfies(c -> assertThat(c.get(1)).isEqualTo(row.field()))
                            .satisfies(c -> assertThat(c.get(2)).startsWith(row.raw().substring(0, 60))));
        }
    }

    @Test
    void trialBalanceAddsUp() {
        assertThat(ParsedPage.rows(page.byId("journal"))).contains(
                List.of("RECEIVABLE 应收账款", "14,230,980.55", "13,102,840.50", "1,128,140.05"),
                List.of("REVENUE 主营业务收入", "0.00", "12,630,480.55", "-12,630,480.55"),
                List.of("DEPOSIT_LIABILITY 其他应付款（押金）", "402,300.00", "1,600,500.00", "-1,198,200.00"),
                List.of("CASH 货币资金", "13,160,940.50", "402,300.00", "12,758,640.50"),
                List.of("UNAPPLIED_CASH 预收账款", "0.00", "58,100.00", "-58,100.00"),
                List.of("All accounts 合计", "27,794,221.05", "27,794,221.05", "0.00"));
    }

    private static String count(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
