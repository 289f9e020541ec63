package org.leasekit.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leasekit.outcome.Outcome;

/** Where in a table's rows each field stands. */
public final class Columns {

  private final Map<Field, Integer> indexes;
  private final int width;

  /** The table is a {@link QuarantineSheet}, whose cells are neutralised. */
  private final boolean quarantine;

  private Columns(Map<Field, Integer> indexes, int width, boolean quarantine) {
    this.indexes = new EnumMap<>(indexes);
    this.width = width;
    this.quarantine = quarantine;
  }

  /**
   * Finds the fields in a header, which may be that of a {@link QuarantineSheet}.
   *
   * @return the columns; rejected with {@link TableRejection.MissingColumn} when a required field has
   *     none, {@link TableRejection.AmbiguousColumn} when a field has two
   */
  public static Outcome<Columns> bind(List<String> header, ColumnMapping mapping) {
    boolean quarantine = QuarantineSheet.isOne(header);
    Map<Field, Integer> indexes = new EnumMap<>(Field.class);
    for (int i = 0; i < header.size(); i++) {
      Optional<Field> field = mapping.fieldOf(quarantine ? Formulas.restored(header.get(i)) : header.get(i));
      if (field.isPresent() && indexes.put(field.get(), i) != null) {
        return Outcome.rejected(new TableRejection.AmbiguousColumn(field.get()));
      }
    }
    List<Field> missing = new ArrayList<>();
    for (Field field : Field.values()) {
      if (field.isRequired() && !indexes.containsKey(field)) {
        missing.add(field);
      }
    }
    return missing.isEmpty()
        ? Outcome.accepted(new Columns(indexes, header.size(), quarantine))
        : Outcome.rejected(new TableRejection.MissingColumn(missing));
  }

  /** The cell of a field as it stands in the row, or stood before it was quarantined; empty when the table has no such column. */
  String cell(RawRow row, Field field) {
    Integer index = indexes.get(field);
    if (index == null || index >= row.cells().size()) {
      return "";
    }
    return quarantine ? Formulas.restored(row.cells().get(index)) : row.cells().get(index);
  }

  /** Whether something stands to the right of the last column: a separator too many moves every cell. */
  boolean hasFurtherCells(RawRow row) {
    return row.cells().stream().skip(width).anyMatch(cell -> !Cleaning.text(cell).isEmpty());
  }
}
