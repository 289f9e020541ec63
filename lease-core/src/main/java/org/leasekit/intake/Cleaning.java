package org.leasekit.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.leasekit.money.MinorUnits;

/** How cells are read as people write them. What can be read in two ways is not read at all. */
public final class Cleaning {

  /** Byte order marks, zero-width characters and marks of writing direction, as copying brings along. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\uFEFF\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069]");

  private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<y>[0-9]{4})(?:(?<s>[-/.])(?<m>[0-9]{1,2})\\k<s>(?<d>[0-9]{1,2})"
              + "| ?年 ?(?<m2>[0-9]{1,2}) ?月 ?(?<d2>[0-9]{1,2})(?: ?[日号])?"
              + "|(?<m3>[0-9]{2})(?<d3>[0-9]{2}))"
              + "(?:[ T]0?0:00(?::00(?:\\.0+)?)?)?");

  /** Five digits: with four it would be a year as often as a day before June 1927. */
  private static final Pattern SERIAL = Pattern.compile("([1-9][0-9]{4})(?:\\.0+)?");

  /** So that serial 61 is 1900-03-01: spreadsheets hold 1900 for a leap year. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  /** Grouped by three or not at all; twelve digits before the point keep a decade of rent countable. */
  private static final Pattern AMOUNT =
      Pattern.compile("([0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\\.([0-9]+))?");

  /** What else than its code is written for a currency. */
  private static final Map<String, Set<String>> MARKS =
      Map.of("CNY", Set.of("¥", "元", "RMB", "人民币"), "JPY", Set.of("¥", "円"));

  private static final Pattern ISO_CODE = Pattern.compile("[A-Z]{3}");

  private static final Map<String, String> CURRENCY_WORDS =
      Map.of("RMB", "CNY", "人民币", "CNY", "元", "CNY");

  private static final Pattern PHONE_SEPARATORS = Pattern.compile("[,;/、|]");
  private static final Pattern PHONE_NOISE = Pattern.compile("[\\s()\\-\\u2010-\\u2015.]");
  private static final Pattern PHONE_AS_DECIMAL = Pattern.compile("([0-9]+)\\.0+");
  private static final Pattern PHONE = Pattern.compile("\\+?([0-9]{5,15})");
  private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:00)?86(1[0-9]{10})");

  private Cleaning() {}

  /**
   * A cell as text: without invisible characters, every run of white space and control characters (the
   * ideographic and the no-break space among them) one space, none at the ends.
   */
  public static String text(String cell) {
    return SPACES.matcher(INVISIBLE.matcher(cell).replaceAll("")).replaceAll(" ").strip();
  }

  /** The same with full-width digits, letters and signs as their half-width forms: １２Ａ￥ is 12A¥. */
  public static String halfWidth(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        narrow.append((char) (c - 0xFEE0));
      } else {
        narrow.append(c == '\uFFE5' ? '\u00A5' : c);
      }
    }
    return narrow.toString();
  }

  /** A cell that is a number, a date or a key: {@link #text} in {@link #halfWidth} forms. */
  public static String code(String cell) {
    return halfWidth(text(cell));
  }

  /**
   * Reads a day: {@code 2026-03-31}, {@code 2026/3/31}, {@code 2026.03.31}, {@code 2026年3月31日}, {@code
   * 20260331}, each also with midnight behind it, or a serial number of five digits in the 1900 system
   * ({@code 45745} is 2025-03-29).
   *
   * @return empty for anything else, for days that no calendar has, and outside 1900 to 2199
   */
  public static Optional<LocalDate> date(String cell) {
    String text = code(cell);
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      return Optional.of(SERIAL_ZERO.plusDays(Integer.parseInt(serial.group(1))));
    }
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group("y"));
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              year, firstOf(parts, "m", "m2", "m3"), firstOf(parts, "d", "d2", "d3")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int firstOf(Matcher matcher, String... groups) {
    for (String group : groups) {
      String digits = matcher.group(group);
      if (digits != null) {
        return Integer.parseInt(digits);
      }
    }
    throw new IllegalStateException("a date without " + groups[0]);
  }

  /**
   * Reads an amount of zero or more: {@code 1200}, {@code 1,200.00}, {@code ¥1200}, {@code 1200元},
   * {@code CNY 1200}, also in full-width forms. The mark of another currency is refused, and so are more
   * decimals than the currency has, groups that are not of three digits, and more than twelve digits
   * before the point.
   *
   * @return the count of minor units; empty for anything else
   */
  public static OptionalLong amount(String cell, CurrencyUnit currency) {
    String text = withoutMarks(code(cell).toUpperCase(Locale.ROOT), currency.getCurrencyCode());
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    String decimals = matcher.group(2);
    int digits = MinorUnits.digits(currency);
    if (decimals != null && decimals.length() > digits) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        new BigDecimal(text.replace(",", "")).movePointRight(digits).longValueExact());
  }

  /** At most one mark before and one behind. */
  private static String withoutMarks(String text, String currencyCode) {
    List<String> marks = new ArrayList<>(MARKS.getOrDefault(currencyCode, Set.of()));
    marks.add(currencyCode);
    String rest = text;
    for (String mark : marks) {
      if (rest.startsWith(mark)) {
        rest = rest.substring(mark.length()).strip();
        break;
      }
    }
    for (String mark : marks) {
      if (rest.endsWith(mark)) {
        return rest.substring(0, rest.length() - mark.length()).strip();
      }
    }
    return rest;
  }

  /**
   * Reads a currency by its ISO 4217 code in any case, or one of the Chinese words for CNY.
   *
   * @return empty for anything else, and for what has no minor unit, such as gold
   */
  public static Optional<CurrencyUnit> currency(String cell) {
    String word = code(cell).toUpperCase(Locale.ROOT);
    String isoCode = CURRENCY_WORDS.getOrDefault(word, word);
    // the registry takes what it is asked for as a regular expression, which a cell must not be
    if (!ISO_CODE.matcher(isoCode).matches() || !Monetary.isCurrencyAvailable(isoCode)) {
      return Optional.empty();
    }
    return Optional.of(Monetary.getCurrency(isoCode))
        .filter(currency -> currency.getDefaultFractionDigits() >= 0);
  }

  /**
   * Reads phone numbers, several of them separated by comma, semicolon, slash, bar or {@code 、}: their
   * digits, without the {@code +86} of a Chinese mobile number. A cell without any digit names none.
   *
   * @return the numbers, each once, in their order; empty when something in the cell has digits and is
   *     no number of 5 to 15, as what a spreadsheet makes of one: {@code 1.99E+10}
   */
  public static Optional<List<String>> phones(String cell) {
    List<String> numbers = new ArrayList<>();
    for (String piece : PHONE_SEPARATORS.split(code(cell))) {
      if (piece.chars().noneMatch(Character::isDigit)) {
        continue;
      }
      Optional<String> number = phone(piece);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      if (!numbers.contains(number.get())) {
        numbers.add(number.get());
      }
    }
    return Optional.of(List.copyOf(numbers));
  }

  private static Optional<String> phone(String piece) {
    Matcher decimal = PHONE_AS_DECIMAL.matcher(piece.strip());
    String whole = decimal.matches() ? decimal.group(1) : piece;
    Matcher number = PHONE.matcher(PHONE_NOISE.matcher(whole).replaceAll(""));
    if (!number.matches()) {
      return Optional.empty();
    }
    Matcher mobile = CHINESE_MOBILE.matcher(number.group(1));
    return Optional.of(mobile.matches() ? mobile.group(1) : number.group(1));
  }
}
