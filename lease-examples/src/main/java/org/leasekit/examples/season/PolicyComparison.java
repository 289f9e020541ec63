package org.leasekit.examples.season;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.examples.report.Findings;
import org.leasekit.examples.report.Kpi;
import org.leasekit.insight.Effort;
import org.leasekit.insight.Paired;
import org.leasekit.insight.SeasonComparison;
import org.leasekit.insight.SeasonComparison.Figure;
import org.leasekit.renewal.RenewalCase;

/**
 * A season under two policies, tenant by tenant. Only cases whose time to answer was over count, and of leases that nothing
 * else changed in either season: which lease changes how hangs on when its renewal opens.
 */
final class PolicyComparison {
  /** What is written beside the report. */
  static final String FILE = "comparison.csv";

  private static final int RESAMPLES = 2000;
  private static final int DIGITS = 4;
  private static final int HUNDRED = 100;

  private PolicyComparison() {}

  /** The figures of both; null when there is no other season. */
  static Beside.@Nullable Compared of(SeasonResult season) {
    SeasonResult other = season.beside().other();
    if (other == null) {
      return null;
    }
    Set<String> changed = changed(season);
    changed.addAll(changed(other));
    return new Beside.Compared(
        season.plan().stages(),
        other.plan().stages(),
        SeasonComparison.of(
            ended(season, changed),
            ended(other, changed),
            // the lease and the day on which its term ends, so that a lease that ends twice in a season counts twice
            renewal -> renewal.id().value(),
            Effort.standard(),
            RESAMPLES,
            season.plan().seed()));
  }

  private static Set<String> changed(SeasonResult season) {
    Set<String> changed = new HashSet<>();
    season.figures().records().histories().forEach(each -> changed.add(each.origin().contract().value()));
    return changed;
  }

  /** A half of a lease that was split is called as the other half, and something after. */
  private static SeasonComparison.Season ended(SeasonResult season, Set<String> changed) {
    SeasonRecords records = season.figures().records();
    Instant end = season.figures().end();
    List<RenewalCase> cases =
        records.cases().stream()
            .filter(each -> !each.lapsesAt().isAfter(end))
            .filter(each -> changed.stream().noneMatch(each.contract().value()::startsWith))
            .toList();
    return new SeasonComparison.Season(cases, records.touches(), records.tasks());
  }

  /** Writes the figures over those of an earlier season, or takes those away when there are none now. */
  static void write(Beside.@Nullable Compared compared, SeasonPlan plan) throws IOException {
    Path file = plan.out().resolve(FILE);
    if (compared == null) {
      Files.deleteIfExists(file);
      return;
    }
    try (CsvFile csv = new CsvFile(file, "figure,pairs,first,second,difference,low,high", plan.business().zone())) {
      for (Figure figure : Figure.values()) {
        Paired paired = compared.figures().figure(figure);
        csv.row(
            figure,
            paired.pairs(),
            number(paired.first()),
            number(paired.second()),
            number(paired.difference()),
            number(paired.low()),
            number(paired.high()));
      }
    }
  }

  /** For the report. */
  static Findings.Comparison finding(Beside.Compared compared) {
    return new Findings.Comparison(
        compared.first(),
        compared.second(),
        List.of(
            line(compared, Figure.RESPONDED, "Responded", "响应", Kpi.Unit.PERCENT, HUNDRED),
            line(compared, Figure.RENEWED, "Renewed", "续约", Kpi.Unit.PERCENT, HUNDRED),
            line(compared, Figure.TOUCHES, "Attempts to reach a tenant", "触达次数", Kpi.Unit.COUNT, 1),
            line(compared, Figure.STAFF_MINUTES, "Work for a tenant", "工时", Kpi.Unit.MINUTES, 1),
            line(compared, Figure.COST, "Cost of a tenant", "成本", Kpi.Unit.MONEY, 1.0 / HUNDRED),
            line(compared, Figure.DAYS_TO_RENEWAL, "Days from opening to renewal", "续约天数", Kpi.Unit.DAYS, 1)));
  }

  private static Findings.Line line(
      Beside.Compared compared, Figure figure, String label, String term, Kpi.Unit unit, double times) {
    Paired paired = compared.figures().figure(figure);
    return new Findings.Line(
        label,
        term,
        unit,
        paired.pairs(),
        number(paired.first() * times),
        number(paired.second() * times),
        number(paired.difference() * times),
        number(paired.low() * times),
        number(paired.high() * times),
        !paired.isClear());
  }

  private static BigDecimal number(double figure) {
    return BigDecimal.valueOf(figure).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
