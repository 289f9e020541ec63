package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.leasekit.access.AccessRejection;
import org.leasekit.access.Action;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Act;
import org.leasekit.intent.EarlyBird;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.payment.PaymentRejection;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;
import org.leasekit.renewal.StewardTask;

/** Takes in money. A payment that is reported twice is taken once; money that came is never lost. */
public final class PaymentService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final Cashier cashier;
  private final WaitingMoney waiting;
  private final CaseDesk desk;

  PaymentService(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      Door door,
      Gate gate,
      Cashier cashier,
      WaitingMoney waiting,
      CaseDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.cashier = cashier;
    this.waiting = waiting;
    this.desk = desk;
  }

  /**
   * Records a payment. For a renewal case it is kept until the case is renewed and then pays the
   * successor's first receivables; for a contract it pays what the contract, or its tree, owes. What is
   * left stays unapplied until something more is owed. Money for a case that is closed, or that cannot be renewed any more,
   * is recorded and becomes a task for the steward; so does what was paid for a case, in part or in full, once it lapses, is
   * declined or superseded, and an early bird's price that comes too late.
   *
   * @return the receipt; rejected when the command is invalid, the reference is unknown, the currency is not the contract's,
   *     or the payment's id is that of another contract, reference or amount
   */
  public Outcome<Receipt> receive(ReceivePayment command) {
    return door.check(command)
        .then(valid -> stores.unitOfWork().required(() -> take(valid, clock.instant())));
  }

  private Outcome<Receipt> take(ReceivePayment command, Instant now) {
    String reference = command.reference().strip();
    PaymentId id = new PaymentId(command.paymentId().strip());
    Optional<RenewalCase> renewal = stores.cases().lock(profile.lessor(), new CaseId(reference));
    if (renewal.isPresent()) {
      // the payment may complete the renewal
      desk.lockForSuccession(List.of(renewal.get()));
    }
    Optional<ContractNo> named =
        renewal.map(RenewalCase::contract).or(() -> ContractNo.parse(reference));
    Optional<Contract> contract =
        named.flatMap(no -> stores.contracts().lock(profile.lessor(), no));
    Rejection unknown = new PaymentRejection.UnknownReference(id, reference);
    if (contract.isEmpty()) {
      return gate.refuse(Action.PAY, named.orElse(null), unknown);
    }
    Act act = new Act(profile.day(now), command.amount(), 0, 0);
    return gate.ask(Action.PAY, contract.get().no(), act, unknown)
        .then(allowed -> amountOwed(command.amount(), contract.get(), id))
        .then(
            amount ->
                book(
                    new Payment(
                        profile.lessor(), id, contract.get().no(), reference, amount, amount, now, 0),
                    renewal,
                    contract.get(),
                    now));
  }

  private static Outcome<MonetaryAmount> amountOwed(
      MonetaryAmount amount, Contract contract, PaymentId id) {
    String owed = contract.terms().currency().getCurrencyCode();
    String paid = amount.getCurrency().getCurrencyCode();
    if (!owed.equals(paid)) {
      return Outcome.rejected(new PaymentRejection.CurrencyMismatch(id, paid, owed));
    }
    try {
      return Outcome.accepted(MinorUnits.amount(MinorUnits.of(amount), owed));
    } catch (ArithmeticException tooPrecise) {
      return Outcome.rejected(
          new PaymentRejection.TooManyDecimals(id, amount.getNumber().toString(), paid));
    }
  }

  private Outcome<Receipt> book(
      Payment payment, Optional<RenewalCase> renewal, Contract contract, Instant now) {
    if (payment.id().isOfDeposit()) {
      return Outcome.rejected(new PaymentRejection.PaymentIdTaken(payment.id()));
    }
    if (!cashier.receive(payment)) {
      return known(payment);
    }
    if (renewal.isPresent()) {
      payForRenewal(renewal.get(), contract, now);
    } else {
      waiting.putToUse(contract.no(), now);
    }
    return Outcome.accepted(new Receipt(payment, false));
  }

  /** The same payment again is a duplicate; under the id of another one it is refused, and so not lost. */
  private Outcome<Receipt> known(Payment payment) {
    Payment stored = stores.payments().find(profile.lessor(), payment.id()).orElseThrow();
    if (!gate.sees(Action.VIEW_BILLS, stored.contract())) {
      // no word of a payment that the actor may not know of
      return gate.refuse(
          Action.PAY, payment.contract(), new AccessRejection(Action.PAY, payment.contract()));
    }
    boolean same =
        stored.contract().equals(payment.contract())
            && stored.reference().equals(payment.reference())
            && stored.amount().isEqualTo(payment.amount());
    return same
        ? Outcome.accepted(new Receipt(stored, true))
        : Outcome.rejected(new PaymentRejection.PaymentIdTaken(payment.id()));
  }

  private void payForRenewal(RenewalCase renewal, Contract contract, Instant now) {
    List<Payment> payments =
        stores.payments().byReference(profile.lessor(), renewal.id().value());
    long sum = payments.stream().mapToLong(p -> MinorUnits.of(p.amount())).sum();
    boolean covered = sum >= MinorUnits.of(renewal.offer().firstPayment());
    if (!covered && !renewal.state().isClosed() && now.isBefore(renewal.lapsesAt())) {
      if (wasEarlyBird(renewal)) {
        dispute(renewal, contract, now);
      }
      return;
    }
    boolean alreadyPaid = renewal.progress().paidAt() != null;
    Outcome<RenewalCase> step =
        Renewals.paid(renewal, now).then(after -> desk.store(renewal, after, now));
    if (!step.isAccepted() || alreadyPaid) {
      dispute(renewal, contract, now);
    }
  }

  /** Whether the tenant may believe to have paid in full: what an early bird was shown is less than what is asked now. */
  private boolean wasEarlyBird(RenewalCase renewal) {
    return stores
        .proposals()
        .find(profile.lessor(), renewal.id())
        .filter(each -> each.chance().group() == EarlyBird.Group.EARLY_BIRD && !each.isEarly())
        .isPresent();
  }

  private void dispute(RenewalCase renewal, Contract contract, Instant now) {
    desk.openTask(renewal, StewardTask.Kind.DISPUTED_PAYMENT, "", contract.steward(), now);
  }
}
