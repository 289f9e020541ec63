package org.leasekit.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Derivation;
import org.leasekit.calendar.DateRange;

/**
 * The days of one debt's late fee, put into slices: days that follow each other and bear a fee on the same amount are one, and
 * days that bear none because nothing was owed or free are one with a share and a rate of zero. So the slices of a debt have
 * no gap, and end where its fee ends.
 */
public final class FeeDays {
  private static final long TEN_THOUSAND = 10_000;

  private final List<Derivation.Slice> slices = new ArrayList<>();

  /** No days yet. */
  public FeeDays() {}

  /**
   * Adds the day after the last one.
   *
   * @param share in ten-thousandths, zero or more
   * @param freeMinor what was owed and free, in minor units, zero or more
   */
  public void add(LocalDate day, long share, long freeMinor) {
    Derivation.Slice last = slices.isEmpty() ? null : slices.get(slices.size() - 1);
    long counted = freeMinor == 0 ? 0 : share;
    if (last != null && isOf(last.rateMinor(), freeMinor)) {
      slices.set(
          slices.size() - 1,
          new Derivation.Slice(
              DateRange.of(last.days().start(), day.plusDays(1)), last.numerator() + counted, TEN_THOUSAND, freeMinor));
    } else {
      slices.add(new Derivation.Slice(DateRange.ofClosed(day, day), counted, TEN_THOUSAND, freeMinor));
    }
  }

  private static boolean isOf(@Nullable Long rate, long freeMinor) {
    return rate != null && rate == freeMinor;
  }

  /** The slices in order of time, without a gap; unmodifiable. */
  public List<Derivation.Slice> slices() {
    return List.copyOf(slices);
  }
}
