package org.leasekit.http.outbound;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pause that the other end has asked for: a {@code Retry-After} with 429 or 503, in seconds or as a date, a day at most. The
 * last that was asked for holds. Safe for use by many threads.
 */
final class Pause {
  private static final Set<Integer> ASKING = Set.of(429, 503);

  /** Who asks for more is asked again after that. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Fewer digits than a long has. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

  private final InstantSource time;
  private volatile Instant until = Instant.MIN;

  Pause(InstantSource time) {
    this.time = time;
  }

  boolean isOn() {
    return !left().isZero();
  }

  /** What is left of it; zero when it is over. */
  Duration left() {
    Instant now = time.instant();
    Instant end = until;
    return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
  }

  /** Begins a pause if the answer asks for one that can be read. */
  void heed(HttpResponse<?> response) {
    if (ASKING.contains(response.statusCode())) {
      response.headers().firstValue("Retry-After").ifPresent(wanted -> begin(wanted.strip()));
    }
  }

  private void begin(String wanted) {
    Instant now = time.instant();
    Duration length = length(wanted, now);
    if (length.compareTo(Duration.ZERO) > 0) {
      until = now.plus(length.compareTo(LONGEST) > 0 ? LONGEST : length);
    }
  }

  private static Duration length(String wanted, Instant now) {
    if (SECONDS.matcher(wanted).matches()) {
      return Duration.ofSeconds(Long.parseLong(wanted));
    }
    try {
      return Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(wanted, Instant::from));
    } catch (DateTimeException unreadable) {
      return Duration.ZERO;
    }
  }
}
