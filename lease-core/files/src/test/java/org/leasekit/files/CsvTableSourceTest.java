package org.leasekit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.port.UnreadableTableException;

class CsvTableSourceTest {

  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir Path folder;

  private Path file(byte[] bytes) {
    return SamplePortfolio.write(folder.resolve("表.csv"), bytes);
  }

  private Read read(String text) {
    return Read.all(TableSources.open(file(text.getBytes(StandardCharsets.UTF_8))));
  }

  private void refused(byte[] bytes, String sentence) {
    Path file = file(bytes);
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> Read.all(TableSources.open(file)))
        .withMessage(file + sentence);
  }

  @Test
  void cellsAreQuotedWhereNeedBe() {
    Read read = read("a,b\r\n\"1,2\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",x\n , 1 \n");
    assertThat(read.header()).containsExactly("a", "b");
    assertThat(read.rows())
        .isEqualTo(
            Map.of(
                1, List.of("1,2", "say \"hi\""),
                2, List.of("two\nlines", "x"),
                3, List.of(" ", " 1 ")));
  }

  @Test
  void emptyRowsArePassedOverButCounted() {
    Read read = read("\n , \n a ,b\n\n1,2\n,\n\u3000, \n3,4");
    assertThat(read.header()).containsExactly("a", "b");
    assertThat(read.rows()).isEqualTo(Map.of(2, List.of("1", "2"), 5, List.of("3", "4")));
  }

  @Test
  void rowsAreAsWideAsTheHeaderAtLeast() {
    Read read = read("a,b,,\n1\n1,2,3\n1,2,3,,\n");
    assertThat(read.header()).containsExactly("a", "b");
    assertThat(read.rows())
        .isEqualTo(
            Map.of(
                1, List.of("1", ""), 2, List.of("1", "2", "3"), 3, List.of("1", "2", "3", "", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theHeaderTellsTheSeparator(String separator) {
    String other = separator.equals(";") ? "," : ";";
    Read read = read(String.join(separator, "a", "\"x" + other + other + other + "\"", "c") + "\n1"
        + separator + "2" + other + separator + "3\n");
    assertThat(read.header()).containsExactly("a", "x" + other + other + other, "c");
    assertThat(read.rows()).isEqualTo(Map.of(1, List.of("1", "2" + other, "3")));
  }

  @Test
  void oneColumnIsATableToo() {
    assertThat(read("a\n1\n").rows()).isEqualTo(Map.of(1, List.of("1")));
    assertThat(read("a").rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,false", "UTF-8,true", "GB18030,false", "GB18030,true"})
  void theEncodingIsFoundByItself(String charset, boolean marked) {
    // the last is outside the basic plane: four bytes in either
    String text = (marked ? "\uFEFF" : "") + "合同,车位\n何伟,上海中心停车场\n联通,\uD842\uDFB7\n";
    Read read = Read.all(TableSources.open(file(text.getBytes(Charset.forName(charset)))));
    assertThat(read.header()).containsExactly("合同", "车位");
    assertThat(read.rows())
        .isEqualTo(Map.of(1, List.of("何伟", "上海中心停车场"), 2, List.of("联通", "\uD842\uDFB7")));
  }

  @Test
  void theEncodingIsFoundHoweverLateItShows() {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 30_000; i++) {
      text.append("plain,text\n");
    }
    text.append("何伟,1\n");
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      Read read = Read.all(TableSources.open(file(text.toString().getBytes(charset))));
      assertThat(read.rows()).hasSize(30_001).containsEntry(30_001, List.of("何伟", "1"));
    }
  }

  @Test
  void characterSplitBetweenTwoReadsIsOneCharacter() {
    for (int shift = 0; shift < 4; shift++) {
      String text = "a\n" + "x".repeat(shift) + "何\n".repeat(40_000);
      Read read = Read.all(TableSources.open(file(text.getBytes(StandardCharsets.UTF_8))));
      assertThat(read.rows()).hasSize(40_000).containsEntry(40_000, List.of("何"));
    }
  }

  @Test
  void whatIsCutOffIsNotTakenForAnotherEncoding() {
    byte[] whole = "合同,车位\n何伟,上海".getBytes(StandardCharsets.UTF_8);
    refused(Arrays.copyOf(whole, whole.length - 1), " is cut off in the middle of a character");
    refused(Arrays.copyOf(whole, whole.length - 2), " is cut off in the middle of a character");
    byte[] chinese = "合同,车位\n何伟,上海".getBytes(GB18030);
    refused(
        Arrays.copyOf(chinese, chinese.length - 1), " is cut off in the middle of a character");
  }

  @Test
  void damagedTextIsNotGuessed() {
    byte[] text = "合同,车位\n何伟,上海中心停车场上海中心停车场\n".getBytes(StandardCharsets.UTF_8);
    byte[] damaged = text.clone();
    damaged[text.length - 3] = 'x';
    refused(damaged, " is in UTF-8 and damaged at byte " + (text.length - 4));
    byte[] marked = "\uFEFFa,b\n\u00E9\n".getBytes(StandardCharsets.UTF_8);
    marked[marked.length - 2] = '\n';
    refused(marked, " is in UTF-8 and damaged at byte 7");
    refused(new byte[] {'a', '\n', (byte) 0xFF, 'x'}, " is neither UTF-8 nor GB18030: see byte 2");
    refused("a,b\n1,2".getBytes(StandardCharsets.UTF_16), " is in UTF-16; save it in UTF-8");
  }

  @Test
  void otherFilesAreNotText() {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    noise[0] = 'a';
    refused(noise, " is binary, neither CSV nor an XLSX workbook");
    refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1},
        " is an old or encrypted workbook; save it as XLSX without a password");
    refused("<html><table>".getBytes(StandardCharsets.UTF_8), " is HTML or XML, not CSV or XLSX");
  }

  @Test
  void emptyAndMissingFilesAreNamed() {
    refused(new byte[0], " is empty");
    refused("\uFEFF".getBytes(StandardCharsets.UTF_8), " is empty");
    refused(" \n,,\n\n".getBytes(StandardCharsets.UTF_8), " is empty");
    Path missing = folder.resolve("missing.csv");
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> TableSources.open(missing))
        .withMessage("no such file: " + missing);
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> Read.all(new XlsxTableSource(missing)))
        .withMessage("no such file: " + missing);
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> TableSources.open(folder))
        .withMessage("a folder, not a file: " + folder);
  }

  @Test
  void brokenQuotesAreNamedByLine() {
    refused("a,b\n1,\"open\n2,3\n".getBytes(StandardCharsets.UTF_8),
        " has a quote that is never closed, in the row that begins on line 2");
    refused("a,b\n1,2\n\"x\"y,3\n".getBytes(StandardCharsets.UTF_8),
        " has text behind a closing quote, in the row that begins on line 3");
  }

  @Test
  void monsterLinesAreRefused() {
    refused(("a\n" + "x".repeat(32_768)).getBytes(StandardCharsets.UTF_8),
        " has a cell or row larger than any spreadsheet holds, from line 2 on");
    byte[] endless = "x,".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
    Path file = file(endless);
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> Read.all(TableSources.open(file)))
        .withMessage(file + " has a cell or row larger than any spreadsheet holds, from line 1 on");
  }

  @Test
  void whatTheCallerThrowsPassesUnchanged() {
    Path file = file("a\n1\n".getBytes(StandardCharsets.UTF_8));
    IllegalStateException own = new IllegalStateException("caller's own");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                TableSources.open(file)
                    .read(
                        header -> {},
                        row -> {
                          throw own;
                        }))
        .isSameAs(own);
  }

  @Test
  void aSourceIsCalledAsItsFileAndMayBeReadAgain() {
    CsvTableSource source = new CsvTableSource(file("a\n1\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(source.name()).isEqualTo("表.csv");
    assertThat(Read.all(source)).isEqualTo(Read.all(source));
  }
}
