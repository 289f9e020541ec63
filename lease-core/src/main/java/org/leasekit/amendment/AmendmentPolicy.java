package org.leasekit.amendment;

/**
 * What the lessor demands of tenants who leave early.
 *
 * @param minimumMonths whole months from the start of the term that are owed in any case, 0 or more
 * @param noticeDays days from the day on which notice is given to the first day that is not let, 0 or more
 */
public record AmendmentPolicy(int minimumMonths, int noticeDays) {

  /** No minimum term, no notice. */
  public static final AmendmentPolicy LENIENT = new AmendmentPolicy(0, 0);

  public AmendmentPolicy {
    if (minimumMonths < 0 || noticeDays < 0) {
      throw new IllegalArgumentException("minimumMonths, noticeDays: must not be negative");
    }
  }
}
