package org.leasekit.http.inbound;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that people are spoken to in. */
enum Language {
  EN(Locale.ENGLISH, Locale.ENGLISH, "en"),
  ZH(Locale.CHINESE, Locale.CHINA, "zh-CN");

  private final Locale locale;
  private final Locale format;
  private final String tag;

  Language(Locale locale, Locale format, String tag) {
    this.locale = locale;
    this.format = format;
    this.tag = tag;
  }

  /** The language of texts. */
  Locale locale() {
    return locale;
  }

  /** The language and country that amounts are written for. */
  Locale format() {
    return format;
  }

  /** The BCP 47 tag of what is written. */
  String tag() {
    return tag;
  }

  Language other() {
    return this == EN ? ZH : EN;
  }

  /**
   * The language of an answer: the one asked for, else the most wanted one that there is, else English.
   *
   * @param asked what the address asks for; null or unknown is no wish
   * @param acceptLanguage value of the header; null or malformed is no wish
   */
  static Language of(@Nullable String asked, @Nullable String acceptLanguage) {
    Language explicit = named(asked == null ? "" : asked);
    if (explicit != null) {
      return explicit;
    }
    if (acceptLanguage != null) {
      try {
        for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
          Language wanted = range.getWeight() > 0 ? named(range.getRange()) : null;
          if (wanted != null) {
            return wanted;
          }
        }
      } catch (IllegalArgumentException malformed) {
        return EN;
      }
    }
    return EN;
  }

  private static @Nullable Language named(String tag) {
    return switch (Locale.forLanguageTag(tag).getLanguage()) {
      case "zh" -> ZH;
      case "en" -> EN;
      default -> null;
    };
  }
}
