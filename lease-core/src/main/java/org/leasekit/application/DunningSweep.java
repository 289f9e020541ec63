package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.Escalation;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.Log;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;

/**
 * What time does to debts: whoever is late gets the stages of the dunning policy, and is charged for it. What is held is
 * left alone, and so is whoever has paid. Messages go into the outbox; {@link NoticeDispatcher} asks for silence again
 * when it sends them, and says what that promises and costs.
 *
 * <p>Safe on several nodes: payers are claimed, one in a unit of work, and each stage and each day's fee is unique in
 * storage. A payer who is late is looked at when a stage is due and at the beginning of every day besides. Debts that a hold
 * has let go, that have come to be the oldest or that were billed late enter late, at that beginning: the policy catches up
 * what they have missed, at its own hour.
 */
public final class DunningSweep {

  /** How long a payer rests whose debts could not be looked at. */
  private static final Duration SET_ASIDE_FOR = Duration.ofHours(1);

  /** How long the messages of the last stage may be tried; those of any other until the next stage is due. */
  private static final Duration LAST_WINDOW = Duration.ofDays(7);

  private final Stores stores;
  private final LessorProfile profile;
  private final DunningProfile dunning;
  private final InstantSource clock;
  private final DunningDesk desk;
  private final DunningFile file;
  private final DunningEntries entries;
  private final LateFeeBiller biller;
  private final WaitingMoney waiting;

  DunningSweep(Stores stores, LessorProfile profile, DunningProfile dunning, InstantSource clock) {
    this.stores = stores;
    this.profile = profile;
    this.dunning = dunning;
    this.clock = clock;
    this.desk = new DunningDesk(stores, profile);
    this.file = new DunningFile(stores, profile, dunning);
    this.entries = new DunningEntries(stores, profile);
    this.biller = new LateFeeBiller(stores, profile, dunning.held());
    this.waiting = new WaitingMoney(stores, profile, clock, new Cashier(stores, profile));
  }

  /**
   * What a run did.
   *
   * @param looked payers it looked at
   * @param fired stages
   * @param fees receivables for being late
   * @param tasksClosed tasks about debts that are paid or held by now
   * @param setAside payers that failed, with the fault's message; they are looked at again in an hour
   */
  public record DunningReport(
      int looked, int fired, int fees, int tasksClosed, Map<ContractNo, String> setAside) {
    public DunningReport {
      setAside = Map.copyOf(setAside);
    }
  }

  /** Does all that is due by now, each payer in a unit of work of its own. */
  public DunningReport runDue() {
    // nobody is late whose money is here
    waiting.putToUse();
    Instant started = clock.instant();
    stores.dunning().enlist(profile.lessor(), profile.day(started), started);
    Run total = new Run();
    while (next(total)) {
      total.looked++;
    }
    return new DunningReport(total.looked, total.fired, total.fees, total.closed, total.setAside);
  }

  /** What a run has done so far. */
  private static final class Run {
    int looked;
    int fired;
    int fees;
    int closed;
    final Map<ContractNo, String> setAside = new LinkedHashMap<>();

    void add(Run other) {
      fired += other.fired;
      fees += other.fees;
      closed += other.closed;
    }
  }

  /** Looks at whoever is due next; false when nobody is. */
  private boolean next(Run total) {
    List<ContractNo> claimed = new ArrayList<>();
    Run one = new Run();
    try {
      stores
          .unitOfWork()
          .run(
              () -> {
                Instant now = clock.instant();
                claimed.addAll(stores.dunning().claimDue(profile.lessor(), now, 1));
                claimed.forEach(payer -> dun(payer, now, one));
              });
      total.add(one);
    } catch (RuntimeException fault) {
      if (claimed.isEmpty()) {
        throw fault;
      }
      Instant later = clock.instant().plus(SET_ASIDE_FOR);
      stores.unitOfWork().run(() -> stores.dunning().lookAgain(profile.lessor(), claimed.get(0), later));
      total.setAside.put(claimed.get(0), String.valueOf(fault.getMessage()));
    }
    return !claimed.isEmpty();
  }

