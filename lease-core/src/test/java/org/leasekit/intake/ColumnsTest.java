package org.leasekit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void columnsAreFoundByHeadingWhereverTheyStand() {
    List<String> header = new ArrayList<>(Portfolio.header());
    header.set(0, "\uFEFF Contract_No\u3000");
    header.add("whatever");
    Collections.reverse(header);
    Columns columns = Columns.bind(header, ColumnMapping.standard()).orElseThrow();
    List<String> cells = new ArrayList<>(Portfolio.row(1).cells());
    cells.add("");
    Collections.reverse(cells);
    assertThat(columns.cell(new RawRow(1, cells), Field.CONTRACT_NO)).isEqualTo("PK1");
    assertThat(columns.cell(new RawRow(1, cells), Field.UNIT)).isEqualTo("B1-1");
  }

  @Test
  void whatIsMissingIsNamed() {
    List<String> header = new ArrayList<>(Portfolio.header());
    header.removeAll(List.of("unit", "end_date", "email", "deposit"));
    assertThat(Columns.bind(header, ColumnMapping.standard()).rejection())
        .isEqualTo(new TableRejection.MissingColumn(List.of(Field.UNIT, Field.END_DATE)))
        .satisfies(
            rejection ->
                assertThat(rejection.message(Locale.ENGLISH))
                    .isEqualTo("the table has no column unit, end_date"));
  }

  @Test
  void optionalColumnsMayBeMissing() {
    List<String> header = new ArrayList<>(Portfolio.header());
    header.remove("deposit");
    Columns columns = Columns.bind(header, ColumnMapping.standard()).orElseThrow();
    assertThat(columns.cell(Portfolio.row(1), Field.DEPOSIT)).isEmpty();
  }

  @Test
  void twoColumnsForOneFieldAreRefused() {
    List<String> header = new ArrayList<>(Portfolio.header());
    header.add("UNIT");
    assertThat(Columns.bind(header, ColumnMapping.standard()).rejection())
        .isEqualTo(new TableRejection.AmbiguousColumn(Field.UNIT));
  }

  @Test
  void otherHeadingsAreAMatterOfConfiguration() {
    List<String> header = new ArrayList<>(Portfolio.header());
    header.set(Field.UNIT.ordinal(), "车位号");
    ColumnMapping mapping = ColumnMapping.standard().with(" 车位号", Field.UNIT);
    assertThat(Columns.bind(header, mapping).orElseThrow().cell(Portfolio.row(1), Field.UNIT))
        .isEqualTo("B1-1");
    assertThat(ColumnMapping.standard().fieldOf("车位号")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> mapping.with(" ", Field.UNIT));
  }
}
