package org.leasekit.event;

/**
 * A personal datum of which so much is left that two may be told apart by whoever knows them. Can only be made by masking:
 * of eleven characters and more the first three and the last four stay, of fewer the first; every other character becomes
 * {@code *}. Masking what is masked changes nothing.
 */
public final class Masked {
  private static final int LONG = 11;
  private static final int FIRST = 3;
  private static final int LAST = 4;

  private final String text;

  private Masked(String text) {
    this.text = text;
  }

  /** Masks a name, a phone number, an e-mail or other address, a plate; characters are counted as people see them. */
  public static Masked of(String personal) {
    int[] all = personal.codePoints().toArray();
    int first = all.length >= LONG ? FIRST : 1;
    int last = all.length >= LONG ? LAST : 0;
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < all.length; i++) {
      boolean stays = all.length > 1 && (i < first || i >= all.length - last);
      masked.appendCodePoint(stays ? all[i] : '*');
    }
    return new Masked(masked.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Masked masked && masked.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** What is left, {@code 138****5678}. */
  @Override
  public String toString() {
    return text;
  }
}
