package org.leasekit.billing;

import java.time.LocalDate;
import java.util.List;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRoll;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;

/** Gives the {@link ChargeRules} of a contract their meaning as a {@link ChargeSchedule}. */
final class RuledSchedule {

  private RuledSchedule() {}

  /**
   * The schedule of a term by terms and rules.
   *
   * @param agreedEnd the end that the term was signed with: however it ends now, periods lie where they lay
   * @param rateMinor the rent on the first day of the term, of the unit of time that the rules name
   * @param rules as they hold from that day on
   * @param steps every rent after that, the agreed ones included
   * @param published figures of the index beside those of the rules, in the order in which they take effect
   */
  static ChargeSchedule of(
      DateRange term,
      LocalDate agreedEnd,
      long rateMinor,
      ChargeTerms terms,
      ChargeRules rules,
      List<RateStep> steps,
      List<Indexation.Published> published,
      DayRoll roll) {
    ChargeSchedule.Builder builder =
        ChargeSchedule.of(term, rateMinor, terms.currency().getCurrencyCode())
            .rate(rateMinor, RateUnit.valueOf(rules.per().name()))
            .every(frequency(terms, rules))
            .timing(BillingTiming.valueOf(rules.timing().name()))
            .stub(StubRule.valueOf(rules.stub().name()))
            .countedBackFrom(agreedEnd)
            .proration(Prorations.of(terms.proration()))
            .due(rules.dueOffsetDays(), roll)
            .steps(steps.toArray(RateStep[]::new))
            .rentFree(rules.rentFree().toArray(DateRange[]::new))
            .discounts(discounts(rules).toArray(Discount[]::new))
            .tax(new Tax(rules.tax().basisPoints(), rules.tax().included()));
    Integer rollDay = rules.rollDay();
    if (rollDay != null) {
      builder.rollOn(new RollDay(rollDay));
    }
    ChargeRules.Index index = rules.index();
    if (index != null) {
      builder.indexed(
          new Indexation(
              index.figures(), index.base(), index.firstReview(), index.everyMonths(), index.lagMonths(),
              index.floorBasisPoints(), index.capBasisPoints(), published));
    }
    return builder.build();
  }

  private static Frequency frequency(ChargeTerms terms, ChargeRules rules) {
    ChargeRules.Every every = rules.every();
    if (every == null) {
      return Frequency.months(terms.cycleMonths());
    }
    return switch (every.unit()) {
      case WEEKS -> Frequency.weeks(every.count());
      case DAYS -> Frequency.days(every.count());
    };
  }

  static List<Discount> discounts(ChargeRules rules) {
    return rules.discounts().stream()
        .map(each -> new Discount(each.code(), each.days(), each.basisPoints()))
        .toList();
  }
}
