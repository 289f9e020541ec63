package org.leasekit.examples.season;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries from talking into a story; what breaks is still heard. */
final class QuietLogs {
  /** Held here, because loggers that nobody holds forget their level. */
  private static final List<Logger> QUIETENED =
      List.of(
          Logger.getLogger("org.glassfish.jersey"),
          Logger.getLogger("org.hibernate.validator"),
          Logger.getLogger("org.javamoney.moneta"));

  private QuietLogs() {}

  static void begin() {
    QUIETENED.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}
