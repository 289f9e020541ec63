package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Phase;
import org.leasekit.amendment.Version;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRoll;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

/** What a contract's terms and amendments come to as charges. */
public final class ContractCharges {

  private static final Set<ChangeKind> OF_MONEY =
      EnumSet.of(
          ChangeKind.EXTENSION, ChangeKind.RENT_CHANGE, ChangeKind.SPLIT, ChangeKind.MERGE_BACK,
          ChangeKind.EARLY_TERMINATION);

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
   * The rent of a contract as known at an instant: monthly, in advance, by the terms' cycle and proration, a step for each
   * change of rent. A contract that ends before it begins costs nothing.
   *
   * @param terms of the contract; the rent is the history's
   * @param above the contracts above this one, up to the top
   * @param roll how due dates move off days that are not worked
   * @param zone the lessor's
   */
  public static Reckoning.Charge rent(
      ChargeTerms terms, ContractHistory history, Instant known, Set<ContractNo> above, DayRoll roll, ZoneId zone) {
    @Nullable DateRange owed = owedTerm(history, known);
    List<RateStep> steps = new ArrayList<>();
    long rate = MinorUnits.of(history.origin().monthlyRent());
    long before = rate;
    for (Version version : history.timeline(known)) {
      long minor = MinorUnits.of(version.standing().monthlyRent());
      if (minor != before) {
        steps.add(new RateStep(version.from(), minor));
        before = minor;
      }
    }
    ChargeSchedule schedule =
        ChargeSchedule.of(
                owed == null ? history.origin().term() : owed,
                owed == null ? 0 : rate,
                terms.currency().getCurrencyCode())
            .every(Frequency.months(terms.cycleMonths()))
            .proration(Prorations.of(terms.proration()))
            .due(0, roll)
            .steps(owed == null ? new RateStep[0] : steps.toArray(RateStep[]::new))
            .build();
    return new Reckoning.Charge(
        history.origin().contract(), ChargeCode.RENT, above, schedule, changes(history, known), zone);
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

  /** Whether an amendment changes what is owed: the rent or the term. Suspensions do so through their locks. */
  public static boolean isOfMoney(Amendment amendment) {
    return OF_MONEY.contains(amendment.change().kind());
  }
}
