package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.amendment.Proof;
import org.leasekit.billing.BillingRejection;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.dunning.LateFees;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;
import org.leasekit.renewal.AddOnId;

/**
 * Charges by meter. What was counted from one reading to the next is billed by the next billing run, which has the contract on
 * its agenda from now on; a reading that replaces another one corrects what was billed.
 */
public final class MeterService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final MeterAgreements agreements;

  MeterService(Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.agreements = new MeterAgreements(stores, profile);
  }

  /**
   * Agrees what a contract pays for what a meter counts, up to its end and on with those that continue it. Several charges of
   * one contract may rest on a meter, but on no day those of two contracts.
   *
   * @return the terms; those that are there when the same is agreed again, ended or not; rejected when the command is invalid,
   *     there is no such contract or the actor may not, the code is that of another kind of charge or the contract has another
   *     charge of it, the meter counts for another contract on some of the days, or the price has too many decimals
   */
  public Outcome<MeteredTerms> agree(AgreeMeteredCharge command) {
    return door.check(command)
        .then(valid -> stores.unitOfWork().required(() -> agree(valid, clock.instant())));
  }

  private Outcome<MeteredTerms> agree(AgreeMeteredCharge command, Instant now) {
    ContractNo no = new ContractNo(command.contractNo().strip());
    return lock(no).then(contract -> agree(command, contract, now));
  }

  private Outcome<Contract> lock(ContractNo no) {
    return gate.ask(Action.ADJUST_MONEY, no)
        .then(
            allowed ->
                agreements
                    .lock(no)
                    .map(Outcome::accepted)
                    .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(no))));
  }

  private Outcome<MeteredTerms> agree(AgreeMeteredCharge command, Contract contract, Instant now) {
    ChargeCode charge = new ChargeCode(command.charge().strip());
    int decimals = MinorUnits.digits(contract.terms().currency()) + 4;
    if (isReserved(charge)) {
      return Outcome.rejected(new BillingRejection.ChargeReserved(charge));
    }
    if (command.pricePerUnit().stripTrailingZeros().scale() > decimals) {
      return Outcome.rejected(
          new BillingRejection.PriceTooFine(command.pricePerUnit().toPlainString(), decimals));
    }
    MeteredTerms wanted =
        new MeteredTerms(
            profile.lessor(), contract.no(), charge, new MeterId(command.meter().strip()),
            command.term() == null ? contract.term() : command.term(), command.unit().strip(),
            command.pricePerUnit(), contract.terms().currency().getCurrencyCode(), command.digits(), command.tax(),
            now);
    Optional<MeteredTerms> stored = agreements.find(contract.no(), charge);
    if (stored.isEmpty()) {
      return agreements.agree(wanted, contract, now);
    }
    MeteredTerms again = wanted.asKnownAt(stored.get().knownAt());
    // without days of its own it is asked for as long as the contract lasts, which may be longer by now
    return stored.get().equals(command.term() == null ? again.during(stored.get().term()) : again)
        ? Outcome.accepted(stored.get())
        : Outcome.rejected(new BillingRejection.ChargeAgreedAlready(contract.no(), charge));
  }

  /** What was raised under these codes would be reckoned by a meter, and credited. */
  private static boolean isReserved(ChargeCode charge) {
    return charge.equals(ChargeCode.RENT)
        || charge.equals(ChargeCode.DEPOSIT)
        || LateFees.isFee(charge)
        || AddOnId.isAddOn(charge)
        || OneOffCharge.isOneOff(charge);
  }

  /**
   * Ends what a contract pays for a meter, moves the end, or takes it back. It is to be said when a contract changes units
   * and the meter stays with the old one: the library does not know which unit a meter is in. What the new unit's meter
   * counts is agreed under a code of its own. With the contract's own end a charge ends by itself. What the contract's
   * successors have taken over of the charge ends with it.
   *
   * @return the end; the one that is there when the last one was the same; rejected when the command is invalid, there is no
   *     such contract or charge or the actor may not, the day is before those that are metered or after the day that follows
   *     them, or the charge would go on on days on which the meter counts for another contract
   */
  public Outcome<MeterEnd> end(EndMeteredCharge command) {
    return door.check(command)
        .then(valid -> stores.unitOfWork().required(() -> end(valid, clock.instant())));
  }

  private Outcome<MeterEnd> end(EndMeteredCharge command, Instant now) {
    ContractNo no = new ContractNo(command.contractNo().strip());
    ChargeCode charge = new ChargeCode(command.charge().strip());
    return lock(no)
        .then(
            contract ->
                agreements
                    .find(no, charge)
                    .map(terms -> end(command, terms, contract, now))
                    .orElseGet(() -> Outcome.rejected(new BillingRejection.NoMeteredCharge(no, charge))));
  }

  private Outcome<MeterEnd> end(
      EndMeteredCharge command, MeteredTerms terms, Contract contract, Instant now) {
    Proof proof = new Proof(command.by().strip(), command.reason().strip(), command.evidence().strip());
    List<MeterEnd> before = agreements.ends(terms);
    @Nullable MeterEnd last = before.isEmpty() ? null : before.get(before.size() - 1);
    if (last != null && Objects.equals(last.on(), command.on()) && last.proof().equals(proof)) {
      return Outcome.accepted(last);
    }
    MeterEnd wanted =
        new MeterEnd(
            profile.lessor(), contract.no(), terms.charge(), before.size() + 1, command.on(), proof, now);
    return agreements.end(terms, wanted, contract, now);
  }

  /**
   * Records a reading.
   *
   * @return the reading; the one that is there when the same is recorded again; rejected when the command is invalid, no
   *     charge rests on the meter or the actor may not, the meter cannot show the value, or has another reading of that id
   */
  public Outcome<MeterReading> record(RecordReading command) {
    return door.check(command)
        .then(valid -> stores.unitOfWork().required(() -> record(valid, clock.instant())));
  }

  private Outcome<MeterReading> record(RecordReading command, Instant now) {
    MeterId meter = new MeterId(command.meter().strip());
    List<MeteredTerms> on = stores.meters().on(profile.lessor(), meter);
    BillingRejection none = new BillingRejection.NoSuchMeter(meter);
    if (on.isEmpty()) {
      return gate.refuse(Action.ADJUST_MONEY, null, none);
    }
    return gate.ask(Action.ADJUST_MONEY, on.get(0).contract(), gate.today(), none)
        .then(allowed -> record(command, on, now));
  }

  private Outcome<MeterReading> record(RecordReading command, List<MeteredTerms> on, Instant now) {
    MeterReading wanted =
        new MeterReading(
            profile.lessor(), on.get(0).meter(), command.readingId().strip(), command.on(), command.kind(),
            command.value(), command.by().strip(), now);
    Optional<MeteredTerms> tooSmall =
        on.stream().filter(terms -> !terms.canShow(wanted.value())).findAny();
    if (tooSmall.isPresent()) {
      return Outcome.rejected(
          new BillingRejection.MeterCannotShow(
              wanted.meter(), wanted.value().toPlainString(), tooSmall.get().digits()));
    }
    if (stores.meters().record(wanted)) {
      on.forEach(terms -> agreements.reckonAgain(terms.contract(), now));
      return Outcome.accepted(wanted);
    }
    return stores.meters().readings(profile.lessor(), List.of(wanted.meter())).stream()
        .filter(stored -> stored.equals(wanted.asKnownAt(stored.knownAt())))
        .findAny()
        .map(Outcome::accepted)
        .orElseGet(
            () -> Outcome.rejected(new BillingRejection.ReadingIdTaken(wanted.meter(), wanted.id())));
  }
}
