package org.leasekit.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.AccessRejection;
import org.leasekit.access.Action;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.Story;
import org.leasekit.hierarchy.Act;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.RejectedException;
import org.leasekit.party.Tenant;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.OfferRejection;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;
import org.leasekit.renewal.Renewals;

/**
 * What a tenant does about a renewal. Each step locks the case, so that steps and reminders of one case
 * happen one after the other; a step done twice is done once.
 *
 * <p>Silence, as a promise: once a step that pays, signs or declines has been committed, no reminder of
 * that case is sent by any node. The price: a step waits while one notice of its case is being sent, at
 * most the gateway's time-out.
 */
public final class RenewalService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final CaseDesk desk;
  private final StageFiring firing;
  private final Tenancies tenancies;

  RenewalService(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      Door door,
      Gate gate,
      CaseDesk desk,
      StageFiring firing) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.desk = desk;
    this.firing = firing;
    this.tenancies = new Tenancies(stores, profile.lessor());
  }

  /**
   * The case as the page shows it; rejected when there is none, and when the contract passes to another tenant, who is asked in a
   * case of their own ({@link RenewalRejection.PassedOn}): nobody is shown what somebody else was asked and has answered.
   */
  public Outcome<RenewalView> view(CaseId id) {
    return seen(id, this::stillAsked);
  }

  /**
   * The case for the end of a contract's term, of whoever has the contract then; empty while there is none. Rejected when there is
   * no such contract.
   */
  public Outcome<Optional<RenewalView>> ofContract(ContractNo no) {
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(Action.VIEW, no)
                    .map(
                        allowed ->
                            stores
                                .contracts()
                                .find(profile.lessor(), no)
                                .flatMap(tenancies::current)
                                .map(this::view)));
  }

  private Outcome<RenewalCase> stillAsked(Outcome<RenewalCase> renewal) {
    return renewal.then(tenancies::stillAsked);
  }

  private Outcome<RenewalView> seen(CaseId id, UnaryOperator<Outcome<RenewalCase>> shown) {
    return stores
        .unitOfWork()
        .required(
            () ->
                stores
                    .cases()
                    .find(profile.lessor(), id)
                    .map(
                        renewal ->
                            shown
                                .apply(permitted(Action.VIEW, renewal, clock.instant()))
                                .map(this::view))
                    .orElseGet(
                        () -> gate.refuse(Action.VIEW, null, new RenewalRejection.NoSuchCase(id))));
  }

  /**
   * What fired for a case and what did not, with reasons, as things stand now; its text is in the profile's zone and
   * either language. For the office: the facts that stages ask for, marks, estimates and debts, are what it knows and thinks
   * of a tenant. Rejected when there is no such case, and for everybody on the tenant's side.
   */
  public Outcome<Story> explain(CaseId id) {
    return seen(id, renewal -> gate.isTenantsSide() ? stillAsked(renewal) : renewal)
        .then(
            view ->
                gate.isTenantsSide()
                    ? gate.refuse(
                        Action.VIEW,
                        view.contract().no(),
                        new AccessRejection(Action.VIEW, view.contract().no()))
                    : Outcome.accepted(
                        firing.explain(view.renewal(), view.contract(), clock.instant())));
  }

  /**
   * The tenant says yes; rejected when the case is closed, the term has ended, another price was shown, or the term would go
   * beyond that of a master that is renewed already ({@link org.leasekit.hierarchy.HierarchyRejection.TermOutside}).
   */
  public Outcome<RenewalCase> accept(AcceptRenewal command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    new CaseId(valid.caseId().strip()),
                    Action.RENEW,
                    (renewal, now) ->
                        asShown(renewal, valid.shown(), valid.offer())
                            .then(known -> Renewals.accept(known, now))
                            .then(this::fits)));
  }

  /** Where the master is renewed already its new days are known: better to be told now than when all is paid. */
  private Outcome<RenewalCase> fits(RenewalCase after) {
    return after.state().isClosed() ? Outcome.accepted(after) : desk.fits(after);
  }

  /**
   * Who signs binds the offer that was shown: where it has become another since it was shown first, they have to say which
   * one it was, for the first payment alone does not name the rent.
   */
  private Outcome<RenewalCase> asSigned(
      RenewalCase renewal, @Nullable BigDecimal price, @Nullable String offer) {
    return asShown(renewal, price, offer)
        .then(
            shown ->
                renewal.isFrozen() || offer != null || !hasChanged(renewal)
                    ? Outcome.accepted(renewal)
                    : priceChanged(renewal, price));
  }

  private boolean hasChanged(RenewalCase renewal) {
    return stores
        .proposals()
        .find(profile.lessor(), renewal.id())
        .filter(proposal -> proposal.promised().changed())
        .isPresent();
  }

  /** The price shown is the price charged: who saw another one, or another offer at the same price, is asked again. */
  private static Outcome<RenewalCase> asShown(
      RenewalCase renewal, @Nullable BigDecimal price, @Nullable String offer) {
    String now = MinorUnits.plain(renewal.offer().firstPayment());
    boolean samePrice = price == null || new BigDecimal(now).compareTo(price) == 0;
    boolean sameOffer = offer == null || renewal.offer().fingerprint().equals(offer);
    return renewal.isFrozen() || samePrice && sameOffer
        ? Outcome.accepted(renewal)
        : priceChanged(renewal, price);
  }

  private static Outcome<RenewalCase> priceChanged(RenewalCase renewal, @Nullable BigDecimal price) {
    return Outcome.rejected(
        new OfferRejection.PriceChanged(
            renewal.id(),
            price == null ? "?" : price.toPlainString(),
            MinorUnits.plain(renewal.offer().firstPayment())));
  }

  /**
   * The tenant says no, also to an offer that waits for approval; rejected when the case is closed, or payment or signature is
   * there. The responsible person is asked to take the place back ({@code MOVE_OUT}), as when the lease ends with nobody having
   * said anything.
   */
  public Outcome<RenewalCase> decline(DeclineRenewal command) {
    return door.check(command)
        .then(valid -> step(new CaseId(valid.caseId().strip()), Action.RENEW, Renewals::decline));
  }

  /**
   * The tenant has signed; with the payment there, the successor contract is made. Rejected when the case is closed, the
   * term has ended, another price or offer was shown, or may have been and nobody says which, or the term would go beyond
   * that of a master that is renewed already.
   */
  public Outcome<RenewalCase> sign(SignRenewal command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    new CaseId(valid.caseId().strip()),
                    Action.SIGN,
                    (renewal, now) ->
                        asSigned(renewal, valid.shown(), valid.offer())
                            .then(known -> Renewals.signed(known, valid.signatureId(), now))
                            .then(this::fits)));
  }

  /**
   * Renews a master contract and all below it, or some: all of the cases take the step, or none does. What is to be
   * paid is paid case by case; a sub-account that was granted it renews alone as well. Limits of a grant bind the tree as a
   * whole: the rent of all of it, and all its units.
   *
   * @return the cases after the step, by id; rejected as a single step is, or when a case is not below the master
   */
  public Outcome<List<RenewalCase>> renewTree(RenewTree command) {
    return door.check(command)
        .then(
            valid -> {
              try {
                return stores.unitOfWork().required(() -> stepOfTree(valid, clock.instant()));
              } catch (RejectedException noSuccessor) {
                // thrown out of the unit of work, so that the successors made before it are taken back; what was asked is kept
                return gate.refuse(actionOf(valid), null, noSuccessor.rejection());
              }
            });
  }

  /** Asks about every case before it stores one; by id, so that overlapping trees are locked in one order. */
  private Outcome<List<RenewalCase>> stepOfTree(RenewTree command, Instant now) {
    Outcome<List<CaseId>> chosen = new Tree(stores, profile.lessor()).chosen(command);
    Action action = actionOf(command);
    if (!chosen.isAccepted()) {
      return gate.refuse(action, null, chosen.rejection());
    }
    List<RenewalCase> before = new ArrayList<>();
    for (CaseId id : chosen.orElseThrow()) {
      before.add(stores.cases().lock(profile.lessor(), id).orElseThrow());
    }
    List<RenewalCase> after = new ArrayList<>();
    for (RenewalCase renewal : before) {
      Outcome<RenewalCase> decided =
          permitted(action, renewal, actOfTree(renewal, before, now))
              .then(mine -> inTree(mine, command, now));
      if (!decided.isAccepted()) {
        return Outcome.rejected(decided.rejection());
      }
      after.add(decided.orElseThrow());
    }
    desk.lockForSuccession(
        after.stream().filter(each -> each.state() == CaseState.RENEWED).toList());
    List<RenewalCase> stored = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      stored.add(desk.store(before.get(i), after.get(i), now).orElseThrow());
    }
    return Outcome.accepted(stored);
  }

  private Outcome<RenewalCase> inTree(RenewalCase renewal, RenewTree command, Instant now) {
    String signature = command.signatureId();
    BigDecimal price = command.shownOf(renewal.id());
    String offer = command.offers().get(renewal.id().value());
    return signature == null
        ? asShown(renewal, price, offer).then(mine -> Renewals.accept(mine, now))
        : asSigned(renewal, price, offer).then(mine -> Renewals.signed(mine, signature, now));
  }

  private static Action actionOf(RenewTree command) {
    return command.signatureId() == null ? Action.RENEW : Action.SIGN;
  }

  private Outcome<RenewalCase> step(
      CaseId id,
      Action action,
      BiFunction<RenewalCase, Instant, Outcome<RenewalCase>> decide) {
    return stores
        .unitOfWork()
        .required(
            () -> {
              Instant now = clock.instant();
              return desk.step(
                  id,
                  now,
                  renewal ->
                      stillAsked(permitted(action, renewal, now)).then(mine -> decide.apply(mine, now)),
                  () -> gate.refuse(action, null, new RenewalRejection.NoSuchCase(id)));
            });
  }

  private Outcome<RenewalCase> permitted(Action action, RenewalCase renewal, Instant now) {
    return permitted(action, renewal, act(renewal, now));
  }

  private Outcome<RenewalCase> permitted(Action action, RenewalCase renewal, Act act) {
    return gate.ask(
            action, renewal.contract(), act, new RenewalRejection.NoSuchCase(renewal.id()))
        .map(allowed -> renewal);
  }

  /** Limits speak of the whole rent of the term that is offered, of its months, begun ones counted, and of one unit. */
  private Act act(RenewalCase renewal, Instant now) {
    DateRange term = renewal.offer().term();
    Period length = Period.between(term.start(), term.endExclusive());
    int months = Math.toIntExact(length.toTotalMonths()) + (length.getDays() > 0 ? 1 : 0);
    MonetaryAmount rent = renewal.offer().terms().rentOf(YearMonth.from(term.start()));
    return new Act(profile.day(now), rent.multiply(months), months, 1);
  }

  /** In a tree, of the rents of all that are in the currency of one, of its months, and of all the units. */
  private Act actOfTree(RenewalCase renewal, List<RenewalCase> tree, Instant now) {
    Act own = act(renewal, now);
    CurrencyUnit currency = renewal.offer().terms().currency();
    MonetaryAmount whole =
        tree.stream()
            .map(each -> each.offer().terms().currency().equals(currency) ? act(each, now).amount() : null)
            .filter(Objects::nonNull)
            .reduce(MinorUnits.amount(0, currency), MonetaryAmount::add);
    long units =
        tree.stream()
            .flatMap(each -> stores.contracts().find(profile.lessor(), each.contract()).stream())
            .filter(contract -> !contract.master())
            .count();
    return new Act(own.on(), whole, own.months(), Math.toIntExact(units));
  }

  private RenewalView view(RenewalCase renewal) {
    Contract contract =
        stores
            .contracts()
            .find(profile.lessor(), renewal.contract())
            .orElseThrow(() -> new IllegalStateException("no contract of " + renewal.id()));
    Tenant tenant =
        stores
            .tenants()
            .find(profile.lessor(), tenancies.asked(renewal, contract))
            .orElseThrow(() -> new IllegalStateException("no tenant of " + contract.no()));
    return new RenewalView(renewal, contract, tenant);
  }
}
