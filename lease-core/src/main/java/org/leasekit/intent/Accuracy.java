package org.leasekit.intent;

import java.util.Comparator;
import java.util.List;

/**
 * How good estimates were, once it is known what became of the cases.
 *
 * @param cases how many
 * @param auc chance that of one who renewed and one who did not the first was given the higher probability, a tie
 *     counting half; 0.5 when there are not both
 * @param calibrationError by how much the probability given and the share that renewed differ, averaged over ten groups
 *     of equal size in order of probability; cases of equal probability stay in the order given
 * @param brier mean squared difference of probability and outcome
 */
public record Accuracy(int cases, double auc, double calibrationError, double brier) {
  private static final int GROUPS = 10;

  /** One estimate and what became of it. */
  public record Outcome(double probability, boolean renewed) {}

  /** The accuracy of some estimates. */
  public static Accuracy of(List<Outcome> outcomes) {
    List<Outcome> sorted =
        outcomes.stream().sorted(Comparator.comparingDouble(Outcome::probability)).toList();
    return new Accuracy(sorted.size(), auc(sorted), calibrationError(sorted), brier(sorted));
  }

  private static double auc(List<Outcome> sorted) {
    long renewed = sorted.stream().filter(Outcome::renewed).count();
    long others = sorted.size() - renewed;
    if (renewed == 0 || others == 0) {
      return 0.5;
    }
    double above = 0;
    long othersBelow = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      long tiedRenewed = 0;
      while (to < sorted.size() && sorted.get(to).probability() == sorted.get(from).probability()) {
        tiedRenewed += sorted.get(to).renewed() ? 1 : 0;
        to++;
      }
      long tiedOthers = to - from - tiedRenewed;
      above += tiedRenewed * (othersBelow + tiedOthers / 2.0);
      othersBelow += tiedOthers;
      from = to;
    }
    return above / ((double) renewed * others);
  }

  private static double calibrationError(List<Outcome> sorted) {
    double error = 0;
    int groups = Math.min(GROUPS, sorted.size());
    for (int group = 0; group < groups; group++) {
      List<Outcome> some =
          sorted.subList(group * sorted.size() / groups, (group + 1) * sorted.size() / groups);
      double given = some.stream().mapToDouble(Outcome::probability).sum();
      long renewed = some.stream().filter(Outcome::renewed).count();
      error += Math.abs(given - renewed);
    }
    return sorted.isEmpty() ? 0 : error / sorted.size();
  }

  private static double brier(List<Outcome> outcomes) {
    double sum = 0;
    for (Outcome each : outcomes) {
      double miss = each.probability() - (each.renewed() ? 1 : 0);
      sum += miss * miss;
    }
    return outcomes.isEmpty() ? 0 : sum / outcomes.size();
  }
}
