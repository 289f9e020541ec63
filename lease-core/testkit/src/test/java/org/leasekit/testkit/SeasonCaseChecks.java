package org.leasekit.testkit;

import static org.leasekit.testkit.SeasonFault.check;
import static org.leasekit.testkit.SeasonFault.known;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.Anchor;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Escalation;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.Log;
import org.leasekit.escalation.MovedBy;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.Story;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.testkit.SeasonFault.Clause;

/** Looks at the cases themselves: what they decided, what they wait for, whom they have left out. */
final class SeasonCaseChecks {
  private final SeasonWorld world;
  private final Map<CaseId, Instant> entered = new HashMap<>();

  SeasonCaseChecks(SeasonWorld world) {
    this.world = world;
  }

  /** Since when cases are under way: whoever could have had one in time had it in time, however late somebody looked. */
  void entered(Map<CaseId, RenewalCase> before) {
    for (RenewalCase renewal : world.cases()) {
      RenewalCase was = before.get(renewal.id());
      if (was == null) {
        LocalDate day = world.profile.day(world.times().opens(renewal.expiry(), world.now()));
        Instant planned = world.profile.startOf(day);
        Instant known = world.known.getOrDefault(renewal.contract(), world.now());
        entered.put(renewal.id(), planned.isAfter(known) ? planned : known);
      } else if (isWithheld(was) && !isWithheld(renewal)) {
        entered.put(renewal.id(), world.now());
      }
      check(entered(renewal).equals(renewal.enteredAt()), Clause.IN_TIME, "entered", entered(renewal), renewal);
    }
  }

  private static boolean isWithheld(RenewalCase renewal) {
    return renewal.state().isClosed() || renewal.state() == CaseState.PROPOSED;
  }

  private Instant entered(RenewalCase renewal) {
    return known(entered.get(renewal.id()), Clause.REPLAY, "never opened", renewal);
  }

  /** A stage has fired: in its time, and as it would be decided again from what is recorded. */
  void fired(StageDecision decision, List<StageDecision> all) {
    Fired fired = decision.fired();
    RenewalCase renewal = world.stores.cases().find(SeasonWorld.LESSOR, decision.renewalCase()).orElseThrow();
    List<Fired> earlier = of(renewal, all).stream().filter(each -> each.at().isBefore(fired.at())).toList();
    SeasonTimes times = world.times();
    EscalationPolicy policy = times.governing(fired.at());
    SeasonTimes.View view = times.view(renewal.expiry(), entered(renewal), earlier, fired.at());
    SeasonTimes.Plan plan = known(view.plan(fired.stage()), Clause.REPLAY, "of another version", decision);
    check(policy.version() == fired.policyVersion(), Clause.REPLAY, "of another version", decision);
    check(plan.nominal().equals(fired.plannedFor()), Clause.IN_TIME, "planned", decision, plan);
    check(times.mayFire(view, plan, fired.at()), Clause.IN_TIME, "fired", decision, plan, renewal);
    replay(renewal, fired, earlier);
  }

  private void replay(RenewalCase renewal, Fired fired, List<Fired> earlier) {
    Facts facts = known(fired.facts(), Clause.REPLAY, "no facts", fired);
    Instant failedAt = fired.movedBy() == MovedBy.RETRY ? fired.at() : null;
    Decision again =
        Escalation.decide(
            world.profile.renewalPolicies(),
            Anchor.endOf(
                renewal.expiry(), world.profile.zone(), world.profile.calendar(), world.profile.hours()),
            facts, new Log(entered(renewal), earlier, failedAt), fired.at());
    Decision.Due due = known(again.due().orElse(null), Clause.REPLAY, fired, again);
    check(
        due.stage().id().equals(fired.stage())
            && due.plannedFor().equals(fired.plannedFor())
            && due.movedBy() == fired.movedBy(),
        Clause.REPLAY, fired, again);
    List<String> words = due.actions().stream().map(StageAction::act).map(act -> act.word()).toList();
    List<String> done = fired.actions().stream().map(each -> each.split("=")[0]).toList();
    check(words.equals(done), Clause.REPLAY, fired, words);
  }

