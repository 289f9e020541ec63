package org.leasekit.application;

import java.time.Instant;
import java.util.Optional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.Done;
import org.leasekit.escalation.Escalation;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Log;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.Story;
import org.leasekit.intent.EarlyBird;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/** Asks the engine about one case, and does what it says. Joins the caller's unit of work. */
final class StageFiring {
  private final Stores stores;
  private final LessorProfile profile;
  private final CaseDesk desk;
  private final NoticeWriter writer;
  private final FactsFinder facts;
  private final Assignment assignment;
  private final StageOffers offers;

  StageFiring(
      Stores stores, LessorProfile profile, CaseDesk desk, NoticeWriter writer, OfferDesk offers) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
    this.writer = writer;
    this.facts = new FactsFinder(stores, profile);
    this.assignment = new Assignment(stores, profile);
    this.offers = new StageOffers(stores, profile, desk, writer, offers);
  }

  Decision decide(RenewalCase renewal, Contract contract, Instant now) {
    EscalationPolicy policy = profile.renewalPolicy(now);
    return Escalation.decide(
        profile.renewalPolicies(),
        ahead(policy, renewal),
        profile.anchor(renewal.expiry()),
        facts.facts(policy, renewal, contract, now),
        log(renewal),
        now);
  }

  Story explain(RenewalCase renewal, Contract contract, Instant now) {
    EscalationPolicy policy = profile.renewalPolicy(now);
    Story story =
        Escalation.explain(
            profile.renewalPolicies(),
            ahead(policy, renewal),
            profile.anchor(renewal.expiry()),
            facts.facts(policy, renewal, contract, now),
            log(renewal),
            now);
    return NoticeStory.told(story, stores.outbox().ofCase(profile.lessor(), renewal.id()));
  }

  /** The stage of those whose proposal came out as an early bird's, whether or not its price still holds. */
  private @Nullable Stage ahead(EscalationPolicy policy, RenewalCase renewal) {
    Stage early = EarlyStage.of(profile, policy, renewal.expiry());
    return early == null
        ? null
        : proposal(renewal)
            .filter(each -> each.chance().group() == EarlyBird.Group.EARLY_BIRD)
            .map(each -> early)
            .orElse(null);
  }

  private Optional<Proposal> proposal(RenewalCase renewal) {
    return stores.proposals().find(profile.lessor(), renewal.id());
  }

  /** What an early bird is told holds while its price does, and until the next stage at most. */
  private Instant windowOf(RenewalCase renewal, String stage, Instant window) {
    return stage.equals(EarlyStage.ID)
        ? proposal(renewal)
            .map(Proposal::earlyUntil)
            .filter(until -> until.isBefore(window))
            .orElse(window)
        : window;
  }

  private Log log(RenewalCase renewal) {
    return new Log(
        renewal.enteredAt(),
        stores.cases().fired(profile.lessor(), renewal.id()),
        renewal.failedAt(),
        renewal.silence().orElse(null));
  }

  /**
   * Does what a stage says and records the decision with what became of it, unless it is recorded already.
   *
   * @param renewal locked by the caller
   * @return the case, with the offer that the stage may have drawn up; not stored yet
   */
  RenewalCase fire(
      RenewalCase renewal, Contract contract, Decision.Due due, Instant window, Instant now) {
    String stage = due.stage().id();
    if (stores.cases().fired(profile.lessor(), renewal.id()).stream()
        .anyMatch(known -> known.stage().equals(stage))) {
      return renewal;
    }
    Instant until = windowOf(renewal, stage, window);
    StageOffers.Setting setting = new StageOffers.Setting(contract, due, until, now);
    RenewalCase current = renewal;
    List<Done> done = new ArrayList<>();
    for (StageAction action : due.actions()) {
      if (StageOffers.isOurs(action.act())) {
        StageOffers.Step step = offers.act(current, action.act(), setting);
        current = step.renewal();
        done.add(step.done());
      } else {
        act(current, contract, stage, action.act(), until, now);
        done.add(Done.of(action.act()));
      }
    }
    if (!stores.cases().addFired(profile.lessor(), renewal.id(), due.firedAt(now, done))) {
      throw new IllegalStateException("fired by somebody who does not hold the case: " + renewal.id());
    }
    return current;
  }

  private void act(
      RenewalCase renewal,
      Contract contract,
      String stage,
      StageAct act,
      Instant window,
      Instant now) {
    if (act instanceof StageAct.Notice notice) {
      writer.next(renewal, contract, stage, notice.template(), notice.channels(), window, now);
      return;
    }
    String role = CaseDesk.role(act);
    @Nullable StaffId who =
        act instanceof StageAct.HandOver handOver
            ? assignment.above(role, undone(renewal, stage), handOver.levels(), now)
            : assignment.of(role, contract.steward(), now);
    desk.openTask(renewal, act, stage, who, now);
  }

  /** What earlier stages asked for and nobody has done; what this stage asks for itself is just being given out. */
  private List<StewardTask> undone(RenewalCase renewal, String stage) {
    return stores.tasks().openOfCase(profile.lessor(), renewal.id()).stream()
        .filter(task -> !task.stage().equals(stage))
        .toList();
  }
}
