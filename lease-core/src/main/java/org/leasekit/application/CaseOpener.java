package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.Contract;
import org.leasekit.contract.UnitRef;
import org.leasekit.escalation.Escalation;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Offers;
import org.leasekit.renewal.RenewalCase;

/** Opens a renewal case for each contract whose first stage has come; the case's key is unique in storage. */
final class CaseOpener {
  private static final int BATCH = 100;

  /** Holidays move a stage to an earlier day by less than this. */
  private static final int LONGEST_HOLIDAY_DAYS = 15;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;

  CaseOpener(Stores stores, LessorProfile profile, InstantSource clock) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
  }

  /** Opens what is due by now; answers with how many cases are new. */
  int openDue() {
    Instant now = clock.instant();
    LocalDate today = profile.day(now);
    EscalationPolicy policy = profile.renewalPolicy(now);
    LocalDate through = today.plusDays(policy.leadDays() + 1L + LONGEST_HOLIDAY_DAYS);
    List<Contract> candidates =
        stores.contracts().withoutCase(profile.lessor(), today, through).stream()
            .filter(contract -> isTime(policy, contract, today))
            .toList();
    int opened = 0;
    for (int from = 0; from < candidates.size(); from += BATCH) {
      List<Contract> batch =
          candidates.subList(from, Math.min(from + BATCH, candidates.size()));
      opened += stores.unitOfWork().required(() -> open(batch, now));
    }
    return opened;
  }

  /** A case opens at the start of the day on which its first stage is planned. */
  private boolean isTime(EscalationPolicy policy, Contract contract, LocalDate today) {
    Instant first =
        Escalation.plannedFor(
            policy, policy.first(), contract.term().lastDay(), profile.calendar());
    return !profile.day(first).isAfter(today);
  }

  private int open(List<Contract> batch, Instant now) {
    int opened = 0;
    for (Contract contract : onTheirLastDays(batch, now)) {
      RenewalCase renewal = newCase(contract, now);
      UnitRef unit = contract.unit();
      boolean canContinue =
          unit == null
              || stores
                  .contracts()
                  .isFree(profile.lessor(), unit, contract.portion(), renewal.offer().term());
      // a unit that is let to somebody else from the day after cannot be offered
      if (canContinue && stores.cases().add(renewal)) {
        opened++;
      }
    }
    return opened;
  }

  /** What is to be continued: the contracts with all amendments that take effect until they end. */
  private List<Contract> onTheirLastDays(List<Contract> batch, Instant now) {
    List<ContractHistory> histories = new Histories(stores, profile.lessor()).ofAll(batch);
    List<Contract> last = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Contract row = batch.get(i);
      ContractHistory history = histories.get(i);
      Instant known = history.latest().isAfter(now) ? history.latest() : now;
      last.add(Projection.of(row, history, row.links(), known, row.term().lastDay()));
    }
    return last;
  }

  private RenewalCase newCase(Contract contract, Instant now) {
    LocalDate expiry = contract.term().lastDay();
    return new RenewalCase(
        contract.lessor(),
        CaseId.of(contract.no(), expiry),
        contract.no(),
        expiry,
        profile.startOf(contract.term().endExclusive()),
        profile.renewalPolicy(now).id(),
        profile.renewalPolicy(now).version(),
        Offers.offer(contract, profile.pricing(), profile.calendar()),
        CaseState.OPEN,
        now,
        RenewalCase.Progress.NONE,
        null,
        now,
        0);
  }
}
