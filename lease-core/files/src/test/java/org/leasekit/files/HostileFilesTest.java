package org.leasekit.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of bad will or bad luck, read by a machine with 32 MiB: each ends in one sentence that names the place. */
class HostileFilesTest {

  private static final int MEGABYTE = 1 << 20;

  @TempDir static Path folder;

  /** A text repeated to a hundred megabytes. */
  private static void huge(String name, String head, String piece) throws IOException {
    byte[] bytes = piece.repeat(MEGABYTE / piece.length()).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(bytes);
      }
    }
  }

  /** A workbook with one part that is some megabytes of a text, where compression makes little of it. */
  private static void workbook(String name, int megabytes, String part, String piece) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))))) {
      for (String entry : List.of("[Content_Types].xml", "xl/workbook.xml")) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry(part));
      byte[] bytes = piece.repeat(MEGABYTE / piece.length() + 1).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < megabytes; i++) {
        zip.write(bytes);
      }
    }
    assertThat(Files.size(folder.resolve(name))).isLessThan(8 * MEGABYTE);
  }

  private static void file(String name, byte[] bytes) {
    SamplePortfolio.write(folder.resolve(name), bytes);
  }

  private static byte[] noise(int seed) {
    byte[] noise = new byte[200_000];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static void write() throws IOException {
    Charset gb18030 = Charset.forName("GB18030");
    String rows = "PK1,上海中心停车场,何伟,面议\n".repeat(200);
    byte[] utf8 = ("contract_no,project,tenant_name,rent\n" + rows).getBytes(StandardCharsets.UTF_8);
    huge("line.csv", "", "x");
    huge("line-of-cells.csv", "", "x,");
    huge("second-line.csv", "a,b\n", "何");
    huge("open-quote.csv", "a,b\n\"", "x\n");
    huge("empty-lines.csv", "", "\n");
    huge("good.csv", "a,b,c\n", "1,\"two, or more\",3\n");
    file("cut-in-quote.csv", "a,b\n1,2\n3,\"4".getBytes(StandardCharsets.UTF_8));
    file("cut-in-character.csv", Arrays.copyOf(utf8, utf8.length - 3));
    file("noise.csv", joined("a,b\n".getBytes(StandardCharsets.UTF_8), noise(1)));
    file("noise.xlsx", joined(new byte[] {'P', 'K', 3, 4}, noise(2)));
    file("utf8-then-gb18030.csv", joined(utf8, rows.getBytes(gb18030)));
    file("gb18030-then-utf8.csv", joined(rows.getBytes(gb18030), utf8));
    file("formulas.csv", "a,b\n=1+1,@x\n-2,+3\n".getBytes(StandardCharsets.UTF_8));
    byte[] whole = Files.readAllBytes(SamplePortfolio.xlsx(folder));
    file("cut.xlsx", Arrays.copyOf(whole, whole.length / 2));
    workbook("bomb-of-texts.xlsx", 200, "xl/sharedStrings.xml", "<si><t>x</t></si>");
    workbook("bomb-of-rows.xlsx", 1100, "xl/worksheets/sheet1.xml", "<row></row>");
    workbook("bomb-of-a-cell.xlsx", 100, "xl/worksheets/sheet1.xml", "x");
  }

  private static Map<String, List<String>> read() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                LittleMemory.class.getName()));
    try (var files = Files.list(folder)) {
      files.map(Path::toString).sorted().forEach(command::add);
    }
    Path output = folder.resolve("output");
    Process machine =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(machine.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(output);
    assertThat(machine.exitValue()).as(said).isZero();
    Map<String, List<String>> words = new TreeMap<>();
    said.lines()
        .map(line -> List.of(line.split("\\|")))
        .forEach(word -> words.put(word.get(0), word.subList(1, word.size())));
    return words;
  }

  @Test
  void eachEndsInOneClearSentenceAndInLittleMemory() throws IOException, InterruptedException {
    write();
    Map<String, List<String>> words = read();

    Map<String, String> faults = new TreeMap<>();
    words.forEach((name, word) -> faults.put(name, word.get(0)));
    Map<String, String> expected = new TreeMap<>();
    expected.put("line.csv", "CSV_ROW_TOO_LARGE");
    expected.put("line-of-cells.csv", "CSV_ROW_TOO_LARGE");
    expected.put("second-line.csv", "CSV_ROW_TOO_LARGE");
    expected.put("open-quote.csv", "CSV_ROW_TOO_LARGE");
    expected.put("empty-lines.csv", "FILE_EMPTY");
    expected.put("cut-in-quote.csv", "CSV_QUOTE_OPEN");
    expected.put("cut-in-character.csv", "TEXT_CUT_OFF");
    expected.put("noise.csv", "FILE_IS_BINARY");
    expected.put("noise.xlsx", "WORKBOOK_CUT_OFF");
    expected.put("utf8-then-gb18030.csv", "TEXT_DAMAGED");
    expected.put("gb18030-then-utf8.csv", "TEXT_IN_UNKNOWN_ENCODING");
    expected.put("cut.xlsx", "WORKBOOK_CUT_OFF");
    expected.put("bomb-of-texts.xlsx", "WORKBOOK_UNPACKS_TOO_LARGE");
    expected.put("bomb-of-rows.xlsx", "WORKBOOK_UNPACKS_TOO_LARGE");
    expected.put("bomb-of-a-cell.xlsx", "WORKBOOK_CELL_TOO_LARGE");
    expected.put("good.csv", "5518800");
    expected.put("formulas.csv", "2");
    expected.put("portfolio.csv", "1495");
    expected.put("portfolio.xlsx", "1495");
    assertThat(faults).isEqualTo(expected);
    words.forEach(
        (name, word) -> {
          if (word.size() > 1) {
            assertThat(word.get(1)).contains(name).doesNotContain("Exception");
            assertThat(word.get(2)).contains(name).matches(".*\\p{IsHan}.*");
          }
        });
    assertThat(words.get("second-line.csv").get(1)).endsWith("from line 2 on");
    assertThat(words.get("second-line.csv").get(2)).contains("第2行");
  }
}
