package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javax.money.MonetaryAmount;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.escalation.Anchor;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.Escalation;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Log;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.StaleVersionException;
import org.leasekit.port.Stores;
import org.leasekit.renewal.StewardTask;

/**
 * What time does to debts: whoever is late is reminded by the stages of the dunning policy, and charged for it. What
 * is held is left alone, and so is whoever has paid.
 *
 * <p>The promise: a payment that has been committed happens before every later reminder of what it paid. A reminder is
 * sent in the unit of work that has written the debts it speaks of, and a payment writes them too, so one of the two
 * comes first; where that was the payment, the reminder fails before it is sent. The price: a payment of the same
 * debts waits while a reminder is sent, at most the gateway's time-out for each address tried. A run reads every
 * receivable once; it is to be started some times a day.
 */
public final class DunningSweep {
  private final Stores stores;
  private final LessorProfile profile;
  private final DunningProfile dunning;
  private final InstantSource clock;
  private final Gate gate;
  private final DunningDesk desk;
  private final LateFeeBiller biller;
  private final WaitingMoney waiting;

  DunningSweep(
      Stores stores,
      LessorProfile profile,
      DunningProfile dunning,
      InstantSource clock,
      Gate gate,
      DunningDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.dunning = dunning;
    this.clock = clock;
    this.gate = gate;
    this.desk = desk;
    this.biller = new LateFeeBiller(stores, profile);
    this.waiting = new WaitingMoney(stores, profile, clock, new Cashier(stores, profile));
  }

  /** Wires the sweep of one lessor, which acts for an actor. */
  public static DunningSweep wire(
      Stores stores,
      LessorProfile profile,
      DunningProfile dunning,
      InstantSource clock,
      MessageGateway gateway,
      Actor actor) {
    return new DunningSweep(
        stores,
        profile,
        dunning,
        clock,
        new Gate(stores, profile.lessor(), profile.zone(), clock, actor),
        new DunningDesk(stores, profile, gateway));
  }

  /**
   * What a run did.
   *
   * @param late payers who are late
   * @param fired stages
   * @param fees receivables for being late
   * @param tasksClosed tasks about debts that are paid or held by now
   */
  public record DunningReport(int late, int fired, int fees, int tasksClosed) {}

  /**
   * Does all that is due by now, each payer in a unit of work of its own.
   *
   * @throws org.leasekit.outcome.RejectedException when the actor may not bill
   */
  public DunningReport runDue() {
    gate.ask(Action.BILL).orElseThrow();
    // nobody is late whose money is here
    waiting.putToUse();
    LocalDate today = profile.day(clock.instant());
    Set<ContractNo> payers = new TreeSet<>();
    stores
        .records()
        .receivables(
            profile.lessor(),
            one -> {
              if (one.due().isBefore(today) && one.outstanding().isPositive()) {
                payers.add(one.payer());
              }
            });
    Run run = new Run();
    payers.forEach(payer -> dun(payer, today, run));
    int closed = stores.unitOfWork().required(() -> closeSettled(run.late, clock.instant()));
    return new DunningReport(run.late.size(), run.fired, run.fees, closed);
  }

  /** What a run has done so far. */
  private static final class Run {
    final Set<String> late = new HashSet<>();
    int fired;
    int fees;
  }

  private void dun(ContractNo payer, LocalDate today, Run run) {
    try {
      stores.unitOfWork().run(() -> dunAll(payer, today, run));
    } catch (StaleVersionException paidMeanwhile) {
      // the payment was quicker; what is left will be looked at by the next run
      run.late.add(payer.value());
    }
  }

  private void dunAll(ContractNo payer, LocalDate today, Run run) {
    Instant now = clock.instant();
    List<Receivable> open = stores.receivables().open(profile.lessor(), payer);
    for (Arrears arrears : Arrears.of(payer, open, held(open, now), today)) {
      run.late.add(arrears.id().toString());
      Contract contract =
          stores
              .contracts()
              .find(profile.lessor(), payer)
              .orElseThrow(() -> new IllegalStateException("no contract of " + arrears.id()));
      Decision decision = decide(arrears, contract, now);
      if (decision.due().isPresent()
          && !desk.isHeldBack(contract, decision.due().get(), now)) {
        fire(arrears, contract, decision.due().get(), today, now, run);
      }
    }
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

  private Decision decide(Arrears arrears, Contract payer, Instant now) {
    OptionalInt age =
        stores
            .tenants()
            .find(profile.lessor(), payer.tenant())
            .map(tenant -> tenant.ageOn(profile.day(now)))
            .orElse(OptionalInt.empty());
    ArrearsId id = arrears.id();
    return Escalation.decide(
        dunning.policies(),
        Anchor.day(id.since(), profile.calendar()),
        new Facts(false, age)
            .withAmounts(arrears.total(), payer.terms().rentOf(YearMonth.from(id.since())))
            .withTags(desk.tags(payer)),
        new Log(
            profile.startOf(id.since()),
            stores.dunning().fired(profile.lessor(), id).stream()
                .filter(entry -> !LateFeeBiller.isNote(entry))
                .toList()),
        now);
  }

  private void fire(
      Arrears arrears,
      Contract payer,
      Decision.Due due,
      LocalDate today,
      Instant now,
      Run run) {
    if (!stores.dunning().addFired(profile.lessor(), arrears.id(), due.firedAt(now))) {
      return;
    }
    run.fired++;
    run.fees += biller.raise(arrears, dunning.fees(), today, now).size();
    // writing them first makes a payment wait, or this reminder fail
    stores.receivables().updateAll(arrears.debts().stream().map(Arrears.Debt::receivable).toList());
    for (StageAction action : due.actions()) {
      StageAct act = action.act();
      if (act instanceof StageAct.Notice notice) {
        desk.remind(arrears, payer, due.stage().id(), notice, dunning.page().apply(arrears), now);
      } else {
        desk.openTask(arrears, payer, due.stage().id(), act, now);
      }
    }
  }

  private int closeSettled(Set<String> late, Instant now) {
    int closed = 0;
    for (StewardTask task : stores.tasks().open(profile.lessor())) {
      boolean ours =
          task.kind().name().equals(DunningPolicies.CALL)
              || task.renewalCase().value().contains(DunningDesk.OVERDUE);
      boolean stillLate =
          late.contains(task.renewalCase().value()) || late.contains(task.contract().value());
      if (ours && !stillLate) {
        stores.tasks().update(task.close(StewardTask.Outcome.OBSOLETE, now));
        closed++;
      }
    }
    return closed;
  }
}
