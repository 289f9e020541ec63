package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
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

  /** What is recorded at one instant lies so far apart, which every database can tell. */
  private static final Duration STEP = Duration.of(1, ChronoUnit.MICROS);

  /** Clocks of several nodes may differ by so much; what is further ahead was not recorded just now. */
  private static final Duration JUST_NOW = Duration.ofSeconds(1);

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
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ContractHistory before =
        stores
            .amendments()
            .find(lessor, no)
            // when it was stored is not at hand: whoever amends it has always known it
            .orElseGet(() -> ContractHistory.begin(Origin.of(stored, Instant.EPOCH)));
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
    Instant latest = history.latest();
    boolean justNow = !now.isAfter(latest) && latest.minus(JUST_NOW).isBefore(now);
    return history
        .record(proposal, justNow ? latest.plus(STEP) : now, policy)
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
