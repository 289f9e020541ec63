package org.leasekit.examples.servicedesk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers and times as the report writes them, the same on every machine. */
final class Numbers {

  /** Where there is nothing to show. */
  static final String NONE = "–";

  private static final String NBSP = "\u00A0";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private Numbers() {}

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String counted(long value, String one, String many) {
    return count(value) + NBSP + (value == 1 ? one : many);
  }

  /** A share of 0 to 1 in per cent. */
  static String percent(OptionalDouble share) {
    return share.isEmpty()
        ? NONE
        : String.format(Locale.ROOT, "%.1f", 100 * share.getAsDouble()) + NBSP + "%";
  }

  static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  /** Hours and minutes of working time, or seconds below a minute. */
  static String worked(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes == 0) {
      return duration.toSeconds() + NBSP + "s";
    }
    return minutes < 60
        ? minutes + NBSP + "min"
        : minutes / 60 + NBSP + "h" + (minutes % 60 == 0 ? "" : NBSP + minutes % 60 + NBSP + "min");
  }

  /** The one in the middle; of two the later. */
  static String median(List<Duration> durations) {
    return durations.isEmpty()
        ? NONE
        : worked(durations.stream().sorted().toList().get(durations.size() / 2));
  }

  /** A coordinate: at most two decimals. */
  static String at(double coordinate) {
    String text = String.format(Locale.ROOT, "%.2f", coordinate);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  static LocalDate day(Instant instant) {
    return instant.atZone(DeskCalendar.ZONE).toLocalDate();
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(DeskCalendar.ZONE).toInstant();
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String longDay(LocalDate day) {
    return LONG_DAY.format(day);
  }

  static String minute(Instant instant) {
    return MINUTE.format(instant.atZone(DeskCalendar.ZONE));
  }
}
