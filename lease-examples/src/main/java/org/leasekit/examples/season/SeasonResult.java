package org.leasekit.examples.season;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A season that was run.
 *
 * @param rows data lines of the portfolio
 * @param start first simulated day
 * @param contracts rows that became contracts
 * @param report where the report lies
 * @param beside what it can be held against
 */
record SeasonResult(
    SeasonPlan plan, LocalDate start, int rows, int contracts, SeasonFigures figures, Path report, Beside beside) {

  /** What the early bird truly did; null when it was not run with nobody told early. */
  @Nullable EarlyBirdTruth truth() {
    SeasonRecords untold = beside.untold();
    return untold == null ? null : EarlyBirdTruth.of(figures.records(), untold, figures.end());
  }
}
