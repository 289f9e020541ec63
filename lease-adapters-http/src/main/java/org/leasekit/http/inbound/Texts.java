package org.leasekit.http.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Properties;
import javax.money.MonetaryAmount;
import org.leasekit.money.MinorUnits;

/** Words, dates and amounts in one language. */
final class Texts {

  private static final Texts ENGLISH = load(Language.EN, "d MMMM uuuu", "d MMMM uuuu, HH:mm");
  private static final Texts CHINESE = load(Language.ZH, "uuuu年M月d日", "uuuu年M月d日 HH:mm");

  private final Language language;
  private final Properties words;
  private final DateTimeFormatter day;
  private final DateTimeFormatter minute;

  private Texts(Language language, Properties words, String day, String minute) {
    this.language = language;
    this.words = words;
    this.day = DateTimeFormatter.ofPattern(day, language.locale());
    this.minute = DateTimeFormatter.ofPattern(minute, language.locale());
  }

  static Texts in(Language language) {
    return language == Language.ZH ? CHINESE : ENGLISH;
  }

  Language language() {
    return language;
  }

  /**
   * A text with its placeholders filled.
   *
   * @throws IllegalArgumentException if there is no such text
   */
  String get(String key, Object... values) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  String date(LocalDate date) {
    return day.format(date);
  }

  /** Day and minute in a zone. */
  String time(Instant instant, ZoneId zone) {
    return minute.format(instant.atZone(zone));
  }

  /** The amount with its currency's sign and all its decimals. */
  String amount(MonetaryAmount amount) {
    String code = amount.getCurrency().getCurrencyCode();
    NumberFormat format = NumberFormat.getCurrencyInstance(language.format());
    format.setCurrency(Currency.getInstance(code));
    int digits = MinorUnits.digits(amount.getCurrency());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(new BigDecimal(MinorUnits.plain(amount)));
  }

  private static Texts load(Language language, String day, String minute) {
    String name = "texts_" + language.locale().getLanguage() + ".properties";
    // not a ResourceBundle: that falls back to the machine's own language before English
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: " + name);
      }
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Texts(language, words, day, minute);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
