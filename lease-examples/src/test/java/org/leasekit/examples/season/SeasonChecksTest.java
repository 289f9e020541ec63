package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks see what they are there to see: each file is spoilt in one place. */
class SeasonChecksTest {
  private static final List<String> FILES =
      List.of("quarantine", "contracts", "receivables", "journal", "cases", "touches", "offers", "decisions");

  @TempDir private static Path folder;
  private static Path out;
  private String name = "";
  private List<String> original = List.of();

  @BeforeAll
  static void runOnce() throws Exception {
    Path sample =
        SeasonRuns.write(
            folder.resolve("sample.csv"), SeasonRuns.sampleLines(), StandardCharsets.UTF_8);
    out = folder.resolve("out");
    Season.run(
        SeasonRuns.plan(sample, null, 100, out), SeasonRuns::inMemory, SeasonRuns.SILENT);
  }

  @AfterEach
  void restore() throws IOException {
    Files.write(out.resolve(name), original);
  }

  @Test
  void aMissingRowOfAnyFile() throws IOException {
    for (String file : FILES) {
      spoil(file + ".csv", lines -> lines.remove(lines.size() / 2));
      assertThatSomethingIsSeen();
      restore();
    }
  }

  @Test
  void aColumnThatIsCalledSomethingElseOrStandsElsewhere() throws IOException {
    for (String file : List.of("decisions.csv", "tasks.csv", "offers.csv")) {
      spoil(file, lines -> lines.set(0, lines.get(0).replaceFirst("case_id", "case")));
      assertThatSomethingIsSeen();
      restore();
      spoil(file, lines -> lines.set(0, lines.get(0).replaceFirst("([a-z_]+),([a-z_]+)", "$2,$1")));
      assertThatSomethingIsSeen();
      restore();
    }
  }

  @Test
  void aWordThatNobodyWasPromised() throws IOException {
    Map<String, List<String>> spoilt =
        Map.of(
            "decisions.csv", List.of(",HOLIDAY", ",EASTER", ",none", ",NONE", "NOTICE", "REMINDER"),
            "tasks.csv", List.of(",steward,", ",stewart,", ",DONE", ",FINISHED"),
            "offers.csv", List.of(",false,", ",no,"));
    for (Map.Entry<String, List<String>> each : spoilt.entrySet()) {
      List<String> words = each.getValue();
      for (int i = 0; i < words.size(); i += 2) {
        String right = words.get(i);
        String wrong = words.get(i + 1);
        spoil(each.getKey(), lines -> replace(lines, line -> line.contains(right), right, wrong));
        assertThatSomethingIsSeen();
        restore();
      }
    }
  }

  @Test
  void anAmountThatIsOff() throws IOException {
    spoil("journal.csv", lines -> replace(lines, line -> line.contains("REVENUE"), "0.00", "0.01"));
    assertThatSomethingIsSeen();
  }

  @Test
  void aReceivableThatIsOff() throws IOException {
    spoil("receivables.csv", lines -> replace(lines, line -> line.contains("RENT"), "0.00,CNY", "0.01,CNY"));
    assertThatSomethingIsSeen();
  }

  @Test
  void aReminderAfterTheAnswer() throws IOException {
    String renewed = lineOf("cases.csv", line -> line.contains(",RENEWED,")).split(",")[0];
    String contract = renewed.substring(0, renewed.lastIndexOf('-'));
    spoil(
        "touches.csv",
        lines ->
            lines.add(
                "2026-04-29T10:00:00+08:00," + renewed + "," + contract + ",30,SMS,1,FAILED"));
    assertThatSomethingIsSeen();
  }

  @Test
  void aReminderThatIsDeliveredTwice() throws IOException {
    spoil(
        "touches.csv",
        lines -> {
          int delivered = indexOf(lines, line -> line.endsWith("DELIVERED"));
          lines.add(delivered, lines.get(delivered));
        });
    assertThatSomethingIsSeen();
  }

  @Test
  void aStageOnTheWrongDay() throws IOException {
    spoil(
        "touches.csv",
        lines -> replace(lines, line -> line.contains(",SMS,"), "T10:00:00", "T09:59:59"));
    assertThatSomethingIsSeen();
  }

  @Test
  void aRenewalWithoutSuccessor() throws IOException {
    spoil("contracts.csv", lines -> replace(lines, line -> line.endsWith("-R1"), "-R1", "-R2"));
    assertThatSomethingIsSeen();
  }

  @Test
  void aSuccessorOnAnotherUnit() throws IOException {
    spoil(
        "contracts.csv",
        lines -> replace(lines, line -> line.matches("[^,]*-R1,.*,B.*"), ",B", ",X"));
    assertThatSomethingIsSeen();
  }

  @Test
  void aMasterWhoseBillIsShort() throws IOException {
    spoil(
        "kpi.json",
        lines -> replace(lines, line -> line.contains("billed_total"), ".00", ".01"));
    assertThatSomethingIsSeen();
  }

  @Test
  void aCaseThatClosedWithoutReason() throws IOException {
    spoil("cases.csv", lines -> replace(lines, line -> line.contains("LAPSED"), "LAPSED", "RENEWED"));
    assertThatSomethingIsSeen();
  }

  private void spoil(String file, Consumer<List<String>> change) throws IOException {
    name = file;
    original = Files.readAllLines(out.resolve(file));
    List<String> lines = new ArrayList<>(original);
    change.accept(lines);
    assertThat(lines).isNotEqualTo(original);
    Files.write(out.resolve(file), lines);
  }

  private void assertThatSomethingIsSeen() {
    assertThatThrownBy(() -> new SeasonChecks(SeasonOutput.read(out)).all())
        .as(name)
        .isInstanceOf(AssertionError.class);
  }

  private static void replace(
      List<String> lines, Predicate<String> which, String text, String with) {
    int index = indexOf(lines, which.and(line -> line.contains(text)));
    lines.set(index, lines.get(index).replace(text, with));
  }

  private static int indexOf(List<String> lines, Predicate<String> which) {
    for (int i = 1; i < lines.size(); i++) {
      if (which.test(lines.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such line to spoil");
  }

  private static String lineOf(String file, Predicate<String> which) throws IOException {
    List<String> lines = Files.readAllLines(out.resolve(file));
    return lines.get(indexOf(lines, which));
  }
}
