package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.leasekit.calendar.DateRange;

/** Sets of days as ranges that are in order and neither overlap nor touch. */
final class Days {

  private Days() {}

  /** Every day that is in one of some ranges, once. */
  static List<DateRange> union(Collection<DateRange> ranges) {
    List<DateRange> union = new ArrayList<>();
    for (DateRange range : ranges.stream().sorted().toList()) {
      int last = union.size() - 1;
      if (last >= 0 && !range.start().isAfter(union.get(last).endExclusive())) {
        DateRange before = union.get(last);
        LocalDate end =
            before.endExclusive().isAfter(range.endExclusive()) ? before.endExclusive() : range.endExclusive();
        union.set(last, DateRange.of(before.start(), end));
      } else {
        union.add(range);
      }
    }
    return List.copyOf(union);
  }

  /** The days of a range that are in none of some ranges. */
  static List<DateRange> minus(DateRange range, Collection<DateRange> taken) {
    List<DateRange> left = new ArrayList<>();
    LocalDate at = range.start();
    for (DateRange off : union(taken)) {
      if (off.overlaps(range)) {
        if (off.start().isAfter(at)) {
          left.add(DateRange.of(at, off.start()));
        }
        at = off.endExclusive().isAfter(at) ? off.endExclusive() : at;
      }
    }
    if (at.isBefore(range.endExclusive())) {
      left.add(DateRange.of(at, range.endExclusive()));
    }
    return List.copyOf(left);
  }

  static boolean overlap(DateRange range, Collection<DateRange> others) {
    return others.stream().anyMatch(range::overlaps);
  }
}
