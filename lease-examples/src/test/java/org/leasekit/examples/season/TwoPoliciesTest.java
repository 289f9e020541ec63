package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leasekit.insight.Effort;
import org.leasekit.insight.Paired;
import org.leasekit.insight.SeasonComparison;
import org.leasekit.insight.SeasonComparison.Figure;
import org.leasekit.party.LessorId;
import org.leasekit.port.Records;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** What if other stages were asked of the same tenants: two whole seasons by the same code, on clocks of their own. */
class TwoPoliciesTest {
  private static final List<Integer> EARLIER = List.of(60, 30, 7);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);
  private static final int RESAMPLES = 500;

  @TempDir private Path folder;
  private Path sample;

  @BeforeEach
  void writeSample() throws Exception {
    sample =
        SeasonRuns.write(
            folder.resolve("sample.csv"), SeasonRuns.sampleLines(), StandardCharsets.UTF_8);
  }

  @Test
  void areComparedOnTheSameTenantsWithIntervals() throws Exception {
    SeasonComparison comparison = compare(season(SeasonRuns.LADDER), season(EARLIER));
    assertThat(comparison.onlyFirst()).isZero();
    assertThat(comparison.onlySecond()).isZero();
    for (Figure figure : Figure.values()) {
      Paired paired = comparison.figure(figure);
      assertThat(paired.pairs()).as(figure.name()).isGreaterThan(20);
      assertThat(paired.difference()).as(figure.name()).isBetween(paired.low(), paired.high());
    }
    // cases that open a month earlier stay open longer
    assertThat(comparison.figure(Figure.DAYS_TO_RENEWAL).low()).isPositive();
  }

  @Test
  void differInNothingWhenThePolicyIsTheSame() throws Exception {
    SeasonComparison comparison = compare(season(SeasonRuns.LADDER), season(SeasonRuns.LADDER));
    for (Figure figure : Figure.values()) {
      Paired paired = comparison.figure(figure);
      assertThat(List.of(paired.difference(), paired.low(), paired.high())).as(figure.name()).containsOnly(0.0);
    }
  }

  /** Without the leases that changed in one of the seasons: which do depends on when their renewals open. */
  private static SeasonComparison compare(Lived first, Lived second) {
    Set<String> changed = new HashSet<>(first.changed());
    changed.addAll(second.changed());
    return SeasonComparison.of(
        first.without(changed), second.without(changed), SeasonComparison::lease, Effort.standard(), RESAMPLES, 1);
  }

  private Lived season(List<Integer> stages) throws Exception {
    Storage storage = SeasonRuns.inMemory();
    Stores stores = storage.stores();
    SeasonPlan plan =
        new SeasonPlan(
            SeasonRuns.PARKING, sample, LocalDate.of(2026, 1, 25), 70, stages, 1, folder.resolve("out"));
    Season.run(plan, () -> storage, SeasonRuns.SILENT);
    Lived lived = new Lived(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    Records records = stores.records();
    LessorId lessor = SeasonRuns.PARKING.lessor();
    records.cases(lessor, lived.cases()::add);
    records.touches(lessor, lived.touches()::add);
    records.tasks(lessor, lived.tasks()::add);
    records.amendments(lessor, history -> lived.changed().add(history.origin().contract().value()));
    return lived;
  }

  /** What a season left behind. */
  private record Lived(
      List<RenewalCase> cases, List<Touch> touches, List<StewardTask> tasks, Set<String> changed) {

    SeasonComparison.Season without(Set<String> leases) {
      // earlier stages also open cases of leases that end later; the half of a split lease is called as the other half
      List<RenewalCase> kept =
          cases.stream()
              .filter(each -> each.expiry().equals(LAST_DAY))
              .filter(each -> leases.stream().noneMatch(each.contract().value()::startsWith))
              .toList();
      return new SeasonComparison.Season(kept, touches, tasks);
    }
  }
}
