package org.leasekit.examples.season;

import java.util.List;
import org.leasekit.intent.Dossier;
import org.leasekit.intent.Estimate;
import org.leasekit.intent.IntentModel;
import org.leasekit.intent.IntentModels;

/** What has been learnt so far: a model of the office's own that is learnt anew now and then. */
final class LearntIntent implements IntentModel {
  private volatile IntentModel learnt = IntentModels.paidByDay22(List.of());

  /** From now on this one answers. */
  void learn(IntentModel model) {
    learnt = model;
  }

  @Override
  public String code() {
    return learnt.code();
  }

  @Override
  public Estimate estimate(Dossier dossier) {
    return learnt.estimate(dossier);
  }
}
