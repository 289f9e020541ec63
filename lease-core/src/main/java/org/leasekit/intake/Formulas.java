package org.leasekit.intake;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would take for a formula, as somebody may have meant it to. They are written with an
 * apostrophe in front, which makes them text, and which can be taken away again.
 */
final class Formulas {

  /** White space in front does not keep every spreadsheet from calculating; apostrophes do. */
  private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}]*[=+\\-@＝＋－＠]|[\\t\\r\\n]");

  private static final Pattern NEUTRAL = Pattern.compile("'+(?:" + FORMULA.pattern() + ")");

  private Formulas() {}

  /** The cell as text; what begins like a neutralised cell gets one more apostrophe, so that none is lost. */
  static String neutralised(String cell) {
    boolean changes = FORMULA.matcher(cell).lookingAt() || NEUTRAL.matcher(cell).lookingAt();
    return changes ? "'" + cell : cell;
  }

  /** The cell that was neutralised; any other as it is. */
  static String restored(String cell) {
    return NEUTRAL.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}
