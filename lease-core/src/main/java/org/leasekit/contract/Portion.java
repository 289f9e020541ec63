package org.leasekit.contract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.leasekit.calendar.DateRange;

/**
 * How much of a unit a contract lets: some time of the day, some days of the week, some share.
 *
 * @param slot time of the day
 * @param week days of the week
 * @param share of the unit, during that time
 */
public record Portion(Slot slot, Week week, Share share) {

  private static final List<Slot> HALVES = List.of(Slot.DAY, Slot.NIGHT);

  /** The whole unit, day and night, every day. */
  public static final Portion WHOLE = new Portion(Slot.ALL, Week.ALL, Share.WHOLE);

  /** What {@link #WHOLE} lets in a week, see {@link #partsOfWeek}. */
  public static final long PARTS_OF_WEEK = 2L * DayOfWeek.values().length * Share.PARTS_OF_WHOLE;

  /** The whole unit for some time of each day. */
  public static Portion of(Slot slot) {
    return new Portion(slot, Week.ALL, Share.WHOLE);
  }

  /** A share of the unit at all times. */
  public static Portion of(Share share) {
    return new Portion(Slot.ALL, Week.ALL, share);
  }

  /**
   * Parts of {@link Share#PARTS_OF_WHOLE} that are let in one half of a day, 0 for none.
   *
   * @param half {@link Slot#DAY} or {@link Slot#NIGHT}; the night belongs to the day on which it begins
   * @throws IllegalArgumentException for {@link Slot#ALL}
   */
  public int partsIn(DayOfWeek day, Slot half) {
    if (half == Slot.ALL) {
      throw new IllegalArgumentException("half: DAY or NIGHT, but was ALL");
    }
    return week.contains(day) && slot.collidesWith(half) ? share.parts() : 0;
  }

  /** As {@link #partsIn(DayOfWeek, Slot)} on a day of the calendar. */
  public int partsIn(LocalDate day, Slot half) {
    return partsIn(day.getDayOfWeek(), half);
  }

  /** Parts that are let in all halves of the days of a week together, of {@link #PARTS_OF_WEEK}. */
  public long partsOfWeek() {
    long parts = 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Slot half : HALVES) {
        parts += partsIn(day, half);
      }
    }
    return parts;
  }

  /** Whether two portions together are more than the whole at some time of some days. */
  public boolean exceedsTheWholeWith(Portion other, DateRange days) {
    // seven days show every day of the week
    LocalDate end = days.start().plusDays(Math.min(7, days.days()));
    return days.start()
        .datesUntil(end)
        .anyMatch(day -> HALVES.stream().anyMatch(half -> exceedsTheWholeWith(other, day, half)));
  }

  private boolean exceedsTheWholeWith(Portion other, LocalDate day, Slot half) {
    int mine = partsIn(day, half);
    int theirs = other.partsIn(day, half);
    return mine > 0 && theirs > 0 && mine + theirs > Share.PARTS_OF_WHOLE;
  }

  /** Whether two portions together are this one, at every time of the week. */
  public boolean isSumOf(Portion one, Portion other) {
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Slot half : HALVES) {
        if (one.partsIn(day, half) + other.partsIn(day, half) != partsIn(day, half)) {
          return false;
        }
      }
    }
    return true;
  }
}
