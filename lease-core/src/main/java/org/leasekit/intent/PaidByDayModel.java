package org.leasekit.intent;

import java.util.List;

/**
 * The plain rule: who has paid by day {@value Dossier#DAY} before expiry renews as often as such tenants did, and so
 * does who has not.
 *
 * @param paid of those who had paid
 * @param unpaid of those who had not
 */
public record PaidByDayModel(Estimate paid, Estimate unpaid) implements IntentModel {

  /** Shares in history with Wilson's intervals. */
  static PaidByDayModel train(List<Example> history) {
    return new PaidByDayModel(share(history, true), share(history, false));
  }

  private static Estimate share(List<Example> history, boolean paid) {
    List<Example> such =
        history.stream()
            .filter(each -> each.features().value(Feature.PAID_BY_DAY_22) > 0 == paid)
            .toList();
    long renewed = such.stream().filter(Example::renewed).count();
    return Shares.wilson(renewed, such.size());
  }

  @Override
  public String code() {
    return "PAID_BY_DAY_" + Dossier.DAY;
  }

  @Override
  public Estimate estimate(Dossier dossier) {
    return dossier.paidByDay22() ? paid : unpaid;
  }
}
