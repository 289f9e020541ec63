package org.leasekit.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Two seasons, or two runs of one season under two policies, on the same tenants: what happened by chance to all of
 * them alike cancels out.
 *
 * @param figures by what is compared
 * @param onlyFirst cases without a partner in the second
 * @param onlySecond cases without a partner in the first
 */
public record SeasonComparison(Map<Figure, Paired> figures, int onlyFirst, int onlySecond) {
  private static final double SECONDS_PER_DAY = 86_400;

  /** What is compared, each for one case. */
  public enum Figure {
    /** 1 when the tenant answered, else 0. */
    RESPONDED,
    /** 1 when it was renewed, else 0. */
    RENEWED,
    /** Attempts to reach somebody. */
    TOUCHES,
    /** Minutes of work in the tasks that were done. */
    STAFF_MINUTES,
    /** Cost of attempts and work, in minor units. */
    COST,
    /** Days from opening to renewal, of cases that were renewed in both. */
    DAYS_TO_RENEWAL
  }

  /** The records of a season. */
  public record Season(
      Collection<RenewalCase> cases, Collection<Touch> touches, Collection<StewardTask> tasks) {}

  public SeasonComparison {
    figures = Map.copyOf(figures);
  }

  /**
   * Compares two seasons. What was superseded counts in neither: the case that came in its place does.
   *
   * @param tenant the same for the same tenant in both, different for two cases of one season; see {@link #lease}
   * @param resamples of the bootstrap, at least 1; 2000 are usual
   * @param seed of the bootstrap
   */
  public static SeasonComparison of(
      Season first,
      Season second,
      Function<RenewalCase, String> tenant,
      Effort effort,
      int resamples,
      long seed) {
    Map<String, RenewalCase> mine = byTenant(first.cases(), tenant);
    Map<String, RenewalCase> theirs = byTenant(second.cases(), tenant);
    List<String> both = mine.keySet().stream().filter(theirs::containsKey).toList();
    Work before = new Work(first, effort);
    Work after = new Work(second, effort);
    Map<Figure, Paired> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      List<Double> a = new ArrayList<>();
      List<Double> b = new ArrayList<>();
      for (String key : both) {
        OptionalDouble was = before.figure(figure, known(mine, key));
        OptionalDouble is = after.figure(figure, known(theirs, key));
        if (was.isPresent() && is.isPresent()) {
          a.add(was.getAsDouble());
          b.add(is.getAsDouble());
        }
      }
      figures.put(figure, Paired.of(a, b, resamples, seed));
    }
    return new SeasonComparison(figures, mine.size() - both.size(), theirs.size() - both.size());
  }

  /** The lease of a case over all its renewals: the contract's number without {@code -R1} and so on. */
  public static String lease(RenewalCase renewal) {
    return renewal.contract().value().replaceFirst("-R[1-9][0-9]*$", "");
  }

  /** What was found out of one figure. */
  public Paired figure(Figure figure) {
    return known(figures, figure);
  }

  private static <K, V> V known(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), key::toString);
  }

  private static Map<String, RenewalCase> byTenant(
      Collection<RenewalCase> cases, Function<RenewalCase, String> tenant) {
    Map<String, RenewalCase> byTenant = new TreeMap<>();
    for (RenewalCase renewal : Cohort.of(cases)) {
      if (byTenant.put(tenant.apply(renewal), renewal) != null) {
        throw new IllegalArgumentException("tenant: two cases of one season: " + renewal.id());
      }
    }
    return byTenant;
  }

  /** What each case took. */
  private static final class Work {
    private final Effort effort;
    private final Map<CaseId, List<Touch>> touches;
    private final Map<CaseId, List<StewardTask>> tasks;

    Work(Season season, Effort effort) {
      this.effort = effort;
      this.touches =
          season.touches().stream()
              .collect(Collectors.groupingBy(Touch::renewalCase, HashMap::new, Collectors.toList()));
      this.tasks =
          season.tasks().stream()
              .collect(
                  Collectors.groupingBy(
                      StewardTask::renewalCase, HashMap::new, Collectors.toList()));
    }

    OptionalDouble figure(Figure figure, RenewalCase renewal) {
      List<Touch> made = touches.getOrDefault(renewal.id(), List.of());
      List<StewardTask> work = tasks.getOrDefault(renewal.id(), List.of());
      return switch (figure) {
        case RESPONDED -> OptionalDouble.of(renewal.progress().respondedAt() == null ? 0 : 1);
        case RENEWED -> OptionalDouble.of(renewal.state() == CaseState.RENEWED ? 1 : 0);
        case TOUCHES -> OptionalDouble.of(made.size());
        case STAFF_MINUTES -> OptionalDouble.of(effort.minutesOf(work));
        case COST -> OptionalDouble.of(MinorUnits.of(effort.costOf(made, work)));
        case DAYS_TO_RENEWAL -> daysToRenewal(renewal);
      };
    }

    private static OptionalDouble daysToRenewal(RenewalCase renewal) {
      Instant closed = renewal.closedAt();
      return closed == null || renewal.state() != CaseState.RENEWED
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              Duration.between(renewal.openedAt(), closed).toSeconds() / SECONDS_PER_DAY);
    }
  }
}
