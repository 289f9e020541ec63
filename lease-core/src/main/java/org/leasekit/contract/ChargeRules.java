package org.leasekit.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;

/**
 * How a contract's rent falls due beyond its {@link ChargeTerms}: data as agreed, which {@code billing.ChargeSchedule}
 * gives their meaning. Ranges are half-open; dates are the lessor's; shares are hundredths of a percent.
 *
 * @param per what the rent of the terms, and of every step, is the price of
 * @param every how long a period is; null for months, as many as {@link ChargeTerms#cycleMonths} says
 * @param timing whether a period is due when it begins or when it is over
 * @param stub where days go that fill no period
 * @param rollDay the day of the month on which periods begin, 1 to 31, in a short month its last day; null to count from
 *     the term. Only with months
 * @param dueOffsetDays calendar days from the day that {@code timing} names to the due date, -366 to 366
 * @param rentFree days that cost nothing; may overlap
 * @param steps agreed rents from a day on, at most one a day. Those of the first day of a term or before have no effect: what
 *     is agreed for that day is the rent of the terms
 * @param discounts what is taken off
 * @param tax on what is left
 * @param index reviews of the rent; null for none
 */
public record ChargeRules(
    Per per,
    @Nullable Every every,
    Timing timing,
    Stub stub,
    @Nullable Integer rollDay,
    int dueOffsetDays,
    List<DateRange> rentFree,
    List<Step> steps,
    List<Reduction> discounts,
    Levy tax,
    @Nullable Index index) {

  private static final int WHOLE = 10_000;

  /** So much a month, in advance by months from the first day of the term, due on that day, without any tax or anything special. */
  public static final ChargeRules STANDARD =
      new ChargeRules(
          Per.MONTH, null, Timing.ADVANCE, Stub.SHORT_FINAL, null, 0, List.of(), List.of(), List.of(), Levy.NONE, null);

  /** @throws IllegalArgumentException if a number is out of its range, a day has two steps, or a roll day is not with months */
  public ChargeRules {
    Objects.requireNonNull(per, "per");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(stub, "stub");
    Objects.requireNonNull(tax, "tax");
    rentFree = List.copyOf(rentFree);
    steps = List.copyOf(steps);
    discounts = List.copyOf(discounts);
    if (rollDay != null) {
      require(rollDay >= 1 && rollDay <= 31, "rollDay: 1 to 31");
      require(every == null, "rollDay: only with months");
    }
    require(dueOffsetDays >= -366 && dueOffsetDays <= 366, "dueOffsetDays: -366 to 366");
    require(steps.stream().map(Step::from).distinct().count() == steps.size(), "steps: at most one a day");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** What a rent is the price of. Days that fill no month are for the proration; of a week each counts one seventh. */
  public enum Per {
    MONTH,
    WEEK,
    DAY
  }

  /** A unit of time that is not the month. */
  public enum Unit {
    WEEKS,
    DAYS
  }

  /**
   * The length of a period that is not counted in months.
   *
   * @param count 1 to 3660
   */
  public record Every(int count, Unit unit) {
    public Every {
      Objects.requireNonNull(unit, "unit");
      require(count >= 1 && count <= 3660, "count: 1 to 3660");
    }
  }

  /** Whether a period is due when it begins or when it is over. */
  public enum Timing {
    ADVANCE,
    ARREARS
  }

  /** At which end of a term a period is short or long. */
  public enum Stub {
    SHORT_INITIAL,
    LONG_INITIAL,
    SHORT_FINAL,
    LONG_FINAL
  }

  /**
   * From a day on, another rent.
   *
   * @param rateMinor per whole month (week, day, as {@link Per} says), zero or more, in minor units of the contract's currency
   */
  public record Step(LocalDate from, long rateMinor) {
    public Step {
      Objects.requireNonNull(from, "from");
      require(rateMinor >= 0, "rateMinor: zero or more");
    }
  }

  /**
   * A share of the rent that is taken off on some days. Several on one day add up, to the whole rent at most.
   *
   * @param code what the tenant was given, not blank
   * @param basisPoints 1 to 10000
   */
  public record Reduction(String code, DateRange days, int basisPoints) {
    public Reduction {
      Objects.requireNonNull(days, "days");
      require(!code.isBlank(), "code: must not be blank");
      require(basisPoints >= 1 && basisPoints <= WHOLE, "basisPoints: 1 to 10000");
    }
  }

  /**
   * A tax on the rent.
   *
   * @param basisPoints 0 to 10000
   * @param included whether the rent holds it already; otherwise it comes on top
   */
  public record Levy(int basisPoints, boolean included) {

    /** No tax. */
    public static final Levy NONE = new Levy(0, true);

    public Levy {
      require(basisPoints >= 0 && basisPoints <= WHOLE, "basisPoints: 0 to 10000");
    }
  }

  /**
   * Reviews of the rent by a published series; {@code billing.Indexation} says how they reckon.
   *
   * @param figures the series as given, by month, each above zero
   * @param base the month that the agreed rent stands for
   * @param firstReview the day the rent changes first
   * @param everyMonths from one review to the next, 1 to 120
   * @param lagMonths how many months before a review the month lies that it looks at, 0 to 120
   * @param floorBasisPoints the least change, above -10000
   * @param capBasisPoints the greatest change, not below the floor
   */
  public record Index(
      Map<YearMonth, BigDecimal> figures,
      YearMonth base,
      LocalDate firstReview,
      int everyMonths,
      int lagMonths,
      int floorBasisPoints,
      int capBasisPoints) {
    public Index {
      figures = plain(figures);
      Objects.requireNonNull(base, "base");
      Objects.requireNonNull(firstReview, "firstReview");
      require(everyMonths >= 1 && everyMonths <= 120, "everyMonths: 1 to 120");
      require(lagMonths >= 0 && lagMonths <= 120, "lagMonths: 0 to 120");
      require(floorBasisPoints > -WHOLE, "floorBasisPoints: above -10000");
      require(capBasisPoints >= floorBasisPoints, "capBasisPoints: not below the floor");
    }

    /**
     * Figures as they are compared and stored: without exponents.
     *
     * @return unmodifiable
     * @throws IllegalArgumentException if one is not above zero
     */
    public static Map<YearMonth, BigDecimal> plain(Map<YearMonth, BigDecimal> figures) {
      Map<YearMonth, BigDecimal> plain = new TreeMap<>();
      figures.forEach((month, figure) -> plain.put(month, figure.setScale(Math.max(0, figure.scale()))));
      require(plain.values().stream().allMatch(figure -> figure.signum() > 0), "figures: each above zero");
      return Map.copyOf(plain);
    }

    /** The same with other figures beside its own, which they replace where both name a month. */
    private Index with(Map<YearMonth, BigDecimal> others) {
      Map<YearMonth, BigDecimal> all = new TreeMap<>(figures);
      all.putAll(others);
      return new Index(all, base, firstReview, everyMonths, lagMonths, floorBasisPoints, capBasisPoints);
    }

    /** The reviews after a day, counted from the last month that one up to that day could look at. */
    private Index after(LocalDate day) {
      YearMonth counted = base;
      int passed = 0;
      while (!review(passed).isAfter(day)) {
        YearMonth month = YearMonth.from(review(passed)).minusMonths(lagMonths);
        counted = figures.containsKey(counted) && figures.containsKey(month) ? month : counted;
        passed++;
      }
      return new Index(
          figures, counted, review(passed), everyMonths, lagMonths, floorBasisPoints, capBasisPoints);
    }

    private LocalDate review(int number) {
      return firstReview.plusMonths((long) number * everyMonths);
    }
  }

  /**
   * The rules as they go on in another contract from a day on, whose rent is agreed for that day: without the steps and
   * reviews up to then and the free and reduced days before.
   */
  public ChargeRules from(LocalDate start) {
    return new ChargeRules(
        per,
        every,
        timing,
        stub,
        rollDay,
        dueOffsetDays,
        rentFree.stream().filter(days -> days.endExclusive().isAfter(start)).toList(),
        stepsAfter(start),
        discounts.stream().filter(each -> each.days().endExclusive().isAfter(start)).toList(),
        tax,
        index == null ? null : index.after(start));
  }

  /** The same with what is agreed beside it: a step takes the place of the one on its day, the others are added. */
  public ChargeRules plus(List<Step> rents, List<DateRange> free, List<Reduction> reductions) {
    Set<LocalDate> days = rents.stream().map(Step::from).collect(Collectors.toSet());
    return new ChargeRules(
        per,
        every,
        timing,
        stub,
        rollDay,
        dueOffsetDays,
        joined(rentFree, free),
        joined(steps.stream().filter(step -> !days.contains(step.from())).toList(), rents),
        joined(discounts, reductions),
        tax,
        index);
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** The same with figures of the index that were published since; nothing where there is no index. */
  public ChargeRules withFigures(Map<YearMonth, BigDecimal> published) {
    return index == null ? this : indexedBy(index.with(published));
  }

  /** The steps that begin after a day, in the order given. */
  public List<Step> stepsAfter(LocalDate day) {
    return steps.stream().filter(step -> step.from().isAfter(day)).toList();
  }

  /** The same for rents that are the price of another unit of time. */
  public ChargeRules pricedPer(Per unit) {
    return new ChargeRules(
        unit, every, timing, stub, rollDay, dueOffsetDays, rentFree, steps, discounts, tax, index);
  }

  /** The same in another length of period than months, without a roll day. */
  public ChargeRules every(int count, Unit unit) {
    return new ChargeRules(
        per, new Every(count, unit), timing, stub, null, dueOffsetDays, rentFree, steps, discounts, tax, index);
  }

  /** The same with another due date: from the day that the timing names, so many calendar days on. */
  public ChargeRules due(Timing when, int offsetDays) {
    return new ChargeRules(
        per, every, when, stub, rollDay, offsetDays, rentFree, steps, discounts, tax, index);
  }

  /** The same with months that begin on another day. */
  public ChargeRules rollingOn(@Nullable Integer day, Stub where) {
    return new ChargeRules(
        per, null, timing, where, day, dueOffsetDays, rentFree, steps, discounts, tax, index);
  }

  /** The same with other days that cost nothing. */
  public ChargeRules withRentFree(DateRange... days) {
    return new ChargeRules(
        per, every, timing, stub, rollDay, dueOffsetDays, List.of(days), steps, discounts, tax, index);
  }

  /** The same with other agreed rents. */
  public ChargeRules withSteps(Step... rents) {
    return new ChargeRules(
        per, every, timing, stub, rollDay, dueOffsetDays, rentFree, List.of(rents), discounts, tax, index);
  }

  /** The same with other discounts. */
  public ChargeRules withDiscounts(Reduction... reductions) {
    return new ChargeRules(
        per, every, timing, stub, rollDay, dueOffsetDays, rentFree, steps, List.of(reductions), tax, index);
  }

  /** The same with another tax. */
  public ChargeRules withTax(Levy levy) {
    return new ChargeRules(
        per, every, timing, stub, rollDay, dueOffsetDays, rentFree, steps, discounts, levy, index);
  }

  /** The same with reviews by another index; null for none. */
  public ChargeRules indexedBy(@Nullable Index reviews) {
    return new ChargeRules(
        per, every, timing, stub, rollDay, dueOffsetDays, rentFree, steps, discounts, tax, reviews);
  }
}
