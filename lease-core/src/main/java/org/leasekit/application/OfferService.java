package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.AccessRejection;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.intent.IntentModel;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.DiscountCode;
import org.leasekit.renewal.OfferRejection;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.ProposalSteps;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;
import org.leasekit.renewal.Renewals;
import org.leasekit.renewal.StewardTask;

/**
 * What is done about offers. Every step locks the case first, and the offer of the case is what the tenant is shown and
 * what is charged: whoever accepts, pays or signs gets the price that stands in storage at that instant, and from then
 * on it stands for ever. An early bird's price that is over is shown until {@link OfferSweep} has run.
 */
public final class OfferService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final CaseDesk desk;
  private final OfferDesk offers;
  private final TenantChoices choices;
  private final OfferSeen seen;
  private final Tenancies tenancies;

  OfferService(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      Door door,
      Gate gate,
      CaseDesk desk,
      OfferDesk offers) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.desk = desk;
    this.offers = offers;
    this.tenancies = new Tenancies(stores, profile.lessor());
    this.choices = new TenantChoices(stores, profile, offers);
    this.seen = new OfferSeen(stores);
  }

  /** The proposal of a case; empty when there is none, and for who may not price offers: it is the office's. */
  public Optional<Proposal> proposal(CaseId id) {
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(Action.PRICE_OFFER).isAccepted()
                    ? stores.proposals().find(profile.lessor(), id)
                    : Optional.empty());
  }

  /** Passes every proposal once, by case; none to who may not price offers. */
  public void proposals(Consumer<Proposal> each) {
    if (gate.ask(Action.PRICE_OFFER).isAccepted()) {
      stores.proposals().forEach(profile.lessor(), each);
    }
  }

  /**
   * The discount code that a case's tenant may use; empty when there is none or it was used. For the office, and for whoever
   * may renew, and so use it.
   */
  public Outcome<Optional<String>> code(CaseId id) {
    return step(
        gate.isTenantsSide() ? Action.RENEW : Action.VIEW,
        id.value(),
        (renewal, now) -> {
          Proposal proposal = offers.proposal(renewal.id());
          return Outcome.accepted(
              proposal.codeRedeemed() ? Optional.empty() : Optional.ofNullable(proposal.code()));
        });
  }

  /** Add-ons of which a case's tenant can take some, in the currency of the offer, by id. */
  public Outcome<List<AddOn>> addOns(CaseId id) {
    return step(
        Action.VIEW,
        id.value(),
        (renewal, now) ->
            Outcome.accepted(
                stores.offerExtras().addOns(profile.lessor()).stream()
                    .filter(each -> TenantChoices.isInCurrencyOf(renewal, each))
                    .filter(each -> each.left() > 0)
                    .toList()));
  }

  /**
   * What a case's tenant may choose beside yes and no, and what they have chosen. Only looks: it waits for nobody who
   * has the case locked.
   */
  public Outcome<OfferChoices> choices(CaseId id) {
    RenewalRejection none = new RenewalRejection.NoSuchCase(id);
    return stores
        .unitOfWork()
        .required(
            () ->
                stores
                    .cases()
                    .find(profile.lessor(), id)
                    .map(
                        renewal ->
                            gate.ask(Action.VIEW, renewal.contract(), gate.today(), none)
                                .then(allowed -> tenancies.stillAsked(renewal))
                                .map(mine -> choices.of(mine, clock.instant())))
                    .orElseGet(() -> gate.refuse(Action.VIEW, null, none)));
  }

  /** Every add-on with its stock, by id; none for who may not price offers. */
  public List<AddOn> addOns() {
    return gate.ask(Action.PRICE_OFFER).isAccepted()
        ? stores.offerExtras().addOns(profile.lessor())
        : List.of();
  }

  /**
   * Adds an add-on, or changes name, price and stock of a known one.
   *
   * @return the add-on; rejected for who may not price offers
   * @throws IllegalArgumentException when it is another lessor's, or more is taken than the new stock
   */
  public Outcome<AddOn> putAddOn(AddOn addOn) {
    if (!addOn.lessor().equals(profile.lessor())) {
      throw new IllegalArgumentException("addOn: of another lessor: " + addOn.lessor());
    }
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(Action.PRICE_OFFER)
                    .map(
                        allowed -> {
                          stores.offerExtras().putAddOn(addOn);
                          return addOn;
                        }));
  }

  /** Somebody approves or refuses an offer that waits for it; approved, the case opens for its tenant. */
  public Outcome<Proposal> decide(DecideOffer command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    Action.APPROVE_OFFER,
                    valid.caseId(),
                    (renewal, now) ->
                        self(Action.APPROVE_OFFER, renewal, valid.by())
                            .then(by -> decide(renewal, valid, by, now))));
  }

  private Outcome<Proposal> decide(
      RenewalCase renewal, DecideOffer command, StaffId by, Instant now) {
    Proposal proposal = offers.proposal(renewal.id());
    if (renewal.state() != CaseState.PROPOSED) {
      return Outcome.rejected(new OfferRejection.NothingToDecide(renewal.id()));
    }
    return command.approved()
        ? ProposalSteps.approve(proposal, by, now).map(approved -> present(renewal, approved, now))
        : ProposalSteps.refuse(proposal, by, now).map(refused -> refused(renewal, refused, now));
  }

  /** Whoever is responsible for the contract is to think of another price: nobody else has anything to do now. */
  private Proposal refused(RenewalCase renewal, Proposal refused, Instant now) {
    desk.closeWaiting(
        renewal, Set.of(StewardTask.Kind.APPROVAL, StewardTask.Kind.HAND_OVER), StewardTask.Outcome.DONE, now);
    desk.openTask(renewal, StewardTask.Kind.PROPOSAL_DRAFT, "", desk.steward(renewal), now);
    stores.cases().update(renewal.wakeAt(now));
    return offers.store(refused, null);
  }

  /** Opens a case whose offer has nothing to wait for any more. */
  private Proposal present(RenewalCase renewal, Proposal cleared, Instant now) {
    Proposal presented = offers.presented(cleared, now);
    RenewalCase open =
        Renewals.reprice(
                Renewals.cleared(renewal, seen.isTold(renewal), now), offers.repriced(renewal, presented))
            .orElseThrow()
            .wakeAt(now);
    stores.cases().update(open);
    desk.closeWaiting(
        renewal, Set.of(StewardTask.Kind.APPROVAL, StewardTask.Kind.PROPOSAL_DRAFT), StewardTask.Outcome.DONE, now);
    desk.closeWaiting(
        renewal, Set.of(StewardTask.Kind.HAND_OVER, StewardTask.Kind.CALL, StewardTask.Kind.VISIT),
        StewardTask.Outcome.OBSOLETE, now);
    return offers.store(presented, offers.wakeOf(presented, open));
  }

  /**
   * Somebody sets another rent before the offer was shown. Beyond the limits the case waits until somebody else has
   * approved; within them it opens.
   */
  public Outcome<Proposal> revise(ReviseOffer command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    Action.PRICE_OFFER,
                    valid.caseId(),
                    (renewal, now) ->
                        self(Action.PRICE_OFFER, renewal, valid.by())
                            .then(by -> revise(renewal, valid, by, now))));
  }

  /** A member of staff speaks in the own name; only the host, which knows who asks, speaks for others. */
  private Outcome<StaffId> self(Action action, RenewalCase renewal, String by) {
    StaffId named = new StaffId(by.strip());
    return gate.actor() instanceof Actor.Staff staff && !staff.id().equals(named)
        ? gate.refuse(action, renewal.contract(), new AccessRejection(action, renewal.contract()))
        : Outcome.accepted(named);
  }

  private Outcome<Proposal> revise(
      RenewalCase renewal, ReviseOffer command, StaffId by, Instant now) {
    Proposal proposal = offers.proposal(renewal.id());
    if (seen.isSeen(renewal, proposal) || offers.isFrozen(renewal)) {
      return Outcome.rejected(new OfferRejection.Frozen(renewal.id()));
    }
    return inCurrency(command.monthlyRent(), renewal)
        .map(
            rent -> {
              Proposal revised =
                  ProposalSteps.revise(proposal, rent, profile.offers(), by);
              return revised.isCleared()
                  ? present(renewal, revised, now)
                  : waits(renewal, revised, now);
            });
  }

  private Proposal waits(RenewalCase renewal, Proposal revised, Instant now) {
    RenewalCase proposed =
        Renewals.withheld(renewal, offers.repriced(renewal, revised))
            .wakeAt(now);
    stores.cases().update(proposed);
    desk.closeWaiting(renewal, Set.of(StewardTask.Kind.PROPOSAL_DRAFT), StewardTask.Outcome.DONE, now);
    offers.askForApproval(proposed, now);
    return offers.store(revised, offers.wakeOf(revised, proposed));
  }

  private static Outcome<MonetaryAmount> inCurrency(MonetaryAmount amount, RenewalCase renewal) {
    String currency = renewal.offer().terms().currency().getCurrencyCode();
    try {
      if (amount.getCurrency().getCurrencyCode().equals(currency)) {
        return Outcome.accepted(MinorUnits.amount(MinorUnits.of(amount), currency));
      }
    } catch (ArithmeticException tooPrecise) {
      // said below
    }
    return Outcome.rejected(
        new OfferRejection.NotInCurrency(renewal.id(), amount.toString(), currency));
  }

  /** The tenant uses a personal code; rejected when it is not theirs, used, expired, or the price stands. */
  public Outcome<Proposal> redeem(RedeemCode command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    Action.RENEW,
                    valid.caseId(),
                    (renewal, now) ->
                        choices.redeem(renewal, valid.code(), now)));
  }

  /** The tenant takes add-ons, or gives them back, while the price does not stand. */
  public Outcome<RenewalCase> choose(ChooseAddOn command) {
    return door.check(command)
        .then(
            valid ->
                step(
                    Action.RENEW,
                    valid.caseId(),
                    (renewal, now) ->
                        choices.choose(renewal, new AddOnId(valid.addOn().strip()), valid.quantity(), now)));
  }

  /**
   * Learns from every tenant whose time to renew is over and who did or did not, each as they were known, and at the price
   * that the model was asked about, when their proposal was drafted: what was superseded, or never approved, says nothing
   * of anybody, and neither do those who have renewed in a season that still runs, since the silent ones of it are missing. It reads everything there is: something for the night before a season, or for now and then. Rejected for who
   * may not price offers.
   */
  public Outcome<IntentModel> learn() {
    return gate.ask(Action.PRICE_OFFER).map(allowed -> new IntentLessons(stores, profile).model(clock.instant()));
  }

  private <T> Outcome<T> step(
      Action action, String caseId, BiFunction<RenewalCase, Instant, Outcome<T>> work) {
    CaseId id = new CaseId(caseId.strip());
    return stores
        .unitOfWork()
        .required(
            () ->
                stores
                    .cases()
                    .lock(profile.lessor(), id)
                    .map(
                        renewal ->
                            gate.ask(
                                    action,
                                    renewal.contract(),
                                    gate.today(),
                                    new RenewalRejection.NoSuchCase(id))
                                .then(allowed -> tenancies.stillAsked(renewal))
                                .then(asked -> work.apply(asked, clock.instant())))
                    .orElseGet(() -> gate.refuse(action, null, new RenewalRejection.NoSuchCase(id))));
  }
}
