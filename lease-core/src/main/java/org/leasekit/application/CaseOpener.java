package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Stage;
import org.leasekit.intent.EarlyBird;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

/**
 * Opens a renewal case for each contract whose first stage has come; the case's key is unique in storage. Where there
 * is an early bird, proposals are drafted so many days before that, and the cases of early birds open then.
 */
final class CaseOpener {
  private static final int BATCH = 100;

  /** Holidays move a stage to an earlier day by less than this. */
  private static final int LONGEST_HOLIDAY_DAYS = 15;

  /** Amendments after which a contract ends on another day, as it does after their withdrawal. */
  private static final Set<ChangeKind> MOVES_THE_END =
      EnumSet.of(ChangeKind.EXTENSION, ChangeKind.EARLY_TERMINATION);

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final OfferDesk offers;
  private final LastDays lastDays;

  CaseOpener(Stores stores, LessorProfile profile, InstantSource clock, OfferDesk offers) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.offers = offers;
    this.lastDays = new LastDays(stores, profile);
  }

  /**
   * What a run has opened.
   *
   * @param setAside what could not be opened, with the fault's message
   */
  record Opened(int cases, Map<CaseId, String> setAside) {
    Opened and(Opened other) {
      Map<CaseId, String> all = new HashMap<>(setAside);
      all.putAll(other.setAside);
      return new Opened(cases + other.cases, all);
    }
  }

  /** Opens what is due by now. */
  Opened openDue() {
    Instant now = clock.instant();
    LocalDate today = profile.day(now);
    EscalationPolicy policy = profile.renewalPolicy(now);
    // the first stage may be moved by one holiday, and an early bird's by another
    LocalDate through =
        today.plusDays(profile.leadDays(policy) + daysEarlier() + 1L + 2 * LONGEST_HOLIDAY_DAYS);
    List<Contract> candidates =
        stores.contracts().withoutCase(profile.lessor(), today, through).stream()
            .filter(contract -> !draftedOn(policy, contract).isAfter(today))
            .toList();
    Opened opened = new Opened(0, Map.of());
    for (int from = 0; from < candidates.size(); from += BATCH) {
      opened = opened.and(openAll(candidates.subList(from, Math.min(from + BATCH, candidates.size())), now));
    }
    return opened;
  }

  /** Opens a batch in one unit of work; when that fails, one by one, so that one contract cannot stop the rest. */
  private Opened openAll(List<Contract> batch, Instant now) {
    try {
      return new Opened(stores.unitOfWork().required(() -> open(batch, now)), Map.of());
    } catch (RuntimeException fault) {
      if (batch.size() == 1) {
        return new Opened(0, Map.of(caseOf(batch.get(0)), String.valueOf(fault.getMessage())));
      }
      return batch.stream()
          .map(each -> openAll(List.of(each), now))
          .reduce(new Opened(0, Map.of()), Opened::and);
    }
  }

  private int daysEarlier() {
    EarlyBird bird = profile.offers().earlyBird();
    return bird == null ? 0 : bird.daysEarlier();
  }

  /** A case opens at the start of the day on which its first stage is planned. */
  private LocalDate opensOn(EscalationPolicy policy, Contract contract) {
    return EarlyStage.dayOf(profile, policy, policy.first(), contract.term().lastDay());
  }

  /** The day on which an early bird's case opens, and everybody's proposal is drafted. */
  private LocalDate draftedOn(EscalationPolicy policy, Contract contract) {
    LocalDate opens = opensOn(policy, contract);
    Stage early = EarlyStage.of(profile, policy, contract.term().lastDay());
    if (early == null) {
      return opens.minusDays(daysEarlier());
    }
    LocalDate day = EarlyStage.dayOf(profile, policy, early, contract.term().lastDay());
    return day.isBefore(opens) ? day : opens;
  }

  private int open(List<Contract> batch, Instant now) {
    // whoever gets the contract before its end is asked, but not before they have it: nobody knows how to reach them until then
    List<LastDays.LastDay> theirs =
        lastDays.of(batch, now).stream().filter(LastDays.LastDay::isTheirs).toList();
    Map<CaseId, Proposal> drafted =
        stores
            .proposals()
            .findAll(profile.lessor(), theirs.stream().map(LastDays.LastDay::renewalCase).toList())
            .stream()
            .collect(Collectors.toMap(Proposal::renewalCase, Function.identity()));
    EscalationPolicy policy = profile.renewalPolicy(now);
    Map<ContractNo, Instant> known = known(batch);
    int opened = 0;
    for (LastDays.LastDay last : theirs) {
      Contract contract = last.contract();
      Proposal proposal = drafted.get(last.renewalCase());
      if (proposal == null) {
        proposal = offers.draft(last.renewalCase(), contract, now);
      }
      boolean early = proposal.chance().group() == EarlyBird.Group.EARLY_BIRD;
      LocalDate opens = early ? draftedOn(policy, contract) : opensOn(policy, contract);
      boolean due = !opens.isAfter(profile.day(now));
      Instant entered = entered(opens, known.getOrDefault(contract.no(), Instant.EPOCH), now);
      if ((early || due) && open(contract, proposal, entered, now)) {
        opened++;
      }
    }
    return opened;
  }

  /** A sweep that comes late makes nobody late: only who could not have had a case on the day it was to open on is. */
  private Instant entered(LocalDate opens, Instant known, Instant now) {
    Instant planned = profile.startOf(opens);
    Instant entered = known.isAfter(planned) ? known : planned;
    return entered.isAfter(now) ? now : entered;
  }

  /** Since when it is known of contracts that they end when they do. */
  private Map<ContractNo, Instant> known(List<Contract> batch) {
    Map<ContractNo, Instant> known = new HashMap<>();
    for (ContractHistory history : new Histories(stores, profile.lessor()).ofAll(batch)) {
      Instant since = history.origin().known();
      for (Amendment amendment : history.recorded()) {
        since = movesTheEnd(amendment, history) ? amendment.known() : since;
      }
      known.put(history.origin().contract(), since);
    }
    return known;
  }

  private static boolean movesTheEnd(Amendment amendment, ContractHistory history) {
    Amendment meant =
        amendment.change() instanceof Change.Withdrawal withdrawal
            ? history.recorded().get(withdrawal.number() - 1)
            : amendment;
    return MOVES_THE_END.contains(meant.change().kind());
  }

  private boolean open(Contract contract, Proposal drafted, Instant entered, Instant now) {
    UnitRef unit = contract.unit();
    DateRange term = offers.offer(contract, drafted, List.of()).term();
    // a unit that is let to somebody else from the day after cannot be offered
    if (unit != null && !stores.contracts().isFree(profile.lessor(), unit, contract.portion(), term)) {
      return false;
    }
    Proposal proposal = drafted.isCleared() ? offers.presented(drafted, now) : drafted;
    Offer offer = offers.offer(contract, proposal, List.of());
    RenewalCase renewal = newCase(contract, offer, proposal, now).enteredAt(entered);
    if (!stores.cases().add(renewal)) {
      return false;
    }
    Instant wake = offers.wakeOf(proposal, renewal);
    if (!proposal.equals(drafted) || wake != null) {
      stores.proposals().update(proposal.wakeAt(wake));
    }
    offers.askForApproval(renewal, now);
    return true;
  }

  private static CaseId caseOf(Contract contract) {
    return CaseId.of(contract.no(), contract.term().lastDay());
  }

  private RenewalCase newCase(Contract contract, Offer offer, Proposal proposal, Instant now) {
    LocalDate expiry = contract.term().lastDay();
    Instant lapsesAt = profile.startOf(contract.term().endExclusive());
    return new RenewalCase(
        contract.lessor(),
        proposal.renewalCase(),
        contract.no(),
        expiry,
        lapsesAt,
        profile.renewalPolicy(now).id(),
        profile.renewalPolicy(now).version(),
        offer,
        proposal.isCleared() ? CaseState.OPEN : CaseState.PROPOSED,
        now,
        RenewalCase.Progress.NONE,
        null,
        now,
        0);
  }
}
