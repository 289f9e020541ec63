package org.leasekit.intake;

import org.leasekit.outcome.Rejection;

/**
 * One thing that is wrong with a row.
 *
 * @param field name of the column to look at
 * @param rejection the rule it breaks
 */
public record Finding(String field, Rejection rejection) {

  /** A rule that was broken, in the field that it speaks of. */
  public static Finding of(Rejection rejection) {
    return new Finding(rejection.field(), rejection);
  }
}
