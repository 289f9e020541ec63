package org.leasekit.examples.season;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a season is run with.
 *
 * @param business whose season it is
 * @param portfolio the spreadsheet
 * @param start first simulated day; null for {@value #LEAD_DAYS} days before the portfolio's commonest
 *     last day of a term
 * @param days simulated days, at least 1
 * @param stages days before the last day of the term, strictly falling, zero or more
 * @param seed of everything that happens by chance
 * @param out where the files go
 */
record SeasonPlan(
    Business business,
    Path portfolio,
    @Nullable LocalDate start,
    int days,
    List<Integer> stages,
    long seed,
    Path out) {

  /** From the default start to the commonest last day. */
  static final int LEAD_DAYS = 70;

  public SeasonPlan {
    stages = List.copyOf(stages);
  }

  /** The same season of the same tenants, run in another way. */
  SeasonPlan with(Business asRun, List<Integer> otherStages, Path elsewhere) {
    return new SeasonPlan(asRun, portfolio, start, days, otherStages, seed, elsewhere);
  }
}
