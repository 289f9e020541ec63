package org.leasekit.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.SurveyAnswer;

/**
 * Would tenants recommend the lessor (净推荐值)? The share of promoters, who said 9 or 10, less the share of detractors, who
 * said 0 to 6, in points from -100 to 100; those who did not answer are passed over.
 *
 * @param asked cases of the cohort that were closed, superseded ones left out
 * @param promoters who said 9 or 10
 * @param passives who said 7 or 8
 * @param detractors who said 0 to 6
 */
public record NetPromoter(int asked, int promoters, int passives, int detractors) {
  private static final double POINTS = 100;
  /** Two-sided 95 %. */
  private static final double NORMAL = 1.959964;
  /** Three answers more, a quarter of them promoters, a half passive, a quarter detractors. */
  private static final double MORE = 3;

  /** The score of the cases that a predicate holds for, such as those of one project, policy or group. */
  public static NetPromoter of(
      Predicate<RenewalCase> cohort, Collection<RenewalCase> cases, Collection<SurveyAnswer> answers) {
    return of(cases.stream().filter(cohort).toList(), answers);
  }

  /** The score of the cases given; answers of other cases are passed over. */
  public static NetPromoter of(Collection<RenewalCase> cases, Collection<SurveyAnswer> answers) {
    Map<CaseId, SurveyAnswer> known = new HashMap<>();
    answers.forEach(answer -> known.put(answer.renewalCase(), answer));
    List<RenewalCase> closed =
        Cohort.of(cases).stream().filter(renewal -> renewal.state().isClosed()).toList();
    int[] counts = new int[SurveyAnswer.Attitude.values().length];
    for (RenewalCase renewal : closed) {
      SurveyAnswer answer = known.get(renewal.id());
      if (answer != null) {
        counts[answer.attitude().ordinal()]++;
      }
    }
    return new NetPromoter(
        closed.size(),
        counts[SurveyAnswer.Attitude.PROMOTER.ordinal()],
        counts[SurveyAnswer.Attitude.PASSIVE.ordinal()],
        counts[SurveyAnswer.Attitude.DETRACTOR.ordinal()]);
  }

  /** How many answered. */
  public int answers() {
    return promoters + passives + detractors;
  }

  /** The score in points, -100 to 100; empty when nobody answered. */
  public OptionalDouble score() {
    return answers() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(POINTS * (promoters - detractors) / answers());
  }

  /** The lower end of an interval that holds the true score in 95 of 100 cohorts; -100 when nobody answered. */
  public double low() {
    return answers() == 0 ? -POINTS : Math.max(-POINTS, Math.min(score().getAsDouble(), centre() - reach()));
  }

  /** The upper end of that interval; 100 when nobody answered. */
  public double high() {
    return answers() == 0 ? POINTS : Math.min(POINTS, Math.max(score().getAsDouble(), centre() + reach()));
  }

  /**
   * The adjusted Wald interval for a difference of two shares of one sample: with few answers, or answers that are all
   * alike, the plain one would be too narrow, or of no width at all. It is widened to the score where that lies beyond.
   */
  private double centre() {
    return POINTS * (promoters - detractors) / (answers() + MORE);
  }

  private double reach() {
    double all = answers() + MORE;
    double more = MORE / 4;
    double mean = (promoters - detractors) / all;
    double square = (promoters + more + detractors + more) / all;
    return POINTS * NORMAL * Math.sqrt((square - mean * mean) / all);
  }
}
