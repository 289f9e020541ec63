package org.leasekit.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Quarantined rows as a table that people correct and that is imported as it is: four columns that say where a row came
 * from and what is wrong with it, then the columns of the table it came from. The four are not read again; the line stays
 * that of the first table however often a row comes back.
 *
 * <p>Cells that a spreadsheet would calculate are neutralised by an apostrophe in front, which an import takes away.
 */
public final class QuarantineSheet {

  /** What the columns in front are called. */
  public static final List<String> HEADINGS =
      List.of("quarantine_line", "quarantine_field", "quarantine_rule", "quarantine_reason");

  private static final String SEPARATOR = "; ";

  private final List<String> headings;
  private final int line;
  private final Set<Integer> dropped = new TreeSet<>();

  private QuarantineSheet(List<String> headings) {
    List<String> keys = headings.stream().map(ColumnMapping::key).toList();
    for (int i = 0; i < keys.size(); i++) {
      if (HEADINGS.contains(keys.get(i))) {
        dropped.add(i);
      }
    }
    this.line = keys.indexOf(HEADINGS.get(0));
    this.headings = kept(headings);
  }

  /** The sheet for rows of a table with those headings, which may be such a sheet itself. */
  public static QuarantineSheet of(List<String> headings) {
    return new QuarantineSheet(headings);
  }

  /** Whether a table with those headings is such a sheet. */
  static boolean isOne(List<String> headings) {
    return headings.stream().map(ColumnMapping::key).anyMatch(HEADINGS.get(0)::equals);
  }

  /** The headings of the sheet. */
  public List<String> header() {
    List<String> header = new ArrayList<>(HEADINGS);
    headings.forEach(heading -> header.add(Formulas.neutralised(heading)));
    return List.copyOf(header);
  }

  /**
   * A row of the sheet.
   *
   * @param language of the sentences that say what is wrong
   */
  public List<String> row(QuarantinedRow row, Locale language) {
    List<String> cells = new ArrayList<>();
    boolean comesBack = line >= 0 && line < row.cells().size() && !row.cells().get(line).isBlank();
    cells.add(comesBack ? Formulas.neutralised(row.cells().get(line)) : Integer.toString(row.line()));
    cells.add(joined(row, Finding::field));
    cells.add(joined(row, finding -> finding.rejection().rule()));
    cells.add(Formulas.neutralised(joined(row, finding -> finding.rejection().message(language))));
    kept(row.cells()).forEach(cell -> cells.add(Formulas.neutralised(cell)));
    return List.copyOf(cells);
  }

  private List<String> kept(List<String> cells) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!dropped.contains(i)) {
        kept.add(line < 0 ? cells.get(i) : Formulas.restored(cells.get(i)));
      }
    }
    return List.copyOf(kept);
  }

  private static String joined(QuarantinedRow row, Function<Finding, String> part) {
    return row.findings().stream().map(part).collect(Collectors.joining(SEPARATOR));
  }
}
