package org.leasekit.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.Silence;
import org.leasekit.party.LessorId;

/**
 * The renewal of one contract, as it stands.
 *
 * @param contract the contract that ends
 * @param expiry last day of its term
 * @param lapsesAt start of the day after, in the lessor's zone: from then on nothing completes the case
 * @param openedAt when it was opened
 * @param progress what the tenant has done
 * @param closedAt when it reached a closed state; null while it is open
 * @param nextDueAt when the sweep has to look again; null when closed
 * @param version optimistic lock, as for contracts
 * @param failedAt when the sweep last failed to do what was due, since a stage last fired; null when it did not
 * @param enteredAt since when its stages count as those of a case that is under way, so that those before it are caught up:
 *     when it was to be opened or its contract became known, if that was later; when its offer was approved; when it was taken
 *     up again
 */
public record RenewalCase(
    LessorId lessor,
    CaseId id,
    ContractNo contract,
    LocalDate expiry,
    Instant lapsesAt,
    String policy,
    int policyVersion,
    Offer offer,
    CaseState state,
    Instant openedAt,
    Progress progress,
    @Nullable Instant closedAt,
    @Nullable Instant nextDueAt,
    long version,
    @Nullable Instant failedAt,
    Instant enteredAt) {

  /** A case at which nothing has failed, under way since it was opened. */
  public RenewalCase(
      LessorId lessor,
      CaseId id,
      ContractNo contract,
      LocalDate expiry,
      Instant lapsesAt,
      String policy,
      int policyVersion,
      Offer offer,
      CaseState state,
      Instant openedAt,
      Progress progress,
      @Nullable Instant closedAt,
      @Nullable Instant nextDueAt,
      long version) {
    this(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, offer, state, openedAt, progress,
        closedAt, nextDueAt, version, null, openedAt);
  }

  /**
   * What the tenant has done; each instant is the first time, null while it has not happened.
   *
   * @param respondedAt first answer of any kind
   * @param acceptedAt said yes
   * @param paidAt the payments for this case first covered the offer's first payment
   * @param signedAt signed
   * @param declinedAt said no
   * @param signatureId the signature provider's number, the evidence for {@code signedAt}
   */
  public record Progress(
      @Nullable Instant respondedAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant paidAt,
      @Nullable Instant signedAt,
      @Nullable Instant declinedAt,
      @Nullable String signatureId) {

    /** Nothing has happened. */
    public static final Progress NONE = new Progress(null, null, null, null, null, null);

    Progress accepted(Instant at) {
      return new Progress(
          first(respondedAt, at), first(acceptedAt, at), paidAt, signedAt, declinedAt, signatureId);
    }

    Progress paid(Instant at) {
      return new Progress(
          first(respondedAt, at), acceptedAt, first(paidAt, at), signedAt, declinedAt, signatureId);
    }

    Progress signed(Instant at, String signature) {
      return signedAt != null
          ? this
          : new Progress(first(respondedAt, at), acceptedAt, paidAt, at, declinedAt, signature);
    }

    Progress declined(Instant at) {
      return new Progress(
          first(respondedAt, at), acceptedAt, paidAt, signedAt, first(declinedAt, at), signatureId);
    }

    private static Instant first(@Nullable Instant known, Instant now) {
      return known == null ? now : known;
    }
  }

  public RenewalCase {
    if (state.isClosed() != (closedAt != null)) {
      throw new IllegalArgumentException("closedAt: set exactly when the case is closed: " + id);
    }
  }

  /** True when no reminder may go out: not approved yet, or paid, signed, declined or closed. */
  public boolean isSilent() {
    return state == CaseState.PROPOSED
        || progress.paidAt() != null
        || progress.signedAt() != null
        || progress.declinedAt() != null
        || state.isClosed();
  }

  /**
   * Why no reminder may go out, by what came first, and since when; empty while reminders may. Of an offer that waits for approval nobody
   * knows since when.
   */
  public Optional<Silence> silence() {
    if (!isSilent()) {
      return Optional.empty();
    }
    return Stream.of(
            since(Silence.Why.PAID, progress.paidAt()),
            since(Silence.Why.SIGNED, progress.signedAt()),
            since(Silence.Why.DECLINED, progress.declinedAt()),
            since(state == CaseState.LAPSED ? Silence.Why.LAPSED : Silence.Why.CLOSED, closedAt))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Silence::since))
        .or(() -> Optional.of(new Silence(Silence.Why.WITHHELD, null)));
  }

  private static Optional<Silence> since(Silence.Why why, @Nullable Instant at) {
    return at == null ? Optional.empty() : Optional.of(new Silence(why, at));
  }

  /** True when exactly one of payment and signature is there and the case is still open. */
  public boolean isHalfFinished() {
    return !state.isClosed() && (progress.paidAt() != null) != (progress.signedAt() != null);
  }

  RenewalCase with(CaseState newState, Progress newProgress) {
    return new RenewalCase(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, offer, newState, openedAt,
        newProgress, closedAt, nextDueAt, version, failedAt, enteredAt);
  }

  RenewalCase closed(CaseState closedState, Progress newProgress, Instant at) {
    return new RenewalCase(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, offer, closedState, openedAt,
        newProgress, at, null, version, failedAt, enteredAt);
  }

  /** True when the price stands: the tenant has accepted, paid in full or signed, or the case is closed. */
  public boolean isFrozen() {
    return progress.acceptedAt() != null
        || progress.paidAt() != null
        || progress.signedAt() != null
        || state.isClosed();
  }

  RenewalCase with(CaseState newState, Offer newOffer) {
    return new RenewalCase(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, newOffer, newState, openedAt,
        progress, closedAt, nextDueAt, version, failedAt, enteredAt);
  }

  RenewalCase reopened(CaseState before, Instant at) {
    return new RenewalCase(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, offer, before, openedAt,
        progress, null, at, version, failedAt, at);
  }

  /** The same case, to be looked at again at an instant, or never when null. */
  public RenewalCase wakeAt(@Nullable Instant at) {
    return new RenewalCase(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, offer, state, openedAt,
        progress, closedAt, at, version, failedAt, enteredAt);
  }

  /** The same case, at which the sweep failed at an instant, or got on again when null. */
  public RenewalCase withFailure(@Nullable Instant at) {
    return new RenewalCase(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, offer, state, openedAt,
        progress, closedAt, nextDueAt, version, at, enteredAt);
  }

  /** The same case, under way since an instant. */
  public RenewalCase enteredAt(Instant at) {
    return new RenewalCase(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, offer, state, openedAt,
        progress, closedAt, nextDueAt, version, failedAt, at);
  }

  /** The same case as storage numbers it. */
  public RenewalCase withVersion(long newVersion) {
    return new RenewalCase(
        lessor, id, contract, expiry, lapsesAt, policy, policyVersion, offer, state, openedAt,
        progress, closedAt, nextDueAt, newVersion, failedAt, enteredAt);
  }
}
