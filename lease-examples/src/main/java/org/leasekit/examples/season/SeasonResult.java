package org.leasekit.examples.season;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A season that was run.
 *
 * @param rows data lines of the portfolio
 * @param start first simulated day
 * @param contracts rows that became contracts
 * @param report where the report lies
 */
record SeasonResult(
    SeasonPlan plan, LocalDate start, int rows, int contracts, SeasonFigures figures, Path report) {}
