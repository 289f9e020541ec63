package org.leasekit.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is told to move, for tests and what-if runs. It never goes back. Safe for use by
 * several threads.
 */
public final class SettableClock implements InstantSource {

  private volatile Instant now;

  /**
   * A clock that shows an instant.
   *
   * @param start the first instant
   */
  public SettableClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /**
   * Moves on to an instant; to the one it shows already is no move.
   *
   * @throws IllegalArgumentException when that lies before the instant shown; the clock stays where it is
   */
  public synchronized void set(Instant instant) {
    if (instant.isBefore(now)) {
      throw new IllegalArgumentException("a clock does not go back: from " + now + " to " + instant);
    }
    now = instant;
  }

  /**
   * Moves on by a duration, zero or more.
   *
   * @return the instant it shows then
   * @throws IllegalArgumentException when the duration is negative; the clock stays where it is
   */
  public synchronized Instant advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a clock does not go back: " + duration);
    }
    Instant shown = now.plus(duration);
    now = shown;
    return shown;
  }

  @Override
  public String toString() {
    return "SettableClock[" + now + "]";
  }
}
