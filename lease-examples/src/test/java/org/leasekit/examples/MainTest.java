package org.leasekit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final String HEADER =
      "contract_no,project,unit,tenant_name,tenant_type,birth_date,occupant_name,plate_no,phone,wecom_id,"
          + "email,start_date,end_date,monthly_rent,currency,deposit,billing_cycle,parent_contract_no,"
          + "steward,remark\n";

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--stages=3,15",
        "--stages=30,30",
        "--stages=30,x",
        "--stages=",
        "--stages=30,-3",
        "--stages=30,,3",
        "--stages=99999999999",
        "--stages=366",
        "--compare=3,15",
        "--quiet=late",
        "--quiet=21:00",
        "--quiet=21:00-21:00",
        "--quiet=25:00-09:00",
        "--outages=2",
        "--outages=-0.1",
        "--outages=NaN",
        "--outages=some",
        "--compare=",
        "--compare=soon",
        "--start=2026-02-30",
        "--start=soon",
        "--start=0001-01-01",
        "--days=0",
        "--days=-5",
        "--days=1001",
        "--days=many",
        "--seed=1.5",
        "--portfolio",
        "--frobnicate",
        "left-over",
      })
  void aWrongOptionIsOneClearLine(String option) {
    assertOneLine(run("parking", option));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--calendar=sundays",
        "--calendar=",
        "--at=soon",
        "--at=2026-05-15T18:00:00",
        "--at=2026-02-30T18:00:00+08:00",
        "--at=0001-01-01T00:00:00Z",
        "--tickets",
        "--frobnicate",
        "left-over",
      })
  void aWrongOptionOfTheServiceDeskIsOneClearLine(String option) {
    assertOneLine(run("service-desk", option));
  }

  @Test
  void aFileThatIsNoneOfTicketsIsOneClearLineThatNamesTheTrouble() throws Exception {
    Path missing = folder.resolve("missing.csv");
    Path nothing = Files.createFile(folder.resolve("nothing.csv"));
    Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, (byte) 0xff, 10});
    Path other = Files.writeString(folder.resolve("other.csv"), "ticket,at,event,value,place\nT1,,,,\n");
    Path twice =
        Files.writeString(folder.resolve("twice.csv"), "ticket,at,event,value,place,asset,at\n");
    for (Path file : List.of(missing, nothing, binary, other, twice, folder)) {
      Run run = run("service-desk", "--tickets", file.toString(), "--out", out().toString());
      assertOneLine(run);
    }
    assertThat(run("service-desk", "--tickets", missing.toString()).err()).contains("missing.csv");
    assertThat(run("service-desk", "--tickets", other.toString()).err()).contains("asset");
    Path file = Files.createFile(folder.resolve("file"));
    assertOneLine(run("service-desk", "--out", file.toString()));
    assertOneLine(run("service-desk", "--out", file.resolve("below").toString()));
    Path taken = Files.createDirectories(out().resolve("clocks.csv"));
    assertOneLine(run("service-desk", "--out", taken.getParent().toString()));
  }

  @Test
  void anUnknownStoryIsOneClearLine() {
    assertOneLine(run("shipping"));
  }

  @Test
  void aFileThatIsNoPortfolioIsOneClearLineThatNamesIt() throws Exception {
    Path missing = folder.resolve("missing.csv");
    Path nothing = Files.createFile(folder.resolve("nothing.csv"));
    Path broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
    Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, (byte) 0xff, 10});
    Path other = Files.writeString(folder.resolve("other.csv"), "name,age\nLi,7\n");
    for (Path file : List.of(missing, nothing, broken, binary, other, folder)) {
      Run run = run("parking", "--portfolio", file.toString(), "--out", out().toString());
      assertOneLine(run);
      assertThat(run.err()).contains(file.getFileName().toString());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneClearLine() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertOneLine(run("--portfolio", portfolio().toString(), "--out", file.toString()));
    assertOneLine(
        run("--portfolio", portfolio().toString(), "--out", file.resolve("below").toString()));
    Path taken = Files.createDirectories(out().resolve("kpi.json"));
    assertOneLine(
        run("--portfolio", portfolio().toString(), "--days=1", "--out", taken.getParent().toString()));
  }

  @Test
  void helpNamesEveryOption() {
    Run run = run("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("--portfolio", "--start", "--days", "--stages", "--compare", "--quiet", "--outages", "--seed", "--out", "--help");
  }

  @Test
  void aShortSeasonEndsWithWhereTheReportLies() throws Exception {
    Run run =
        run("--portfolio", portfolio().toString(), "--days=12", "--out", out().toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("day 10 of 12", "day 12 of 12", "simulat", "37 %", "89 %")
        .endsWith("Report: " + out().resolve("report.html").toAbsolutePath() + System.lineSeparator());
  }

  /** The same tenants under two ladders, from the command line alone; and every column of what is written is explained. */
  @Test
  void twoPoliciesAreComparedAndEveryColumnIsExplained() throws Exception {
    Run run =
        run("--portfolio", portfolio().toString(), "--start=2026-02-20", "--days=45", "--compare=20,5",
            "--out", out().toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    List<String> rows = Files.readAllLines(out().resolve("comparison.csv"));
    assertThat(rows.get(0)).isEqualTo("figure,pairs,first,second,difference,low,high");
    assertThat(rows.subList(1, rows.size()))
        .extracting(row -> row.substring(0, row.indexOf(',', row.indexOf(',') + 1)))
        .as("of the two leases one ends within the season")
        .contains("RESPONDED,1", "RENEWED,1", "TOUCHES,1", "STAFF_MINUTES,1", "COST,1")
        .hasSize(6);
    assertThat(Files.readString(out().resolve("report.html"))).contains("id=\"comparison\"", "30/15/3", "20/5");
    assertThat(Files.readString(out().resolve("compared").resolve("kpi.json"))).contains("20", "5");
    assertThat(Files.readString(out().resolve("stories.txt"))).contains("A1-20260331");
    everyColumnIsExplained();
    // what is compared no longer is not left lying about
    run("--portfolio", portfolio().toString(), "--days=1", "--out", out().toString());
    assertThat(out().resolve("comparison.csv")).doesNotExist();
  }

  /** Stages at ten wait where that hour is quiet, and those that fail are tried again. */
  @Test
  void quietHoursAndFailuresMoveStages() throws Exception {
    run("--portfolio", portfolio().toString(), "--start=2026-02-20", "--days=15", "--quiet=21:00-11:00",
        "--out", out().toString());
    assertThat(decisions()).isNotEmpty().allMatch(row -> row.endsWith("T11:00:00+08:00,NOTICE,QUIET"));
    run("--portfolio", portfolio().toString(), "--start=2026-02-20", "--days=15", "--outages=1", "--out", out().toString());
    assertThat(decisions()).isNotEmpty().allMatch(row -> row.endsWith("T11:00:00+08:00,NOTICE,RETRY"));
  }

  private List<String> decisions() throws Exception {
    List<String> rows = Files.readAllLines(out().resolve("decisions.csv"));
    return rows.subList(1, rows.size());
  }

  private void everyColumnIsExplained() throws Exception {
    String columns = Files.readString(out().resolve("columns.md"));
    try (DirectoryStream<Path> tables = Files.newDirectoryStream(out(), "*.csv")) {
      int seen = 0;
      for (Path table : tables) {
        String name = table.getFileName().toString();
        assertThat(columns).contains("## " + name + "\n");
        String section = columns.substring(columns.indexOf("## " + name + "\n"));
        int next = section.indexOf("\n## ");
        for (String column : Files.readAllLines(table).get(0).split(",")) {
          assertThat(section.substring(0, next)).as(name).contains("`" + column + "`");
        }
        seen++;
      }
      assertThat(seen).isGreaterThan(15);
    }
  }

  private static void assertOneLine(Run run) {
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("leasekit: ").doesNotContain("Exception");
    assertThat(run.code()).isEqualTo(2);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path portfolio() throws Exception {
    return Files.writeString(
        folder.resolve("small.csv"),
        HEADER
            + "A1,G,U1,Li,person,,,,19900000001,,,2025-04-01,2026-03-31,500,CNY,500,monthly,,,\n"
            + "A2,G,U1,Wu,person,,,,19900000002,,,2025-05-01,2026-04-30,500,CNY,500,monthly,,,\n");
  }

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
