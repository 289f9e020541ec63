package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.money.Shares;

/**
 * All the rules by which a charge falls due; {@link #resolve} binds them to a calendar.
 *
 * <p>Periods: regular ones are counted from the end of the term that the stub is not at, or lie between roll days. With a
 * roll day both ends of a term may be stubs; long then holds for the end the rule names.
 *
 * <p>Price of a day: the {@link Proration} says what share of a month the days of a month of the grid are, over the whole
 * term; each of these days is worth the same part of it, at its own rate. So a day costs the same however often is
 * billed, and steps, free days and discounts take exactly their days. Each period is rounded once, half up.
 *
 * @param term the days the charge is for
 * @param frequency how long a regular period is
 * @param timing whether it is due when it begins or when it is over
 * @param stub where days go that fill no regular period
 * @param rollDay where regular periods begin; null to count from the term. Only with months
 * @param rateMinor the price of one unit in minor units, zero or more
 * @param per the unit
 * @param currency ISO 4217 code
 * @param proration what days cost that fill no month; without effect for rates by the week or day
 * @param dueRoll how a due date moves off a day that is not worked
 * @param dueOffsetDays calendar days from the day that {@code timing} names to the unadjusted due date
 * @param steps agreed rates from a day on, at most one a day
 * @param indexation reviews of the rate; null for none
 * @param rentFree days that cost nothing; may overlap
 * @param discounts what is taken off
 * @param tax on what is left
 */
