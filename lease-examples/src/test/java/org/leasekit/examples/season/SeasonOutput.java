package org.leasekit.examples.season;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a season as anybody reads them who knows nothing of the library. */
record SeasonOutput(
    List<NamedCsvRecord> quarantine,
    List<NamedCsvRecord> contracts,
    List<NamedCsvRecord> receivables,
    List<NamedCsvRecord> journal,
    List<NamedCsvRecord> cases,
    List<NamedCsvRecord> touches,
    List<NamedCsvRecord> offers,
    List<NamedCsvRecord> decisions,
    List<NamedCsvRecord> tasks,
    List<NamedCsvRecord> surveys,
    List<NamedCsvRecord> amendments,
    List<NamedCsvRecord> places,
    List<NamedCsvRecord> occupancy,
    List<NamedCsvRecord> rentRoll,
    List<NamedCsvRecord> locks,
    List<NamedCsvRecord> terms,
    List<NamedCsvRecord> adjustments,
    JsonNode kpi) {

  static SeasonOutput read(Path folder) throws IOException {
    return new SeasonOutput(
        csv(folder, "quarantine"),
        csv(folder, "contracts"),
        csv(folder, "receivables"),
        csv(folder, "journal"),
        csv(folder, "cases"),
        csv(folder, "touches"),
        csv(folder, "offers"),
        csv(folder, "decisions"),
        csv(folder, "tasks"),
        csv(folder, "surveys"),
        csv(folder, "amendments"),
        csv(folder, "places"),
        csv(folder, "occupancy"),
        csv(folder, "rentroll"),
        csv(folder, "locks"),
        csv(folder, "terms"),
        csv(folder, "adjustments"),
        new ObjectMapper().readTree(folder.resolve("kpi.json").toFile()));
  }

  private static List<NamedCsvRecord> csv(Path folder, String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(name + ".csv"), StandardCharsets.UTF_8)) {
      return reader.stream().toList();
    }
  }

  /** Every file of a folder by name, as bytes in Latin-1, so that two folders can be compared. */
  static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return files;
  }

  /** Rows by a column that has each value once; fails when one comes twice. */
  Map<String, NamedCsvRecord> by(String column, List<NamedCsvRecord> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.getField(column), row -> row));
  }

  static OffsetDateTime instant(NamedCsvRecord row, String column) {
    return OffsetDateTime.parse(row.getField(column));
  }
}
