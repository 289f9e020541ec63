package org.leasekit.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.leasekit.port.TableFault;
import org.leasekit.port.UnreadableTableException;

/**
 * Looks through a workbook before it is parsed, for what would fill the memory of whoever parses it:
 * archives that unpack to far more than they should, monster cells, columns that no spreadsheet has.
 */
final class XlsxGuard {

  private static final long MAX_UNPACKED = 1L << 30;

  /** Texts are held in memory all at once. */
  private static final long MAX_TEXTS = 1L << 27;

  /** A cell holds 32,767 characters, each of which may be escaped. */
  private static final int MAX_RUN = 1 << 20;

  /** The last column of a spreadsheet is XFD. */
  private static final int MAX_COLUMN_LETTERS = 3;

  private final Path file;
  private final long maxUnpacked;
  private final long maxTexts;
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;

  private XlsxGuard(Path file, long maxUnpacked, long maxTexts) {
    this.file = file;
    this.maxUnpacked = maxUnpacked;
    this.maxTexts = maxTexts;
  }

  /** @throws UnreadableTableException when the file is no workbook, is damaged, or is out of measure */
  static void check(Path file) {
    check(file, MAX_UNPACKED, MAX_TEXTS);
  }

  /**
   * The same with other measures.
   *
   * @param maxUnpacked bytes of all parts together
   * @param maxTexts bytes of the table of texts
   */
  static void check(Path file, long maxUnpacked, long maxTexts) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
        throw new UnreadableTableException(
            TableFault.WORKBOOK_IS_OTHER_ARCHIVE, null, file.toString());
      }
      new XlsxGuard(file, maxUnpacked, maxTexts).checkEntries(zip);
    } catch (IOException e) {
      throw new UnreadableTableException(TableFault.WORKBOOK_CUT_OFF, e, file.toString());
    }
  }

  private void checkEntries(ZipFile zip) throws IOException {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        long most = name.endsWith("sharedStrings.xml") ? maxTexts : maxUnpacked;
        try (InputStream in = zip.getInputStream(entry)) {
          if (checkMarkup(in, name, most) != entry.getCrc()) {
            throw new ZipException("check sum of " + name);
          }
        }
      }
    }
  }

  /** Looks through one part of the workbook and answers with its check sum. */
  private long checkMarkup(InputStream in, String part, long most) throws IOException {
    MarkupScan scan = new MarkupScan();
    CRC32 sum = new CRC32();
    long size = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      sum.update(buffer, 0, count);
      size += count;
      unpacked += count;
      if (size > most || unpacked > maxUnpacked) {
        throw new UnreadableTableException(
            TableFault.WORKBOOK_UNPACKS_TOO_LARGE, null, file.toString(),
            Long.toString(Math.min(most, maxUnpacked) >> 20));
      }
      for (int i = 0; i < count; i++) {
        scan.next(buffer[i]);
      }
      if (scan.longestRun > MAX_RUN || scan.mostLetters > MAX_COLUMN_LETTERS) {
        throw new UnreadableTableException(
            TableFault.WORKBOOK_CELL_TOO_LARGE, null, file.toString(), part);
      }
    }
    return sum.getValue();
  }

  /** Measures, byte by byte, what stands between angle brackets and the letters of cell references. */
  private static final class MarkupScan {
    private int run;
    private int longestRun;
    private int mostLetters;
    private Part part = Part.OTHER;
    private int letters;

    /** Where in {@code r="XFD1"} the scan is. */
    private enum Part {
      OTHER,
      SPACE,
      NAME,
      EQUALS,
      LETTERS
    }

    void next(byte b) {
      run = b == '<' || b == '>' ? 0 : run + 1;
      longestRun = Math.max(longestRun, run);
      part = after(b);
      letters = part == Part.LETTERS ? letters + 1 : 0;
      // the quote is counted as well
      mostLetters = Math.max(mostLetters, letters - 1);
    }

    private Part after(byte b) {
      if (part == Part.LETTERS) {
        return b >= 'A' && b <= 'Z' ? Part.LETTERS : Part.OTHER;
      }
      if (b == ' ' || b == '\t' || b == '\r' || b == '\n') {
        return part == Part.NAME || part == Part.EQUALS ? part : Part.SPACE;
      }
      if (b == 'r' && part == Part.SPACE) {
        return Part.NAME;
      }
      if (b == '=' && part == Part.NAME) {
        return Part.EQUALS;
      }
      return part == Part.EQUALS && (b == '"' || b == '\'') ? Part.LETTERS : Part.OTHER;
    }
  }
}
