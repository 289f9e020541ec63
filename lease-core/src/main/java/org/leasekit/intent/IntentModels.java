package org.leasekit.intent;

import java.util.List;

/** The models there are. */
public final class IntentModels {

  /** Ridge penalty of the logistic model, in units of one standard deviation of a feature. */
  public static final double USUAL_RIDGE = 1.0;

  /** Knows nothing and says so. */
  public static final IntentModel UNKNOWN =
      new IntentModel() {
        @Override
        public String code() {
          return "UNKNOWN";
        }

        @Override
        public Estimate estimate(Dossier dossier) {
          return Estimate.UNKNOWN;
        }
      };

  private IntentModels() {}

  /** The plain rule, with the shares that history gives it; without history it knows nothing. */
  public static PaidByDayModel paidByDay22(List<Example> history) {
    return PaidByDayModel.train(history);
  }

  /**
   * The default: logistic regression where history suffices, else the plain rule.
   *
   * @param history cases that have ended, each as it was known when it was asked about
   */
  public static IntentModel trained(List<Example> history) {
    return LogisticModel.canLearn(history)
        ? LogisticModel.train(history, USUAL_RIDGE)
        : PaidByDayModel.train(history);
  }
}
