package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Phase;
import org.leasekit.amendment.Version;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.money.MinorUnits;
import org.leasekit.occupancy.MonthlyRent;

/** What a contract's terms and amendments come to as charges. */
public final class ContractCharges {

  private static final Set<ChangeKind> OF_MONEY =
      EnumSet.of(
          ChangeKind.EXTENSION, ChangeKind.RENT_CHANGE, ChangeKind.PRICE_RULES, ChangeKind.INDEX_FIGURES,
          ChangeKind.SPLIT, ChangeKind.MERGE_BACK, ChangeKind.EARLY_TERMINATION);

  private static final Set<ChangeKind> OF_RENT =
      EnumSet.of(ChangeKind.RENT_CHANGE, ChangeKind.SPLIT, ChangeKind.MERGE_BACK);

  private ContractCharges() {}

  /**
   * The days that rent is owed for, as known at an instant: the term with its extensions, up to an early termination;
   * null when the contract ends before it begins.
   */
  public static @Nullable DateRange owedTerm(ContractHistory history, Instant known) {
    DateRange term = history.origin().term();
    for (Amendment amendment : history.live(known)) {
      if (amendment.change() instanceof Change.Extension extension) {
        term = DateRange.of(term.start(), extension.newEndExclusive());
      }
    }
    LocalDate end = terminatedOn(history, known);
    if (end == null || !end.isBefore(term.endExclusive())) {
      return term;
    }
    return end.isAfter(term.start()) ? DateRange.of(term.start(), end) : null;
  }

  /** A charge by meter for as long as it is agreed: to the end of the term as signed means to its end as extended. */
  public static MeteredTerms metered(MeteredTerms terms, ContractHistory history, Instant known) {
    LocalDate agreed = terms.term().endExclusive();
    @Nullable DateRange owed = owedTerm(history, known);
    if (owed == null
        || agreed.isBefore(history.origin().term().endExclusive())
        || !owed.endExclusive().isAfter(agreed)) {
      return terms;
    }
    return terms.during(DateRange.of(terms.term().start(), owed.endExclusive()));
  }

  /** The first day that is not let any more because of an early termination, as known at an instant; null for none. */
  public static @Nullable LocalDate terminatedOn(ContractHistory history, Instant known) {
    for (Version version : history.timeline(known)) {
      if (version.standing().phase() == Phase.TERMINATED) {
        return version.from();
      }
    }
    return null;
  }

  /**
   * The rent of a contract as known at an instant: by the terms' cycle and proration and the history's rules, a step for each
   * change of rent. A contract that ends before it begins costs nothing.
   *
   * @param terms of the contract; rent and rules are the history's
   * @param above the contracts above this one
   * @param roll how due dates move off days that are not worked
   * @param zone the lessor's
   */
  public static Reckoning.Charge rent(
      ChargeTerms terms, ContractHistory history, Instant known, Above above, DayRoll roll, ZoneId zone) {
    ChargeSchedule schedule = schedule(terms, history, known, roll);
    return new Reckoning.Charge(
        history.origin().contract(), ChargeCode.RENT, above, schedule, changes(history, known), zone);
  }

  private static ChargeSchedule schedule(
      ChargeTerms terms, ContractHistory history, Instant known, DayRoll roll) {
    @Nullable DateRange owed = owedTerm(history, known);
    LocalDate agreedEnd = history.origin().term().endExclusive();
    if (owed == null) {
      return RuledSchedule.of(
          history.origin().term(), agreedEnd, 0, terms, ChargeRules.STANDARD, List.of(), List.of(), roll);
    }
    long rate = MinorUnits.of(history.origin().monthlyRent());
    ChargeRules rules = rules(history, known);
    return RuledSchedule.of(
        owed, agreedEnd, rate, terms, rules, steps(rate, rules, history, known), published(history, known), roll);
  }

  /**
   * The rules of a contract's rent over the whole of its term, as known at an instant: as signed, with every step, free day and
   * discount that was agreed since. Figures of the index that were published since are not among them.
   */
  public static ChargeRules rules(ContractHistory history, Instant known) {
    ChargeRules rules = history.origin().rules().from(history.origin().term().start());
    for (Amendment amendment : history.live(known)) {
      if (amendment.change() instanceof Change.PriceRules agreed) {
        rules = rules.plus(agreed.steps(), agreed.rentFree(), agreed.discounts());
      }
    }
    return rules;
  }

