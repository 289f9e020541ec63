package org.leasekit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.intake.Portfolio.read;
import static org.leasekit.intake.Portfolio.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarantineSheetTest {

  @Test
  void aRowSaysWhereItCameFromAndWhatIsWrongInTheReadersLanguage() {
    QuarantineSheet sheet = QuarantineSheet.of(List.of("unit", "rent"));
    QuarantinedRow bad =
        new QuarantinedRow(
            7,
            List.of(
                Finding.of(RowRule.NO_UNIT.brokenBy("")),
                Finding.of(RowRule.RENT_NOT_AN_AMOUNT.brokenBy("=1+1"))),
            List.of("", "=1+1", "further"));
    assertThat(sheet.header())
        .containsExactly(
            "quarantine_line", "quarantine_field", "quarantine_rule", "quarantine_reason", "unit", "rent");
    assertThat(sheet.row(bad, Locale.ENGLISH))
        .containsExactly(
            "7", "unit; monthly_rent", "NO_UNIT; RENT_NOT_AN_AMOUNT",
            "no unit; rent is not an amount", "", "'=1+1", "further");
    assertThat(sheet.row(bad, Locale.CHINESE)).contains("缺少车位或单元; 租金不是有效金额");
  }

  @Test
  void aSheetOfASheetIsTheSameSheet() {
    List<String> headings = List.of("unit", "=odd", "rent");
    QuarantinedRow bad =
        new QuarantinedRow(
            7, List.of(Finding.of(RowRule.NO_UNIT.brokenBy(""))), List.of("", "-1", "'+1", "@"));
    QuarantineSheet sheet = QuarantineSheet.of(headings);
    List<String> once = sheet.row(bad, Locale.ENGLISH);
    QuarantineSheet again = QuarantineSheet.of(sheet.header());
    assertThat(again.header()).isEqualTo(sheet.header());
    assertThat(again.row(new QuarantinedRow(2, bad.findings(), once), Locale.ENGLISH)).isEqualTo(once);
  }

  @Test
  void whatComesBackReadsAsItDid() {
    RawRow original =
        row(1, Field.TENANT_NAME, "=cmd|' /C calc'!A0", Field.MONTHLY_RENT, "-800", Field.PHONE, "+8619913637762");
    QuarantinedRow bad = (QuarantinedRow) read(original);
    QuarantineSheet sheet = QuarantineSheet.of(Portfolio.header());
    List<String> cells = sheet.row(bad, Locale.ENGLISH);
    Columns columns = Columns.bind(sheet.header(), ColumnMapping.standard()).orElseThrow();
    RowReader reader = new RowReader(Portfolio.LESSOR, columns, Monetary.getCurrency("CNY"));

    assertThat(((QuarantinedRow) reader.read(new RawRow(1, cells))).findings()).isEqualTo(bad.findings());
    List<String> corrected = new ArrayList<>(cells);
    corrected.set(sheet.header().indexOf("monthly_rent"), "800");
    LeaseRow lease = (LeaseRow) reader.read(new RawRow(1, corrected));
    assertThat(lease.tenant().name()).isEqualTo("=cmd|' /C calc'!A0");
    assertThat(lease.contract().contacts().get(0).address()).isEqualTo("19913637762");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "=1+1,'=1+1", "+1,'+1", "-1,'-1", "@SUM,'@SUM", "＝1,'＝1", "\" =1\",\"' =1\"", "\"\t1\",\"'\t1\"",
        "'=1,''=1", "''-,'''-", "1=1,1=1", "'x,'x", "','", "a-b,a-b", "\"\",\"\""
      })
  void formulasAreNeutralised(String cell, String written) {
    assertThat(Formulas.neutralised(cell)).isEqualTo(written);
    assertThat(Formulas.restored(written)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x", "'", "x'=", "O'Neill"})
  void whatSomebodyTypedStaysAsItIs(String cell) {
    assertThat(Formulas.restored(cell)).isEqualTo(cell);
  }

  @Property
  void nothingIsLostAndNothingCalculates(
      @ForAll @Chars({'=', '+', '-', '@', '\'', ' ', '\t', '\n', '\u3000', '＝', 'x'}) String cell) {
    String written = Formulas.neutralised(cell);
    assertThat(Formulas.restored(written)).isEqualTo(cell);
    assertThat(written.strip()).doesNotMatch("(?s)[=+\\-@＝].*");
  }
}
