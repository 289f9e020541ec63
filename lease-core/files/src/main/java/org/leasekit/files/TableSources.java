package org.leasekit.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leasekit.port.TableFault;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;

/** Opens spreadsheets of any supported kind. */
public final class TableSources {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private TableSources() {}

  /**
   * Opens a file by what is in it, whatever it is called: an XLSX workbook, or else CSV. It is read anew
   * at each {@link TableSource#read}.
   *
   * @throws UnreadableTableException when there is no such file, or it is empty or of another kind
   */
  public static TableSource open(Path file) {
    requireFile(file);
    byte[] start = start(file);
    if (start.length == 0) {
      throw new UnreadableTableException(TableFault.FILE_EMPTY, null, file.toString());
    }
    if (startsWith(start, OLE2)) {
      throw new UnreadableTableException(
          TableFault.WORKBOOK_OLD_OR_ENCRYPTED, null, file.toString());
    }
    if (start[0] == '<') {
      throw new UnreadableTableException(TableFault.FILE_IS_MARKUP, null, file.toString());
    }
    return startsWith(start, ZIP) ? new XlsxTableSource(file) : new CsvTableSource(file);
  }

  /** @throws UnreadableTableException when there is no such file */
  static void requireFile(Path file) {
    if (!Files.exists(file)) {
      throw new UnreadableTableException(TableFault.FILE_MISSING, null, file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableTableException(TableFault.FILE_IS_FOLDER, null, file.toString());
    }
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ZIP.length);
    } catch (IOException e) {
      throw new UnreadableTableException(TableFault.FILE_CANNOT_BE_OPENED, e, file.toString());
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