  private static List<Indexation.Published> published(ContractHistory history, Instant known) {
    List<Indexation.Published> published = new ArrayList<>();
    for (Amendment amendment : history.live(known)) {
      if (amendment.change() instanceof Change.IndexFigures change) {
        published.add(new Indexation.Published(amendment.effective(), change.figures()));
      }
    }
    return published;
  }

  /** Agreed steps and changes of rent; of both on one day the change holds, and a change holds up to the next step. */
  private static List<RateStep> steps(long rate, ChargeRules rules, ContractHistory history, Instant known) {
    TreeMap<LocalDate, Long> rates = new TreeMap<>();
    rules.steps().forEach(step -> rates.put(step.from(), step.rateMinor()));
    // beside an agreed step or a review, a change back to the rent before it is one as well
    Set<LocalDate> agreedAnew =
        rules.steps().isEmpty() && rules.index() == null ? Set.of() : rentChanges(history, known);
    long before = rate;
    for (Version version : history.timeline(known)) {
      long minor = MinorUnits.of(version.standing().monthlyRent());
      if (minor != before || agreedAnew.contains(version.from())) {
        rates.put(version.from(), minor);
        before = minor;
      }
    }
    return rates.entrySet().stream().map(each -> new RateStep(each.getKey(), each.getValue())).toList();
  }

  private static Set<LocalDate> rentChanges(ContractHistory history, Instant known) {
    return history.live(known).stream()
        .filter(amendment -> OF_RENT.contains(amendment.change().kind()))
        .map(Amendment::effective)
        .collect(Collectors.toSet());
  }

  /**
   * The rent on a day, as known at an instant: with the steps, changes and reviews up to then, before discounts and tax; of a
   * month, or of the week or day where the rules say so.
   *
   * @param day of the term, the first at least
   */
  public static MonetaryAmount rentOn(
      ChargeTerms terms, ContractHistory history, Instant known, LocalDate day) {
    return MinorUnits.amount(rateOn(schedule(terms, history, known, DayRolls.NONE), day), terms.currency());
  }

  /**
   * Where the rates of some days come from, as known at an instant: the one in force on the first day and each that begins
   * within, but for the rate that the contract began with.
   *
   * @param days of the term
   */
  public static List<RateOrigin> rates(
      ChargeTerms terms, ContractHistory history, Instant known, DateRange days) {
    List<RateOrigin> origins = new RateTimeline(schedule(terms, history, known, DayRolls.NONE)).origins();
    List<RateOrigin> inForce = new ArrayList<>();
    for (int i = 1; i < origins.size(); i++) {
      boolean begins = origins.get(i).from().isBefore(days.endExclusive());
      boolean isOver = i + 1 < origins.size() && !origins.get(i + 1).from().isAfter(days.start());
      if (begins && !isOver) {
        inForce.add(origins.get(i));
      }
    }
    return List.copyOf(inForce);
  }

  private static long rateOn(ChargeSchedule schedule, LocalDate day) {
    long rate = 0;
    for (RateStep step : new RateTimeline(schedule).rates()) {
      rate = step.from().isAfter(day) ? rate : step.rateMinor();
    }
    return rate;
  }

  /**
   * What a month is charged for whose days are all like one day, as known at an instant and before any lock.
   *
   * @param day of the term, the first at least
   */
  public static MonthlyRent monthly(
      ChargeTerms terms, ContractHistory history, Instant known, LocalDate day) {
    ChargeSchedule schedule = schedule(terms, history, known, DayRolls.NONE);
    long rate = rateOn(schedule, day);
    boolean free = schedule.rentFree().stream().anyMatch(days -> days.contains(day));
    List<Discount> discounts =
        schedule.discounts().stream().filter(discount -> discount.days().contains(day)).toList();
    PricedSpan agreed = month(schedule.per(), day).priced(rate, false, List.of());
    Tax.Split owed = schedule.tax().split(agreed.priced(rate, free, discounts).cost().round());
    return new MonthlyRent(
        MinorUnits.amount(agreed.gross().round(), terms.currency()),
        MinorUnits.amount(owed.totalMinor(), terms.currency()),
        MinorUnits.amount(owed.taxMinor(), terms.currency()));
  }

