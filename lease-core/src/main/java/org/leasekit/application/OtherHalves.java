package org.leasekit.application;

import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.Standing;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.Links;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/** Signs the contract that takes what another one splits off; nothing is stored yet. */
final class OtherHalves {
  private final Stores stores;
  private final LessorId lessor;

  OtherHalves(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  Outcome<Lifecycle.Step> sign(
      Revision split,
      AmendmentDesk.Request request,
      AmendContract.OtherHalf other,
      AmendmentScope scope) {
    LocalDate end = other.endExclusive() == null ? split.endsOn() : other.endExclusive();
    ContractNo no = ((Change.Split) request.first()).other();
    TenantId tenant = new TenantId(other.tenant().strip());
    if (!end.isAfter(request.effective())) {
      return Outcome.rejected(new ContractRejection.TermWithoutDays(no, request.effective(), end));
    }
    if (stores.tenants().find(lessor, tenant).isEmpty()) {
      return Outcome.rejected(new ContractRejection.NoSuchTenant(tenant));
    }
    if (stores.contracts().find(lessor, no).isPresent() || new Drafting(stores, lessor).isDrafted(no)) {
      return Outcome.rejected(new ContractRejection.DuplicateNumber(no));
    }
    DateRange term = DateRange.of(request.effective(), end);
    Optional<Contract> master = split.row().parent().flatMap(scope::find);
    Outcome<Boolean> fits =
        master.map(above -> HierarchyChecks.inside(no, term, above)).orElse(Outcome.accepted(true));
    return fits.then(inside -> terms(no, split, other, term))
        .map(terms -> draft(no, split, term, tenant, other, terms, request))
        .then(
            draft ->
                Lifecycle.move(
                    draft, ContractStatus.ACTIVE, request.proof().by(), request.proof().reason(),
                    request.proof().evidence(), split.is().latest()));
  }

  /** By the rules that hold on the day of the split, but for its steps: they are rents of the whole. */
  private static Outcome<ChargeTerms> terms(
      ContractNo no, Revision split, AmendContract.OtherHalf other, DateRange term) {
    ChargeTerms own = split.row().terms();
    ChargeRules rules = split.is().asOf(term.start(), split.is().latest()).orElseThrow().rules();
    String currency = own.currency().getCurrencyCode();
    return exact(no, other.monthlyRent(), currency)
        .then(
            rent ->
                exact(no, other.deposit(), currency)
                    .map(
                        deposit ->
                            new ChargeTerms(
                                rent, deposit, own.cycleMonths(), own.proration(),
                                rules.from(term.start()).withSteps())));
  }

  /** An amount in a currency as the library counts it, or the rejection that it cannot be paid. */
  static Outcome<MonetaryAmount> exact(ContractNo no, MonetaryAmount amount, String currency) {
    if (amount.getCurrency().getCurrencyCode().equals(currency)) {
      try {
        return Outcome.accepted(MinorUnits.amount(MinorUnits.of(amount), currency));
      } catch (ArithmeticException tooPrecise) {
        return Outcome.rejected(new ContractRejection.AmountNotPayable(no, amount.toString()));
      }
    }
    return Outcome.rejected(new ContractRejection.AmountNotPayable(no, amount.toString()));
  }

  private Contract draft(
      ContractNo no,
      Revision split,
      DateRange term,
      TenantId tenant,
      AmendContract.OtherHalf other,
      ChargeTerms terms,
      AmendmentDesk.Request request) {
    Contract row = split.row();
    Standing standing = split.is().asOf(request.effective(), split.is().latest()).orElseThrow();
    return new Contract(
        lessor, no, false, row.project(), standing.unit(), ((Change.Split) request.first()).given(), tenant,
        occupant(other.occupantName(), other.occupantBadge()), other.contacts(), row.steward(), term, null,
        terms, ContractStatus.DRAFT, Links.under(row.links().parent()), 0);
  }

  static @Nullable Occupant occupant(@Nullable String name, @Nullable String badge) {
    return name == null ? null : new Occupant(name, badge);
  }
}
