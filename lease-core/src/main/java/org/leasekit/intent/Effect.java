package org.leasekit.intent;

/**
 * What a treatment did to the share that renewed, beside a group held back by lot.
 *
 * @param treated cases that were treated
 * @param treatedRenewed of them
 * @param heldBack cases that were not, though they could have been
 * @param heldBackRenewed of them
 * @param difference of the shares, -1 to 1; 0 when a group is empty
 * @param low the true difference lies in [low, high] with 95 % confidence: Newcombe's interval of Wilson's scores
 * @param high see {@code low}
 */
public record Effect(
    int treated,
    int treatedRenewed,
    int heldBack,
    int heldBackRenewed,
    double difference,
    double low,
    double high) {

  /** The effect from counts. */
  public static Effect of(int treated, int treatedRenewed, int heldBack, int heldBackRenewed) {
    if (treatedRenewed < 0 || treatedRenewed > treated || heldBackRenewed < 0 || heldBackRenewed > heldBack) {
      throw new IllegalArgumentException("renewed: zero to the size of the group");
    }
    if (treated == 0 || heldBack == 0) {
      return new Effect(treated, treatedRenewed, heldBack, heldBackRenewed, 0, -1, 1);
    }
    double mine = (double) treatedRenewed / treated;
    double theirs = (double) heldBackRenewed / heldBack;
    Estimate a = Shares.wilson(treatedRenewed, treated);
    Estimate b = Shares.wilson(heldBackRenewed, heldBack);
    double difference = mine - theirs;
    return new Effect(
        treated,
        treatedRenewed,
        heldBack,
        heldBackRenewed,
        difference,
        Math.max(-1, difference - StrictMath.hypot(mine - a.low(), b.high() - theirs)),
        Math.min(1, difference + StrictMath.hypot(a.high() - mine, theirs - b.low())));
  }
}
