package org.leasekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.examples.report.ReportData.Account;
import org.leasekit.examples.report.ReportData.Cash;
import org.leasekit.examples.report.ReportData.CashDay;
import org.leasekit.examples.report.ReportData.Curve;
import org.leasekit.examples.report.ReportData.CurvePoint;
import org.leasekit.examples.report.ReportData.Master;
import org.leasekit.examples.report.ReportData.Outcome;
import org.leasekit.examples.report.ReportData.Outcomes;
import org.leasekit.examples.report.ReportData.QuarantinedRow;
import org.leasekit.examples.report.ReportData.Season;
import org.leasekit.examples.report.ReportData.Stage;
import org.leasekit.examples.report.ReportData.SubContract;
import org.w3c.dom.Element;

/** Seasons at the edges, and texts that try to be markup. */
class ReportEdgesTest {

    private final ReportData empty = SampleSeason.empty();

    @Test
    void aSeasonInWhichNothingHappenedSaysSoEverywhere() {
        ParsedPage page = ParsedPage.of(empty);
        assertThat(page.textOf("overview")).contains("No lease came up for renewal", "no day of pressure",
                "debits CNY 0.00, credits CNY 0.00");
        assertThat(page.textOf("outcomes")).contains("No cases.");
        assertThat(page.textOf("curve")).contains("0 cases", "Responded 已响应 –");
        assertThat(page.textOf("stages")).contains("No stages.");
        assertThat(page.textOf("cash")).contains("None in this season.", "CNY 0.00");
        assertThat(page.textOf("masters")).contains("No master contracts");
        assertThat(page.textOf("quarantine")).contains("every row became a contract");
        assertThat(page.textOf("journal")).contains("Nothing was posted.");
    }

    @Test
    void oneCaseIsOneNotMany() {
        ReportData one = new ReportData(new Season("G", SampleSeason.PLACE, SampleSeason.START, SampleSeason.START.plusDays(1), List.of(1), -7,
                "CNY", 1, 1), List.of(), new Outcomes(1, 0, 0, 0), new Curve(1, List.of(new CurvePoint(0, 1, 1))),
                List.of(new Stage("only", 1, 1, 1, 1, 1)), SampleSeason.NO_CASH, List.of(), List.of(), List.of(), Findings.NONE);
        ParsedPage page = ParsedPage.of(one);
        assertThat(page.textOf("overview")).contains("One lease came up for renewal: 1 (100 %) renewed, 0 (0 %) declined");
        assertThat(ParsedPage.text(page.elements("header").get(0)))
                .contains("2026-01-20 to 2026-01-20, 1 day ", "1 row, 1 contract ", "-7");
        assertThat(page.textOf("curve")).contains("the 1 case that", "100 %");
        assertThat(page.textOf("stages")).contains("1 day before");
    }

    @Test
    void curveIsDrawnInStepsFromTheLeftToTheLastDay() {
        ReportData data = with(new Curve(200, List.of(
                new CurvePoint(30, 0, 0), new CurvePoint(20, 50, 0), new CurvePoint(10, 150, 100), new CurvePoint(-2, 151, 100))));
        List<Element> paths = ParsedPage.elements(ParsedPage.of(data).byId("curve"), "path");
        // Stages begin at 30, five days are left before them, so x counts from 35 days before the end.
        assertThat(paths).extracting(path -> path.getAttribute("d")).containsExactly(
                "M0 100H15V75H25V25H37V24.5H37V100H0Z", "M0 100H15V75H25V25H37V24.5H37", "M0 100H25V50H37");
    }

    @ParameterizedTest
    @CsvSource({
        "'30,15,3', '30 d@-8 15 d@-8 3 d@-8'",
        // The width is 35 days: 4 of them are too few for two labels side by side, 1 for two labels at all.
        "'30,26,22,3', '30 d@-8 26 d@-24 22 d@-8 3 d@-8'",
        "'30,4,3,2', '30 d@-8 4, 3, 2 d@-8'",
        "'30,29', '30, 29 d@-8'",
        "'3,30,3', '30 d@-8 3 d@-8'"
    })
    void stagesThatLieCloseTogetherStayLegible(String days, String labels) {
        List<Integer> stages = Stream.of(days.split(",")).map(Integer::valueOf).toList();
        Season season = new Season("G", SampleSeason.PLACE, SampleSeason.START, SampleSeason.START.plusDays(9), stages, 1, "CNY", 0, 0);
        ReportData data = new ReportData(season, List.of(), SampleSeason.NO_CASES, new Curve(0, List.of()), List.of(),
                SampleSeason.NO_CASH, List.of(), List.of(), List.of(), Findings.NONE);
        Element curve = ParsedPage.of(data).byId("curve");
        assertThat(ParsedPage.withClass(curve, "stage-label").stream()
                        .map(label -> ParsedPage.text(label) + "@" + label.getAttribute("y")))
                .containsExactly(labels.split("(?<=@-\\d{1,2}) "));
        assertThat(ParsedPage.withClass(curve, "stage-line")).hasSize((int) stages.stream().distinct().count());
    }