  private void dun(ContractNo payer, Instant now, Run run) {
    List<Receivable> open = stores.receivables().lockOpen(profile.lessor(), payer);
    List<Arrears> late = file.arrears(payer, open, now);
    entries.rest(payer, open, late.stream().map(Arrears::id).toList(), now);
    Contract contract = file.payer(payer);
    boolean listed = isLate(payer, now);
    Instant wake = profile.startOf(profile.day(now).plusDays(1));
    for (Arrears arrears : late) {
      Instant next = fire(arrears, contract, now, run);
      wake = next != null && next.isAfter(now) && next.isBefore(wake) ? next : wake;
    }
    closeSettled(contract, late, now, run);
    stores.dunning().lookAgain(profile.lessor(), payer, listed ? wake : null);
  }

  /** Whether anything is late, held or not. */
  private boolean isLate(ContractNo payer, Instant now) {
    return stores.receivables().open(profile.lessor(), payer).stream()
        .anyMatch(one -> one.payer().equals(payer) && one.due().isBefore(profile.day(now)));
  }

  private Decision decide(Arrears arrears, Contract payer, Instant now) {
    OptionalInt age =
        stores
            .tenants()
            .find(profile.lessor(), payer.tenant())
            .map(tenant -> tenant.ageOn(profile.day(now)))
            .orElse(OptionalInt.empty());
    ArrearsId id = arrears.id();
    List<Fired> log = stores.dunning().fired(profile.lessor(), id);
    return Escalation.decide(
        dunning.policies(),
        profile.anchor(id.since()),
        new Facts(false, age)
            .withReach(false, asksForReach(now) && desk.isReached(id, payer))
            .withAmounts(arrears.total(), payer.terms().rentOf(YearMonth.from(id.since())))
            .withTags(desk.tags(payer)),
        new Log(
            entries.of(arrears, log, now),
            log.stream()
                .filter(entry -> !FeeNotes.isNote(entry) && !DunningEntries.isNote(entry))
                .toList()),
        now);
  }

  private boolean asksForReach(Instant now) {
    return dunning.policies().at(now).policy().asks(Condition.Reached.class);
  }

  /** Does what is due about one payer's debts; answers with when to look again. */
  private @Nullable Instant fire(Arrears arrears, Contract payer, Instant now, Run run) {
    Decision decision = decide(arrears, payer, now);
    if (decision.due().isEmpty()) {
      return decision.nextWake();
    }
    Decision.Due due = decision.due().get();
    if (stores.dunning().addFired(profile.lessor(), arrears.id(), due.firedAt(now))) {
      run.fired++;
      run.fees += biller.raise(arrears, dunning.fees(), profile.day(now), now).size();
      Instant next = due.until() == null ? now.plus(LAST_WINDOW) : due.until();
      act(arrears.id(), payer, due, profile.delivery().windowFrom(now, next), now);
    }
    return decision.nextWake();
  }

  private void act(ArrearsId id, Contract payer, Decision.Due due, Instant window, Instant now) {
    String stage = due.stage().id();
    for (StageAction action : due.actions()) {
      StageAct act = action.act();
      if (act instanceof StageAct.Notice notice) {
        desk.next(id, payer, stage, notice.template(), notice.channels(), window, now);
      } else {
        desk.openTask(id, payer, stage, act, now);
      }
    }
  }

  /** Closes what is open about debts of this payer that are paid or held by now. */
  private void closeSettled(Contract payer, List<Arrears> late, Instant now, Run run) {
    Set<ArrearsId> left = late.stream().map(Arrears::id).collect(Collectors.toSet());
    for (ArrearsId id : stores.dunning().matters(profile.lessor(), payer.no())) {
      if (!left.contains(id)) {
        stores.tasks().openOfCase(profile.lessor(), DunningDesk.matter(id)).forEach(task -> close(task, now, run));
      }
    }
    if (left.isEmpty()) {
      stores.tasks().openOfCase(profile.lessor(), CaseId.of(payer.no(), payer.term().lastDay())).stream()
          .filter(task -> task.kind().name().equals(DunningPolicies.CALL))
          .forEach(task -> close(task, now, run));
    }
  }

  /** Locked and read again, so that what somebody has done about it meanwhile is kept. */
  private void close(StewardTask listed, Instant now, Run run) {
    boolean closed =
        stores
            .tasks()
            .lock(profile.lessor(), listed.id())
            .filter(StewardTask::isOpen)
            .filter(task -> stores.tasks().update(task.close(StewardTask.Outcome.OBSOLETE, now)))
            .isPresent();
    run.closed += closed ? 1 : 0;
  }
}
