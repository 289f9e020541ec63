package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leasekit.files.QuarantineFile;
import org.leasekit.files.SamplePortfolio;
import org.leasekit.files.TableSources;
import org.leasekit.intake.ImportReport;
import org.leasekit.memory.MemoryStores;

/** What is wrong in the sample portfolio is written to a file, corrected there, and imported. */
class QuarantineRoundTripTest {


  @TempDir Path folder;

  private final MemoryStores stores = new MemoryStores();
  private final ImportService service = Importing.into(stores);

  private ImportReport importing(Path file, Path quarantine) {
    try (QuarantineFile bad = QuarantineFile.create(quarantine, Locale.ENGLISH)) {
      ImportReport report =
          service
              .importPortfolio(TableSources.open(file), ImportOptions.STANDARD.withRows(bad))
              .orElseThrow();
      assertThat(bad.rows()).isEqualTo(report.refused());
      return report;
    }
  }

  /** The rows of a file by the line of the first table, header at 0. */
  private static Map<Integer, List<String>> rows(Path file) {
    Map<Integer, List<String>> rows = new TreeMap<>();
    TableSources.open(file)
        .read(
            header -> rows.put(0, header),
            row -> rows.put(Integer.valueOf(row.cells().get(0)), row.cells()));
    return rows;
  }

  private Path corrected(Path quarantine) throws IOException {
    Path file = folder.resolve("corrected.csv");
    Map<Integer, List<String>> rows = rows(quarantine);
    List<String> header = rows.get(0);
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<Integer, List<String>> row : rows.entrySet()) {
        List<String> cells = new ArrayList<>(row.getValue());
        if (row.getKey() > 0) {
          correct(header, cells, cells.get(2), "N-" + row.getKey());
        }
        csv.writeRecord(cells);
      }
    }
    return file;
  }

  private static void correct(List<String> header, List<String> cells, String rule, String fresh) {
    switch (rule) {
      case "DUPLICATE_CONTRACT_NUMBER" -> {
        cells.set(header.indexOf("contract_no"), fresh);
        cells.set(header.indexOf("unit"), fresh);
      }
      case "UNIT_ALREADY_LEASED" -> cells.set(header.indexOf("unit"), fresh);
      case "ENDS_BEFORE_START" -> cells.set(header.indexOf("end_date"), "2030-12-31");
      case "NO_WAY_TO_REACH_TENANT" -> cells.set(header.indexOf("phone"), "+86 199 1363 7762");
      case "RENT_NOT_AN_AMOUNT" -> cells.set(header.indexOf("monthly_rent"), "500.00");
      case "NO_SUCH_MASTER" -> cells.set(header.indexOf("parent_contract_no"), "");
      case "START_DATE_NOT_A_DATE" -> cells.set(header.indexOf("start_date"), "2024-06-01");
      case "NO_CONTRACT_NUMBER" -> {
        cells.set(header.indexOf("contract_no"), fresh);
        // what could not be asked of a row without number: some units are let
        cells.set(header.indexOf("unit"), fresh);
      }
      default -> throw new AssertionError(rule);
    }
  }

  @Test
  void whatIsCorrectedIsImportedAndImportingItAgainChangesNothing() throws IOException {
    Path quarantine = folder.resolve("quarantine.csv");
    importing(SamplePortfolio.csv(folder, StandardCharsets.UTF_8, true), quarantine);
    assertThat(rows(quarantine)).hasSize(1 + 88);
    Path corrected = corrected(quarantine);

    ImportReport report = importing(corrected, folder.resolve("again.csv"));
    assertThat(report.quarantined()).isEmpty();
    assertThat(report.accepted()).isEqualTo(88);
    assertThat(report.refused()).isZero();
    ImportReport second = importing(corrected, folder.resolve("still.csv"));
    assertThat(second.unchanged()).isEqualTo(88);
  }

  /** But for copies: on their own, they say what is stored. */
  @Test
  void whatIsNotCorrectedComesBackAsItWas() throws IOException {
    Path quarantine = folder.resolve("quarantine.csv");
    importing(SamplePortfolio.csv(folder, StandardCharsets.UTF_8, true), quarantine);
    Map<Integer, List<String>> first = rows(quarantine);
    assertThat(first.get(0)).startsWith("quarantine_line", "quarantine_field").contains("contract_no");
    Map<Integer, String> reasons = new TreeMap<>();
    first.forEach((line, cells) -> reasons.put(line, cells.get(3)));
    reasons.remove(0);
    assertThat(reasons).isEqualTo(SamplePortfolio.expectedQuarantine());

    Path again = folder.resolve("again.csv");
    ImportReport report = importing(quarantine, again);
    assertThat(report.accepted()).isZero();
    assertThat(report.unchanged()).isEqualTo(11);
    first.values().removeIf(cells -> cells.get(2).equals("DUPLICATE_CONTRACT_NUMBER"));
    assertThat(rows(again)).isEqualTo(first);

    Path third = folder.resolve("third.csv");
    importing(again, third);
    assertThat(Files.readAllBytes(third)).isEqualTo(Files.readAllBytes(again));
  }

  @Test
  void formulasAreWrittenAsTextAndComeBackAsTheyWere() throws IOException {
    Path file = folder.resolve("attack.csv");
    String header = "contract_no,project,unit,tenant_name,tenant_type,phone,start_date,end_date,monthly_rent,billing_cycle";
    List<String> attacks =
        List.of("=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "'=1", "''=1");
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord(header.split(","));
      for (String attack : attacks) {
        csv.writeRecord(attack, attack, attack, attack, "person", "13800000001", "2026-01-01", "2026-12-31", attack, "monthly");
      }
    }
    Path quarantine = folder.resolve("quarantine.csv");
    importing(file, quarantine);
    Map<Integer, List<String>> written = rows(quarantine);
    assertThat(written).hasSize(1 + attacks.size());
    assertThat(written.values())
        .allSatisfy(cells -> assertThat(cells).noneMatch(cell -> cell.strip().matches("(?s)[=+\\-@＝\t\r].*")));
    Path again = folder.resolve("again.csv");
    importing(quarantine, again);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(quarantine));
  }

  @Test
  void aFileThatSomebodyMayBeCorrectingIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("quarantine.csv"), "work of a week");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> QuarantineFile.create(file, Locale.ENGLISH))
        .withMessage("no new quarantine file " + file);
    assertThat(Files.readString(file)).isEqualTo("work of a week");
  }
}
