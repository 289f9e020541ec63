package org.leasekit.examples.season;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.insight.SeasonComparison;

/**
 * Other runs of a season with the same tenants, to hold it against.
 *
 * @param other under another policy; null when none was asked for
 * @param untold with nobody told early; null where nobody is anyway
 */
record Beside(@Nullable SeasonResult other, @Nullable SeasonRecords untold) {

  /** Nothing to hold it against. */
  static final Beside NOTHING = new Beside(null, null);

  /**
   * A season under two policies.
   *
   * @param first days before the end of the term at which the stages of the season's own policy are due
   * @param second those of the other
   */
  record Compared(List<Integer> first, List<Integer> second, SeasonComparison figures) {}
}
