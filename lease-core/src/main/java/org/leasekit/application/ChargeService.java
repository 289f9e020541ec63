package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.leasekit.access.Action;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/** Charges that somebody raises once: damage, a lost key, cleaning. */
public final class ChargeService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final OneOffBiller biller;

  ChargeService(Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.biller = new OneOffBiller(stores, profile);
  }

  /**
   * Raises a charge: a receivable like every other, with the contract's tax, for whoever pays the contract's bills. A contract
   * that has ended can be charged until its settlement is closed.
   *
   * @return the charge; the one that is there when the same is asked for again; rejected when the command is invalid, there is
   *     no such contract, its settlement is closed or the actor may not, the amount is not above zero or not in the
   *     contract's currency, or the id is that of another charge
   */
  public Outcome<OneOffCharge> raise(RaiseCharge command) {
    return door.check(command)
        .then(valid -> stores.unitOfWork().required(() -> raise(valid, clock.instant())));
  }

  private Outcome<OneOffCharge> raise(RaiseCharge command, Instant now) {
    ContractNo no = new ContractNo(command.contractNo().strip());
    return gate.ask(Action.ADJUST_MONEY, no)
        .then(
            allowed ->
                stores
                    .contracts()
                    .lock(profile.lessor(), no)
                    .map(contract -> biller.raise(command, contract, now))
                    .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(no))));
  }

  /** What a contract was charged once, in order of time; rejected when the actor may not see the contract. */
  public Outcome<List<OneOffCharge>> of(ContractNo contract) {
    return gate.ask(Action.VIEW, contract)
        .map(allowed -> stores.oneOffCharges().of(profile.lessor(), contract));
  }
}
