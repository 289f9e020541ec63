package org.leasekit.intake;

import java.util.List;

/**
 * A row as the table holds it.
 *
 * @param line counts data rows from 1, the header not counted
 * @param cells uncleaned, in the order of the header, missing ones empty, further ones at the end
 */
public record RawRow(int line, List<String> cells) {
  public RawRow {
    cells = List.copyOf(cells);
  }
}
