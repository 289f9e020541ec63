package org.leasekit.amendment;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.Occupant;
import org.leasekit.party.Payer;
import org.leasekit.party.TenantId;

/** The state of a contract while its amendments are applied one after the other, in the order of their effect. */
final class Draft {

  /** What was before a split, to go back to. */
  record Division(ContractNo other, Portion before) {}

  /** Who uses the unit, and when. */
  record Subletting(TenantId subtenant, DateRange days) {}

  final Origin origin;
  DateRange term;
  @Nullable UnitRef unit;
  Portion portion;
  TenantId tenant;
  @Nullable Occupant occupant;
  @Nullable Payer payer;
  final Reach reach;
  MonetaryAmount monthlyRent;
  ChargeRules rules;
  @Nullable Subletting sublet;
  @Nullable Division division;
  boolean suspended;
  @Nullable LocalDate terminatedOn;

  Draft(Origin origin) {
    this.origin = origin;
    this.term = origin.term();
    this.unit = origin.unit();
    this.portion = origin.portion();
    this.tenant = origin.tenant();
    this.occupant = origin.occupant();
    this.payer = origin.payer();
    this.reach = new Reach(origin.contacts());
    this.monthlyRent = origin.monthlyRent();
    this.rules = origin.rules();
  }

  /** Applies an amendment whose preconditions hold. */
  void apply(Amendment amendment) {
    amendment.change().match(new Effects(this, amendment.effective()));
  }

  boolean isSubletOn(LocalDate day) {
    return sublet != null && sublet.days().contains(day);
  }

  Phase phaseOn(LocalDate day) {
    if (terminatedOn != null && !day.isBefore(terminatedOn)) {
      return Phase.TERMINATED;
    }
    if (day.isBefore(term.start())) {
      return Phase.UPCOMING;
    }
    if (!day.isBefore(term.endExclusive())) {
      return Phase.EXPIRED;
    }
    return suspended ? Phase.SUSPENDED : Phase.RUNNING;
  }

  Standing on(LocalDate day) {
    return new Standing(
        origin.contract(), day, phaseOn(day), term, unit, portion, tenant, occupant, payer, reach.all(), monthlyRent,
        rules,
        sublet != null && sublet.days().contains(day) ? sublet.subtenant() : null,
        division == null ? null : division.other());
  }

  /** What each kind does to the state. */
  private record Effects(Draft draft, LocalDate effective) implements Change.Cases<Draft> {

    @Override
    public Draft extension(Change.Extension change) {
      draft.term = DateRange.of(draft.term.start(), change.newEndExclusive());
      return draft;
    }

    @Override
    public Draft rentChange(Change.RentChange change) {
      draft.monthlyRent = change.monthlyRent();
      return draft;
    }

    @Override
    public Draft priceRules(Change.PriceRules change) {
      draft.rules = draft.rules.plus(change.steps(), change.rentFree(), change.discounts());
      return draft;
    }

    @Override
    public Draft indexFigures(Change.IndexFigures change) {
      draft.rules = draft.rules.withFigures(change.figures());
      return draft;
    }

    @Override
    public Draft unitSwap(Change.UnitSwap change) {
      draft.unit = change.unit();
      return draft;
    }

    @Override
    public Draft split(Change.Split change) {
      draft.division = new Division(change.other(), draft.portion);
      draft.portion = change.kept();
      draft.monthlyRent = change.keptRent();
      return draft;
    }

    @Override
    public Draft mergeBack(Change.MergeBack change) {
      if (draft.division != null) {
        draft.portion = draft.division.before();
      }
      draft.division = null;
      draft.monthlyRent = change.rent();
      return draft;
    }

    @Override
    public Draft sublease(Change.Sublease change) {
      draft.sublet =
          new Subletting(change.subtenant(), DateRange.of(effective, change.untilExclusive()));
      return draft;
    }

    @Override
    public Draft assignment(Change.Assignment change) {
      draft.tenant = change.tenant();
      draft.reach.pass(change.contacts());
      return draft;
    }

    @Override
    public Draft contactChange(Change.ContactChange change) {
      draft.reach.list(change.contacts());
      return draft;
    }

    @Override
    public Draft occupantChange(Change.OccupantChange change) {
      draft.occupant = change.occupant();
      draft.reach.use(change.contacts());
      return draft;
    }

    @Override
    public Draft payerChange(Change.PayerChange change) {
      draft.payer = change.payer();
      return draft;
    }

    @Override
    public Draft suspension(Change.Suspension change) {
      draft.suspended = true;
      return draft;
    }

    @Override
    public Draft resumption(Change.Resumption change) {
      draft.suspended = false;
      return draft;
    }

    @Override
    public Draft earlyTermination(Change.EarlyTermination change) {
      draft.terminatedOn = effective;
      return draft;
    }

    /** Acts on what is known, not on what holds: the withdrawn amendment is left out. */
    @Override
    public Draft withdrawal(Change.Withdrawal change) {
      return draft;
    }
  }
}
