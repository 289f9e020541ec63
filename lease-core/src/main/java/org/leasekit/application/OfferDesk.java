package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.StageAct;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.intent.IntentModel;
import org.leasekit.intent.IntentModels;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.DiscountCode;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.Offers;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.ProposalSteps;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/** Drafts proposals and turns them into what a tenant is shown; joins the caller's unit of work. */
final class OfferDesk {
  private static final int CODE_ATTEMPTS = 10;

  private final Stores stores;
  private final LessorProfile profile;
  private final CaseDesk desk;
  private final Dossiers dossiers;

  OfferDesk(Stores stores, LessorProfile profile, CaseDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
    this.dossiers = new Dossiers(stores, profile);
  }

  Dossiers dossiers() {
    return dossiers;
  }

  /** Drafts and stores a proposal, unless somebody was quicker, and answers with the one that is stored. */
  Proposal draft(CaseId id, Contract contract, Instant now) {
    Proposal drafted =
        ProposalSteps.draft(
            id, contract, profile.pricing(), profile.offers(), intent(contract, now), now);
    if (stores.proposals().add(drafted)) {
      return drafted.withVersion(1);
    }
    return stores
        .proposals()
        .find(profile.lessor(), drafted.renewalCase())
        .orElseThrow(() -> new IllegalStateException("added and not there: " + drafted.renewalCase()));
  }

  private Estimate intent(Contract contract, Instant now) {
    IntentModel model = profile.offers().intent();
    if (model == IntentModels.UNKNOWN) {
      return Estimate.UNKNOWN;
    }
    LocalDate from = contract.term().endExclusive();
    return model.estimate(
        dossiers.asKnown(contract, profile.pricing().price(contract, from).monthlyRent(), now));
  }

  /** What a proposal offers at present, with some add-ons. */
  Offer offer(Contract contract, Proposal proposal, List<AddOnLine> addOns) {
    ChargeTerms priced = profile.pricing().price(contract, contract.term().endExclusive());
    Offer offer =
        Offers.offer(contract, ProposalSteps.terms(proposal, priced), profile.calendar());
    return new Offer(
        offer.term(), offer.terms(), offer.firstRent(), offer.depositTopUp(), offer.depositRefund(), addOns);
  }

  /** The offer of a case at its proposal's present rent; nothing else that was drawn up at its opening changes. */
  Offer repriced(RenewalCase renewal, Proposal proposal) {
    return Offers.atRent(renewal.offer(), proposal.price().now(), profile.calendar());
  }

  /** A proposal as it goes to the tenant now: with the early bird's window and a code, where they get one. */
  Proposal presented(Proposal proposal, Instant now) {
    EarlyBird bird = profile.offers().earlyBird();
    Proposal open =
        bird == null
            ? proposal
            : ProposalSteps.open(
                proposal,
                profile.offers(),
                profile.startOf(profile.day(now).plusDays(bird.openDays())));
    return withCode(open, now);
  }

  private Proposal withCode(Proposal proposal, Instant now) {
    OfferPolicy.PersonalCode rule = profile.offers().personalCode();
    if (rule == null || proposal.code() != null) {
      return proposal;
    }
    Instant until = profile.startOf(profile.day(now).plusDays(rule.days()));
    for (int attempt = 0; attempt < CODE_ATTEMPTS; attempt++) {
      String code =
          PersonalCodes.code(rule.secret(), profile.lessor(), proposal.renewalCase(), attempt);
      DiscountCode made =
          new DiscountCode(
              profile.lessor(), code, proposal.renewalCase(), rule.basisPoints(), until, null);
      if (stores.offerExtras().addCode(made)) {
        return proposal.withCode(code, made.basisPoints());
      }
      // a code that is taken may be this case's own, from an opening that came to nothing: it is worth what it was
      Optional<DiscountCode> own =
          stores
              .offerExtras()
              .findCode(profile.lessor(), code)
              .filter(known -> known.renewalCase().equals(proposal.renewalCase()));
      if (own.isPresent()) {
        return proposal.withCode(code, own.get().basisPoints());
      }
    }
    throw new IllegalStateException("every code is taken of " + proposal.renewalCase());
  }

  /** Asks a supervisor to approve the offer of a case, where it waits for that. */
  void askForApproval(RenewalCase renewal, Instant now) {
    if (renewal.state() == CaseState.PROPOSED) {
      desk.openTaskOf(renewal, StewardTask.Kind.APPROVAL, StageAct.Task.SUPERVISOR, now);
    }
  }

  /** When the sweep of offers has to look at a proposal again. */
  @Nullable Instant wakeOf(Proposal proposal, RenewalCase renewal) {
    Instant early = proposal.earlyUntil();
    if (early != null && !renewal.isFrozen()) {
      return early;
    }
    if (renewal.offer().addOns().isEmpty()) {
      return null;
    }
    return switch (renewal.state()) {
      case RENEWED -> profile.startOf(renewal.offer().term().endExclusive());
      case DECLINED, LAPSED -> null;
      case PROPOSED, OPEN, NOTIFIED, ACCEPTED, SUPERSEDED -> renewal.lapsesAt();
    };
  }

  /** Whether the price stands: the tenant has accepted, paid a part, or signed. */
  boolean isFrozen(RenewalCase renewal) {
    return renewal.isFrozen()
        || !stores.payments().byReference(profile.lessor(), renewal.id().value()).isEmpty();
  }

  /** Stores a proposal that the sweep has to look at again at an instant, or never when null. */
  Proposal store(Proposal proposal, @Nullable Instant wake) {
    Proposal due = proposal.wakeAt(wake);
    stores.proposals().update(due);
    return due.withVersion(due.version() + 1);
  }

  /** The proposal of a case. */
  Proposal proposal(CaseId id) {
    return stores
        .proposals()
        .find(profile.lessor(), id)
        .orElseThrow(() -> new IllegalStateException("no proposal of " + id));
  }
}
