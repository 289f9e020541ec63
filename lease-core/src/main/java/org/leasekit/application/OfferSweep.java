package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.ProposalSteps;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;

/** What time does to offers: early birds' windows end, and add-ons that nobody has any more are free again. */
public final class OfferSweep {
  private static final int BATCH = 100;
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final CaseDesk desk;
  private final OfferDesk offers;

  OfferSweep(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      CaseDesk desk,
      OfferDesk offers) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.desk = desk;
    this.offers = offers;
  }

  /**
   * What a sweep did.
   *
   * @param looked proposals it looked at
   * @param setAside cases whose proposals failed, with the fault's message; they are looked at again in an hour
   */
  public record OfferReport(int looked, Map<CaseId, String> setAside) {
    public OfferReport {
      setAside = Map.copyOf(setAside);
    }
  }

  /** Ends early birds' windows that are over, and frees add-ons that nobody has any more. */
  public OfferReport runDue() {
    int done = 0;
    Map<CaseId, String> setAside = new LinkedHashMap<>();
    List<Proposal> due;
    do {
      Instant now = clock.instant();
      due = stores.proposals().due(profile.lessor(), now, BATCH);
      for (Proposal each : due) {
        // each on its own, and the case before its proposal, as everybody locks them
        try {
          stores.unitOfWork().run(() -> look(each.renewalCase(), now));
        } catch (RuntimeException fault) {
          stores.unitOfWork().run(() -> lookAgain(each.renewalCase(), now.plus(LOOK_AGAIN)));
          setAside.put(each.renewalCase(), String.valueOf(fault.getMessage()));
        }
        done++;
      }
    } while (due.size() == BATCH);
    return new OfferReport(done, setAside);
  }

  private void lookAgain(CaseId id, Instant at) {
    stores
        .cases()
        .lock(profile.lessor(), id)
        .ifPresent(renewal -> stores.proposals().update(offers.proposal(id).wakeAt(at)));
  }

  private void look(CaseId id, Instant now) {
    RenewalCase renewal =
        stores
            .cases()
            .lock(profile.lessor(), id)
            .orElseThrow(() -> new IllegalStateException("due without a case: " + id));
    Proposal proposal = offers.proposal(id);
    Instant due = proposal.nextDueAt();
    if (due == null || due.isAfter(now)) {
      return;
    }
    Instant early = proposal.earlyUntil();
    if (early != null && !early.isAfter(now) && !offers.isFrozen(renewal)) {
      late(renewal, ProposalSteps.late(proposal));
      return;
    }
    stores.proposals().update(proposal.wakeAt(afterLook(renewal, proposal, now)));
  }

  private @Nullable Instant afterLook(RenewalCase renewal, Proposal proposal, Instant now) {
    Instant wake = offers.wakeOf(proposal, renewal);
    boolean over = wake != null && !wake.isAfter(now);
    // a superseded case may be taken up again until its term ends
    boolean waits = renewal.state() == CaseState.RENEWED || renewal.state() == CaseState.SUPERSEDED;
    if (renewal.state() == CaseState.LAPSED || waits && over) {
      desk.giveBackAddOns(renewal);
      return null;
    }
    // the term is over and the sweep has not lapsed the case yet, or a part was paid for it
    return over ? now.plus(LOOK_AGAIN) : wake;
  }

  private void late(RenewalCase renewal, Proposal proposal) {
    RenewalCase changed =
        Renewals.reprice(renewal, offers.repriced(renewal, proposal)).orElseThrow();
    stores.cases().update(changed);
    stores.proposals().update(proposal.wakeAt(offers.wakeOf(proposal, changed)));
  }
}
