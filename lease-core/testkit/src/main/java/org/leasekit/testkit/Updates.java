package org.leasekit.testkit;

import org.leasekit.port.StaleVersionException;
import org.leasekit.port.UnitOfWork;
import org.leasekit.testkit.Overlap.Answers;

/** Two updates of the same version of a record at the same time. */
final class Updates {

  static final String UPDATED = "UPDATED";
  static final String STALE = "STALE";

  private Updates() {}

  /** Says of each whether it was made or came too late. */
  static Answers<String> atOnce(UnitOfWork unit, Runnable first, Runnable second) {
    return Overlap.of(
        unit,
        hold -> {
          String answer = tried(first);
          hold.untilTheOtherHasTried();
          return answer;
        },
        () -> tried(second));
  }

  private static String tried(Runnable update) {
    try {
      update.run();
      return UPDATED;
    } catch (StaleVersionException stale) {
      return STALE;
    }
  }
}
