package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.leasekit.access.Action;
import org.leasekit.billing.BillingRejection;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

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

  MeterService(Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
  }

  /**
   * Agrees what a contract pays for what a meter counts.
   *
   * @return the terms; those that are there when the same is agreed again; rejected when the command is invalid, there is
   *     no such contract or the actor may not, the contract has another charge of that code, or the price has too many
   *     decimals
   */
  public Outcome<MeteredTerms> agree(AgreeMeteredCharge command) {
    return door.check(command)
        .then(valid -> stores.unitOfWork().required(() -> agree(valid, clock.instant())));
  }

  private Outcome<MeteredTerms> agree(AgreeMeteredCharge command, Instant now) {
    ContractNo no = new ContractNo(command.contractNo().strip());
    return gate.ask(Action.ADJUST_MONEY, no)
        .then(
            allowed ->
                stores
                    .contracts()
                    .lock(profile.lessor(), no)
                    .map(contract -> agree(command, contract, now))
                    .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(no))));
  }

  private Outcome<MeteredTerms> agree(AgreeMeteredCharge command, Contract contract, Instant now) {
    ChargeCode charge = new ChargeCode(command.charge().strip());
    int decimals = MinorUnits.digits(contract.terms().currency()) + 4;
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
    boolean reserved =
        charge.equals(ChargeCode.RENT) || charge.equals(ChargeCode.DEPOSIT) || OneOffCharge.isOneOff(charge);
    if (!reserved && stores.meters().agree(wanted)) {
      reckonAgain(contract.no(), now);
      return Outcome.accepted(wanted);
    }
    return stores.meters().terms(profile.lessor(), List.of(contract.no())).stream()
        .filter(
            stored -> {
              MeteredTerms again = wanted.asKnownAt(stored.knownAt());
              // without days of its own it is asked for as long as the contract lasts, which may be longer by now
              return stored.equals(command.term() == null ? again.during(stored.term()) : again);
            })
        .findAny()
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.rejected(new BillingRejection.ChargeAgreedAlready(contract.no(), charge)));
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
      on.forEach(terms -> reckonAgain(terms.contract(), now));
      return Outcome.accepted(wanted);
    }
    return stores.meters().readings(profile.lessor(), List.of(wanted.meter())).stream()
        .filter(stored -> stored.equals(wanted.asKnownAt(stored.knownAt())))
        .findAny()
        .map(Outcome::accepted)
        .orElseGet(
            () -> Outcome.rejected(new BillingRejection.ReadingIdTaken(wanted.meter(), wanted.id())));
  }

  private void reckonAgain(ContractNo no, Instant now) {
    // whoever reckons it right now knows nothing of this reading: it is to be waited for, or its agenda would win
    stores.contracts().lock(profile.lessor(), no);
    stores.receivables().schedule(profile.lessor(), no, profile.day(now));
  }
}
