package org.leasekit.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.leasekit.outcome.Rejection;

/** Why a whole table was refused. */
public sealed interface TableRejection extends Rejection {

  /**
   * Fields without which no contract can be read have no column.
   *
   * @param missing at least one
   */
  record MissingColumn(List<Field> missing) implements TableRejection {
    public MissingColumn {
      missing = List.copyOf(missing);
    }

    @Override
    public String rule() {
      return "MISSING_COLUMN";
    }

    @Override
    public String field() {
      return missing.stream().map(Field::columnName).collect(Collectors.joining(", "));
    }

    @Override
    public List<String> data() {
      return List.of(field());
    }
  }

  /** Two columns stand for one field. */
  record AmbiguousColumn(Field column) implements TableRejection {
    @Override
    public String rule() {
      return "AMBIGUOUS_COLUMN";
    }

    @Override
    public String field() {
      return column.columnName();
    }

    @Override
    public List<String> data() {
      return List.of(field());
    }
  }

  /**
   * A table has more master contracts than are held in memory, which is where they are sorted.
   *
   * @param most how many there may be
   */
  record TooManyMasters(int most) implements TableRejection {
    @Override
    public String rule() {
      return "TOO_MANY_MASTERS";
    }

    @Override
    public String field() {
      return Field.REMARK.columnName();
    }

    @Override
    public List<String> data() {
      return List.of(Integer.toString(most));
    }
  }
}
