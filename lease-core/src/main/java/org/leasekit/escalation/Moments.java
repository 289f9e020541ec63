package org.leasekit.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.Planning.Planned;

/** From when on a stage may fire whose time has come. */
interface Moments {

  /** Of a clock that runs in working hours alone: whatever is due is due at once, at any hour. */
  Moments AT_ONCE =
      new Moments() {
        @Override
        public Instant from(Planned due, List<Fired> fired, Instant now) {
          return now;
        }

        @Override
        public boolean isLate(Planned due, Instant now) {
          return false;
        }

        @Override
        public boolean isSameDay(Instant one, Instant other) {
          return false;
        }
      };

  /**
   * From when on it may fire.
   *
   * @param due its time has come
   * @param fired what fired for the subject before
   * @return {@code now} or later
   */
  Instant from(Planned due, List<Fired> fired, Instant now);

  /**
   * The same of a stage with others behind it: one that comes late gives way to those that are still to come on its day.
   *
   * @param behind in order of time
   */
  default Instant from(Planned due, List<Planned> behind, List<Fired> fired, Instant now) {
    Instant from = from(due, fired, now);
    Instant next = firstAfter(behind, from);
    return next != null && isSameDay(next, from) && isLate(due, from) ? next : from;
  }

  /** When the first of some stages is to fire of those that are to fire after an instant; null when none is. */
  static @Nullable Instant firstAfter(List<Planned> stages, Instant now) {
    Instant first = null;
    for (Planned planned : stages) {
      Instant fireAt = planned.fireAt();
      if (fireAt != null && fireAt.isAfter(now) && (first == null || fireAt.isBefore(first))) {
        first = fireAt;
      }
    }
    return first;
  }

  /** Whether it comes late: on a later day than its own, or because its subject entered late. */
  boolean isLate(Planned due, Instant now);

  /** Whether two instants lie on one day of the policy's zone. */
  boolean isSameDay(Instant one, Instant other);
}
