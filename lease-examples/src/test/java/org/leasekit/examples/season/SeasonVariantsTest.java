package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seasons over a tenth of the portfolio, in many forms; what must hold always holds in each. */
class SeasonVariantsTest {
  @TempDir private Path folder;
  private Path sample;
  private Path out;

  @BeforeEach
  void writeSample() throws IOException {
    sample =
        SeasonRuns.write(
            folder.resolve("sample.csv"), SeasonRuns.sampleLines(), StandardCharsets.UTF_8);
    out = folder.resolve("out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "60,30,7 2",
        "45,20,10,2 3",
        "15 4",
        "30,29,28,1,0 5",
        "30,15,3 -9223372036854775808",
      })
  void stagesAndSeedsMayBeOthers(String stages, long seed) throws Exception {
    List<Integer> days = List.of(stages.split(",")).stream().map(Integer::valueOf).toList();
    run(new SeasonPlan(SeasonRuns.PARKING, sample, null, 100, days, seed, out));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-18, 50", "2026-02-17, 60", "2026-03-31, 3", "2025-03-01, 10", "2027-06-01, 5"})
  void theSeasonMayBeginAtAnyTime(LocalDate start, int days) throws Exception {
    run(SeasonRuns.plan(sample, start, days, out));
  }

  /** The successors' own renewals come due a year later, beyond the calendar's holidays. */
  @Test
  void theSeasonMayLastLongerThanALease() throws Exception {
    run(SeasonRuns.plan(sample, null, 460, out));
    assertThat(SeasonOutput.read(out).contracts())
        .anyMatch(row -> row.getField("contract_no").endsWith("-R2"));
  }

  @Test
  void theOrderOfRowsAndTheFormOfTheFileChangeNothing() throws Exception {
    run(SeasonRuns.plan(sample, null, 100, out));
    Map<String, String> expected = SeasonOutput.bytes(out);
    expected.remove("quarantine.csv");
    expected.remove("report.html");
    List<Path> others =
        List.of(
            SeasonRuns.write(
                folder.resolve("reversed.csv"),
                SeasonRuns.reversed(SeasonRuns.sampleLines()),
                StandardCharsets.UTF_8),
            SeasonRuns.write(
                folder.resolve("gb18030.csv"),
                SeasonRuns.sampleLines(),
                Charset.forName("GB18030")),
            workbook(SeasonRuns.sampleLines()));
    for (Path other : others) {
      Path theirs = folder.resolve(other.getFileName() + ".out");
      run(SeasonRuns.plan(other, null, 100, theirs));
      assertThat(SeasonOutput.bytes(theirs)).as(other.toString()).containsAllEntriesOf(expected);
    }
  }

  @Test
  void theSameSeedGivesTheSameFilesOnAnyStorageAndMachine() throws Exception {
    run(SeasonRuns.plan(sample, null, 100, out));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Path again = folder.resolve("again");
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      Season.run(SeasonRuns.plan(sample, null, 100, again), SeasonRuns.SILENT);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(SeasonOutput.bytes(again)).isEqualTo(SeasonOutput.bytes(out));
    Path other = folder.resolve("other");
    run(new SeasonPlan(SeasonRuns.PARKING, sample, null, 100, SeasonRuns.LADDER, 2, other));
    assertThat(SeasonOutput.bytes(other).get("touches.csv"))
        .isNotEqualTo(SeasonOutput.bytes(out).get("touches.csv"));
  }

  @Test
  void aPortfolioWithoutRowsIsASeasonInWhichNothingHappens() throws Exception {
    Path empty =
        SeasonRuns.write(
            folder.resolve("empty.csv"),
            SeasonRuns.sampleLines().subList(0, 1),
            StandardCharsets.UTF_8);
    SeasonResult result = run(SeasonRuns.plan(empty, null, 3, out));
    assertThat(result.rows()).isZero();
    assertThat(Files.readAllLines(out.resolve("contracts.csv"))).hasSize(1);
    assertThat(out.resolve("report.html")).isNotEmptyFile();
  }

  private static SeasonResult run(SeasonPlan plan) throws Exception {
    SeasonResult result = Season.run(plan, SeasonRuns::inMemory, SeasonRuns.SILENT);
    new SeasonChecks(SeasonOutput.read(plan.out())).all();
    return result;
  }

  private Path workbook(List<String> lines) throws IOException {
    Path file = folder.resolve("sample.xlsx");
    try (OutputStream stream = Files.newOutputStream(file);
        Workbook workbook = new Workbook(stream, "leasekit", "1.0");
        var rows =
            de.siegmar.fastcsv.reader.CsvReader.builder()
                .ofCsvRecord(String.join("\n", lines))) {
      Worksheet sheet = workbook.newWorksheet("portfolio");
      int line = 0;
      for (var row : rows) {
        for (int column = 0; column < row.getFieldCount(); column++) {
          sheet.value(line, column, row.getField(column));
        }
        line++;
      }
    }
    return file;
  }
}
