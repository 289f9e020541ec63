package org.leasekit.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.Escalation;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.Trigger;
import org.leasekit.intent.EarlyBird;
import org.leasekit.party.Channel;
import org.leasekit.renewal.NoticeTemplate;
import org.leasekit.renewal.RenewalPolicies;

/**
 * The stage that early birds have ahead of a policy's: so many days before the first of them, around holidays and out of
 * quiet hours as all of them. Elders, and whoever asked for it, are called beside the message. A policy that has a stage of
 * that name does without.
 */
final class EarlyStage {
  /** Its id. */
  static final String ID = "early-bird";

  private EarlyStage() {}

  /** The stage of a contract that ends on a day; null when there is no early bird, or the policy sees to it. */
  static @Nullable Stage of(LessorProfile profile, EscalationPolicy policy, LocalDate expiry) {
    EarlyBird bird = profile.offers().earlyBird();
    if (bird == null || policy.stages().stream().anyMatch(stage -> stage.id().equals(ID))) {
      return null;
    }
    LocalDate first =
        Escalation.plannedFor(policy, policy.first(), profile.anchor(expiry))
            .atZone(policy.zone())
            .toLocalDate();
    long before = ChronoUnit.DAYS.between(first, expiry) + bird.daysEarlier();
    StageAct notice = new StageAct.Notice(NoticeTemplate.EARLY_BIRD.key(), channels(policy));
    return new Stage(
        ID,
        new Trigger.DaysBefore(Math.toIntExact(Math.max(0, before))),
        List.of(
            new StageAction(notice, Condition.ALWAYS),
            new StageAction(Channel.CALL, RenewalPolicies.NEEDS_A_PERSON)));
  }

  /** The lessor's day on which a stage is planned. */
  static LocalDate dayOf(
      LessorProfile profile, EscalationPolicy policy, Stage stage, LocalDate expiry) {
    return profile.day(Escalation.plannedFor(policy, stage, profile.anchor(expiry)));
  }

  /** Those of the policy's first notice; every digital one, in whatever order the contacts have, when it has none. */
  private static List<Channel> channels(EscalationPolicy policy) {
    Optional<List<Channel>> first =
        policy.stages().stream()
            .flatMap(stage -> stage.actions().stream())
            .map(StageAction::act)
            .filter(StageAct.Notice.class::isInstance)
            .map(act -> ((StageAct.Notice) act).channels())
            .findFirst();
    return first.orElseGet(() -> Arrays.stream(Channel.values()).filter(Channel::isDigital).toList());
  }
}
