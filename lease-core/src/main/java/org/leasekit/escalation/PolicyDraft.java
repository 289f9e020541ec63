package org.leasekit.escalation;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.outcome.Outcome;

/**
 * A policy as somebody wrote it, by {@link PolicyBuilder} or in a document, not checked yet. The parts mean what they
 * mean in {@link EscalationPolicy} and {@link Stage}; a target policy makes no use of {@code at} to {@code catchUp}.
 *
 * @param stages in the order written
 */
public record PolicyDraft(
    String id,
    int version,
    LocalTime at,
    ZoneId zone,
    DayRoll roll,
    @Nullable QuietHours quiet,
    CatchUp catchUp,
    List<StageDraft> stages) {

  /**
   * A stage as somebody wrote it.
   *
   * @param trigger null when nothing was said
   */
  public record StageDraft(
      String id,
      String label,
      @Nullable Trigger trigger,
      Condition when,
      List<StageAction> actions,
      @Nullable Repeat repeat) {
    public StageDraft {
      actions = List.copyOf(actions);
    }
  }

  public PolicyDraft {
    stages = List.copyOf(stages);
  }

  /** The draft of a policy, which gives the same policy again. */
  public static PolicyDraft of(EscalationPolicy policy) {
    return new PolicyDraft(
        policy.id(), policy.version(), policy.at(), policy.zone(), policy.roll(), policy.quiet(),
        policy.catchUp(), drafts(policy));
  }

  /** The draft of a policy of targets, which gives the same policy again where that has a stage. */
  public static PolicyDraft of(TargetPolicy policy) {
    return new PolicyDraft(
        policy.id(), policy.version(), LocalTime.MIN, ZoneOffset.UTC, DayRolls.NONE, null, CatchUp.AT_ONCE,
        drafts(policy));
  }

  /** The stages of a policy as drafts. */
  public static List<StageDraft> drafts(Policy policy) {
    return policy.stages().stream()
        .map(
            stage ->
                new StageDraft(
                    stage.id(), stage.label(), stage.trigger(), stage.when(), stage.actions(),
                    stage.repeat()))
        .toList();
  }

  /** Checks the draft as stages around an anchor; the rejection is a {@link PolicyRejection}. */
  public Outcome<EscalationPolicy> anchored(PolicyCatalog catalog) {
    return stages(false, catalog)
        .map(
            checked ->
                new EscalationPolicy(id, version, at, zone, roll, quiet, catchUp, checked));
  }

  /** Checks the draft as stages in the course of a target; the rejection is a {@link PolicyRejection}. */
  public Outcome<TargetPolicy> ofTarget(PolicyCatalog catalog) {
    return stages(true, catalog).map(checked -> new TargetPolicy(id, version, checked));
  }

  private Outcome<List<Stage>> stages(boolean shares, PolicyCatalog catalog) {
    if (version < 1) {
      return Outcome.rejected(
          new PolicyRejection.Malformed("version", "1, 2, 3 ...", String.valueOf(version)));
    }
    List<Stage> checked = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      StageDraft draft = stages.get(i);
      Optional<PolicyRejection> refusal = new StageCheck(this, i, draft, catalog).refusal(shares);
      if (refusal.isPresent()) {
        return Outcome.rejected(refusal.get());
      }
      if (draft.trigger() != null) {
        checked.add(
            new Stage(
                draft.id(), draft.label(), draft.trigger(), draft.when(), draft.actions(),
                draft.repeat()));
      }
    }
    Optional<PolicyRejection> disorder = PolicyChecks.order(id, checked);
    return disorder.isPresent() ? Outcome.rejected(disorder.get()) : Outcome.accepted(checked);
  }
}
