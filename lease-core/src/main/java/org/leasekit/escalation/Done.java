package org.leasekit.escalation;

/**
 * What became of one action of a stage, as the record of the decision keeps it: {@code NOTICE}, {@code
 * OFFER=ALREADY_LIVE} or {@code OFFER=MADE(1050.00)}.
 *
 * @param word of the act, see {@link StageAct#word}
 * @param result stable word; empty when the act says all there is to say
 * @param detail of the result, for people; may be empty
 */
public record Done(String word, String result, String detail) {

  public Done {
    boolean malformed = (word + result).matches(".*[=(), ].*") || detail.matches(".*[(), ].*");
    if (word.isEmpty() || malformed || result.isEmpty() && !detail.isEmpty()) {
      throw new IllegalArgumentException("words without blanks: " + word + "=" + result + "(" + detail + ")");
    }
  }

  /** An act of which nothing more is to be said. */
  public static Done of(StageAct act) {
    return new Done(act.word(), "", "");
  }

  /** Reads what {@link #toString} wrote; whatever else it is counts as a word alone. */
  public static Done parse(String text) {
    int is = text.indexOf('=');
    if (is < 1) {
      return new Done(text, "", "");
    }
    int open = text.indexOf('(', is);
    return open < 0
        ? new Done(text.substring(0, is), text.substring(is + 1), "")
        : new Done(
            text.substring(0, is), text.substring(is + 1, open), text.substring(open + 1, text.length() - 1));
  }

  /** As it is kept in {@link Fired#actions}. */
  @Override
  public String toString() {
    return result.isEmpty() ? word : word + "=" + result + (detail.isEmpty() ? "" : "(" + detail + ")");
  }
}
