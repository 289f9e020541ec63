package org.leasekit.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of one row, and what was found wrong with them so far; made anew for every row. */
final class Cells {
  private final Columns columns;
  private final RawRow row;
  private final List<Finding> findings = new ArrayList<>();

  Cells(Columns columns, RawRow row) {
    this.columns = columns;
    this.row = row;
    if (columns.hasFurtherCells(row)) {
      find(RowRule.TOO_MANY_CELLS.brokenBy(String.join("|", row.cells())));
    }
    for (Field field : Field.values()) {
      if (raw(field).length() > field.maxLength() && text(field).length() > field.maxLength()) {
        find(RowRule.CELL_TOO_LONG.brokenBy(field, raw(field)));
      }
    }
  }

  String raw(Field field) {
    return columns.cell(row, field);
  }

  String text(Field field) {
    return Cleaning.text(raw(field));
  }

  String code(Field field) {
    return Cleaning.code(raw(field));
  }

  /** The cleaned text, null when there is none. */
  @Nullable String textOrNull(Field field) {
    String text = text(field);
    return text.isEmpty() ? null : text;
  }

  /** The cleaned code, null when there is none. */
  @Nullable String codeOrNull(Field field) {
    String code = code(field);
    return code.isEmpty() ? null : code;
  }

  /** The value, or null and a finding. */
  <T> @Nullable T required(Field field, Optional<T> read, RowRule otherwise) {
    if (read.isEmpty()) {
      find(otherwise.brokenBy(raw(field)));
    }
    return read.orElse(null);
  }

  @Nullable LocalDate date(Field field, RowRule otherwise) {
    return required(field, Cleaning.date(raw(field)), otherwise);
  }

  void find(RowRejection rejection) {
    findings.add(Finding.of(rejection));
  }

  /** Everything found so far. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
