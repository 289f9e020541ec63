package org.leasekit.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeRules.Per;
import org.leasekit.contract.ChargeRules.Reduction;

/** The rules of charges that a row can carry: what the rent is the price of, one discount, and free days at the beginning. */
final class RowRules {

  private static final Map<String, Per> UNITS =
      Map.of(
          "", Per.MONTH,
          "month", Per.MONTH,
          "月", Per.MONTH,
          "week", Per.WEEK,
          "周", Per.WEEK,
          "day", Per.DAY,
          "日", Per.DAY,
          "天", Per.DAY);

  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");

  private RowRules() {}

  /**
   * The rules of a row; what is wrong with them is found in its cells.
   *
   * @param term null when that is wrong itself
   */
  static ChargeRules read(Cells cells, @Nullable DateRange term) {
    Per per =
        cells.required(
            Field.RATE_UNIT,
            Optional.ofNullable(UNITS.get(cells.code(Field.RATE_UNIT).toLowerCase(Locale.ROOT))),
            RowRule.UNKNOWN_RATE_UNIT);
    int basisPoints = basisPoints(cells);
    DateRange free = rentFree(cells, term);
    ChargeRules rules = ChargeRules.STANDARD.pricedPer(per == null ? Per.MONTH : per);
    if (free != null) {
      rules = rules.withRentFree(free);
    }
    return basisPoints > 0 && term != null
        ? rules.withDiscounts(new Reduction(cells.code(Field.DISCOUNT_CODE), term, basisPoints))
        : rules;
  }

  /** Zero for no discount, and for one that is wrong. */
  private static int basisPoints(Cells cells) {
    String code = cells.code(Field.DISCOUNT_CODE);
    String percent = cells.code(Field.DISCOUNT_PERCENT).replace("%", "");
    if (code.isEmpty() && percent.isEmpty()) {
      return 0;
    }
    if (code.isEmpty() || percent.isEmpty()) {
      cells.find(RowRule.DISCOUNT_INCOMPLETE.brokenBy(cells.raw(Field.DISCOUNT_CODE)));
      return 0;
    }
    Integer read =
        cells.required(Field.DISCOUNT_PERCENT, hundredths(percent), RowRule.DISCOUNT_NOT_A_PERCENTAGE);
    return read == null ? 0 : read;
  }

  private static Optional<Integer> hundredths(String percent) {
    return Optional.of(percent)
        .filter(text -> PERCENT.matcher(text).matches())
        .map(text -> new BigDecimal(text).movePointRight(2).intValueExact())
        .filter(hundredths -> hundredths >= 1 && hundredths <= 10_000);
  }

  private static @Nullable DateRange rentFree(Cells cells, @Nullable DateRange term) {
    if (cells.text(Field.RENT_FREE_UNTIL).isEmpty()) {
      return null;
    }
    LocalDate last = cells.date(Field.RENT_FREE_UNTIL, RowRule.RENT_FREE_NOT_A_DATE);
    if (last == null || term == null) {
      return null;
    }
    if (!term.contains(last)) {
      cells.find(RowRule.RENT_FREE_OUTSIDE_TERM.brokenBy(cells.raw(Field.RENT_FREE_UNTIL)));
      return null;
    }
    return DateRange.ofClosed(term.start(), last);
  }

  /**
   * What the rules of a row say that a stored contract's do not, by field. A row that says nothing of rules agrees with any; a
   * discount may have come to last for another term.
   */
  static Map<Field, String> differing(ChargeRules mine, ChargeRules stored) {
    Map<Field, String> differing = new TreeMap<>();
    if (mine.per() != Per.MONTH && mine.per() != stored.per()) {
      differing.put(Field.RATE_UNIT, mine.per().name());
    }
    for (Reduction reduction : mine.discounts()) {
      if (stored.discounts().stream().noneMatch(each -> isSame(each, reduction))) {
        differing.put(Field.DISCOUNT_CODE, reduction.code());
      }
    }
    List<DateRange> free = stored.rentFree();
    mine.rentFree().stream()
        .filter(days -> !free.contains(days))
        .forEach(days -> differing.put(Field.RENT_FREE_UNTIL, days.lastDay().toString()));
    return differing;
  }

  private static boolean isSame(Reduction one, Reduction other) {
    return one.code().equals(other.code()) && one.basisPoints() == other.basisPoints();
  }
}
