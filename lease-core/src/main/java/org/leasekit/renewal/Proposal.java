package org.leasekit.renewal;

import java.time.Instant;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;

/**
 * The proposal behind an offer (续约建议书): what it costs and why, what was thought of the tenant's intent, who
 * approved it. It is drafted before the case opens; what the tenant sees is the offer of the case.
 *
 * @param chance what was thought when it was drafted
 * @param codeRedeemed whether the tenant has used the code
 * @param promised what the tenant gets off, whatever the lessor's policy says later
 * @param nextDueAt when the sweep of offers has to look again; null when never
 * @param version optimistic lock, as for contracts
 */
public record Proposal(
    LessorId lessor,
    CaseId renewalCase,
    ContractNo contract,
    Price price,
    Chance chance,
    @Nullable Instant earlyUntil,
    @Nullable String code,
    boolean codeRedeemed,
    Promised promised,
    Approval approval,
    Instant draftedAt,
    @Nullable Instant nextDueAt,
    long version) {

  /** A proposal in which nothing off was promised. */
  public Proposal(
      LessorId lessor,
      CaseId renewalCase,
      ContractNo contract,
      Price price,
      Chance chance,
      @Nullable Instant earlyUntil,
      @Nullable String code,
      boolean codeRedeemed,
      Approval approval,
      Instant draftedAt,
      @Nullable Instant nextDueAt,
      long version) {
    this(
        lessor, renewalCase, contract, price, chance, earlyUntil, code, codeRedeemed, Promised.NOTHING, approval,
        draftedAt, nextDueAt, version);
  }

  /**
   * Monthly rents, all in one currency.
   *
   * @param old of the contract that ends
   * @param list of the successor before discounts
   * @param now what the offer says at present, discounts taken off
   * @param rule how {@code list} came about, for people
   */
  public record Price(MonetaryAmount old, MonetaryAmount list, MonetaryAmount now, String rule) {

    /** The list price less some hundredths of a percent, rounded half up to the minor unit once. */
    Price less(int basisPoints) {
      return new Price(old, list, PriceRule.changed(list, -basisPoints), rule);
    }
  }

  /**
   * What was thought of the tenant's intent.
   *
   * @param model code of the model
   * @param question what the model was asked
   */
  public record Chance(String model, Estimate intent, EarlyBird.Group group, Question question) {}

  /**
   * What a model was asked about a tenant, which stays what it was, whatever becomes of the price: history is learnt from as
   * it was known then.
   *
   * @param oldRent monthly, of the contract that ends
   * @param offeredRent monthly, before discounts, in the same currency
   * @param at when it was asked
   */
  public record Question(MonetaryAmount oldRent, MonetaryAmount offeredRent, Instant at) {}

  /**
   * What the tenant was promised, in hundredths of a percent off the rent, 0 to 10000, and whether it has changed.
   *
   * @param early while the early bird's window runs; 0 outside of it
   * @param code for the personal code, whether or not it was used; 0 when there is none
   * @param changed whether the offer has become another since its tenant was shown it first, by the end of a window, a
   *     code or an add-on: who signs has to say which one it was
   */
  public record Promised(int early, int code, boolean changed) {

    /** Nothing off, and nothing has changed. */
    public static final Promised NOTHING = new Promised(0, 0, false);

    public Promised {
      if (early < 0 || early > PriceRule.WHOLE || code < 0 || code > PriceRule.WHOLE) {
        throw new IllegalArgumentException("early, code: 0 to 10000, but was " + early + ", " + code);
      }
    }
  }

  /** Whether a person has to approve, and has. */
  public enum ApprovalState {
    /** Within the limits. */
    NOT_NEEDED,
    /** Nothing is sent until somebody approves. */
    PENDING,
    APPROVED,
    /** Nothing is sent until somebody revises it. */
    REFUSED
  }

  /**
   * Who answers for the offer.
   *
   * @param breaches the limits it goes beyond
   * @param proposedBy the member of staff who set the price; null when the rules did
   * @param decidedBy who approved or refused it, never who proposed it; null while nobody has
   * @param decidedAt set exactly when {@code decidedBy} is
   */
  public record Approval(
      ApprovalState state,
      List<OfferLimits.Breach> breaches,
      @Nullable StaffId proposedBy,
      @Nullable StaffId decidedBy,
      @Nullable Instant decidedAt) {

    public Approval {
      breaches = List.copyOf(breaches);
      boolean decided = state == ApprovalState.APPROVED || state == ApprovalState.REFUSED;
      if (decided != (decidedBy != null) || decided != (decidedAt != null)) {
        throw new IllegalArgumentException("decidedBy, decidedAt: set exactly when decided");
      }
      if (decidedBy != null && decidedBy.equals(proposedBy)) {
        throw new IllegalArgumentException("decidedBy: somebody else than proposed it: " + decidedBy);
      }
    }

    /** Needed when limits are broken. */
    static Approval of(List<OfferLimits.Breach> breaches, @Nullable StaffId proposedBy) {
      return new Approval(
          breaches.isEmpty() ? ApprovalState.NOT_NEEDED : ApprovalState.PENDING,
          breaches,
          proposedBy,
          null,
          null);
    }

    Approval decided(ApprovalState how, StaffId by, Instant at) {
      return new Approval(how, breaches, proposedBy, by, at);
    }
  }

  /** True when the offer may be sent. */
  public boolean isCleared() {
    return approval.state() == ApprovalState.NOT_NEEDED
        || approval.state() == ApprovalState.APPROVED;
  }

  /** True while the early bird's price holds. */
  public boolean isEarly() {
    return earlyUntil != null;
  }

  /** What comes off the list price at present, in hundredths of a percent, of the whole at most. */
  int discount() {
    int off = isEarly() ? promised.early() : 0;
    return Math.min(off + (codeRedeemed ? promised.code() : 0), PriceRule.WHOLE);
  }

  /** All that may come off the list price in the end, by what was promised, or else by what is going to be. */
  int mostDiscount(OfferPolicy policy) {
    boolean bird = chance.group() == EarlyBird.Group.EARLY_BIRD;
    int early = isEarly() ? promised.early() : policy.earlyDiscount(bird);
    int personal = code == null ? policy.codeDiscount() : promised.code();
    return Math.min(early + personal, PriceRule.WHOLE);
  }

  /** The same at the price that the list price and what was promised come to. */
  Proposal reckoned() {
    return with(price.less(discount()), approval);
  }

  Proposal with(Price newPrice, Approval newApproval) {
    return new Proposal(
        lessor, renewalCase, contract, newPrice, chance, earlyUntil, code, codeRedeemed, promised, newApproval,
        draftedAt, nextDueAt, version);
  }

  Proposal draftedAt(Instant at) {
    return new Proposal(
        lessor, renewalCase, contract, price, chance, earlyUntil, code, codeRedeemed, promised, approval, at,
        nextDueAt, version);
  }

  Proposal redeemed() {
    return with(earlyUntil, code, true, new Promised(promised.early(), promised.code(), true));
  }

  Proposal early(Instant until, int basisPoints) {
    return with(until, code, codeRedeemed, new Promised(basisPoints, promised.code(), promised.changed()));
  }

  Proposal late() {
    boolean changed = promised.changed() || promised.early() > 0;
    return with(null, code, codeRedeemed, new Promised(0, promised.code(), changed));
  }

  /** The same proposal, whose tenant has been shown an offer that is another now. */
  public Proposal changed() {
    return with(earlyUntil, code, codeRedeemed, new Promised(promised.early(), promised.code(), true));
  }

  /**
   * The same proposal with a personal code.
   *
   * @param basisPoints off the rent, in hundredths of a percent, 1 to 10000
   */
  public Proposal withCode(String personal, int basisPoints) {
    return with(
        earlyUntil, personal, codeRedeemed, new Promised(promised.early(), basisPoints, promised.changed()));
  }

  private Proposal with(
      @Nullable Instant until, @Nullable String personal, boolean used, Promised given) {
    return new Proposal(
        lessor, renewalCase, contract, price, chance, until, personal, used, given, approval, draftedAt,
        nextDueAt, version);
  }

  /** The same proposal, to be looked at again at an instant, or never when null. */
  public Proposal wakeAt(@Nullable Instant at) {
    return new Proposal(
        lessor, renewalCase, contract, price, chance, earlyUntil, code, codeRedeemed, promised, approval,
        draftedAt, at, version);
  }

  /** The same proposal as storage numbers it. */
  public Proposal withVersion(long newVersion) {
    return new Proposal(
        lessor, renewalCase, contract, price, chance, earlyUntil, code, codeRedeemed, promised, approval,
        draftedAt, nextDueAt, newVersion);
  }
}
