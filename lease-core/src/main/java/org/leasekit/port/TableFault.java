package org.leasekit.port;

/**
 * Why a spreadsheet cannot be read as one. The names are stable, and each has its sentence in English and Chinese, which
 * names the file first and then, where there is one, the place.
 */
public enum TableFault {
  FILE_MISSING,
  FILE_IS_FOLDER,
  FILE_EMPTY,
  FILE_CANNOT_BE_OPENED,
  FILE_CANNOT_BE_READ,
  /** HTML or XML, as some systems export under the name of a spreadsheet. */
  FILE_IS_MARKUP,
  FILE_IS_BINARY,
  /** It reads otherwise than a moment ago. */
  FILE_CHANGED,
  TEXT_IN_UTF_16,
  TEXT_CUT_OFF,
  /** UTF-8, but for the byte at that offset. */
  TEXT_DAMAGED,
  /** Neither UTF-8 nor GB18030, or a mixture: see the byte at that offset. */
  TEXT_IN_UNKNOWN_ENCODING,
  /** A quote is never closed; the place is the line on which its row begins. */
  CSV_QUOTE_OPEN,
  /** Something stands between a closing quote and the next separator. */
  CSV_TEXT_BEHIND_QUOTE,
  /** A cell, or a row, is longer or wider than that of any spreadsheet. */
  CSV_ROW_TOO_LARGE,
  CSV_MALFORMED,
  /** The format before XLSX, or a workbook with a password. */
  WORKBOOK_OLD_OR_ENCRYPTED,
  WORKBOOK_IS_OTHER_ARCHIVE,
  WORKBOOK_CUT_OFF,
  WORKBOOK_DAMAGED,
  /** It unpacks to more than so many MiB. */
  WORKBOOK_UNPACKS_TOO_LARGE,
  /** No spreadsheet can hold a cell in that part of the archive. */
  WORKBOOK_CELL_TOO_LARGE,
  WORKBOOK_COUNTS_FROM_1904,
  WORKBOOK_WITHOUT_SHEET,
  /** What an adapter of another format says. */
  TABLE_UNREADABLE
}
