package org.leasekit.examples.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.files.TableSources;
import picocli.CommandLine;

/** The story against the oracle, on the shipped tickets and on random ones. */
class ServiceDeskStoryTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate END = LocalDate.of(2026, 8, 1);
  private static final TicketOracle OFFICE = new TicketOracle(FIRST, END, true);
  private static final TicketOracle ALWAYS = new TicketOracle(FIRST, END, false);

  /** 17:00 on the Thursday before May Day. */
  private static final Instant START = Instant.parse("2026-04-30T09:00:00Z");

  private static final String HEADER = "ticket,at,event,value,place,asset";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "office,",
    "24x7,",
    "office, 2026-05-15T17:50:40+08:00",
    "office, 2026-05-04T12:00:00+08:00",
    "office, 2026-06-30T00:00:00+08:00",
    "24x7, 2026-04-22T03:04:05+08:00",
    "office, 2026-04-15T00:00:00Z",
  })
  void theShippedTicketsAreAsTheOracleCountsThem(String calendar, String at) throws IOException {
    List<String> args = new ArrayList<>(List.of("--calendar", calendar));
    if (at != null) {
      args.addAll(List.of("--at", at));
    }
    run(args);
    TicketOracle.Answer expected =
        oracle(calendar)
            .read(
                shipped().lines().toList(),
                at == null ? null : TicketFile.instant(at).orElseThrow());
    assertThat(lines("clocks.csv")).containsExactlyInAnyOrderElementsOf(expected.clocks());
    assertThat(rejectedLines()).isEqualTo(expected.rejected());
  }

  @Test
  void theShippedFileIsWhatTheGeneratorMakes() throws IOException {
    assertThat(shipped()).isEqualTo(TicketGenerator.csv(TicketGenerator.SHIPPED_SEED));
  }

  @Test
  void theOrderOfTheRowsChangesNothing() throws IOException {
    List<String> rows = new ArrayList<>(shipped().lines().toList());
    run(List.of());
    List<String> clocks = lines("clocks.csv");
    Collections.shuffle(rows.subList(1, rows.size()), new Random(7));
    Path shuffled = folder.resolve("shuffled.csv");
    Files.write(shuffled, rows);
    run(List.of("--tickets", shuffled.toString()));
    assertThat(lines("clocks.csv")).isEqualTo(clocks);
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
  void randomTicketsAreAsTheOracleCountsThem(
      @ForAll("rows") List<String> rows,
      @ForAll boolean office,
      @ForAll @LongRange(min = -1, max = 14 * 24 * 60) long minute)
      throws IOException, DeskException {
    List<String> csv = new ArrayList<>(List.of(HEADER));
    csv.addAll(rows);
    Instant at = minute < 0 ? null : START.plus(Duration.ofMinutes(minute));
    TicketOracle.Answer expected = (office ? OFFICE : ALWAYS).read(csv, at);
    Path file = Files.createTempFile("tickets", ".csv");
    try {
      Files.write(file, csv);
      DeskStory story =
          DeskStory.of(
              "tickets", TicketFile.read(TableSources.open(file)),
              office ? DeskCalendar.OFFICE : DeskCalendar.ALWAYS, at);
      DeskFiles.clocks(file, story.month().tickets());
      List<String> clocks = Files.readAllLines(file);
      assertThat(clocks.subList(1, clocks.size()))
          .containsExactlyInAnyOrderElementsOf(expected.clocks());
      assertThat(story.month().rejected().stream().map(RejectedRow::line))
          .containsExactlyElementsOf(expected.rejected());
      assertThat(story.rows()).isEqualTo(rows.size());
    } finally {
      Files.delete(file);
    }
  }

  /** Two tickets over two weeks, on a coarse grid so that many things happen at one instant. */
  @Provide
  Arbitrary<List<String>> rows() {
    Arbitrary<String> ticket = Arbitraries.of("A", "B");
    Arbitrary<String> event =
        Arbitraries.of(
            "OPENED,P1", "OPENED,P3", "OPENED,P9", "ACCEPTED,", "DISPATCHED,", "DISPATCHED,chen",
            "ARRIVED,", "ARRIVED,chen", "PAUSED,WAITING_PARTS", "PAUSED,WAITING_TENANT",
            "PAUSED,LUNCH", "PAUSED,", "RESUMED,", "RESUMED,LUNCH", "PRIORITY,P1", "PRIORITY,P2",
            "PRIORITY,P4", "RESOLVED,", "RESOLVED,chen", "REOPENED,", "VERIFIED,", "LOST,");
    Arbitrary<Integer> slot =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, 60)),
            Tuple.of(1, Arbitraries.integers().between(0, 14 * 48)));
    Arbitrary<Integer> seconds =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(0)),
            Tuple.of(1, Arbitraries.integers().between(0, 1799)));
    Arbitrary<String> row =
        Combinators.combine(ticket, event, slot, seconds)
            .as(
                (t, e, half, s) ->
                    t + "," + DeskFiles.text(START.plusSeconds(half * 1800L + s)) + "," + e + ",,");
    Arbitrary<List<String>> opened =
        Arbitraries.of("P1", "P2", "P3", "P4")
            .map(
                p ->
                    List.of(
                        "A," + DeskFiles.text(START) + ",OPENED," + p + ",,",
                        "B," + DeskFiles.text(START) + ",OPENED," + p + ",,"));
    return Combinators.combine(opened, row.list().ofMaxSize(30))
        .as(
            (first, others) -> {
              List<String> all = new ArrayList<>(first);
              all.addAll(others);
              return all;
            });
  }

  /** Worked out by hand. */
  @Test
  void aTicketWorkedOutByHand() throws IOException {
    Path file = folder.resolve("one.csv");
    Files.writeString(
        file,
        HEADER
            + """

            T1,2026-04-30T17:50:00+08:00,OPENED,P1,A,AC-1
            T1,2026-05-06T09:02:00+08:00,ACCEPTED,,A,AC-1
            T1,2026-05-06T09:20:00+08:00,DISPATCHED,chen,A,AC-1
            T1,2026-05-06T10:00:00+08:00,PAUSED,WAITING_TENANT,A,AC-1
            T1,2026-05-06T13:30:00+08:00,RESUMED,,A,AC-1
            T1,2026-05-06T14:00:00+08:00,ARRIVED,chen,A,AC-1
            T1,2026-05-06T15:00:00+08:00,PAUSED,SMOKE,A,AC-1
            T1,2026-05-06T16:00:00+08:00,RESOLVED,chen,A,AC-1
            """);
    run(List.of("--tickets", file.toString()));
    assertThat(lines("clocks.csv"))
        .containsExactly(
            // ten minutes before May Day, two after it
            "T1,respond,2026-04-30T17:50:00+08:00,2026-05-06T09:05:00+08:00,2026-05-06T09:02:00+08:00,720,0,MET,",
            "T1,dispatch,2026-05-06T09:02:00+08:00,2026-05-06T09:32:00+08:00,2026-05-06T09:20:00+08:00,1080,0,MET,",
            // 40 minutes, then two and a half hours of waiting over lunch, then half an hour
            "T1,arrive,2026-05-06T09:20:00+08:00,2026-05-06T14:50:00+08:00,2026-05-06T14:00:00+08:00,4200,9000,MET,",
            "T1,resolve,2026-04-30T17:50:00+08:00,2026-05-07T11:20:00+08:00,2026-05-06T16:00:00+08:00,13200,9000,MET,");
  }

  /** Mended on the telephone, so it was said, then seen to by a technician, then reopened and closed at once. */
  @Test
  void whatIsReopenedIsClockedAsAnyOther() throws IOException {
    Path file = folder.resolve("reopened.csv");
    Files.writeString(
        file,
        HEADER
            + """

            T1,2026-05-06T09:00:00+08:00,OPENED,P1,A,AC-1
            T1,2026-05-06T09:10:00+08:00,RESOLVED,,A,AC-1
            T1,2026-05-06T10:00:00+08:00,REOPENED,,A,AC-1
            T1,2026-05-06T10:05:00+08:00,ACCEPTED,,A,AC-1
            T1,2026-05-06T10:20:00+08:00,DISPATCHED,chen,A,AC-1
            T1,2026-05-06T10:50:00+08:00,ARRIVED,chen,A,AC-1
            T1,2026-05-06T11:00:00+08:00,RESOLVED,chen,A,AC-1
            T1,2026-05-06T11:30:00+08:00,RESOLVED,chen,A,AC-1
            T1,2026-05-06T11:30:00+08:00,REOPENED,,A,AC-1
            """);
    run(List.of("--tickets", file.toString()));
    assertThat(rejectedLines()).isEmpty();
    assertThat(lines("clocks.csv"))
        .containsExactly(
            "T1,respond,2026-05-06T09:00:00+08:00,2026-05-06T09:15:00+08:00,2026-05-06T09:10:00+08:00,600,0,MET,",
            "T1,dispatch,2026-05-06T10:05:00+08:00,2026-05-06T10:35:00+08:00,2026-05-06T10:20:00+08:00,900,0,MET,",
            "T1,arrive,2026-05-06T10:20:00+08:00,2026-05-06T13:20:00+08:00,2026-05-06T10:50:00+08:00,1800,0,MET,",
            // ten minutes, then an hour; six hours and 50 minutes are left when it is closed for good
            "T1,resolve,2026-05-06T09:00:00+08:00,2026-05-07T10:20:00+08:00,2026-05-06T11:30:00+08:00,4200,0,MET,");
  }

  @Test
  void theLastInstantOfTheFileCountsWhateverElseIsWrongWithItsRow() throws IOException {
    Path file = folder.resolve("last.csv");
    Files.writeString(
        file,
        HEADER
            + """

            T1,2026-05-06T09:00:00+08:00,OPENED,P4,A,AC-1
            T1,2026-05-06T09:20:00+08:00,CALLED,,A,AC-1
            T1,+99999-05-06T09:20:00+08:00,CALLED,,A,AC-1
            """);
    run(List.of("--tickets", file.toString()));
    assertThat(lines("clocks.csv"))
        .contains("T1,respond,2026-05-06T09:00:00+08:00,2026-05-06T11:00:00+08:00,,1200,0,RUNNING,");
  }

  private static TicketOracle oracle(String calendar) {
    return calendar.equals("office") ? OFFICE : ALWAYS;
  }

  private void run(List<String> args) {
    List<String> all = new ArrayList<>(args);
    all.addAll(List.of("--out", folder.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        new CommandLine(new ServiceDeskCommand(new PrintStream(out, true, StandardCharsets.UTF_8)))
            .execute(all.toArray(String[]::new));
    assertThat(code).isZero();
  }

  private List<String> lines(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(name));
    return lines.subList(1, lines.size());
  }

  private Set<Integer> rejectedLines() throws IOException {
    Set<Integer> lines = new TreeSet<>();
    lines("rejected.csv").forEach(line -> lines.add(Integer.valueOf(line.split(",")[0])));
    return lines;
  }

  private static String shipped() throws IOException {
    try (InputStream in = ServiceDeskCommand.class.getResourceAsStream("tickets.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
