package org.leasekit.escalation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.PolicyDraft.StageDraft;

/**
 * What one stage of a draft has to keep, whatever the others are.
 *
 * @param index of the stage in its policy, from 0
 */
record StageCheck(PolicyDraft policy, int index, StageDraft stage, PolicyCatalog catalog) {

  private static final int LONGEST_ID = 90;

  /** Why the stage is refused; empty when it is not. */
  Optional<PolicyRejection> refusal(boolean shares) {
    String id = stage.id();
    if (id.isBlank() || id.length() > LONGEST_ID || !id.equals(id.strip()) || id.contains("#")) {
      return Optional.of(
          new PolicyRejection.Malformed("stages.id", "1 to 90 characters without #", id));
    }
    Trigger trigger = stage.trigger();
    if (trigger == null) {
      return Optional.of(new PolicyRejection.StageWithoutTrigger(policy.id(), id));
    }
    return PolicyChecks.ceilings(policy.id(), id, index)
        .exceeded(trigger, stage.repeat(), stage.actions())
        .or(this::doesNothing)
        .or(this::unknownFact)
        .or(this::neverTrue)
        .or(() -> wrongTrigger(shares))
        .or(() -> nobodyThere(shares))
        .or(this::afterTheEnd)
        .or(this::unknownName);
  }

  private Optional<PolicyRejection> doesNothing() {
    boolean acts = stage.actions().stream().anyMatch(action -> action.when().equals(Condition.ALWAYS));
    return acts
        ? Optional.empty()
        : Optional.of(new PolicyRejection.StageWithoutAction(policy.id(), stage.id()));
  }

  /** What is never known has one answer for ever, so that its comparison says nothing about anybody. */
  private Optional<PolicyRejection> unknownFact() {
    return Arrays.stream(Fact.values())
        .filter(fact -> !catalog.facts().contains(fact))
        .filter(fact -> conditions().anyMatch(fact::isAskedBy))
        .findFirst()
        .map(fact -> new PolicyRejection.UnknownFact(policy.id(), stage.id(), fact.word()));
  }

  private Stream<Condition> conditions() {
    return Stream.concat(Stream.of(stage.when()), stage.actions().stream().map(StageAction::when));
  }

  private Optional<PolicyRejection> neverTrue() {
    if (!Satisfiable.canHold(stage.when())) {
      return Optional.of(new PolicyRejection.NeverTrue(policy.id(), stage.id(), stage.when()));
    }
    return stage.actions().stream()
        .map(StageAction::when)
        .filter(
            when -> !Satisfiable.canHold(new Condition.All(List.of(stage.when(), when))))
        .findFirst()
        .map(when -> new PolicyRejection.NeverTrue(policy.id(), stage.id(), when));
  }

  private Optional<PolicyRejection> wrongTrigger(boolean shares) {
    Trigger trigger = stage.trigger();
    boolean usable;
    if (trigger instanceof Trigger.WorkingTimeAfter) {
      usable = catalog.countsWorkingTime();
    } else if (trigger instanceof Trigger.WorkingTimeBefore) {
      usable = catalog.countsWorkingTime() && !shares;
    } else {
      usable = trigger instanceof Trigger.ShareOfTarget == shares;
    }
    return usable
        ? Optional.empty()
        : Optional.of(new PolicyRejection.WrongTrigger(policy.id(), stage.id()));
  }

  /** The service desk has a chain of its own, so that stages of targets always reach it. */
  private Optional<PolicyRejection> nobodyThere(boolean shares) {
    boolean asksForTheChain =
        stage.actions().stream().anyMatch(action -> action.to() instanceof Addressee.OnCall);
    return asksForTheChain && !shares && !catalog.onCall()
        ? Optional.of(new PolicyRejection.NobodyOnCall(policy.id(), stage.id()))
        : Optional.empty();
  }

  private Optional<PolicyRejection> afterTheEnd() {
    return catalog.endsAtAnchor() && liesAfterTheEnd()
        ? Optional.of(new PolicyRejection.AfterTheEnd(policy.id(), stage.id()))
        : Optional.empty();
  }

  /** The trigger of the last repetition that does not lie beyond the anchor; of the stage itself where all do, and without any. */
  private @Nullable Trigger last() {
    Trigger first = stage.trigger();
    Repeat repeat = stage.repeat();
    if (first == null || repeat == null) {
      return first;
    }
    long units = (long) repeat.every() * (repeat.times() - 1);
    long room = PolicyChecks.unitsBefore(first);
    return room == Long.MAX_VALUE || units > room ? first : first.later((int) units);
  }

  /** Whether it counts to a time after the anchor day. No roll carries a stage there that counts back: see {@link EscalationPolicy#roll}. */
  private boolean liesAfterTheEnd() {
    Trigger trigger = last();
    if (trigger instanceof Trigger.DaysAfter
        || trigger instanceof Trigger.BusinessDaysAfter
        || trigger instanceof Trigger.WorkingTimeAfter
        || trigger instanceof Trigger.WorkingTimeBefore working && working.span().isZero()) {
      return true;
    }
    // quiet hours over midnight move what is due on the last day to the day after it
    QuietHours quiet = policy.quiet();
    boolean onTheLastDay =
        trigger instanceof Trigger.DaysBefore before
            ? before.days() == 0
            : trigger instanceof Trigger.BusinessDaysBefore days && days.days() == 0;
    return onTheLastDay
        && quiet != null
        && quiet.isQuiet(policy.at())
        && !policy.at().isBefore(quiet.untilExclusive());
  }

  private Optional<PolicyRejection> unknownName() {
    return stage.actions().stream()
        .flatMap(action -> unknownName(action.act()).stream())
        .findFirst();
  }

  private Optional<PolicyRejection> unknownName(StageAct act) {
    String id = stage.id();
    if (!catalog.acts().contains(act.getClass())) {
      return Optional.of(new PolicyRejection.UnusableAct(policy.id(), id, act.word()));
    }
    if (act instanceof StageAct.Notice notice && !catalog.templates().contains(notice.template())) {
      return Optional.of(new PolicyRejection.UnknownTemplate(policy.id(), id, notice.template()));
    }
    if (act instanceof StageAct.Task task) {
      return !catalog.roles().contains(task.role())
          ? Optional.of(new PolicyRejection.UnknownRole(policy.id(), id, task.role()))
          : !catalog.works().contains(task.work())
              ? Optional.of(new PolicyRejection.UnknownWork(policy.id(), id, task.work()))
              : Optional.empty();
    }
    if (act instanceof StageAct.Approval approval && !catalog.roles().contains(approval.role())) {
      return Optional.of(new PolicyRejection.UnknownRole(policy.id(), id, approval.role()));
    }
    return Optional.empty();
  }
}
