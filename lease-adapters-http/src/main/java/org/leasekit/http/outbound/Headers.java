package org.leasekit.http.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a header can carry. */
final class Headers {

  private Headers() {}

  /** Visible ASCII stays as it is, but for the percent sign; all else is percent-encoded UTF-8. */
  static String value(String text) {
    StringBuilder value = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7f && b != '%') {
        value.append((char) b);
      } else {
        value.append(String.format(Locale.ROOT, "%%%02X", b));
      }
    }
    return value.toString();
  }
}
