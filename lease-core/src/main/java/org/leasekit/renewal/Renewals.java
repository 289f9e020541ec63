package org.leasekit.renewal;

import java.time.Instant;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;

/** What each step does to a case. Every step is idempotent: a second one leaves the first as it was. */
public final class Renewals {

  private Renewals() {}

  /** The tenant says yes. Saying it again changes nothing. */
  public static Outcome<RenewalCase> accept(RenewalCase renewal, Instant now) {
    if (renewal.state() == CaseState.RENEWED) {
      return Outcome.accepted(renewal);
    }
    return whileOpen(renewal, now)
        .map(open -> open.with(CaseState.ACCEPTED, open.progress().accepted(now)));
  }

  /**
   * The tenant says no, which closes the case; refused once payment or signature is there. Who does not want to stay need not
   * wait for a price to be approved.
   */
  public static Outcome<RenewalCase> decline(RenewalCase renewal, Instant now) {
    if (renewal.state() == CaseState.DECLINED) {
      return Outcome.accepted(renewal);
    }
    return whileRunning(renewal, now)
        .then(
            open ->
                open.progress().paidAt() != null || open.progress().signedAt() != null
                    ? Outcome.rejected(new RenewalRejection.AlreadyCommitted(open.id()))
                    : Outcome.accepted(
                        open.closed(CaseState.DECLINED, open.progress().declined(now), now)));
  }

  /** The payments for this case cover the offer's first payment. */
  public static Outcome<RenewalCase> paid(RenewalCase renewal, Instant now) {
    if (renewal.state() == CaseState.RENEWED) {
      return Outcome.accepted(renewal);
    }
    return whileOpen(renewal, now)
        .map(open -> settle(open.with(open.state(), open.progress().paid(now)), now));
  }

  /**
   * The tenant signs. An offer with nothing to pay is paid by its signature: there is no other
   * evidence to wait for. A second signature changes nothing.
   *
   * @param signatureId the provider's number, the evidence
   */
  public static Outcome<RenewalCase> signed(
      RenewalCase renewal, String signatureId, Instant now) {
    if (renewal.state() == CaseState.RENEWED) {
      return Outcome.accepted(renewal);
    }
    return whileOpen(renewal, now)
        .map(
            open -> {
              RenewalCase.Progress progress = open.progress().signed(now, signatureId);
              if (open.offer().firstPayment().isZero()) {
                progress = progress.paid(now);
              }
              return settle(open.with(open.state(), progress), now);
            });
  }

  /** Puts another price or other add-ons into the offer; refused once the price stands. */
  public static Outcome<RenewalCase> reprice(RenewalCase renewal, Offer offer) {
    return renewal.isFrozen()
        ? Outcome.rejected(new OfferRejection.Frozen(renewal.id()))
        : Outcome.accepted(renewal.with(renewal.state(), offer));
  }

  /** The case, when the offer can still be changed by its tenant; refused when not approved, closed or over. */
  public static Outcome<RenewalCase> changeable(RenewalCase renewal, Instant now) {
    return whileOpen(renewal, now);
  }

  /** The offer waits for approval, once more. */
  public static RenewalCase withheld(RenewalCase renewal, Offer offer) {
    return renewal.with(CaseState.PROPOSED, offer);
  }

  /**
   * The offer was approved: the case opens for its tenant, and is under way from then on.
   *
   * @param told whether a stage has written to its tenant, which goes out now
   */
  public static RenewalCase cleared(RenewalCase renewal, boolean told, Instant now) {
    return renewal.state() == CaseState.PROPOSED
        ? renewal.with(told ? CaseState.NOTIFIED : CaseState.OPEN, renewal.offer()).enteredAt(now)
        : renewal;
  }

  /** So many pieces of an add-on in place of those the offer has; none with zero. */
  public static Outcome<RenewalCase> withAddOn(RenewalCase renewal, AddOn addOn, int quantity) {
    return reprice(
        renewal,
        quantity == 0
            ? renewal.offer().without(addOn.id())
            : renewal.offer().with(AddOnLine.of(addOn, quantity)));
  }

  /** The term has ended; a closed case stays as it is. */
  public static RenewalCase lapse(RenewalCase renewal, Instant now) {
    if (renewal.state().isClosed() || now.isBefore(renewal.lapsesAt())) {
      return renewal;
    }
    return renewal.closed(CaseState.LAPSED, renewal.progress(), now);
  }

