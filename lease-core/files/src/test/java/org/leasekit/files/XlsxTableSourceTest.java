package org.leasekit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.port.UnreadableTableException;

class XlsxTableSourceTest {

  private static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s"
          + "</sheetData></worksheet>";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("book.xlsx");
  }

  /** A minimal workbook around the rows of one sheet. */
  private Path book(String rows) throws IOException {
    return book("", rows, "", 0);
  }

  private Path book(String properties, String rows, String texts, int times) throws IOException {
    String types = "http://schemas.openxmlformats.org/package/2006/content-types";
    String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
      put(zip, "[Content_Types].xml",
          "<Types xmlns=\"" + types + "\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + main
              + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + main
              + "worksheet+xml\"/></Types>");
      put(zip, "_rels/.rels",
          "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"rId1\" Type=\"" + office
              + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      put(zip, "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office
              + "\">" + properties
              + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      put(zip, "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"rId1\" Type=\"" + office
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      put(zip, "xl/worksheets/sheet1.xml", String.format(SHEET, rows));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      byte[] more = texts.getBytes(StandardCharsets.UTF_8);
      zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < times; i++) {
        zip.write(more);
      }
      zip.write("</sst>".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String cell(String reference, String type, String value) {
    return "<c r=\"" + reference + "\" t=\"" + type + "\"><v>" + value + "</v></c>";
  }

  private static String text(String reference, String text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private void refused(Path file, String sentence) {
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> Read.all(TableSources.open(file)))
        .withMessage(file + sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "n,1200,1200",
    "n,1200.50,1200.5",
    "n,0.0,0",
    "n,-0,0",
    "n,1.9913637762E10,19913637762",
    "n,1200.0000000000002,1200",
    "n,680.49999999999989,680.5",
    "n,9007199254740993,9007199254740993",
    "n,1E-7,0.0000001",
    "n,45745,45745",
    "n,45745.0,45745",
    "n,1E+999999999,1E+999999999",
    "b,1,true",
    "e,#N/A,#N/A",
    "str,Ａ １,Ａ １",
    "n,面议,面议"
  })
  void cellsArePassedAsText(String type, String stored, String passed) throws IOException {
    Path book =
        book("<row r=\"1\">" + text("A1", " h ") + "</row><row r=\"2\">" + cell("A2", type, stored) + "</row>");
    assertThat(Read.all(TableSources.open(book)))
        .isEqualTo(new Read(List.of("h"), Map.of(1, List.of(passed))));
  }

  @Test
  void formulasArePassedAsTheirLastResult() throws IOException {
    Path book =
        book("<row r=\"1\">" + text("A1", "a") + text("B1", "b") + "</row><row r=\"2\">"
            + "<c r=\"A2\"><f>600*2</f><v>1.2E3</v></c>"
            + "<c r=\"B2\" t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c></row>");
    assertThat(Read.all(TableSources.open(book)).rows()).isEqualTo(Map.of(1, List.of("1200", "ax")));
  }

  @Test
  void datesAreSerialsAndTextIsText() throws IOException {
    try (OutputStream out = Files.newOutputStream(file());
        Workbook workbook = new Workbook(out, "leasekit", "1.0")) {
      Worksheet hidden = workbook.newWorksheet("notes");
      hidden.value(0, 0, "not this one");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
      Worksheet sheet = workbook.newWorksheet("portfolio");
      sheet.value(1, 0, "start");
      sheet.value(1, 1, "end");
      sheet.value(1, 2, "rent");
      sheet.value(2, 0, LocalDate.of(2025, 3, 29));
      sheet.style(2, 0).format("yyyy\"年\"m\"月\"d\"日\"").set();
      sheet.value(2, 1, "2026年3月31日");
      sheet.value(2, 2, 1200.5);
      sheet.value(5, 0, " x ");
      sheet.value(5, 4, "further");
      workbook.finish();
    }
    Read read = Read.all(TableSources.open(file()));
    assertThat(read.header()).containsExactly("start", "end", "rent");
    assertThat(read.rows())
        .isEqualTo(
            Map.of(
                1, List.of("45745", "2026年3月31日", "1200.5"),
                4, List.of(" x ", "", "", "", "further")));
  }

  @Test
  void rowsWithoutNumbersAreCounted() throws IOException {
    Path book =
        book("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row><row/><row><c><v>5</v></c></row>");
    assertThat(Read.all(TableSources.open(book)))
        .isEqualTo(new Read(List.of("a"), Map.of(2, List.of("5"))));
  }

  @Test
  void emptyWorkbooksAreNamed() throws IOException {
    refused(book(""), " is empty");
    refused(book("<row r=\"1\">" + text("A1", " ") + "</row>"), " is empty");
  }

  @Test
  void otherArchivesAreNoWorkbooks() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
      put(zip, "[Content_Types].xml", "<Types/>");
      put(zip, "word/document.xml", "<w/>");
    }
    refused(file(), " is a ZIP archive, but not an XLSX workbook");
  }

  @Test
  void datesCountedFrom1904AreRefused() throws IOException {
    refused(
        book("<workbookPr date1904=\"1\"/>", "<row r=\"1\">" + text("A1", "a") + "</row>", "", 0),
        " counts dates from 1904; switch that off and save it again");
  }

  @Test
  void aWorkbookCutOffAnywhereIsRefusedInOneSentence() throws IOException {
    byte[] whole = Files.readAllBytes(book("<row r=\"1\">" + text("A1", "a") + "</row>"));
    for (int length = 4; length < whole.length; length += 7) {
      SamplePortfolio.write(file(), Arrays.copyOf(whole, length));
      refused(file(), " is a damaged or cut-off XLSX workbook");
    }
  }

  @Test
  void aWorkbookDamagedAnywhereIsRefusedInOneSentenceOrReadAsItWas() throws IOException {
    byte[] whole = Files.readAllBytes(book("<row r=\"1\">" + text("A1", "a") + "</row>"));
    Read asItWas = Read.all(TableSources.open(file()));
    for (int at = 4; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      SamplePortfolio.write(file(), damaged);
      try {
        assertThat(Read.all(TableSources.open(file()))).isEqualTo(asItWas);
      } catch (UnreadableTableException e) {
        assertThat(e.getMessage()).startsWith(file().toString()).doesNotContain("\n");
      }
    }
  }

  @Test
  void brokenMarkupIsRefusedInOneSentence() throws IOException {
    refused(book("<row r=\"1\">" + text("A1", "a") + "</row><row r=\"x"), " is a damaged XLSX workbook");
    refused(
        book("<row r=\"1\">" + text("A1", "a") + "</row><row r=\"2\">" + cell("A2", "zzz", "1") + "</row>"),
        " is a damaged XLSX workbook");
  }

  @Test
  void archivesThatUnpackToFarTooMuchAreRefused() throws IOException {
    String text = "<si><t>x</t></si>".repeat(10_000);
    Path bomb = book("", "<row r=\"1\">" + text("A1", "a") + "</row>", text, 800);
    assertThat(Files.size(bomb)).isLessThan(1_000_000);
    refused(bomb, " unpacks to more than 128 MiB");
  }

  @Test
  void partsAreMeasuredEachAndTogether() throws IOException {
    Path book = book("", "<row r=\"1\">" + text("A1", "a") + "</row>", "<si/>".repeat(100_000), 3);
    long mebibyte = 1L << 20;
    XlsxGuard.check(book, 3 * mebibyte, 2 * mebibyte);
    for (long[] tooLittle : new long[][] {{mebibyte, 2 * mebibyte}, {3 * mebibyte, mebibyte}}) {
      assertThatExceptionOfType(UnreadableTableException.class)
          .isThrownBy(() -> XlsxGuard.check(book, tooLittle[0], tooLittle[1]))
          .withMessage(book + " unpacks to more than 1 MiB");
    }
  }

  @Test
  void cellsThatNoSpreadsheetCanHoldAreRefused() throws IOException {
    refused(book("<row r=\"1\">" + text("A1", "x".repeat(2_000_000)) + "</row>"),
        " has a cell that no spreadsheet can hold, in xl/worksheets/sheet1.xml");
    refused(book("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"),
        " has a cell that no spreadsheet can hold, in xl/worksheets/sheet1.xml");
    refused(book("<row r=\"1\"><c\n r = 'AAAA1'><v>1</v></c></row>"),
        " has a cell that no spreadsheet can hold, in xl/worksheets/sheet1.xml");
    assertThat(Read.all(TableSources.open(book("<row r=\"1\">" + text("XFD1", "a") + "</row>"))).header())
        .hasSize(16_384);
  }

  @Test
  void aSourceIsCalledAsItsFileAndMayBeReadAgain() throws IOException {
    XlsxTableSource source = new XlsxTableSource(book("<row r=\"1\">" + text("A1", "a") + "</row>"));
    assertThat(source.name()).isEqualTo("book.xlsx");
    assertThat(Read.all(source)).isEqualTo(Read.all(source));
  }
}
