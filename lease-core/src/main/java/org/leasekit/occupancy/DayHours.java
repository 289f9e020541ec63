package org.leasekit.occupancy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Slot;

/**
 * When the halves of a day begin that leases share. The night belongs to the day on which it begins: at three in the morning
 * of the 2nd it is the night of the 1st. Whoever lets the whole day has it from midnight to midnight.
 *
 * @param day when the daytime half begins, in the lessor's zone
 * @param night when the night half begins, later than {@code day}
 */
public record DayHours(LocalTime day, LocalTime night) {

  /** From eight to eight. */
  public static final DayHours STANDARD = new DayHours(LocalTime.of(8, 0), LocalTime.of(20, 0));

  /** @throws IllegalArgumentException when the night does not begin after the day */
  public DayHours {
    if (!night.isAfter(day)) {
      throw new IllegalArgumentException("night: after " + day + ", but was " + night);
    }
  }

  /** Whether a portion that is let on a day is let at a time of it; at some time of it where the time is null. */
  boolean lets(Portion portion, LocalDate on, @Nullable LocalTime at) {
    DayOfWeek dayOfWeek = on.getDayOfWeek();
    if (at == null || portion.slot() == Slot.ALL) {
      return portion.week().contains(dayOfWeek);
    }
    boolean daytime = !at.isBefore(day) && at.isBefore(night);
    boolean night = !at.isBefore(this.night);
    return portion.week().contains(dayOfWeek)
        && (portion.slot() == Slot.DAY ? daytime : night);
  }

  /** Whether a portion that is let on a day is let at a time of the morning after, in its night. */
  boolean letsTheMorningAfter(Portion portion, LocalDate on, @Nullable LocalTime at) {
    return portion.slot() == Slot.NIGHT
        && portion.week().contains(on.getDayOfWeek())
        && (at == null || at.isBefore(day));
  }
}