  /** All that is due has been looked at: whatever is open waits for something, and nothing is left that waits for nothing. */
  void afterSweep(List<StageDecision> all) {
    for (RenewalCase renewal : world.cases()) {
      if (SeasonSteps.isOpen(renewal)) {
        awake(renewal, told(renewal, all), of(renewal, all));
        if (!world.isSilent(renewal.id())) {
          notMissed(renewal, of(renewal, all));
          notOverslept(renewal, of(renewal, all));
        }
      }
    }
    world.running().forEach(this::opened);
  }

  private void awake(RenewalCase renewal, Story story, List<Fired> fired) {
    Instant next = known(renewal.nextDueAt(), Clause.AWAKE, "asleep", renewal, story);
    check(next.isAfter(world.now()), Clause.AWAKE, "asleep", renewal, story);
    check(!next.isAfter(renewal.lapsesAt()), Clause.AWAKE, "sleeps over the end", renewal);
    Instant wants = story.nextWake();
    boolean due =
        next.isAfter(world.now().plus(Duration.ofHours(49)))
            && story.lines().stream().anyMatch(line -> line.status() == Story.Status.DUE);
    boolean asks = story.lines().stream().anyMatch(line -> line.unmet() != null);
    // what is asked about every day is asked at its hour, which the end of quiet hours is not
    boolean daily = asks && SeasonTimes.isQuiet(world.times().governing(world.now()), world.now());
    boolean silent = story.reason() == Decision.Reason.SILENT;
    check(wants != null || story.reason() != Decision.Reason.WAITING, Clause.AWAKE, "no reason", story);
    check(
        silent || daily || wants == null || !next.isAfter(wants) || wants.isAfter(renewal.lapsesAt()),
        Clause.AWAKE, "sleeps too long", renewal, story);
    check(
        !due && !isLeftUnasked(renewal, next, story, fired), Clause.AWAKE, "asks no more", renewal, story);
  }

  /** Whether a stage that a fact holds back may fire long before the fact is looked at again. */
  private boolean isLeftUnasked(RenewalCase renewal, Instant next, Story story, List<Fired> fired) {
    SeasonTimes.View view = world.times().view(renewal.expiry(), entered(renewal), fired, world.now());
    Set<String> unmet =
        story.lines().stream()
            .filter(line -> line.status() == Story.Status.UNMET)
            .map(Story.Line::stage)
            .collect(Collectors.toSet());
    Instant may =
        world.times().firstBetween(view, world.now(), next, plan -> unmet.contains(plan.stage().id()));
    return may != null && next.isAfter(may.plus(Duration.ofHours(49)));
  }

  private Story told(RenewalCase renewal, List<StageDecision> all) {
    Story story = world.nodes.get(0).kit.renewals().explain(renewal.id()).orElseThrow();
    Set<String> stages = new TreeSet<>();
    of(renewal, all).forEach(each -> stages.add(each.stage()));
    if (SeasonSteps.isOpen(renewal) && !world.isSilent(renewal.id())) {
      SeasonTimes.occurrences(world.times().governing(world.now())).forEach(each -> stages.add(each.id()));
    }
    List<String> lines = story.lines().stream().map(Story.Line::stage).toList();
    check(new TreeSet<>(lines).size() == lines.size(), Clause.REPLAY, "told twice", lines);
    check(lines.containsAll(stages), Clause.REPLAY, "told", lines, stages);
    for (PolicyVersions.Activated version : world.profile.renewalPolicies().versions()) {
      SeasonTimes.occurrences(version.policy()).forEach(each -> stages.add(each.id()));
    }
    check(stages.containsAll(lines), Clause.REPLAY, "told of what never was", lines, stages);
    return story;
  }

  /** A stage for everybody whose time has come has fired, or a later one has. */
  private void notMissed(RenewalCase renewal, List<Fired> fired) {
    SeasonTimes times = world.times();
    EscalationPolicy policy = times.governing(world.now());
    if (SeasonTimes.isQuiet(policy, world.now())) {
      return;
    }
    SeasonTimes.View view = times.view(renewal.expiry(), entered(renewal), fired, world.now());
    for (SeasonTimes.Plan plan : SeasonTimes.open(view)) {
      boolean waits = !SeasonTimes.isForAll(plan) || !times.mayFire(view, plan, world.now());
      check(waits, Clause.MISSED, "stage", plan, renewal, fired);
    }
  }