  /** The calendar month of a day in units of a rate. */
  private static PricedSpan month(RateUnit per, LocalDate day) {
    LocalDate first = day.withDayOfMonth(1);
    DateRange days = DateRange.of(first, first.plusMonths(1));
    Ratio share =
        switch (per) {
          case MONTH -> Ratio.of(1, 1);
          case WEEK -> Ratio.of(days.days(), 7);
          case DAY -> Ratio.of(days.days(), 1);
        };
    return PricedSpan.of(days, 0, share, false, List.of());
  }

  /**
   * What has to be paid as a term begins: its first period, tax and all; zero where the rent is due in arrears.
   *
   * @param terms whose rules are those from the first day on
   * @param calendar only moves due dates
   */
  public static MonetaryAmount firstInAdvance(DateRange term, ChargeTerms terms, BusinessCalendar calendar) {
    ChargeRules rules = terms.rules();
    if (rules.timing() == ChargeRules.Timing.ARREARS) {
      return MinorUnits.amount(0, terms.currency());
    }
    List<RateStep> steps =
        rules.steps().stream().map(step -> new RateStep(step.from(), step.rateMinor())).toList();
    ScheduledPeriod first =
        RuledSchedule.of(
                term, term.endExclusive(), MinorUnits.of(terms.monthlyRent()), terms, rules, steps, List.of(),
                DayRolls.NONE)
            .resolve(calendar)
            .get(0);
    return MinorUnits.amount(first.split().totalMinor(), terms.currency());
  }

  /** What is taken off the rent on days of a period: each discount that touches it, cut to it. */
  public static List<Discount> discounts(ChargeRules rules, DateRange period) {
    List<Discount> found = new ArrayList<>();
    for (Discount discount : RuledSchedule.discounts(rules)) {
      discount
          .days()
          .intersection(period)
          .ifPresent(days -> found.add(new Discount(discount.code(), days, discount.basisPoints())));
    }
    return List.copyOf(found);
  }

  /**
   * The deposit of a contract, with the first period, as a charge of its own; null when there is none to raise.
   *
   * @param wanted zero or more: for a renewal only the top-up
   */
  public static @Nullable BillingPeriod deposit(
      ContractHistory history, Instant known, MonetaryAmount wanted, LocalDate due) {
    if (!wanted.isPositive() || owedTerm(history, known) == null) {
      return null;
    }
    String currency = wanted.getCurrency().getCurrencyCode();
    return BillingPeriod.oneOff(history.origin().term(), MinorUnits.of(wanted), currency, history.origin().term().start(), due);
  }

  /** What was recorded by an instant about term and rent, and what of it was withdrawn. */
  public static List<Reckoning.TermsChange> changes(ContractHistory history, Instant known) {
    List<Reckoning.TermsChange> changes = new ArrayList<>();
    for (Amendment amendment : history.recorded()) {
      if (!amendment.known().isAfter(known) && isOfMoney(history, amendment)) {
        changes.add(new Reckoning.TermsChange(amendment.id().toString(), amendment.known()));
      }
    }
    return List.copyOf(changes);
  }

  private static boolean isOfMoney(ContractHistory history, Amendment amendment) {
    return isOfMoney(amendment)
        || (amendment.change() instanceof Change.Withdrawal withdrawal
            && isOfMoney(history.recorded().get(withdrawal.number() - 1)));
  }

  /**
   * Whether an amendment changes what is owed for some days: it takes effect before they are over, and where it says from when
   * on or for which days, those are among them.
   */
  public static boolean bearsOn(Amendment amendment, DateRange days) {
    if (!isOfMoney(amendment) || !amendment.effective().isBefore(days.endExclusive())) {
      return false;
    }
    return !(amendment.change() instanceof Change.PriceRules agreed)
        || agreed.steps().stream().anyMatch(step -> step.from().isBefore(days.endExclusive()))
        || agreed.rentFree().stream().anyMatch(days::overlaps)
        || agreed.discounts().stream().anyMatch(discount -> discount.days().overlaps(days));
  }

  /** Whether an amendment changes what is owed: the rent or the term. Suspensions do so through their locks. */
  public static boolean isOfMoney(Amendment amendment) {
    return OF_MONEY.contains(amendment.change().kind());
  }
}
