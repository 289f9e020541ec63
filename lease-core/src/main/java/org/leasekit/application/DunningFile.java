package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;

/** What a payer is late with, less what is paid, frozen or held by the host. */
final class DunningFile {
  private final Stores stores;
  private final LessorProfile profile;
  private final DunningProfile dunning;

  DunningFile(Stores stores, LessorProfile profile, DunningProfile dunning) {
    this.stores = stores;
    this.profile = profile;
    this.dunning = dunning;
  }

  /**
   * One for each currency in which something is late.
   *
   * @param open what the payer owes, as it stands
   */
  List<Arrears> arrears(ContractNo payer, List<Receivable> open, Instant now) {
    return Arrears.of(payer, open, held(open, now), profile.day(now));
  }

  /** What freezes hold, or the host if that is more. */
  private HeldAmounts held(List<Receivable> open, Instant now) {
    Freezes freezes = Freezes.of(stores, profile.lessor(), open, now);
    return receivable -> {
      MonetaryAmount byHost = dunning.held().held(receivable);
      MonetaryAmount frozen =
          MinorUnits.amount(freezes.applyAsLong(receivable), receivable.amount().getCurrency());
      return frozen.compareTo(byHost) > 0 ? frozen : byHost;
    };
  }

  Contract payer(ContractNo no) {
    return stores
        .contracts()
        .find(profile.lessor(), no)
        .orElseThrow(() -> new IllegalStateException("a debt without contract: " + no));
  }
}