  /** Nothing may fire before the case is looked at again. */
  private void notOverslept(RenewalCase renewal, List<Fired> fired) {
    SeasonTimes times = world.times();
    Instant next = known(renewal.nextDueAt(), Clause.AWAKE, "asleep", renewal);
    SeasonTimes.View view = times.view(renewal.expiry(), entered(renewal), fired, world.now());
    @Nullable Instant due = times.firstBetween(view, world.now(), next, SeasonTimes::isForAll);
    check(due == null, Clause.AWAKE, "oversleeps", due, renewal, fired);
  }

  /** A lease whose first stage has come has a case for its end. */
  private void opened(Contract contract) {
    LocalDate expiry = contract.term().lastDay();
    // who leaves before the end has nothing to renew
    boolean over =
        contract.endsOn().isBefore(contract.term().endExclusive())
            || !world.now().isBefore(world.profile.startOf(contract.term().endExclusive()));
    if (over || contract.master() || world.times().opens(expiry, world.now()).isAfter(world.now())) {
      return;
    }
    @Nullable CaseState state =
        world.stores.cases().find(SeasonWorld.LESSOR, CaseId.of(contract.no(), expiry)).map(RenewalCase::state).orElse(null);
    check(state != null && state != CaseState.SUPERSEDED, Clause.MISSED, "no case", state, contract);
  }

  /** What was asked to be said was said, or is going to be, or somebody is to call, or it is recorded why not. */
  void afterDispatch(List<StageDecision> all, List<StewardTask> tasks) {
    for (RenewalCase renewal : world.cases()) {
      boolean speaks = SeasonSteps.isOpen(renewal) && !world.isSilent(renewal.id());
      boolean lapsed = renewal.state() == CaseState.LAPSED && !world.isSilent(renewal.id());
      if (speaks || lapsed) {
        for (Fired fired : of(renewal, all)) {
          said(renewal, fired, tasks, lapsed);
        }
      }
    }
  }

  private void said(RenewalCase renewal, Fired fired, List<StewardTask> tasks, boolean wasClosed) {
    boolean writes = fired.actions().stream().anyMatch(each -> each.equals("NOTICE") || each.startsWith("OFFER="));
    List<Notice> notices =
        world.stores.outbox().ofCase(SeasonWorld.LESSOR, renewal.id()).stream()
            .filter(notice -> notice.stage().equals(fired.stage()))
            .toList();
    for (Notice notice : notices) {
      Instant next = notice.nextAttemptAt();
      check(next == null || next.isAfter(world.now()), Clause.MISSED, "stuck", notice);
    }
    boolean told =
        notices.stream()
            .map(Notice::state)
            .anyMatch(
                state ->
                    state == Notice.State.PENDING
                        || state == Notice.State.DELIVERED
                        || state == Notice.State.OVERTAKEN
                        || wasClosed && state == Notice.State.CANCELLED);
    boolean work =
        tasks.stream()
            .anyMatch(task -> task.renewalCase().equals(renewal.id()) && task.stage().equals(fired.stage()));
    check(writes ? told || work : work, Clause.MISSED, "nobody told", renewal, fired, notices);
  }

  /** All cases are over, and each can still be told. */
  void atTheEnd(List<StageDecision> all, List<StewardTask> tasks) {
    afterDispatch(all, tasks);
    for (RenewalCase renewal : world.cases()) {
      Story story = told(renewal, all);
      for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
        long lines = story.text(locale, world.profile.zone()).lines().count();
        check(lines == story.lines().size() + 1, Clause.REPLAY, "told", story);
      }
    }
  }

  private static List<Fired> of(RenewalCase renewal, List<StageDecision> all) {
    return all.stream()
        .filter(each -> each.renewalCase().equals(renewal.id()))
        .map(StageDecision::fired)
        .toList();
  }
}
