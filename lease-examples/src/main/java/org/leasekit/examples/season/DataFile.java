package org.leasekit.examples.season;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** A table of a story's data: CSV in UTF-8 with a header. */
final class DataFile {

  private DataFile() {}

  /** Copies a text of the stories into a folder, over what is there. */
  static void copy(String name, Path folder) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DataFile.class.getResourceAsStream("/org/leasekit/examples/" + name), name)) {
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

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
