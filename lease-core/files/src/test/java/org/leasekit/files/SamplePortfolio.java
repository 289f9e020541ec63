package org.leasekit.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sample portfolio of a garage in every form an office may send it, and what is known about it. */
public final class SamplePortfolio {

  private static final Pattern EXPECTED = Pattern.compile("\"(\\d+)\": \"quarantine: ([^\"]+)\"");
  private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.[0-9]{2}");

  private SamplePortfolio() {}

  /** Every line that has to be quarantined, and why. */
  public static Map<Integer, String> expectedQuarantine() {
    Map<Integer, String> lines = new TreeMap<>();
    Matcher matcher =
        EXPECTED.matcher(new String(resource("expected.json"), StandardCharsets.UTF_8));
    while (matcher.find()) {
      lines.put(Integer.valueOf(matcher.group(1)), matcher.group(2));
    }
    return lines;
  }

  /** The portfolio as CSV. */
  public static Path csv(Path folder, Charset charset, boolean marked) {
    byte[] original = resource("portfolio.csv");
    String text = new String(original, 3, original.length - 3, StandardCharsets.UTF_8);
    return write(
        folder.resolve("portfolio.csv"), ((marked ? "\uFEFF" : "") + text).getBytes(charset));
  }

  /** The portfolio as a workbook: ISO dates and serials are date cells, plain decimals numbers. */
  public static Path xlsx(Path folder) {
    Path file = folder.resolve("portfolio.xlsx");
    List<List<String>> rows = new ArrayList<>();
    CsvTableSource csv = new CsvTableSource(csv(folder, StandardCharsets.UTF_8, true));
    csv.read(rows::add, row -> rows.add(row.cells()));
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "leasekit", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("portfolio");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          cell(sheet, r, c, rows.get(r).get(c));
        }
      }
      workbook.finish();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  private static void cell(Worksheet sheet, int row, int column, String text) {
    if (ISO_DATE.matcher(text).matches() && !text.equals("2026-02-30")) {
      sheet.value(row, column, LocalDate.parse(text));
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (SERIAL.matcher(text).matches()) {
      sheet.value(row, column, Integer.parseInt(text));
    } else if (DECIMAL.matcher(text).matches()) {
      sheet.value(row, column, Double.parseDouble(text));
    } else if (!text.isEmpty()) {
      sheet.value(row, column, text);
    }
  }

  /** Writes a file. */
  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = SamplePortfolio.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
