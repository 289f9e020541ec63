package org.leasekit.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.io.TempDir;
import org.leasekit.port.TableSource;
import org.leasekit.testkit.TableSourceContract;

class XlsxTableSourceContractTest extends TableSourceContract {

  @TempDir Path folder;

  @Override
  protected TableSource source(List<List<String>> rows) {
    return book(
        sheet -> {
          for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            for (int c = 0; c < row.size(); c++) {
              if (!row.get(c).isEmpty()) {
                sheet.value(r, c, row.get(c));
              }
            }
          }
        });
  }

  @Override
  protected TableSource sourceWithDate(LocalDate date) {
    return book(
        sheet -> {
          sheet.value(0, 0, "date");
          sheet.value(1, 0, date);
          sheet.style(1, 0).format("yyyy/m/d").set();
        });
  }

  private TableSource book(Consumer<Worksheet> content) {
    Path file = folder.resolve("table.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "leasekit", "1.0")) {
      content.accept(workbook.newWorksheet("table"));
      workbook.finish();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new XlsxTableSource(file);
  }

  @Override
  protected List<TableSource> unreadable() {
    return List.of(
        new XlsxTableSource(folder.resolve("missing.xlsx")),
        new XlsxTableSource(folder),
        new XlsxTableSource(SamplePortfolio.write(folder.resolve("empty.xlsx"), new byte[0])),
        new XlsxTableSource(
            SamplePortfolio.write(
                folder.resolve("text.xlsx"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))));
  }
}
