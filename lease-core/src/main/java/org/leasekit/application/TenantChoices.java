package org.leasekit.application;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.DiscountCode;
import org.leasekit.renewal.OfferRejection;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.ProposalSteps;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;

/** What a tenant chooses in an offer: add-ons and a code. Joins the caller's unit of work, the case is locked. */
final class TenantChoices {
  private final Stores stores;
  private final LessorProfile profile;
  private final OfferDesk offers;

  TenantChoices(Stores stores, LessorProfile profile, OfferDesk offers) {
    this.stores = stores;
    this.profile = profile;
    this.offers = offers;
  }

  static boolean isInCurrencyOf(RenewalCase renewal, AddOn addOn) {
    return addOn.price().getCurrency().equals(renewal.offer().terms().currency());
  }

  OfferChoices of(RenewalCase renewal, Instant now) {
    Proposal proposal = offers.proposal(renewal.id());
    Instant early = proposal.earlyUntil();
    boolean standsForGood = offers.isFrozen(renewal);
    return new OfferChoices(
        stores.offerExtras().addOns(profile.lessor()).stream()
            .filter(each -> isInCurrencyOf(renewal, each))
            .map(each -> choice(renewal, each))
            .toList(),
        code(proposal, standsForGood),
        proposal.price().list(),
        renewal.offer().terms().monthlyRent(),
        early == null || standsForGood || !now.isBefore(early) ? null : early);
  }

  private OfferChoices.Code code(Proposal proposal, boolean standsForGood) {
    if (proposal.codeRedeemed()) {
      return OfferChoices.Code.USED;
    }
    // the same for who has a code and who has none: the page does not tell
    boolean none = profile.offers().personalCode() == null && proposal.code() == null;
    return none || standsForGood
        ? OfferChoices.Code.NONE
        : OfferChoices.Code.OPEN;
  }

  private static OfferChoices.Choice choice(RenewalCase renewal, AddOn addOn) {
    int chosen = renewal.offer().addOn(addOn.id()).map(AddOnLine::quantity).orElse(0);
    return new OfferChoices.Choice(addOn.id(), addOn.name(), addOn.price(), chosen, addOn.left());
  }

  /** Codes are read as people type them: in either case, in the wide letters of a Chinese keyboard, with blanks. */
  private static String typed(String code) {
    return Normalizer.normalize(code, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }

  Outcome<Proposal> redeem(RenewalCase renewal, String entered, Instant now) {
    String code = typed(entered);
    return changeable(renewal, now)
        .then(open -> usable(open, code, now))
        .then(
            known ->
                stores.offerExtras().redeem(profile.lessor(), code, now)
                    ? Outcome.accepted(
                        repriced(
                            renewal,
                            ProposalSteps.redeemed(offers.proposal(renewal.id()))))
                    : Outcome.rejected(new OfferRejection.CodeUsed(renewal.id(), code)));
  }

  private Outcome<DiscountCode> usable(RenewalCase renewal, String code, Instant now) {
    Optional<DiscountCode> known =
        stores
            .offerExtras()
            .findCode(profile.lessor(), code)
            .filter(each -> each.renewalCase().equals(renewal.id()));
    if (known.isEmpty()) {
      return Outcome.rejected(new OfferRejection.NoSuchCode(renewal.id(), code));
    }
    if (known.get().redeemedAt() != null) {
      return Outcome.rejected(new OfferRejection.CodeUsed(renewal.id(), code));
    }
    return now.isBefore(known.get().until())
        ? Outcome.accepted(known.get())
        : Outcome.rejected(new OfferRejection.CodeExpired(renewal.id(), code));
  }

  /** The case, while its tenant may change the offer: it is open, and nothing makes the price stand. */
  private Outcome<RenewalCase> changeable(RenewalCase renewal, Instant now) {
    return Renewals.changeable(renewal, now)
        .then(
            open ->
                offers.isFrozen(open)
                    ? Outcome.rejected(new OfferRejection.Frozen(open.id()))
                    : Outcome.accepted(open));
  }

  /** Puts a proposal's new price into its case's offer. */
  private Proposal repriced(RenewalCase renewal, Proposal proposal) {
    RenewalCase changed = Renewals.reprice(renewal, offers.repriced(renewal, proposal)).orElseThrow();
    stores.cases().update(changed);
    return offers.store(proposal, offers.wakeOf(proposal, changed));
  }

  Outcome<RenewalCase> choose(RenewalCase renewal, AddOnId id, int quantity, Instant now) {
    Outcome<RenewalCase> changeable = changeable(renewal, now);
    if (!changeable.isAccepted()) {
      return changeable;
    }
    Optional<AddOn> addOn =
        stores.offerExtras().addOns(profile.lessor()).stream()
            .filter(each -> each.id().equals(id))
            .filter(each -> isInCurrencyOf(renewal, each))
            .findFirst();
    if (addOn.isEmpty()) {
      return Outcome.rejected(new OfferRejection.NoSuchAddOn(id));
    }
    int had = renewal.offer().addOn(id).map(AddOnLine::quantity).orElse(0);
    return Renewals.withAddOn(renewal, addOn.get(), quantity)
        .then(
            changed -> {
              if (quantity != had
                  && !stores.offerExtras().take(profile.lessor(), id, quantity - had)) {
                return Outcome.rejected(new OfferRejection.OutOfStock(id, quantity));
              }
              stores.cases().update(changed);
              Proposal known = offers.proposal(renewal.id());
              Proposal proposal = quantity == had ? known : known.changed();
              offers.store(proposal, offers.wakeOf(proposal, changed));
              return Outcome.accepted(changed.withVersion(changed.version() + 1));
            });
  }
}
