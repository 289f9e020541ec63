package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.leasekit.contract.Contract;
import org.leasekit.contract.UnitRef;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.Done;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.NoticeTemplate;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.OfferResult;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.ProposalSteps;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;
import org.leasekit.renewal.StewardTask;

/**
 * Does what a stage says about offers. A case has an offer from its opening; until its tenant was told of it, nobody has
 * seen it, and a stage draws it up anew by the rules as of its own instant. What a tenant has seen stands. Joins the
 * caller's unit of work, which holds the case's lock and stores the case this answers with.
 */
final class StageOffers {
  private final Stores stores;
  private final LessorProfile profile;
  private final CaseDesk desk;
  private final NoticeWriter writer;
  private final OfferDesk offers;
  private final Assignment assignment;
  private final LastDays lastDays;
  private final OfferSeen seen;

  StageOffers(
      Stores stores, LessorProfile profile, CaseDesk desk, NoticeWriter writer, OfferDesk offers) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
    this.writer = writer;
    this.offers = offers;
    this.assignment = new Assignment(stores, profile);
    this.lastDays = new LastDays(stores, profile);
    this.seen = new OfferSeen(stores);
  }

  /** The case as it stands after an act, and what became of the act. */
  record Step(RenewalCase renewal, Done done) {

    static Step of(RenewalCase renewal, StageAct act, OfferResult result) {
      return new Step(renewal, new Done(act.word(), result.name(), ""));
    }
  }

  /** What all acts of a stage have in common. */
  record Setting(Contract contract, Decision.Due due, Instant window, Instant now) {

    /** Whether the stage writes to the tenant by itself. */
    boolean writes() {
      return due.actions().stream().anyMatch(action -> action.act() instanceof StageAct.Notice);
    }
  }

  static boolean isOurs(StageAct act) {
    return act instanceof StageAct.ProposalDraft
        || act instanceof StageAct.MakeOffer
        || act instanceof StageAct.Approval;
  }

  Step act(RenewalCase renewal, StageAct act, Setting at) {
    if (act instanceof StageAct.Approval approval) {
      return Step.of(renewal, act, approval(renewal, approval.role(), at));
    }
    Step step =
        renewal.state() == CaseState.PROPOSED
            ? Step.of(renewal, act, OfferResult.WAITS_FOR_APPROVAL)
            : draw(renewal, act, at);
    if (OfferResult.valueOf(step.done().result()).isForAPerson()) {
      StewardTask.Kind kind = StewardTask.Kind.valueOf(act.word());
      desk.openTask(renewal, kind, at.due().stage().id(), at.contract().steward(), at.now());
    } else if (act instanceof StageAct.MakeOffer && !at.writes()) {
      tell(step.renewal(), at);
    }
    return step;
  }

  /** An offer that waits for approval is told as well: the dispatcher holds the notice until then. */
  private void tell(RenewalCase renewal, Setting at) {
    writer.next(
        renewal, at.contract(), at.due().stage().id(), NoticeTemplate.REMINDER.key(),
        List.of(Channel.SMS), at.window(), at.now());
  }

  private OfferResult approval(RenewalCase renewal, String role, Setting at) {
    Proposal.ApprovalState state = proposal(renewal, at).approval().state();
    return switch (state) {
      case NOT_NEEDED -> OfferResult.NOT_NEEDED;
      case APPROVED -> OfferResult.APPROVED;
      case PENDING, REFUSED -> {
        ask(renewal, role, at);
        yield OfferResult.ASKED;
      }
    };
  }

  private void ask(RenewalCase renewal, String role, Setting at) {
    desk.openTask(
        renewal, StewardTask.Kind.APPROVAL, at.due().stage().id(), role,
        assignment.of(role, at.contract().steward(), at.now()), at.now());
  }

  private Proposal proposal(RenewalCase renewal, Setting at) {
    return stores
        .proposals()
        .find(profile.lessor(), renewal.id())
        .orElseGet(() -> offers.draft(renewal.id(), lastDay(at), at.now()));
  }

  private Contract lastDay(Setting at) {
    return lastDays.of(List.of(at.contract()), at.now()).get(0).contract();
  }

  private Step draw(RenewalCase renewal, StageAct act, Setting at) {
    Contract contract = lastDay(at);
    Proposal stored = proposal(renewal, at);
    boolean byHand = stored.approval().proposedBy() != null;
    if (!byHand && !profile.pricing().fits(contract, contract.term().endExclusive())) {
      return Step.of(renewal, act, OfferResult.NO_RULE_FITS);
    }
    Proposal drawn =
        byHand
            ? stored
            : ProposalSteps.redraft(stored, contract, profile.pricing(), profile.offers(), at.now());
    Offer offer = offers.offer(contract, drawn, renewal.offer().addOns());
    UnitRef unit = contract.unit();
    if (unit != null
        && !stores.contracts().isFree(profile.lessor(), unit, contract.portion(), offer.term())) {
      return Step.of(renewal, act, OfferResult.UNIT_LET);
    }
    boolean makes = act instanceof StageAct.MakeOffer;
    if (isSame(offer, renewal.offer())) {
      return Step.of(renewal, act, makes ? OfferResult.STANDS : OfferResult.UNCHANGED);
    }
    if (offers.isFrozen(renewal)) {
      return Step.of(renewal, act, OfferResult.PRICE_STANDS);
    }
    if (seen.isSeen(renewal, stored)) {
      return Step.of(renewal, act, OfferResult.ALREADY_LIVE);
    }
    return drawn.isCleared() ? put(renewal, act, drawn, offer) : withheld(renewal, act, drawn, offer, at);
  }

  private Step put(RenewalCase renewal, StageAct act, Proposal drawn, Offer offer) {
    RenewalCase changed = Renewals.reprice(renewal, offer).orElseThrow();
    stores.proposals().update(drawn.wakeAt(offers.wakeOf(drawn, changed)));
    OfferResult result =
        act instanceof StageAct.MakeOffer ? OfferResult.MADE : OfferResult.DRAFTED;
    String rent = MinorUnits.plain(offer.terms().monthlyRent());
    return new Step(changed, new Done(act.word(), result.name(), rent));
  }

  private Step withheld(RenewalCase renewal, StageAct act, Proposal drawn, Offer offer, Setting at) {
    RenewalCase waits = Renewals.withheld(renewal, offer);
    stores.proposals().update(drawn.wakeAt(offers.wakeOf(drawn, waits)));
    ask(waits, approver(at), at);
    return Step.of(waits, act, OfferResult.WAITS_FOR_APPROVAL);
  }

  /** Who approves: whom this stage names, or another one of the policy; the supervisor when none does. */
  private String approver(Setting at) {
    Stream<StageAction> all =
        Stream.concat(
            at.due().actions().stream(),
            profile.renewalPolicy(at.now()).stages().stream().map(Stage::actions).flatMap(List::stream));
    return all.map(StageAction::act)
        .filter(StageAct.Approval.class::isInstance)
        .map(act -> ((StageAct.Approval) act).role())
        .findFirst()
        .orElse(StageAct.Task.SUPERVISOR);
  }

  private static boolean isSame(Offer a, Offer b) {
    return a.term().equals(b.term())
        && a.terms().monthlyRent().isEqualTo(b.terms().monthlyRent())
        && a.terms().deposit().isEqualTo(b.terms().deposit());
  }
}
