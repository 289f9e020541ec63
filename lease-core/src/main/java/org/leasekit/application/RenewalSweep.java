package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;

/**
 * What time does to renewals: opens cases, fires stages, lapses what nobody answered, ends terms. Safe
 * on several nodes: cases are claimed, and each thing done is unique in storage.
 */
public final class RenewalSweep {
  private static final int BATCH = 100;

  /** How long a case rests that failed. */
  private static final Duration SET_ASIDE_FOR = Duration.ofHours(1);

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final CaseDesk desk;
  private final StageFiring firing;
  private final TaskService tasks;
  private final CaseOpener opener;
  private final TermEnder ender;
  private final OfferSeen seen;
  private final WaitingOffers waiting;
  private final Tenancies tenancies;

  RenewalSweep(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      CaseDesk desk,
      StageFiring firing,
      TaskService tasks,
      Holdovers holdovers,
      OfferDesk offers) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.desk = desk;
    this.firing = firing;
    this.tasks = tasks;
    this.tenancies = new Tenancies(stores, profile.lessor());
    this.opener = new CaseOpener(stores, profile, clock, offers);
    this.seen = new OfferSeen(stores);
    this.waiting = new WaitingOffers(stores, profile, desk, firing);
    this.ender = new TermEnder(stores, profile, clock, holdovers, desk);
  }

  /**
   * What a sweep did.
   *
   * @param opened cases
   * @param fired stages
   * @param lapsed cases
   * @param ended contracts
   * @param setAside cases that failed, with the fault's message; they are tried again in an hour, and those that could not be
   *     opened by the next run
   */
  public record SweepReport(
      int opened, int fired, int lapsed, int ended, Map<CaseId, String> setAside) {
    public SweepReport {
      setAside = Map.copyOf(setAside);
    }
  }

  /** Does all that is due by now, in units of work of bounded size. */
  public SweepReport runDue() {
    tasks.reassign();
    CaseOpener.Opened opened = opener.openDue();
    Woken woken = wakeCases();
    woken.setAside.putAll(opened.setAside());
    return new SweepReport(opened.cases(), woken.fired, woken.lapsed, ender.endDue(), woken.setAside);
  }

  /**
   * Looks at every open case anew at the time from which the next version of the renewal policy governs, or at once
   * when the newest governs already. To be called once when a version was added to the profile: cases have planned their next hour by
   * the versions that were known then.
   *
   * @return how many cases will be looked at earlier than they had planned
   */
  public int replan() {
    Instant now = clock.instant();
    PolicyVersions versions = profile.renewalPolicies();
    Instant from =
        versions
            .nextActivation(now)
            .orElseGet(() -> versions.versions().size() == 1 ? now : versions.at(now).from());
    List<CaseId> open = new ArrayList<>();
    stores
        .records()
        .cases(
            profile.lessor(),
            renewal -> {
              if (isLaterThan(renewal, from)) {
                open.add(renewal.id());
              }
            });
    int changed = 0;
    for (CaseId id : open) {
      changed += stores.unitOfWork().required(() -> wakeBy(id, from));
    }
    return changed;
  }

  private static boolean isLaterThan(RenewalCase renewal, Instant from) {
    Instant wake = renewal.nextDueAt();
    return !renewal.isSilent() && wake != null && wake.isAfter(from);
  }

  private int wakeBy(CaseId id, Instant from) {
    return stores
        .cases()
        .lock(profile.lessor(), id)
        .filter(renewal -> isLaterThan(renewal, from))
        .map(
            renewal -> {
              stores.cases().update(renewal.wakeAt(from));
              return 1;
            })
        .orElse(0);
  }

  private Woken wakeCases() {
    Woken woken = new Woken();
    int claimed;
    do {
      claimed = claim(BATCH, woken);
    } while (claimed > 0);
    return woken;
  }

  /** Wakes a batch in one unit of work; when that fails, one by one, so that one case cannot stop the rest. */
  private int claim(int limit, Woken total) {
    Woken batch = new Woken();
    List<CaseId> seen = new ArrayList<>();
    try {
      int claimed =
          stores
              .unitOfWork()
              .required(
                  () -> {
                    Instant now = clock.instant();
                    List<RenewalCase> due =
                        stores.cases().claimDue(profile.lessor(), now, limit);
                    for (RenewalCase renewal : due) {
                      seen.add(renewal.id());
                      wake(renewal, now, batch);
                    }
                    return due.size();
                  });
      total.add(batch);
      return claimed;
    } catch (RuntimeException fault) {
      if (limit > 1) {
        return claim(1, total);
      }
      if (seen.isEmpty()) {
        throw fault;
      }
      setAside(seen.get(0), fault, total);
      return 1;
    }
  }

  private void setAside(CaseId id, RuntimeException fault, Woken total) {
    Instant now = clock.instant();
    stores
        .unitOfWork()
        .run(
            () ->
                stores
                    .cases()
                    .lock(profile.lessor(), id)
                    .ifPresent(
                        renewal ->
                            stores
                                .cases()
                                .update(renewal.withFailure(now).wakeAt(now.plus(SET_ASIDE_FOR)))));
    total.setAside.put(id, String.valueOf(fault.getMessage()));
  }

  /** Counts what waking did; a batch that is rolled back is not counted. */
  private static final class Woken {
    int fired;
    int lapsed;
    final Map<CaseId, String> setAside = new LinkedHashMap<>();

    void add(Woken other) {
      fired += other.fired;
      lapsed += other.lapsed;
      setAside.putAll(other.setAside);
    }
  }

  private void wake(RenewalCase renewal, Instant now, Woken woken) {
    RenewalCase lapsed = Renewals.lapse(renewal, now);
    if (lapsed.state() == CaseState.LAPSED) {
      stores.cases().update(lapsed);
      desk.closeSettledTasks(lapsed, now);
      desk.disputeMoney(lapsed, now);
      if (!ender.mayHoldOver(contract(renewal))) {
        desk.moveOut(lapsed, now);
      }
      woken.lapsed++;
      return;
    }
    if (tenancies.isPassedOn(renewal)) {
      // it was opened while somebody recorded that the contract passes on
      desk.store(renewal, Renewals.passOn(renewal, now), now);
      return;
    }
    Contract contract = contract(renewal);
    if (renewal.state() == CaseState.PROPOSED) {
      stores.cases().update(renewal.wakeAt(waiting.look(renewal, contract, now)));
      return;
    }
    Renewals.missing(renewal)
        .filter(kind -> !now.isBefore(helpFrom(renewal)))
        .ifPresent(kind -> desk.openTask(renewal, kind, "", contract.steward(), now));
    Decision decision = firing.decide(renewal, contract, now);
    RenewalCase after = renewal;
    if (decision.due().isPresent()) {
      Decision.Due due = decision.due().get();
      RenewalCase fired = firing.fire(renewal, contract, due, windowOf(renewal, due, now), now);
      after = (seen.isTold(fired) ? Renewals.notified(fired) : fired).withFailure(null);
      woken.fired++;
    }
    // an offer that waits since this stage is looked after from now on
    boolean waits = after.state() == CaseState.PROPOSED;
    stores.cases().update(after.wakeAt(waits ? now : nextWake(renewal, decision, now)));
  }

  private Contract contract(RenewalCase renewal) {
    return stores
        .contracts()
        .find(profile.lessor(), renewal.contract())
        .orElseThrow(() -> new IllegalStateException("no contract of " + renewal.id()));
  }

  /** Until the next stage or the end of the term; never so short that the attempts at one address do not fit into it. */
  private Instant windowOf(RenewalCase renewal, Decision.Due due, Instant now) {
    Instant next = due.until() == null ? renewal.lapsesAt() : due.until();
    return earlier(profile.delivery().windowFrom(now, next), renewal.lapsesAt());
  }

  private Instant nextWake(RenewalCase renewal, Decision decision, Instant now) {
    Instant wake = decision.nextWake() == null ? renewal.lapsesAt() : decision.nextWake();
    if (renewal.isHalfFinished() && now.isBefore(helpFrom(renewal))) {
      wake = earlier(wake, helpFrom(renewal));
    }
    if (decision.waitsForFacts()) {
      wake = earlier(wake, tomorrow(now));
    }
    return earlier(wake, renewal.lapsesAt());
  }

  /** Payments, answers, amendments and marks change what a stage asks about; nobody calls the engine for each of them. */
  private Instant tomorrow(Instant now) {
    EscalationPolicy policy = profile.renewalPolicy(now);
    return profile.day(now).plusDays(1).atTime(policy.at()).atZone(profile.zone()).toInstant();
  }

  /** From when the steward is to help with a renewal that has payment or signature alone. */
  private Instant helpFrom(RenewalCase renewal) {
    Instant paid = renewal.progress().paidAt();
    Instant signed = renewal.progress().signedAt();
    Instant since = Optional.ofNullable(paid == null ? signed : paid).orElse(Instant.MAX);
    return since.equals(Instant.MAX) ? since : since.plus(profile.halfFinishedAfter());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
