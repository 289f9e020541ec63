package org.leasekit.examples.season;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.RenewalView;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.Channel;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Touch;

/** One simulated tenant in one renewal: what touches make them do, and when. */
final class TenantActor {
  private static final double ACCEPTS_TWICE = 0.05;
  private static final double PAYS_FIRST = 0.6;
  private static final double HELP_WORKS = 0.9;
  /** Nobody begins to renew a master contract later than this before the end. */
  private static final Duration MASTERS_LAST_CALL = Duration.ofHours(12);
  /** Those below a master stop waiting for it this long before the end. */
  private static final Duration LAST_CALL = Duration.ofHours(8);

  private enum Step {
    UNDECIDED,
    /** Is going to answer, and needs no further touch for it. */
    ANSWERING,
    /** Has said yes and put the phone away. */
    PUT_AWAY,
    /** Has said yes and is going to pay and sign. */
    COMMITTING,
    HALF_DONE,
    SETTLED
  }

  private final TenantWorld world;
  private final Persona persona;
  private final Dice dice;
  private final CaseId renewalCase;
  private final Instant end;
  private final @Nullable ContractNo masterAbove;
  private Step step = Step.UNDECIDED;
  private @Nullable URI link;
  private Map<String, String> bill = Map.of();
  private boolean paysFirst;

  TenantActor(TenantWorld world, Persona persona, Dice dice, RenewalView view) {
    this.world = world;
    this.persona = persona;
    this.dice = dice;
    this.renewalCase = view.renewal().id();
    this.end = view.renewal().lapsesAt();
    this.masterAbove = view.contract().parent().orElse(null);
  }

  /** The steward calls or knocks. */
  Touch.Result pickUp(Channel channel) {
    return dice.chance(persona.picksUp(channel))
        ? Touch.Result.ANSWERED
        : Touch.Result.NO_ANSWER;
  }

  /** A message has been shown, or somebody has spoken to them, and they have the link. */
  void touched(Channel channel, URI personalLink) {
    link = personalLink;
    if (step == Step.PUT_AWAY) {
      step = Step.COMMITTING;
      world.after(Persona.delay(dice, channel), dice, this::firstHalf);
    } else if (step == Step.UNDECIDED && dice.chance(persona.answers(channel))) {
      step = Step.ANSWERING;
      world.after(Persona.delay(dice, channel), dice, this::answer);
    }
  }

  /** The steward asks what holds up the other half. */
  void helped() {
    boolean listens =
        persona.finish() != Persona.Finish.NEVER
            && persona.finish() != Persona.Finish.AFTER_THE_END;
    if (step == Step.HALF_DONE && listens && dice.chance(HELP_WORKS)) {
      world.after(
          dice.between(Duration.ofMinutes(10), Duration.ofHours(5)), dice, this::secondHalf);
    }
  }

  /** True when they mean to renew and are still at it: their subsidiaries wait for them. */
  boolean isBusy() {
    return persona.mind() == Persona.Mind.RENEWS && step != Step.SETTLED;
  }

  private void answer() {
    RenewalBrowser.Page page = world.browser().open(url());
    Optional<RenewalBrowser.Form> yes = page.form("accept");
    if (!page.isOpen() || yes.isEmpty() || missedTheMaster()) {
      step = Step.SETTLED;
      return;
    }
    if (persona.mind() == Persona.Mind.DECLINES) {
      page.form("decline").ifPresent(no -> world.browser().press(no));
      step = Step.SETTLED;
      world.asked(persona, renewalCase, url());
      return;
    }
    if (world.takesExtras(dice, renewalCase)) {
      page = world.browser().open(url());
      yes = page.form("accept");
    }
    RenewalBrowser.Page next = world.browser().press(yes.orElseThrow());
    if (dice.chance(ACCEPTS_TWICE)) {
      next = world.browser().press(yes.orElseThrow());
    }
    bill = next.link("pay").orElse(Map.of());
    paysFirst = dice.chance(PAYS_FIRST);
    if (persona.finish() == Persona.Finish.NEEDS_REMINDER) {
      step = Step.PUT_AWAY;
      return;
    }
    step = Step.COMMITTING;
    world.after(
        dice.between(Duration.ofMinutes(1), Duration.ofMinutes(12)), dice, this::firstHalf);
  }

  /** Whoever renews a master too late for those below it lets it be. */
  private boolean missedTheMaster() {
    return persona.master() && !world.now().isBefore(end.minus(MASTERS_LAST_CALL));
  }

  private void firstHalf() {
    if (waitsForMaster()) {
      world.after(
          dice.between(Duration.ofHours(2), Duration.ofHours(6)), dice, this::firstHalf);
      return;
    }
    if (missedTheMaster()) {
      step = Step.SETTLED;
      return;
    }
    if (bill.isEmpty()) {
      sign();
      step = Step.SETTLED;
      world.asked(persona, renewalCase, url());
      return;
    }
    if (paysFirst) {
      pay();
    } else {
      sign();
    }
    step = Step.HALF_DONE;
    switch (persona.finish()) {
      case NEEDS_HELP, NEVER -> {
        // waits for the steward, or for nothing
      }
      case AFTER_THE_END ->
          world.at(
              end.plus(dice.between(Duration.ofHours(9), Duration.ofHours(60))),
              dice,
              this::secondHalf);
      case AT_ONCE, NEEDS_REMINDER, PAYS_IN_PARTS, PAYS_TWICE ->
          world.after(
              dice.between(Duration.ofMinutes(1), Duration.ofMinutes(20)),
              dice,
              this::secondHalf);
    }
  }

  private boolean waitsForMaster() {
    return masterAbove != null
        && world.now().isBefore(end.minus(LAST_CALL))
        && world.isBusy(masterAbove);
  }

  private void secondHalf() {
    if (step == Step.SETTLED) {
      return;
    }
    if (paysFirst) {
      sign();
    } else {
      pay();
    }
    step = Step.SETTLED;
    world.asked(persona, renewalCase, url());
    if (persona.finish() == Persona.Finish.PAYS_TWICE) {
      world.after(
          dice.between(Duration.ofHours(12), Duration.ofHours(60)),
          dice,
          () -> world.pays(dice, renewalCase + "-again", bill));
    }
  }

  private void pay() {
    if (persona.finish() == Persona.Finish.PAYS_IN_PARTS) {
      world.paysInParts(dice, renewalCase.value(), bill);
    } else {
      world.pays(dice, renewalCase.value(), bill);
    }
  }

  private void sign() {
    world.signs(dice, renewalCase);
  }

  private URI url() {
    if (link == null) {
      throw new IllegalStateException("answers without a link: " + renewalCase);
    }
    return link;
  }
}
