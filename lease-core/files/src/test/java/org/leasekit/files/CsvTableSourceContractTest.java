package org.leasekit.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.leasekit.port.TableSource;
import org.leasekit.testkit.TableSourceContract;

class CsvTableSourceContractTest extends TableSourceContract {

  @TempDir Path folder;

  @Override
  protected TableSource source(List<List<String>> rows) {
    Path file = folder.resolve("table.csv");
    try (Writer out = Files.newBufferedWriter(file)) {
      for (List<String> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          out.write(i == 0 ? "\"" : ",\"");
          out.write(row.get(i).replace("\"", "\"\""));
          out.write('"');
        }
        out.write("\r\n");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new CsvTableSource(file);
  }

  @Override
  protected List<TableSource> unreadable() {
    return List.of(
        new CsvTableSource(folder.resolve("missing.csv")),
        new CsvTableSource(folder),
        new CsvTableSource(SamplePortfolio.write(folder.resolve("empty.csv"), new byte[0])),
        new CsvTableSource(SamplePortfolio.write(folder.resolve("binary.csv"), new byte[100])),
        new CsvTableSource(
            SamplePortfolio.write(
                folder.resolve("open.csv"), "a,b\n\"1,2\n".getBytes(StandardCharsets.UTF_8))));
  }
}
