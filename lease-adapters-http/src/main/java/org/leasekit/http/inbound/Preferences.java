package org.leasekit.http.inbound;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a reader wants the page.
 *
 * @param language what it is written in
 * @param languageAsked true when the address says so, and not only the browser
 * @param large whether large type was asked for; null when the address does not say
 */
record Preferences(Language language, boolean languageAsked, @Nullable Boolean large) {

  /**
   * @param lang value of the query parameter
   * @param large value of the query parameter: 1 or 0, anything else is no wish
   * @param acceptLanguage value of the header
   */
  static Preferences of(
      @Nullable String lang, @Nullable String large, @Nullable String acceptLanguage) {
    Boolean size = "1".equals(large) ? Boolean.TRUE : "0".equals(large) ? Boolean.FALSE : null;
    return new Preferences(Language.of(lang, acceptLanguage), lang != null, size);
  }

  Texts texts() {
    return Texts.in(language);
  }

  Preferences in(Language other) {
    return new Preferences(other, true, large);
  }

  Preferences large(boolean wanted) {
    return new Preferences(language, languageAsked, wanted);
  }

  /** What was asked for, as a query to carry on: empty, or beginning with a question mark. */
  String query() {
    List<String> wishes = new ArrayList<>();
    if (languageAsked) {
      wishes.add("lang=" + language.locale().getLanguage());
    }
    if (large != null) {
      wishes.add("large=" + (large ? "1" : "0"));
    }
    return wishes.isEmpty() ? "" : "?" + String.join("&", wishes);
  }
}
