package org.leasekit.testkit;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What one lease owes, day by day and exact: the rent of the day divided by the days of its month, nothing for days that rest or lie
 * behind the end. Knows nothing of the library; leases begin on the first of a month.
 */
final class PlainMoney {
  /** Divisible by 28, 29, 30 and 31. */
  private static final long PARTS = 377_580;

  /** What was recorded, in the order in which it takes effect. */
  private sealed interface Entry {
    int number();

    LocalDate effective();

    record Rent(int number, LocalDate effective, long minor) implements Entry {}

    record Rest(int number, LocalDate effective, boolean begins) implements Entry {}

    record End(int number, LocalDate effective) implements Entry {}

    record Longer(int number, LocalDate effective, LocalDate endExclusive) implements Entry {}
  }

  private final LocalDate start;
  private final LocalDate endExclusive;
  private final long rentMinor;
  private final int cycleMonths;
  private final List<Entry> entries = new ArrayList<>();
  private final TreeMap<String, LocalDate[]> locks = new TreeMap<>();
  private int recorded;

  PlainMoney(LocalDate start, LocalDate endExclusive, long rentMinor, int cycleMonths) {
    this.start = start;
    this.endExclusive = endExclusive;
    this.rentMinor = rentMinor;
    this.cycleMonths = cycleMonths;
  }

  int recorded() {
    return recorded;
  }

  void rent(LocalDate effective, long minor) {
    add(new Entry.Rent(++recorded, effective, minor));
  }

  void rest(LocalDate effective, boolean begins) {
    add(new Entry.Rest(++recorded, effective, begins));
  }

  void end(LocalDate effective) {
    add(new Entry.End(++recorded, effective));
  }

  void longer(LocalDate effective, LocalDate newEnd) {
    add(new Entry.Longer(++recorded, effective, newEnd));
  }

  void withdraw(int number) {
    recorded++;
    entries.removeIf(entry -> entry.number() == number);
  }

  void lock(String id, LocalDate from, LocalDate untilExclusive) {
    locks.put(id, new LocalDate[] {from, untilExclusive});
  }

  /** Of a lock that was made here; a freeze is none. */
  void release(String id, LocalDate at) {
    locks.computeIfPresent(id, (same, days) -> new LocalDate[] {days[0], at.isBefore(days[1]) ? at : days[1]});
  }

  private void add(Entry entry) {
    entries.add(entry);
    entries.sort(Comparator.comparing(Entry::effective).thenComparing(Entry::number));
  }

  LocalDate end() {
    LocalDate end = endExclusive;
    for (Entry entry : entries) {
      end = entry instanceof Entry.Longer longer ? longer.endExclusive() : end;
    }
    for (Entry entry : entries) {
      end = entry instanceof Entry.End early && early.effective().isBefore(end) ? early.effective() : end;
    }
    return end;
  }

  boolean rests(LocalDate day) {
    boolean rests = false;
    for (Entry entry : entries) {
      if (entry instanceof Entry.Rest rest && !rest.effective().isAfter(day)) {
        rests = rest.begins();
      }
    }
    return rests
        || locks.values().stream().anyMatch(days -> !day.isBefore(days[0]) && day.isBefore(days[1]));
  }

  private long rentOn(LocalDate day) {
    long rent = rentMinor;
    for (Entry entry : entries) {
      rent = entry instanceof Entry.Rent change && !change.effective().isAfter(day) ? change.minor() : rent;
    }
    return rent;
  }

  /** By the first day of each period, rounded once, half up; periods that cost nothing are left out. */
  TreeMap<LocalDate, Long> owed() {
    TreeMap<LocalDate, Long> owed = new TreeMap<>();
    LocalDate end = end();
    for (LocalDate from = start; from.isBefore(end); from = from.plusMonths(cycleMonths)) {
      BigInteger parts = BigInteger.ZERO;
      for (LocalDate day = from; day.isBefore(from.plusMonths(cycleMonths)) && day.isBefore(end); day = day.plusDays(1)) {
        if (!rests(day)) {
          parts = parts.add(BigInteger.valueOf(rentOn(day)).multiply(BigInteger.valueOf(PARTS / day.lengthOfMonth())));
        }
      }
      BigInteger whole = BigInteger.valueOf(PARTS);
      long minor = parts.shiftLeft(1).add(whole).divide(whole.shiftLeft(1)).longValueExact();
      if (minor != 0) {
        owed.put(from, minor);
      }
    }
    return owed;
  }

  /** The first day of the period that a day lies in. */
  LocalDate periodOf(LocalDate day) {
    LocalDate from = start;
    while (!day.isBefore(from.plusMonths(cycleMonths))) {
      from = from.plusMonths(cycleMonths);
    }
    return from;
  }
}