    @Test
    void aYearHasThirteenCalendarsAndEveryDay() {
        ReportData data = new ReportData(SampleSeason.season(365), List.of(), SampleSeason.NO_CASES,
                new Curve(5, IntStream.rangeClosed(0, 365).mapToObj(d -> new CurvePoint(365 - d, d / 80, d / 90)).toList()),
                List.of(), SampleSeason.cash(365), List.of(), List.of(), List.of(), Findings.NONE);
        ParsedPage page = ParsedPage.of(data);
        assertThat(ParsedPage.withClass(page.byId("cash"), "month")).hasSize(13);
        assertThat(ParsedPage.elements(page.byId("cash"), "g")).hasSize(365);
        assertThat(ParsedPage.withClass(page.byId("curve"), "x")).hasSizeLessThan(12);
    }

    @Test
    void moneyThatMovedOutsideTheSeasonIsShownToo() {
        CashDay late = new CashDay(SampleSeason.START.plusYears(1), new BigDecimal("5"), BigDecimal.ZERO, false);
        ParsedPage page = ParsedPage.of(withCash(List.of(late)));
        assertThat(ParsedPage.withClass(page.byId("cash"), "month")).hasSize(5)
                .last().satisfies(month -> assertThat(ParsedPage.text(month)).contains("January 2027", "due 5.00"));
    }

    @Test
    void hugeAmountsKeepEveryDigit() {
        BigDecimal huge = new BigDecimal("98765432109876543210.99");
        ReportData data = new ReportData(SampleSeason.season(3), List.of(), SampleSeason.NO_CASES, new Curve(0, List.of()),
                List.of(), new Cash(List.of(new CashDay(SampleSeason.START, huge, huge.negate(), true)), ""),
                List.of(new Master("M", "T", huge, huge, List.of())), List.of(), List.of(new Account("A", huge, huge)), Findings.NONE);
        ParsedPage page = ParsedPage.of(data);
        String written = "98,765,432,109,876,543,210.99";
        assertThat(page.textOf("cash")).contains("due " + written + ", received -" + written, "197,530,864,219,753,086,421.98");
        assertThat(page.textOf("masters")).contains(written);
        assertThat(page.textOf("journal")).contains(written);
    }

    @ParameterizedTest
    @CsvSource({"JPY,1500", "CNY,1500.00", "KWD,1500.000", "XXX,1500.00", "nonsense,1500.00"})
    void amountsHaveTheDigitsOfTheirCurrency(String currency, String plain) {
        assertThat(new Format(currency).amount(new BigDecimal("1500")))
                .isEqualTo(plain.replace("1500", "1,500"));
    }

    @Test
    void whatDoesNotAgreeIsNotSmoothedOver() {
        SubContract sub = new SubContract("S", "U", Outcome.RENEWED, new BigDecimal("10.00"));
        ReportData data = new ReportData(SampleSeason.season(3), List.of(), SampleSeason.NO_CASES, new Curve(0, List.of()),
                List.of(), SampleSeason.NO_CASH, List.of(new Master("M", "T", new BigDecimal("10.01"), BigDecimal.ZERO, List.of(sub))),
                List.of(), List.of(SampleSeason.account("CASH", "1.00", "0.99")), Findings.NONE);
        ParsedPage page = ParsedPage.of(data);
        assertThat(ParsedPage.withClass(page.byId("overview"), "bad")).extracting(ParsedPage::text).satisfiesExactly(
                rows -> assertThat(rows).contains("1,495 ≠ 1,407 contracts + 0 in quarantine", "Does not hold"),
                masters -> assertThat(masters).contains("0 of 1 equal", "Does not hold"),
                journal -> assertThat(journal).contains("debits CNY 1.00, credits CNY 0.99", "Does not hold"));
        assertThat(page.textOf("masters")).contains("✗ no").doesNotContain("✓ yes");
        assertThat(page.textOf("journal")).contains("Debits and credits differ.");
    }

