package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proposal;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.UnitRef;
import org.leasekit.intake.RowChanges;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/** Records amendments in the history of their contract, and looks whether a unit is free that they ask for. */
final class HistoryIntake implements AmendmentIntake {

  private final Stores stores;
  private final LessorId lessor;
  private final InstantSource clock;
  private final AmendmentPolicy policy;

  HistoryIntake(Stores stores, LessorId lessor, InstantSource clock, AmendmentPolicy policy) {
    this.stores = stores;
    this.lessor = lessor;
    this.clock = clock;
    this.policy = policy;
  }

  @Override
  public Outcome<ContractHistory> amend(ContractNo no, List<Proposal> proposals, boolean dryRun) {
    Contract stored =
        (dryRun ? stores.contracts().find(lessor, no) : stores.contracts().lock(lessor, no))
            .orElseThrow(() -> new IllegalArgumentException("no such contract: " + no));
    Instant now = clock.instant();
    ContractHistory before = new Histories(stores, lessor).of(stored);
    List<ContractHistory> steps = new ArrayList<>();
    Outcome<ContractHistory> outcome = Outcome.accepted(before);
    for (Proposal proposal : proposals) {
      outcome = outcome.then(history -> recorded(history, stored, proposal, now));
      if (outcome instanceof Outcome.Accepted<ContractHistory> accepted) {
        steps.add(accepted.value());
      }
    }
    if (outcome.isAccepted() && !dryRun) {
      steps.forEach(stores.amendments()::append);
    }
    return outcome;
  }

  private Outcome<ContractHistory> recorded(
      ContractHistory history, Contract stored, Proposal proposal, Instant now) {
    return history
        .record(proposal, AmendmentScope.knownFrom(history, now), policy)
        .then(longer -> free(RowChanges.asAmended(stored, history), proposal).map(free -> longer));
  }

  private Outcome<Boolean> free(Contract agreed, Proposal proposal) {
    UnitRef unit = agreed.unit();
    DateRange days = null;
    if (proposal.change() instanceof Change.UnitSwap swap) {
      unit = swap.unit();
      days = DateRange.of(proposal.effective(), agreed.term().endExclusive());
    } else if (proposal.change() instanceof Change.Extension extension) {
      days = DateRange.of(agreed.term().endExclusive(), extension.newEndExclusive());
    }
    return days == null
            || unit == null
            || stores.contracts().isFree(lessor, unit, agreed.portion(), days)
        ? Outcome.accepted(true)
        : Outcome.rejected(new ContractRejection.UnitAlreadyLeased(agreed.no(), unit, days));
  }
}
