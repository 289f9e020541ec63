package org.leasekit.renewal;

import java.time.Instant;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;

/** What happens to proposals. Pure; whoever calls stores proposal and case together. */
public final class ProposalSteps {

  private ProposalSteps() {}

  /** As {@link #draft(CaseId, Contract, PricingStrategy, OfferPolicy, Estimate, Instant)}, for a tenant who has signed the contract. */
  public static Proposal draft(
      Contract contract,
      PricingStrategy pricing,
      OfferPolicy policy,
      Estimate intent,
      Instant now) {
    return draft(
        CaseId.of(contract.no(), contract.term().lastDay()), contract, pricing, policy, intent, now);
  }

  /** Drafts the proposal of a case by the rules; the early bird's price comes with {@link #open}. */
  public static Proposal draft(
      CaseId id,
      Contract contract,
      PricingStrategy pricing,
      OfferPolicy policy,
      Estimate intent,
      Instant now) {
    EarlyBird bird = policy.earlyBird();
    EarlyBird.Group group =
        bird == null ? EarlyBird.Group.NOT_ELIGIBLE : bird.groupOf(id.value(), intent);
    MonetaryAmount list = pricing.price(contract, contract.term().endExclusive()).monthlyRent();
    MonetaryAmount old = contract.terms().monthlyRent();
    Proposal drafted = new Proposal(
        contract.lessor(),
        id,
        contract.no(),
        new Proposal.Price(
            old, list, list, pricing.explain(contract, contract.term().endExclusive())),
        new Proposal.Chance(policy.intent().code(), intent, group, new Proposal.Question(old, list, now)),
        null,
        null,
        false,
        Proposal.Approval.of(List.of(), null),
        now,
        null,
        0);
    return drafted.with(
        drafted.price(),
        Proposal.Approval.of(
            policy.limits().breaches(old, list, drafted.mostDiscount(policy)), null));
  }

  /**
   * The proposal drawn up anew by the rules. What was thought of the tenant, the code, whether it was used and what was
   * promised stay, and so does an approval of the same price.
   *
   * @param contract as it stands on its last day
   */
  public static Proposal redraft(
      Proposal proposal,
      Contract contract,
      PricingStrategy pricing,
      OfferPolicy policy,
      Instant now) {
    Proposal fresh =
        draft(proposal.renewalCase(), contract, pricing, policy, proposal.chance().intent(), now);
    MonetaryAmount list = fresh.price().list();
    boolean same =
        list.isEqualTo(proposal.price().list())
            && fresh.price().old().isEqualTo(proposal.price().old());
    Proposal.Approval approval =
        same
            ? proposal.approval()
            : Proposal.Approval.of(
                policy.limits().breaches(fresh.price().old(), list, proposal.mostDiscount(policy)), null);
    return proposal.with(fresh.price(), approval).draftedAt(now).reckoned();
  }

  /**
   * The proposal as its case opens: an early bird's price begins to hold.
   *
   * @param earlyUntil end of the early bird's window, exclusive; passed over for everybody else
   */
  public static Proposal open(Proposal proposal, OfferPolicy policy, Instant earlyUntil) {
    return proposal.chance().group() == EarlyBird.Group.EARLY_BIRD
        ? proposal.early(earlyUntil, policy.earlyDiscount(true)).reckoned()
        : proposal;
  }

  /** The early bird's window is over. */
  public static Proposal late(Proposal proposal) {
    return proposal.late().reckoned();
  }

  /** The tenant has used the code: as much comes off as was promised in it. */
  public static Proposal redeemed(Proposal proposal) {
    return proposal.redeemed().reckoned();
  }

  /** Terms of the successor at the proposal's price. */
  public static ChargeTerms terms(Proposal proposal, ChargeTerms priced) {
    return PriceRule.at(priced, proposal.price().now());
  }

  /** Somebody approves; refused when nothing waits for it, or to who proposed it. */
  public static Outcome<Proposal> approve(Proposal proposal, StaffId by, Instant now) {
    return decide(proposal, Proposal.ApprovalState.APPROVED, by, now);
  }

  /** Somebody refuses: nothing is sent until the price is revised. */
  public static Outcome<Proposal> refuse(Proposal proposal, StaffId by, Instant now) {
    return decide(proposal, Proposal.ApprovalState.REFUSED, by, now);
  }

  private static Outcome<Proposal> decide(
      Proposal proposal, Proposal.ApprovalState how, StaffId by, Instant now) {
    Proposal.Approval approval = proposal.approval();
    if (approval.state() != Proposal.ApprovalState.PENDING) {
      return Outcome.rejected(new OfferRejection.NothingToDecide(proposal.renewalCase()));
    }
    if (by.equals(approval.proposedBy())) {
      return Outcome.rejected(new OfferRejection.OwnProposal(proposal.renewalCase(), by));
    }
    return Outcome.accepted(proposal.with(proposal.price(), approval.decided(how, by, now)));
  }

  /**
   * Somebody sets another price; beyond the limits somebody else has to approve it.
   *
   * @param rent monthly, before discounts
   */
  public static Proposal revise(
      Proposal proposal, MonetaryAmount rent, OfferPolicy policy, StaffId by) {
    List<OfferLimits.Breach> breaches =
        policy.limits().breaches(proposal.price().old(), rent, proposal.mostDiscount(policy));
    Proposal.Price price =
        new Proposal.Price(proposal.price().old(), rent, rent, "SET_BY(" + by + ")");
    return proposal.with(price, Proposal.Approval.of(breaches, by)).reckoned();
  }
}
