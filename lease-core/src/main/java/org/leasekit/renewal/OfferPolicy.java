package org.leasekit.renewal;

import org.jspecify.annotations.Nullable;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.IntentModel;
import org.leasekit.intent.IntentModels;

/**
 * How a lessor makes offers beside their price.
 *
 * @param limits beyond which a person approves
 * @param intent estimates whether a tenant renews
 * @param earlyBird null when there is none
 * @param personalCode null when tenants get no codes
 */
public record OfferPolicy(
    OfferLimits limits,
    IntentModel intent,
    @Nullable EarlyBird earlyBird,
    @Nullable PersonalCode personalCode) {

  /** The usual limits; nothing is known of intent, nobody is early, nobody gets a code. */
  public static final OfferPolicy STANDARD =
      new OfferPolicy(OfferLimits.STANDARD, IntentModels.UNKNOWN, null, null);

  /**
   * A code for one tenant and one renewal, to be used once.
   *
   * @param basisPoints off the rent, in hundredths of a percent, 1 to 10000
   * @param days for which it holds from the day it is given, that day included, at least 1
   * @param secret that codes are made with, so that nobody can guess them, at least 16 characters
   */
  public record PersonalCode(int basisPoints, int days, String secret) {
    private static final int WHOLE = 10_000;
    private static final int SHORTEST_SECRET = 16;

    public PersonalCode {
      if (basisPoints < 1 || basisPoints > WHOLE || days < 1) {
        throw new IllegalArgumentException("basisPoints: 1 to 10000; days: at least 1");
      }
      if (secret.length() < SHORTEST_SECRET) {
        throw new IllegalArgumentException("secret: at least " + SHORTEST_SECRET + " characters");
      }
    }

    @Override
    public String toString() {
      return "PersonalCode[basisPoints=" + basisPoints + ", days=" + days + "]";
    }
  }

  /** The same with another model. */
  public OfferPolicy withIntent(IntentModel model) {
    return new OfferPolicy(limits, model, earlyBird, personalCode);
  }

  /** What comes off the rent of an early bird, in hundredths of a percent; nothing off anybody else's. */
  int earlyDiscount(boolean bird) {
    return bird && earlyBird != null ? earlyBird.discountBasisPoints() : 0;
  }

  /** What comes off the rent of who uses a code that is given out now, in hundredths of a percent. */
  int codeDiscount() {
    return personalCode == null ? 0 : personalCode.basisPoints();
  }
}
