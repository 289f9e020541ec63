package org.leasekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What only some seasons have: another policy, early birds, intent, prices, sites and stories. */
class ReportFindingsTest {
  private static final Findings.Comparison COMPARISON =
      new Findings.Comparison(
          List.of(30, 15, 3),
          List.of(60, 30, 7),
          List.of(
              line("Renewed", Kpi.Unit.PERCENT, "78", "80.5", "2.5", "1", "4.04", false),
              line("Attempts", Kpi.Unit.COUNT, "1.84", "1.5", "-0.34", "-0.5", "-0.2", false),
              line("Cost of a tenant", Kpi.Unit.MONEY, "7.96", "8.01", "0.05", "-0.3", "0.4", true)));

  private static final Findings FINDINGS =
      new Findings(
          COMPARISON,
          new Findings.EarlyBird(100, 90, 50, 40, number("10"), number("-1.5"), number("22"), 82),
          new Findings.Intent(
              150, 7, List.of(new Findings.Group(80, 90, 150, number("85.2"), 120)), number("0.612"), number("0.5"),
              number("5.2"), 100, 91, 50, 29),
          new Findings.Prices(
              100, number("500"), number("530.5"), 70, 10, 20, 3, 12, List.of(new Findings.Decider("supervisor", 9, 1)), 2,
              number("1"), number("4.4")),
          List.of(
              new Findings.Site("上海", 40, 30, 25, 3, 2, 10, number("450")),
              new Findings.Site("北京", 60, 50, 45, 5, 5, 5, null)),
          List.of(new Findings.Told("Renewed <once>", "已续约", "A1-20260331", "30 fired.\nDone.", "30 天阶段已触发。")));

  private final ReportData plain = SampleSeason.large();
  private final ParsedPage page =
      ParsedPage.of(
          new ReportData(plain.season(), plain.kpis(), plain.outcomes(), plain.curve(), plain.stages(), plain.cash(),
              plain.masters(), plain.quarantine(), plain.trialBalance(), FINDINGS));

  private static Findings.Line line(
      String label, Kpi.Unit unit, String first, String second, String difference, String low, String high, boolean unclear) {
    return new Findings.Line(
        label, "指标", unit, 900, number(first), number(second), number(difference), number(low), number(high), unclear);
  }

  private static BigDecimal number(String plain) {
    return new BigDecimal(plain);
  }

  @Test
  void whatASeasonDoesNotHaveHasNoSection() {
    ParsedPage without = ParsedPage.of(plain);
    Set<String> ids = without.elements("section").stream().map(each -> each.getAttribute("id")).collect(Collectors.toSet());
    assertThat(ids).doesNotContain("comparison", "early-bird", "intent", "prices", "sites", "stories");
    assertThat(without.elements("a")).extracting(each -> each.getAttribute("href")).doesNotContain("#comparison", "#sites");
    assertThat(page.elements("a")).extracting(each -> each.getAttribute("href"))
        .contains("#comparison", "#early-bird", "#intent", "#prices", "#sites", "#stories");
  }

  @Test
  void saysInPlainWordsWhatDiffersClearlyAndWhatDoesNot() {
    List<String> words = ParsedPage.elements(page.byId("comparison"), "li").stream().map(ParsedPage::text).toList();
    assertThat(words).hasSize(3);
    assertThat(words.get(0)).contains("Renewed", "clearly more under 60/30/7: +2.5 points, from +1 point to +4 points.");
    assertThat(words.get(1)).contains("Attempts", "clearly less under 60/30/7: −0.34, from −0.50 to −0.20.");
    assertThat(words.get(2)).contains("no clear difference", "anything from −CNY 0.30 to +CNY 0.40");
    assertThat(ParsedPage.rows(page.byId("comparison")).get(1))
        .containsExactly("Renewed 指标", "900", "78 %", "80.5 %", "+2.5 points", "+1 point", "+4 points");
  }

  @Test
  void theEarlyBirdsEffectStandsBesideTheTruthOfTheSimulation() {
    assertThat(ParsedPage.rows(page.byId("early-bird")))
        .contains(List.of("Told early 早鸟", "100", "90", "90 %"), List.of("Held back 对照", "50", "40", "80 %"));
    assertThat(page.textOf("early-bird"))
        .contains("Measured: +10 points; with 95 % confidence the truth lies between −1.5 points and +22 points")
        .contains("Of the 100 tenants told early, 82 renewed in that run and 90 in this one: +8 points");
  }

  @Test
  void intentIsHeldAgainstWhatBecameOfItAndAgainstThePlainRule() {
    assertThat(ParsedPage.rows(page.byId("intent"))).contains(List.of("80 to 90 %", "150", "85.2 %", "80 %"));
    assertThat(page.textOf("intent"))
        .contains("150 cases whose time to answer was over", "7 more", "0.612", "0.5", "91 of 100 renewed", "29 of 50 renewed");
  }

  @Test
  void pricesSayWhoApprovedAndHowLongItTook() {
    assertThat(page.textOf("prices"))
        .contains("500.00 → 530.50", "70, 10, 20", "12 (12 %)", "supervisor", "9 approved, 1 refused", "1 day, 4.4 days");
  }

  @Test
  void sitesHaveTheirOwnFigures() {
    assertThat(ParsedPage.rows(page.byId("sites")))
        .contains(
            List.of("上海", "40", "30 (75 %)", "25 (62.5 %)", "3 (7.5 %)", "2 (5 %)", "10", "450.00"),
            List.of("北京", "60", "50 (83.3 %)", "45 (75 %)", "5 (8.3 %)", "5 (8.3 %)", "5", "–"));
  }

  @Test
  void storiesAreToldInBothLanguages() {
    Element stories = page.byId("stories");
    assertThat(ParsedPage.text(stories)).contains("Renewed <once>", "A1-20260331", "30 fired.", "30 天阶段已触发。");
  }

  @ParameterizedTest
  @CsvSource({"1.04, DAYS, 1 day", "0.96, DAYS, 1 day", "1.05, DAYS, 1.1 days", "0, DAYS, 0 days", "7.961, MONEY, CNY 7.96"})
  void figuresAreCountedInTheirNumber(BigDecimal value, Kpi.Unit unit, String written) {
    assertThat(new Format("CNY").figure(value, unit).replace('\u00A0', ' ')).isEqualTo(written);
  }

  @Test
  void everyClassIsKnownToTheStyleSheet() {
    Set<String> unstyled = Set.of("good", "stage", "top", "labelled");
    assertThat(page.elements("*").stream().flatMap(each -> List.of(each.getAttribute("class").split(" ")).stream()))
        .filteredOn(each -> !each.isEmpty() && !unstyled.contains(each))
        .allSatisfy(each -> assertThat(Style.CSS).containsPattern("\\." + each + "\\b"));
  }

  @Test
  void theUnitIsCalledWhatTheBusinessCallsIt() {
    ReportData.Season season =
        new ReportData.Season(
            "G", new ReportData.UnitName("Unit", "仓间"), SampleSeason.START, SampleSeason.START.plusDays(1), List.of(), 1,
            "CNY", 0, 0);
    ParsedPage storage =
        ParsedPage.of(
            new ReportData(season, List.of(), plain.outcomes(), plain.curve(), List.of(), plain.cash(), plain.masters(),
                List.of(), List.of(), Findings.NONE));
    assertThat(storage.textOf("masters")).contains("Unit 仓间").doesNotContain("车位");
    assertThat(page.textOf("masters")).contains("Place 车位");
  }
}