    @Test
    void billThatEqualsItsTreeMayBeWrittenWithOtherDigits() {
        SubContract sub = new SubContract("S", "U", Outcome.RENEWED, new BigDecimal("10.0"));
        assertThat(new Master("M", "T", new BigDecimal("12.50"), new BigDecimal("2.5"), List.of(sub)).billEqualsTree()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><script>x</script>", "'&amp;\"<b>", "]]>",
        "<!-- x", "</title></head>", "&#60;script&#62;", "\u202Egnp.exe", "${7*7}", "🅿️ 𠮷野家"
    })
    void textFromOutsideStaysText(String hostile) {
        ParsedPage page = ParsedPage.of(everywhere(hostile));
        ParsedPage plain = ParsedPage.of(everywhere("plain"));
        assertThat(page.elements("*")).extracting(Element::getTagName)
                .isEqualTo(plain.elements("*").stream().map(Element::getTagName).toList());
        assertThat(page.elements("*")).extracting(ReportEdgesTest::attributeNames)
                .isEqualTo(plain.elements("*").stream().map(ReportEdgesTest::attributeNames).toList());
        for (String id : List.of("kpi", "stages", "cash", "masters", "quarantine", "journal")) {
            assertThat(page.byId(id).getTextContent()).as(id).contains(hostile);
        }
        assertThat(page.elements("h1").get(0).getTextContent()).isEqualTo(hostile);
        assertThat(page.elements("title").get(0).getTextContent()).contains(hostile);
    }

    @Test
    void charactersThatNoPageMayHoldAreReplaced() {
        ParsedPage page = ParsedPage.of(everywhere("a\u0000b\u0008c\u001Bd\uD800e\uFFFFf\u0085g\rh"));
        assertThat(page.elements("h1").get(0).getTextContent())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh");
    }

    @Test
    void longRowsAreCutBetweenCharacters() {
        String raw = "𠮷".repeat(200);
        ReportData data = new ReportData(SampleSeason.season(3), List.of(), SampleSeason.NO_CASES, new Curve(0, List.of()),
                List.of(), SampleSeason.NO_CASH, List.of(), List.of(new QuarantinedRow(1, "", "r", raw)), List.of(), Findings.NONE);
        assertThat(ParsedPage.withClass(ParsedPage.of(data).byId("quarantine"), "raw")).singleElement()
                .satisfies(cell -> assertThat(cell.getTextContent()).isEqualTo("𠮷".repeat(160) + "…"));
    }

    @Test
    void commonestReasonComesFirst() {
        List<QuarantinedRow> rows = List.of(
                new QuarantinedRow(3, "f", "b twice", ""), new QuarantinedRow(1, "f", "c once", ""),
                new QuarantinedRow(2, "f", "b twice", ""), new QuarantinedRow(9, "f", "a once", ""));
        ReportData data = new ReportData(SampleSeason.season(3), List.of(), SampleSeason.NO_CASES, new Curve(0, List.of()),
                List.of(), SampleSeason.NO_CASH, List.of(), rows, List.of(), Findings.NONE);
        Element section = ParsedPage.of(data).byId("quarantine");
        assertThat(ParsedPage.elements(section, "summary")).extracting(ParsedPage::text)
                .containsExactly("b twice 2 rows", "a once 1 row", "c once 1 row");
        assertThat(ParsedPage.rows(section)).extracting(row -> row.get(0)).containsExactly(
                "Line 行", "2", "3", "Line 行", "9", "Line 行", "1");
    }

    /** Names of the attributes, but for the language, which depends on the text. */
    private static Set<String> attributeNames(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i).getNodeName())
                .filter(name -> !name.equals("lang"))
                .collect(Collectors.toSet());
    }

    private ReportData with(Curve curve) {
        return new ReportData(empty.season(), List.of(), empty.outcomes(), curve, List.of(), empty.cash(), List.of(), List.of(),
                List.of(), Findings.NONE);
    }

    private ReportData withCash(List<CashDay> days) {
        return new ReportData(empty.season(), List.of(), empty.outcomes(), empty.curve(), List.of(), new Cash(days, ""),
                List.of(), List.of(), List.of(), Findings.NONE);
    }

    private static ReportData everywhere(String text) {
        Season season = new Season(text, SampleSeason.PLACE, SampleSeason.START, SampleSeason.START.plusDays(2), List.of(3), 1, text, 1, 0);
        SubContract sub = new SubContract(text, text, Outcome.OPEN, BigDecimal.ONE);
        return new ReportData(season, List.of(Kpi.of(text, text, Kpi.Unit.AMOUNT, BigDecimal.ONE, text)),
                new Outcomes(0, 1, 0, 0), new Curve(1, List.of(new CurvePoint(1, 1, 0))), List.of(new Stage(text, 3, 1, 1, 1, 0)),
                new Cash(List.of(new CashDay(SampleSeason.START, BigDecimal.TEN, BigDecimal.ONE, true)), text),
                List.of(new Master(text, text, BigDecimal.ONE, BigDecimal.ZERO, List.of(sub))),
                List.of(new QuarantinedRow(1, text, text, text)), List.of(new Account(text, BigDecimal.ONE, BigDecimal.ONE)), Findings.NONE);
    }
}
