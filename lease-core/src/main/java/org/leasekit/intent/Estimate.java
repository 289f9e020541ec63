package org.leasekit.intent;

/**
 * How likely a tenant is to renew, and how sure that is.
 *
 * @param probability best guess, 0 to 1
 * @param low the probability lies in [low, high] with 95 % confidence, as far as the model's shape is right
 * @param high see {@code low}
 */
public record Estimate(double probability, double low, double high) {

  /** Nothing is known: one half, give or take everything. */
  public static final Estimate UNKNOWN = new Estimate(0.5, 0, 1);

  public Estimate {
    if (!(0 <= low && low <= probability && probability <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "0 <= low <= probability <= high <= 1, but were " + low + ", " + probability + ", " + high);
    }
  }
}
