package org.leasekit.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ContractNo;

/**
 * What has to hold before an amendment, given the state that earlier effective days have led to. Each case answers with
 * the rejection, or empty when there is none.
 */
record Preconditions(
    Draft draft, AmendmentPolicy policy, LocalDate effective, ChangeKind kind)
    implements Change.Cases<Optional<AmendmentRejection>> {

  private static final Optional<AmendmentRejection> HOLDS = Optional.empty();

  static Optional<AmendmentRejection> broken(Draft draft, AmendmentPolicy policy, Amendment amendment) {
    Change change = amendment.change();
    Preconditions preconditions =
        new Preconditions(draft, policy, amendment.effective(), change.kind());
    Optional<AmendmentRejection> outside = preconditions.outsideTerm();
    return outside.isPresent() ? outside : change.match(preconditions);
  }

  /** An extension may begin on the day on which the term would be over; everything else has to lie in the term. */
  private Optional<AmendmentRejection> outsideTerm() {
    LocalDate ended = draft.terminatedOn;
    if (ended != null && !effective.isBefore(ended)) {
      return rejected(AmendmentRule.TERMINATED_ALREADY, ended);
    }
    boolean extendsSeamlessly =
        kind == ChangeKind.EXTENSION && effective.equals(draft.term.endExclusive());
    return draft.term.contains(effective) || extendsSeamlessly
        ? HOLDS
        : rejected(AmendmentRule.OUTSIDE_TERM, draft.term.start(), draft.term.lastDay());
  }

  @Override
  public Optional<AmendmentRejection> extension(Change.Extension change) {
    return change.newEndExclusive().isAfter(draft.term.endExclusive())
        ? HOLDS
        : rejected(AmendmentRule.EXTENSION_NOT_LONGER, draft.term.lastDay());
  }

  @Override
  public Optional<AmendmentRejection> rentChange(Change.RentChange change) {
    return change.agreement().isBlank()
        ? rejected(AmendmentRule.RENT_CHANGE_WITHOUT_AGREEMENT)
        : otherCurrency(change.monthlyRent());
  }

  @Override
  public Optional<AmendmentRejection> priceRules(Change.PriceRules change) {
    if (change.agreement().isBlank()) {
      return rejected(AmendmentRule.PRICE_RULES_WITHOUT_AGREEMENT);
    }
    List<LocalDate> steps = change.steps().stream().map(ChargeRules.Step::from).toList();
    List<LocalDate> first = new ArrayList<>(steps);
    change.rentFree().forEach(days -> first.add(days.start()));
    change.discounts().forEach(discount -> first.add(discount.days().start()));
    if (first.isEmpty()) {
      return rejected(AmendmentRule.NOTHING_TO_CHANGE);
    }
    LocalDate earliest = Collections.min(first);
    if (earliest.isBefore(effective)) {
      return rejected(AmendmentRule.BEFORE_EFFECTIVE_DAY, earliest);
    }
    return steps.stream()
        .filter(day -> Collections.frequency(steps, day) > 1)
        .findFirst()
        .flatMap(day -> rejected(AmendmentRule.TWO_STEPS_ON_A_DAY, day));
  }

  @Override
  public Optional<AmendmentRejection> indexFigures(Change.IndexFigures change) {
    if (draft.rules.index() == null) {
      return rejected(AmendmentRule.CONTRACT_NOT_INDEXED);
    }
    return change.figures().isEmpty() ? rejected(AmendmentRule.NOTHING_TO_CHANGE) : HOLDS;
  }

  @Override
  public Optional<AmendmentRejection> unitSwap(Change.UnitSwap change) {
    if (draft.unit == null) {
      return master();
    }
    if (change.unit().equals(draft.unit)) {
      return rejected(AmendmentRule.SAME_UNIT, change.unit());
    }
    if (!change.unit().project().equals(draft.unit.project())) {
      return rejected(AmendmentRule.UNIT_OF_OTHER_PROJECT, change.unit());
    }
    return whileSplit().or(this::whileSublet);
  }

  @Override
  public Optional<AmendmentRejection> split(Change.Split change) {
    if (draft.unit == null) {
      return master();
    }
    if (draft.division != null) {
      return whileSplit();
    }
    if (draft.isSubletOn(effective)) {
      return whileSublet();
    }
    boolean addsUp = draft.portion.isSumOf(change.kept(), change.given());
    if (!addsUp || change.other().equals(draft.origin.contract())) {
      return rejected(AmendmentRule.PORTIONS_DO_NOT_ADD_UP, change.other());
    }
    return rentWithAgreement(change.keptRent(), change.agreement());
  }

  @Override
  public Optional<AmendmentRejection> mergeBack(Change.MergeBack change) {
    if (draft.unit == null) {
      return master();
    }
    if (draft.division == null || !draft.division.other().equals(change.other())) {
      return rejected(AmendmentRule.CONTRACT_NOT_SPLIT, change.other());
    }
    return rentWithAgreement(change.rent(), change.agreement());
  }

  @Override
  public Optional<AmendmentRejection> sublease(Change.Sublease change) {
    if (draft.unit == null) {
      return master();
    }
    if (change.subtenant().equals(draft.tenant)) {
      return rejected(AmendmentRule.SAME_TENANT, draft.tenant);
    }
    if (!change.untilExclusive().isAfter(effective)
        || change.untilExclusive().isAfter(draft.term.endExclusive())) {
      return rejected(AmendmentRule.SUBLEASE_OUTSIDE_TERM, draft.term.lastDay());
    }
    if (draft.suspended) {
      return rejected(AmendmentRule.CONTRACT_IS_SUSPENDED);
    }
    return whileSublet();
  }

  @Override
  public Optional<AmendmentRejection> assignment(Change.Assignment change) {
    return change.tenant().equals(draft.tenant)
        ? rejected(AmendmentRule.SAME_TENANT, draft.tenant)
        : whileSublet();
  }

  @Override
  public Optional<AmendmentRejection> contactChange(Change.ContactChange change) {
    return HOLDS;
  }

  @Override
  public Optional<AmendmentRejection> occupantChange(Change.OccupantChange change) {
    return draft.unit == null ? master() : HOLDS;
  }

  /** Somebody may pay for a master, too: what comes together there. */
  @Override
  public Optional<AmendmentRejection> payerChange(Change.PayerChange change) {
    return HOLDS;
  }

  @Override
  public Optional<AmendmentRejection> suspension(Change.Suspension change) {
    if (draft.unit == null) {
      return master();
    }
    return draft.suspended ? rejected(AmendmentRule.CONTRACT_IS_SUSPENDED) : whileSublet();
  }

  @Override
  public Optional<AmendmentRejection> resumption(Change.Resumption change) {
    return draft.suspended ? HOLDS : rejected(AmendmentRule.CONTRACT_NOT_SUSPENDED);
  }

  @Override
  public Optional<AmendmentRejection> earlyTermination(Change.EarlyTermination change) {
    LocalDate earliest = draft.term.start().plusMonths(policy.minimumMonths());
    if (effective.isBefore(earliest)) {
      return rejected(AmendmentRule.MINIMUM_TERM_NOT_REACHED, earliest);
    }
    LocalDate noticed = change.noticeOn().plusDays(policy.noticeDays());
    if (effective.isBefore(noticed)) {
      return rejected(AmendmentRule.NOTICE_TOO_SHORT, noticed);
    }
    return draft.sublet != null && draft.sublet.days().endExclusive().isAfter(effective)
        ? rejected(AmendmentRule.SUBLEASE_RUNS_ON, draft.sublet.days().lastDay())
        : HOLDS;
  }

  /** Checked on the record as a whole, see {@link ContractHistory}. */
  @Override
  public Optional<AmendmentRejection> withdrawal(Change.Withdrawal change) {
    return HOLDS;
  }

  private Optional<AmendmentRejection> rentWithAgreement(MonetaryAmount rent, String agreement) {
    if (!rent.getCurrency().equals(draft.monthlyRent.getCurrency())) {
      return otherCurrency(rent);
    }
    return agreement.isBlank() && !rent.isEqualTo(draft.monthlyRent)
        ? rejected(AmendmentRule.RENT_CHANGE_WITHOUT_AGREEMENT)
        : HOLDS;
  }

  private Optional<AmendmentRejection> otherCurrency(MonetaryAmount rent) {
    return rent.getCurrency().equals(draft.monthlyRent.getCurrency())
        ? HOLDS
        : rejected(
            AmendmentRule.RENT_IN_OTHER_CURRENCY,
            rent.getCurrency().getCurrencyCode(),
            draft.monthlyRent.getCurrency().getCurrencyCode());
  }

  private Optional<AmendmentRejection> whileSublet() {
    return draft.sublet != null && draft.sublet.days().contains(effective)
        ? rejected(AmendmentRule.CONTRACT_IS_SUBLET, draft.sublet.days().lastDay())
        : HOLDS;
  }

  private Optional<AmendmentRejection> whileSplit() {
    return draft.division == null
        ? HOLDS
        : rejected(AmendmentRule.CONTRACT_IS_SPLIT, draft.division.other());
  }

  private Optional<AmendmentRejection> master() {
    return rejected(AmendmentRule.MASTER_LETS_NO_UNIT);
  }

  private Optional<AmendmentRejection> rejected(AmendmentRule rule, Object... details) {
    ContractNo contract = draft.origin.contract();
    return Optional.of(AmendmentRejection.of(rule, contract, kind, effective, details));
  }
}
