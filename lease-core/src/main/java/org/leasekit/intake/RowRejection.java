package org.leasekit.intake;

import java.util.List;
import org.leasekit.outcome.Rejection;

/**
 * Why a row was put into quarantine.
 *
 * @param broken the rule
 * @param field name of the column to look at, {@code cells} when it is the row as a whole
 * @param cell what stands there, uncleaned, may be empty
 */
public record RowRejection(RowRule broken, String field, String cell) implements Rejection {

  @Override
  public String rule() {
    return broken.name();
  }

  /** The column, then the cell. */
  @Override
  public List<String> data() {
    return List.of(field, cell);
  }
}
