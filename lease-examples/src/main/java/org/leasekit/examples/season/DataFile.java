package org.leasekit.examples.season;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of a story's data: CSV in UTF-8 with a header. */
final class DataFile {

  private DataFile() {}

  /** The rows after the header; closes the file. */
  static List<List<String>> rows(InputStream file) {
    try (InputStreamReader text = new InputStreamReader(file, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      return reader.stream().skip(1).map(row -> List.copyOf(row.getFields())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