public record ChargeSchedule(
    DateRange term,
    Frequency frequency,
    BillingTiming timing,
    StubRule stub,
    @Nullable RollDay rollDay,
    long rateMinor,
    RateUnit per,
    String currency,
    Proration proration,
    DayRoll dueRoll,
    int dueOffsetDays,
    List<RateStep> steps,
    @Nullable Indexation indexation,
    List<DateRange> rentFree,
    List<Discount> discounts,
    Tax tax) {

  /** @throws IllegalArgumentException if the rate is negative, a day has two steps, or a roll day is not with months */
  public ChargeSchedule {
    Objects.requireNonNull(term, "term");
    steps = List.copyOf(steps);
    rentFree = List.copyOf(rentFree);
    discounts = List.copyOf(discounts);
    if (rateMinor < 0) {
      throw new IllegalArgumentException("rateMinor: zero or more, but was " + rateMinor);
    }
    if (steps.stream().map(RateStep::from).distinct().count() != steps.size()) {
      throw new IllegalArgumentException("steps: at most one a day, but were " + steps);
    }
    if (rollDay != null && frequency.unit() != Frequency.Unit.MONTHS) {
      throw new IllegalArgumentException("rollDay: only with a frequency in months, but was " + frequency);
    }
  }

  /**
   * Begins a schedule of so much a month. Defaults: monthly, in advance, due on the first day as it is, a short stub at
   * the end, no roll day, {@link Prorations#ACTUAL_MONTH}, no steps, indexation, free days, discounts or tax.
   */
  public static Builder of(DateRange term, long monthlyMinor, String currency) {
    return new Builder(term, monthlyMinor, currency);
  }

  /** The periods without their price, in order; they tile the term. */
  List<PeriodGrid.Cut> cuts() {
    return grid().cuts();
  }

  private PeriodGrid grid() {
    return new PeriodGrid(term, frequency, stub, rollDay);
  }

  /**
   * The periods of the term without their price: when each begins and ends and is due. As {@link #resolve}, which prices
   * them as well, but at a small part of its cost.
   *
   * @param calendar which days are worked; moves due dates, never periods
   * @return at least one; unmodifiable
   */
  public List<PeriodDates> dates(BusinessCalendar calendar) {
    return Collections.unmodifiableList(Arrays.asList(grid().dates(this, calendar)));
  }

  /** Of one period; {@code from} and {@code to} are its ends counted from 1970-01-01. */
  PeriodDates dates(LocalDate start, LocalDate end, boolean stub, long from, long to, BusinessCalendar calendar) {
    boolean advance = timing == BillingTiming.ADVANCE;
    LocalDate due = advance ? start : end;
    if (dueOffsetDays != 0) {
      due = due.plusDays(dueOffsetDays);
    }
    int moved = dueRoll.daysMoved((advance ? from : to) + dueOffsetDays, calendar);
    return new PeriodDates(start, end, stub, due, moved);
  }

  /** What each day costs: spans in order, which tile the term; unmodifiable. */
  public List<PricedSpan> spans() {
    return new Accrual(this, grid().anchor()).spans();
  }

  /** The day a period is due by the terms alone. */
  LocalDate unadjustedDue(DateRange period) {
    LocalDate from = timing == BillingTiming.ADVANCE ? period.start() : period.endExclusive();
    return from.plusDays(dueOffsetDays);
  }

  /**
   * The periods of the term, in order, without gap or overlap.
   *
   * @param calendar which days are worked; moves due dates, never periods
   * @return at least one; unmodifiable
   * @throws ArithmeticException if an amount does not fit a {@code long}
   */
  public List<ScheduledPeriod> resolve(BusinessCalendar calendar) {
    Objects.requireNonNull(calendar, "calendar");
    List<PricedSpan> spans = spans();
    List<ScheduledPeriod> periods = new ArrayList<>();
    for (PeriodGrid.Cut cut : cuts()) {
      periods.add(period(periods.size(), cut, within(spans, cut.range()), calendar));
    }
    return List.copyOf(periods);
  }

  private ScheduledPeriod period(
      int index, PeriodGrid.Cut cut, List<PricedSpan> spans, BusinessCalendar calendar) {
    LocalDate due = unadjustedDue(cut.range());
    Derivation derivation = derivation(spans);
    Ratio gross = spans.stream().map(PricedSpan::gross).reduce(Ratio.ZERO, Ratio::plus);
    long grossMinor = gross.round();
    return new ScheduledPeriod(
        index,
        cut.range(),
        cut.stub(),
        due,
        dueRoll.adjust(due, calendar),
        grossMinor,
        taken(spans, grossMinor - derivation.amountMinor()),
        derivation,
        tax.split(derivation.amountMinor()));
  }

  /** What was taken off, divided among the codes by the days and rates they held for. */
  private static List<ScheduledPeriod.Taken> taken(List<PricedSpan> spans, long offMinor) {
    Map<String, Ratio> byCode = new TreeMap<>();
    for (PricedSpan span : spans) {
      for (Discount discount : span.discounts()) {
        Ratio off = span.gross().times(Ratio.of(discount.basisPoints(), Discount.WHOLE));
        byCode.merge(discount.code(), off, Ratio::plus);
      }
    }
    // a code that took off next to nothing still counts, or the unit that rounding took off would have no code
    long[] weights =
        byCode.values().stream()
            .mapToLong(off -> off.compareTo(Ratio.ZERO) > 0 ? Math.max(1, off.round()) : 0)
            .toArray();
    boolean weighs = Arrays.stream(weights).anyMatch(weight -> weight > 0);
    List<ScheduledPeriod.Taken> taken = new ArrayList<>();
    long[] parts = weighs ? Shares.largestRemainder(offMinor, weights) : weights;
    for (String code : byCode.keySet()) {
      taken.add(new ScheduledPeriod.Taken(code, parts[taken.size()]));
    }
    return taken;
  }

  /** The parts of spans that lie in some days. */
  static List<PricedSpan> within(List<PricedSpan> spans, DateRange days) {
    return spans.stream()
        .filter(span -> span.days().overlaps(days))
        .map(span -> span.within(days))
        .toList();
  }

  /** How the cost of some spans came about; they must not be empty. */
  Derivation derivation(List<PricedSpan> spans) {
    List<PricedSpan> joined = new ArrayList<>();
    for (PricedSpan span : spans) {
      int last = joined.size() - 1;
      if (last >= 0 && span.continues(joined.get(last))) {
        joined.set(last, joined.get(last).with(span));
      } else {
        joined.add(span);
      }
    }
    long usual = joined.get(0).rateMinor();
    String convention =
        switch (per) {
          case MONTH -> proration.code();
          case WEEK -> Derivation.WEEKLY;
          case DAY -> Derivation.DAILY;
        };
    List<Derivation.Slice> slices = joined.stream().map(span -> span.slice(usual)).toList();
    return new Derivation(convention, usual, slices, currency, tax);
  }

  /** Sets the rules one by one; see {@link #of} for the defaults. */
  public static final class Builder {
    private final DateRange term;
    private final String currency;
    private long rateMinor;
    private RateUnit per = RateUnit.MONTH;
    private Frequency frequency = Frequency.months(1);
    private BillingTiming timing = BillingTiming.ADVANCE;
    private StubRule stub = StubRule.SHORT_FINAL;
    private @Nullable RollDay rollDay;
    private Proration proration = Prorations.ACTUAL_MONTH;
    private DayRoll dueRoll = DayRolls.NONE;
    private int dueOffsetDays;
    private List<RateStep> steps = List.of();
    private @Nullable Indexation indexation;
    private List<DateRange> rentFree = List.of();
    private List<Discount> discounts = List.of();
    private Tax tax = Tax.NONE;

    private Builder(DateRange term, long rateMinor, String currency) {
      this.term = term;
      this.rateMinor = rateMinor;
      this.currency = currency;
    }

    /** The price of another unit than a month, in minor units. */
    public Builder rate(long minor, RateUnit unit) {
      this.rateMinor = minor;
      this.per = unit;
      return this;
    }

    /** How long a regular period is. */
    public Builder every(Frequency value) {
      this.frequency = value;
      return this;
    }

    /** Whether a period is due when it begins or when it is over. */
    public Builder timing(BillingTiming value) {
      this.timing = value;
      return this;
    }

    /** Where days go that fill no regular period. */
    public Builder stub(StubRule value) {
      this.stub = value;
      return this;
    }

    /** Where regular periods begin. */
    public Builder rollOn(RollDay value) {
      this.rollDay = value;
      return this;
    }

    /** What days cost that fill no month. */
    public Builder proration(Proration value) {
      this.proration = value;
      return this;
    }

    /** When a period is due, and how that moves off a day that is not worked. */
    public Builder due(int offsetDays, DayRoll roll) {
      this.dueOffsetDays = offsetDays;
      this.dueRoll = roll;
      return this;
    }

    /** Agreed rates from a day on. */
    public Builder steps(RateStep... values) {
      this.steps = List.of(values);
      return this;
    }

    /** Reviews of the rate by an index. */
    public Builder indexed(Indexation value) {
      this.indexation = value;
      return this;
    }

    /** Days that cost nothing. */
    public Builder rentFree(DateRange... values) {
      this.rentFree = List.of(values);
      return this;
    }

    /** What is taken off. */
    public Builder discounts(Discount... values) {
      this.discounts = List.of(values);
      return this;
    }

    /** The tax. */
    public Builder tax(Tax value) {
      this.tax = value;
      return this;
    }

    /** @throws IllegalArgumentException as {@link ChargeSchedule} says */
    public ChargeSchedule build() {
      return new ChargeSchedule(
          term, frequency, timing, stub, rollDay, rateMinor, per, currency, proration, dueRoll, dueOffsetDays,
          steps, indexation, rentFree, discounts, tax);
    }
  }
}
