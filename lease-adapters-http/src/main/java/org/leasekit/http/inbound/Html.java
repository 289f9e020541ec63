package org.leasekit.http.inbound;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Builds a page. Texts and attribute values are always escaped; tags, names of attributes and styles are constants of
 * this package.
 */
final class Html {

  private final StringBuilder out = new StringBuilder(16 * 1024).append("<!doctype html>");
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element. */
  Html open(String tag, String... namesAndValues) {
    tag(tag, namesAndValues);
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element that has no content, such as {@code meta}. */
  Html empty(String tag, String... namesAndValues) {
    tag(tag, namesAndValues);
    return this;
  }

  /** An element with a text in it. */
  Html leaf(String tag, String text, String... namesAndValues) {
    return open(tag, namesAndValues).text(text).close();
  }

  /** A text. */
  Html text(String text) {
    escape(text);
    return this;
  }

  /** A style sheet of this package, which is trusted as it stands. */
  Html style(String css) {
    out.append("<style>").append(css).append("</style>");
    return this;
  }

  /**
   * The page.
   *
   * @throws IllegalStateException if an element is still open
   */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void tag(String tag, String... namesAndValues) {
    out.append('<').append(tag);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.append(' ').append(namesAndValues[i]).append("=\"");
      escape(namesAndValues[i + 1]);
      out.append('"');
    }
    out.append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