  /** The contract is extended or ends early: nothing is to be renewed. A closed case stays as it is. */
  public static RenewalCase supersede(RenewalCase renewal, Instant now) {
    return renewal.state().isClosed()
        ? renewal
        : renewal.closed(CaseState.SUPERSEDED, renewal.progress(), now);
  }

  /**
   * The contract passes to another tenant, who is asked instead: what this one has said binds nobody else, a no included. A renewal
   * that is complete, and one whose term is over, stays as it is.
   */
  public static RenewalCase passOn(RenewalCase renewal, Instant now) {
    boolean saidNo = renewal.state() == CaseState.DECLINED && now.isBefore(renewal.lapsesAt());
    return saidNo
        ? renewal.closed(CaseState.SUPERSEDED, renewal.progress(), now)
        : supersede(renewal, now);
  }

  /** What of the old deposit is paid back in the end: less than was offered where the deposit was not paid in full. */
  public static RenewalCase refunding(RenewalCase renewal, MonetaryAmount refund) {
    return renewal.with(renewal.state(), renewal.offer().withRefund(refund));
  }

  /**
   * What superseded the case does not hold any more: it is in the state again that it had, and under way from now on. A case
   * that is not superseded stays as it is.
   *
   * @param cleared whether its offer may be sent: nobody has to approve it, or somebody has
   * @param told whether a stage has told its tenant
   */
  public static RenewalCase reopen(
      RenewalCase renewal, boolean cleared, boolean told, Instant now) {
    if (renewal.state() != CaseState.SUPERSEDED || !now.isBefore(renewal.lapsesAt())) {
      return renewal;
    }
    Instant declined = renewal.progress().declinedAt();
    if (declined != null) {
      return renewal.closed(CaseState.DECLINED, renewal.progress(), declined);
    }
    if (!cleared) {
      return renewal.reopened(CaseState.PROPOSED, now);
    }
    CaseState unanswered = told ? CaseState.NOTIFIED : CaseState.OPEN;
    return renewal.reopened(
        renewal.progress().acceptedAt() == null ? unanswered : CaseState.ACCEPTED, now);
  }

  /** A stage has told the tenant. */
  public static RenewalCase notified(RenewalCase renewal) {
    return renewal.state() == CaseState.OPEN
        ? renewal.with(CaseState.NOTIFIED, renewal.progress())
        : renewal;
  }

  /** The task a half-finished renewal asks for: the steward is to find out what holds it up. */
  public static Optional<StewardTask.Kind> missing(RenewalCase renewal) {
    if (!renewal.isHalfFinished()) {
      return Optional.empty();
    }
    return Optional.of(
        renewal.progress().paidAt() != null
            ? StewardTask.Kind.SIGNATURE_MISSING
            : StewardTask.Kind.PAYMENT_MISSING);
  }

  /** The number of a successor: the predecessor's with {@code -R1}, {@code -R2} and so on. */
  public static ContractNo successorNumber(ContractNo predecessor) {
    String value = predecessor.value();
    int mark = value.lastIndexOf("-R");
    if (mark > 0 && value.substring(mark + 2).matches("[1-9][0-9]{0,5}")) {
      int next = Integer.parseInt(value.substring(mark + 2)) + 1;
      return new ContractNo(value.substring(0, mark) + "-R" + next);
    }
    return new ContractNo(value + "-R1");
  }

  private static RenewalCase settle(RenewalCase renewal, Instant now) {
    boolean complete =
        renewal.progress().paidAt() != null && renewal.progress().signedAt() != null;
    return complete ? renewal.closed(CaseState.RENEWED, renewal.progress(), now) : renewal;
  }

  private static Outcome<RenewalCase> whileOpen(RenewalCase renewal, Instant now) {
    return renewal.state() == CaseState.PROPOSED
        ? Outcome.rejected(new OfferRejection.NotApproved(renewal.id()))
        : whileRunning(renewal, now);
  }

  private static Outcome<RenewalCase> whileRunning(RenewalCase renewal, Instant now) {
    if (renewal.state().isClosed()) {
      return Outcome.rejected(new RenewalRejection.CaseClosed(renewal.id(), renewal.state()));
    }
    if (!now.isBefore(renewal.lapsesAt())) {
      // the sweep that lapses the case may come later, the term has ended all the same
      return Outcome.rejected(new RenewalRejection.CaseClosed(renewal.id(), CaseState.LAPSED));
    }
    return Outcome.accepted(renewal);
  }
}
