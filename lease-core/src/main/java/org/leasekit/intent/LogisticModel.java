package org.leasekit.intent;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Logistic regression on standardised features with a ridge penalty, found by Newton's method. A feature that hardly varied
 * in the history is scaled by the least that is usual for it, so that a tenant unlike all before gets an estimate near that of
 * the others, and a wide interval. Deterministic: the
 * same examples in the same order give the same model on any machine that rounds by IEEE 754.
 *
 * <p>The interval is that of the fitted curve, by the delta method on the log-odds: it tells how well the history pins
 * the curve down. That the curve has the right shape is an assumption, and what one tenant will do stays chance.
 */
public final class LogisticModel implements IntentModel {

  /** From so many cases on, and so many of either outcome, history can be learnt from. */
  public static final int FEWEST_EXAMPLES = 100;

  private static final int FEWEST_OF_EITHER = 10;
  private static final Feature[] FEATURES = Feature.values();
  private static final int MOST_STEPS = 100;
  private static final double CONVERGED = 1e-10;

  private final double[] means;
  private final double[] scales;
  private final double[] weights;
  private final Matrix covariance;

  private LogisticModel(double[] means, double[] scales, double[] weights, Matrix covariance) {
    this.means = means;
    this.scales = scales;
    this.weights = weights;
    this.covariance = covariance;
  }

  /** Whether history is long and mixed enough: {@value #FEWEST_EXAMPLES} cases, ten of either outcome. */
  public static boolean canLearn(List<Example> history) {
    long renewed = history.stream().filter(Example::renewed).count();
    return history.size() >= FEWEST_EXAMPLES
        && renewed >= FEWEST_OF_EITHER
        && history.size() - renewed >= FEWEST_OF_EITHER;
  }

  /**
   * Learns from history.
   *
   * @param ridge penalty on the square of each weight, above zero; 1 is usual
   * @throws IllegalArgumentException when {@link #canLearn} says no, or the penalty is not above zero
   */
  public static LogisticModel train(List<Example> history, double ridge) {
    if (!canLearn(history) || !(ridge > 0)) {
      throw new IllegalArgumentException(
          "history: " + FEWEST_EXAMPLES + " cases, " + FEWEST_OF_EITHER + " of either outcome; ridge: above zero");
    }
    double[] means = new double[FEATURES.length];
    double[] scales = new double[FEATURES.length];
    standardise(history, means, scales);
    double[][] rows = new double[history.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(history.get(i).features(), means, scales);
    }
    double[] weights = new double[FEATURES.length + 1];
    Matrix curvature = Matrix.zero(weights.length);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] slope = new double[weights.length];
      curvature = curve(history, rows, weights, ridge, slope);
      double moved = move(history, rows, weights, ridge, curvature.solve(slope));
      if (moved < CONVERGED) {
        break;
      }
    }
    return new LogisticModel(means, scales, weights, curvature.inverse());
  }

  private static void standardise(List<Example> history, double[] means, double[] scales) {
    for (int f = 0; f < FEATURES.length; f++) {
      Feature feature = FEATURES[f];
      double mean = history.stream().mapToDouble(each -> each.features().value(feature)).sum() / history.size();
      double squares =
          history.stream()
              .mapToDouble(each -> StrictMath.pow(each.features().value(feature) - mean, 2))
              .sum();
      double deviation = Math.sqrt(squares / history.size());
      means[f] = mean;
      // what never varies tells nothing, and its weight stays at zero
      scales[f] = Math.max(deviation, feature.leastSpread());
    }
  }

  /** One for the intercept, then the standardised features. */
  private static double[] row(Features features, double[] means, double[] scales) {
    double[] row = new double[FEATURES.length + 1];
    row[0] = 1;
    for (int f = 0; f < FEATURES.length; f++) {
      row[f + 1] = (features.value(FEATURES[f]) - means[f]) / scales[f];
    }
    return row;
  }

  /** The penalised curvature at some weights; fills in the slope. The intercept is not penalised. */
  private static Matrix curve(
      List<Example> history, double[][] rows, double[] weights, double ridge, double[] slope) {
    Matrix curvature = Matrix.zero(weights.length);
    for (int i = 0; i < rows.length; i++) {
      double p = logistic(dot(rows[i], weights));
      double miss = (history.get(i).renewed() ? 1 : 0) - p;
      for (int j = 0; j < weights.length; j++) {
        slope[j] += miss * rows[i][j];
      }
      curvature.addOuter(rows[i], p * (1 - p));
    }
    for (int j = 1; j < weights.length; j++) {
      slope[j] -= ridge * weights[j];
      curvature.addToDiagonal(j, ridge);
    }
    return curvature;
  }

  /** Takes the step, halved until it leads upwards; answers with the longest move of a weight. */
  private static double move(
      List<Example> history, double[][] rows, double[] weights, double ridge, double[] step) {
    double before = fit(history, rows, weights, ridge);
    double share = 1;
    double[] tried = stepped(weights, step, share);
    while (fit(history, rows, tried, ridge) < before && share > CONVERGED) {
      share /= 2;
      tried = stepped(weights, step, share);
    }
    double longest = 0;
    for (int j = 0; j < weights.length; j++) {
      longest = Math.max(longest, Math.abs(tried[j] - weights[j]));
    }
    System.arraycopy(tried, 0, weights, 0, weights.length);
    return longest;
  }

  private static double[] stepped(double[] weights, double[] step, double share) {
    double[] to = weights.clone();
    for (int j = 0; j < to.length; j++) {
      to[j] += share * step[j];
    }
    return to;
  }

  /** Penalised log-likelihood. */
  private static double fit(List<Example> history, double[][] rows, double[] weights, double ridge) {
    double fit = 0;
    for (int i = 0; i < rows.length; i++) {
      double logOdds = dot(rows[i], weights);
      double towards = history.get(i).renewed() ? logOdds : -logOdds;
      fit -= Math.max(0, -towards) + StrictMath.log1p(Math.exp(-Math.abs(towards)));
    }
    for (int j = 1; j < weights.length; j++) {
      fit -= ridge / 2 * weights[j] * weights[j];
    }
    return fit;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double logistic(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  @Override
  public String code() {
    return "LOGISTIC";
  }

  @Override
  public Estimate estimate(Dossier dossier) {
    return estimate(Features.of(dossier));
  }

  /** The estimate from features alone. */
  public Estimate estimate(Features features) {
    double[] row = row(features, means, scales);
    double logOdds = dot(row, weights);
    double half = Shares.Z * Math.sqrt(covariance.form(row));
    return new Estimate(logistic(logOdds), logistic(logOdds - half), logistic(logOdds + half));
  }

  /** What each feature of a dossier adds to the log-odds, beside the average tenant of the history. */
  public Map<Feature, Double> contributions(Dossier dossier) {
    double[] row = row(Features.of(dossier), means, scales);
    Map<Feature, Double> parts = new EnumMap<>(Feature.class);
    for (int f = 0; f < FEATURES.length; f++) {
      parts.put(FEATURES[f], weights[f + 1] * row[f + 1]);
    }
    return parts;
  }
}
