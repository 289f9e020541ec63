package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.party.Absence;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/** Businesses from data alone: the same code runs them, and what must hold in any season holds in theirs (C9). */
class BusinessesTest {
  @TempDir private Path folder;

  private static List<String> rows(Business business, Path folder) throws Exception {
    Path whole = folder.resolve("whole.csv");
    business.writePortfolio(null, whole);
    return Files.readAllLines(whole, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"storage, 上海仓储中心", "membership, 浦东会所"})
  void aSiteOfEachBusinessHasItsSeason(String name, String project) throws Exception {
    Business business = Business.of(name);
    List<String> rows = rows(business, folder);
    List<String> some =
        rows.stream().filter(row -> row.equals(rows.get(0)) || row.contains(project)).toList();
    Path portfolio =
        SeasonRuns.write(folder.resolve("some.csv"), some, StandardCharsets.UTF_8);
    Path out = folder.resolve("out");
    SeasonPlan plan =
        new SeasonPlan(business, portfolio, business.start(), 100, business.stages(), 1, out);
    SeasonResult result = Season.run(plan, SeasonRuns::inMemory, SeasonRuns.SILENT);
    SeasonOutput files = SeasonOutput.read(out);
    new SeasonChecks(files).all();
    assertThat(result.figures().kpis().renewed()).isGreaterThan(20);
    assertThat(files.kpi().get("business").asText()).isEqualTo(name);
    whatIsOfferedIsCharged(result.figures().records());
  }

  /** All twelve cities: from 60 to 30 to 7 days before the end, with the Spring Festival and Qingming in the season. */
  @Test
  void theWholeOfStorageHasItsSeason() throws Exception {
    Business storage = Business.of("storage");
    Path portfolio = folder.resolve("all.csv");
    storage.writePortfolio(null, portfolio);
    Path out = folder.resolve("out");
    SeasonPlan plan =
        new SeasonPlan(storage, portfolio, storage.start(), 100, storage.stages(), 1, out);
    SeasonResult result = Season.run(plan, SeasonRuns::inMemory, SeasonRuns.SILENT);
    SeasonOutput files = SeasonOutput.read(out);
    new SeasonChecks(files).all();
    assertThat(files.decisions()).extracting(row -> row.getField("stage")).contains("60", "30", "7");
    assertThat(files.decisions()).extracting(row -> row.getField("moved_by")).contains("none", "HOLIDAY");
    assertThat(files.tasks()).extracting(row -> row.getField("outcome")).contains("DONE", "OBSOLETE");
    workIsDoneByThoseWhoAreThere(storage, result.figures().records().tasks());
    assertThat(result.contracts()).isGreaterThan(3_000);
    assertThat(result.figures().kpis().renewed()).isGreaterThan(500);
    whatIsOfferedIsCharged(result.figures().records());
  }

  /** All work is somebody's; nobody does any while away, and the deputies do. */
  private static void workIsDoneByThoseWhoAreThere(Business business, List<StewardTask> tasks) {
    assertThat(tasks).allMatch(task -> task.assignee() != null);
    for (Absence absence : business.absences()) {
      assertThat(tasks)
          .filteredOn(task -> task.outcome() == StewardTask.Outcome.DONE && absence.holds(task.closedAt()))
          .isNotEmpty()
          .noneMatch(task -> absence.staff().equals(task.assignee()));
    }
    assertThat(tasks).anyMatch(task -> business.supervisor().equals(task.assignee()));
  }

  /** The simulated tenants react, and the interval of what is measured holds what is true of them. */
  @Test
  void theHeldBackOfAWholeBusinessMeasureWhatTheEarlyBirdDid() throws Exception {
    Business business = Business.of("membership");
    Path portfolio = folder.resolve("all.csv");
    business.writePortfolio(null, portfolio);
    Path out = folder.resolve("out");
    SeasonPlan plan =
        new SeasonPlan(business, portfolio, business.start(), 150, business.stages(), 1, out);
    Season.run(plan, SeasonRuns::inMemory, SeasonRuns.SILENT);
    SeasonOutput files = SeasonOutput.read(out);
    new SeasonChecks(files).all();
    JsonNode birds = files.kpi().get("early_bird");
    assertThat(birds.get("treated").asInt()).isGreaterThan(150);
    assertThat(birds.get("held_back").asInt()).isGreaterThan(50);
    double truth = birds.get("true_effect_of_the_simulation").asDouble();
    assertThat(truth).isBetween(0.03, 0.12);
    assertThat(truth).isBetween(birds.get("low").asDouble(), birds.get("high").asDouble());
  }

  /** The rent of a successor is that of the offer, and its first receivables are what the offer asked for. */
  private static void whatIsOfferedIsCharged(SeasonRecords records) {
    for (RenewalCase renewal : records.cases()) {
      Contract successor =
          records.contracts().stream()
              .filter(each -> renewal.contract().equals(each.links().predecessor()))
              .findFirst()
              .orElse(null);
      if (successor == null) {
        continue;
      }
      assertThat(successor.terms()).isEqualTo(renewal.offer().terms());
      assertThat(successor.term()).isEqualTo(renewal.offer().term());
      assertThat(
              records.receivables().stream()
                  .filter(each -> each.key().contract().equals(successor.no()))
                  .filter(each -> each.key().period().start().equals(successor.term().start()))
                  .map(Receivable::amount)
                  .reduce((a, b) -> a.add(b))
                  .map(sum -> sum.isEqualTo(renewal.offer().firstPayment()))
                  .orElse(renewal.offer().firstPayment().isZero()))
          .as(renewal.id().toString())
          .isTrue();
    }
  }

  @Test
  void storageIsTwelveCitiesAndThreeThousandEightHundredAndSeventySixUnits() throws Exception {
    Business storage = Business.of("storage");
    Set<String> cities = new HashSet<>();
    int units = 0;
    for (List<String> kind : DataFile.rows(storage.file(storage.text("sites")))) {
      cities.add(kind.get(0));
      units += Integer.parseInt(kind.get(2));
    }
    assertThat(cities).hasSize(12);
    assertThat(units).isEqualTo(3_876);
    assertThat(storage.stages()).containsExactly(60, 30, 7);
  }

  @Test
  void aMadePortfolioIsTheSameEachTime() throws Exception {
    for (String name : List.of("storage", "membership")) {
      Business business = Business.of(name);
      assertThat(rows(business, folder)).isEqualTo(rows(business, folder)).hasSizeGreaterThan(800);
    }
  }

  @Test
  void otherPricesAreOtherData() throws Exception {
    Business storage = Business.of("storage");
    Business parking = Business.of("parking");
    assertThat(storage.profile(storage.stages(), 1, new LearntIntent()).pricing().code())
        .isEqualTo("BOUNDED(MARKET,-3%,+12%)");
    assertThat(parking.profile(parking.stages(), 1, new LearntIntent()).pricing().code())
        .isEqualTo("UNCHANGED");
    assertThat(storage.addOns()).hasSize(2);
    assertThat(parking.addOns()).isEmpty();
  }
}
