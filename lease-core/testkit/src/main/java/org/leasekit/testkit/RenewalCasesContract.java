package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.MovedBy;
import org.leasekit.party.Channel;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.StaleVersionException;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalCase.Progress;
import org.leasekit.renewal.Touch;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link RenewalCases}. */
public abstract class RenewalCasesContract extends StorePortContract {

  /** For the test of an adapter. */
  protected RenewalCasesContract() {}

  private static final Instant NOW = Samples.NOW;
  private static final Instant LATER = NOW.plusSeconds(86_400);

  private RenewalCases cases() {
    return stores.cases();
  }

  private RenewalCase dueCase(String contract, @Nullable Instant nextDueAt) {
    return given(Samples.renewalCase(given(Samples.contract(contract)), nextDueAt));
  }

  private List<ContractNo> claim(Instant now, int limit) {
    return cases().claimDue(Samples.LESSOR, now, limit).stream().map(RenewalCase::contract).toList();
  }

  private static List<ContractNo> contracts(String... numbers) {
    return List.of(numbers).stream().map(ContractNo::new).toList();
  }

  @Test
  @DisplayName("RenewalCases rule 1: an id that is known is answered with false and changes nothing")
  void addsOnce() {
    RenewalCase renewal = dueCase("C-1", NOW);
    Everything before = everything();
    assertThat(cases().add(renewal)).isFalse();
    assertThat(cases().add(renewal.wakeAt(LATER).withVersion(0))).isFalse();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("RenewalCases rule 1: an id of another lessor is another id, and is not seen")
  void separatesLessors() {
    RenewalCase mine = dueCase("C-1", NOW);
    assertThat(cases().find(Samples.OTHER_LESSOR, mine.id())).isEmpty();
    assertThat(cases().lock(Samples.OTHER_LESSOR, mine.id())).isEmpty();
    assertThat(cases().claimDue(Samples.OTHER_LESSOR, LATER, 10)).isEmpty();
    Contract other = given(Samples.contract("C-1").of(Samples.OTHER_LESSOR));
    RenewalCase theirs = given(Samples.renewalCase(other, null));
    assertThat(theirs.id()).isEqualTo(mine.id());
    assertThat(stored(mine)).isEqualTo(mine);
    assertThat(cases().addFired(Samples.LESSOR, mine.id(), Samples.fired("T-30", NOW))).isTrue();
    assertThat(cases().fired(Samples.OTHER_LESSOR, mine.id())).isEmpty();
    assertThat(cases().addFired(Samples.OTHER_LESSOR, mine.id(), Samples.fired("T-30", NOW))).isTrue();
  }

  @Test
  @DisplayName("RenewalCases rule 1: of two that add one id at once, exactly one adds")
  void oneOfTwoAdds() {
    RenewalCase renewal = Samples.renewalCase(given(Samples.contract("C-1")), NOW);
    assertThat(bothAnswer(() -> cases().add(renewal))).containsExactlyInAnyOrder(true, false);
    assertThat(stored(renewal)).isEqualTo(renewal.withVersion(1));
  }

  @Test
  @DisplayName("RenewalCases rule 2: an update adds one to the version and stores what it was given")
  void updates() {
    RenewalCase added = dueCase("C-1", NOW);
    assertThat(added.version()).isEqualTo(1);
    Progress progress =
        new Progress(NOW, Samples.MICROS, LATER, LATER.plusSeconds(1), LATER.plusSeconds(2), "签-1");
    RenewalCase changed =
        new RenewalCase(
            added.lessor(), added.id(), added.contract(), added.expiry(), added.lapsesAt(),
            added.policy(), added.policyVersion(), added.offer(), CaseState.RENEWED,
            added.openedAt(), progress, LATER, null, added.version());
    cases().update(changed);
    assertThat(stored(added)).isEqualTo(changed.withVersion(2));
    cases().update(stored(added).withFailure(Samples.MICROS));
    assertThat(stored(added)).isEqualTo(changed.withFailure(Samples.MICROS).withVersion(3));
    cases().update(stored(added).withFailure(null));
    assertThat(stored(added)).isEqualTo(changed.withVersion(4));
    cases().update(stored(added).enteredAt(Samples.MICROS));
    assertThat(stored(added)).isEqualTo(changed.enteredAt(Samples.MICROS).withVersion(5));
  }

  @Test
  @DisplayName("RenewalCases rule 2: the rules of the offer's charges are stored with it")
  void keepsChargeRules() {
    Contract contract = given(Samples.contract("C-1"));
    Contract ruled = contract.withTerms(contract.terms().withRules(Samples.everyRule()));
    RenewalCase added = given(Samples.renewalCase(ruled, NOW));
    assertThat(added.offer().terms().rules()).isEqualTo(Samples.everyRule());
    cases().update(added);
    assertThat(stored(added).offer().terms().rules()).isEqualTo(Samples.everyRule());
  }

  @Test
  @DisplayName("RenewalCases rule 2: an update of any version but the stored one is refused")
  void refusesStaleVersion() {
    RenewalCase old = dueCase("C-1", NOW);
    cases().update(old);
    Everything before = everything();
    for (long version : new long[] {0, 1, 3}) {
      assertThatThrownBy(() -> cases().update(old.wakeAt(LATER).withVersion(version)))
          .as("version %d", version).isInstanceOf(StaleVersionException.class);
    }
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("RenewalCases rule 2: of two that update one version at once, one updates and one is too late")
  void oneOfTwoUpdates() {
    RenewalCase changed = dueCase("C-1", NOW).wakeAt(LATER);
    Answers<String> answers =
        updateAtOnce(() -> cases().update(changed), () -> cases().update(changed));
    assertThat(List.of(answers.first(), answers.second()))
        .containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(stored(changed)).isEqualTo(changed.withVersion(2));
  }

  @Test
  @DisplayName("RenewalCases rule 3: who locks a case that is locked sees it as the other left it")
  void lockHolds() {
    RenewalCase renewal = dueCase("C-1", NOW);
    Answers<RenewalCase> seen =
        overlap(
            hold -> {
              RenewalCase locked = cases().lock(Samples.LESSOR, renewal.id()).orElseThrow();
              hold.untilTheOtherHasTried();
              cases().update(locked.wakeAt(LATER));
              return locked;
            },
            () -> cases().lock(Samples.LESSOR, renewal.id()).orElseThrow());
    assertThat(seen).isEqualTo(new Answers<>(renewal, renewal.wakeAt(LATER).withVersion(2)));
  }

  @Test
  @DisplayName("RenewalCases rule 3: who locks a case that is claimed sees it as the other left it")
  void claimHolds() {
    RenewalCase renewal = dueCase("C-1", NOW);
    Answers<RenewalCase> seen =
        overlap(
            hold -> {
              RenewalCase claimed = cases().claimDue(Samples.LESSOR, NOW, 1).get(0);
              hold.untilTheOtherHasTried();
              cases().update(claimed.wakeAt(LATER));
              return claimed;
            },
            () -> cases().lock(Samples.LESSOR, renewal.id()).orElseThrow());
    assertThat(seen).isEqualTo(new Answers<>(renewal, renewal.wakeAt(LATER).withVersion(2)));
  }

  @Test
  @DisplayName("RenewalCases rule 3: of two that claim at once no case goes to both")
  void claimsAreDisjoint() {
    dueCase("C-1", NOW);
    dueCase("C-2", NOW);
    Answers<List<ContractNo>> claimed =
        overlap(
            hold -> {
              RenewalCase first = cases().claimDue(Samples.LESSOR, NOW, 1).get(0);
              hold.untilTheOtherHasTried();
              cases().update(first.wakeAt(LATER));
              return List.of(first.contract());
            },
            () -> claim(NOW, 10));
    List<ContractNo> all = new ArrayList<>(claimed.first());
    all.addAll(claimed.second());
    assertThat(all).containsExactlyInAnyOrderElementsOf(contracts("C-1", "C-2"));
  }

  @Test
  @DisplayName("RenewalCases rule 3: a claim passes over cases that others hold, and waits for nobody")
  void claimPassesOver() {
    assumeThat(adapter().runsSideBySide()).as("units of work run side by side").isTrue();
    dueCase("C-1", NOW);
    dueCase("C-2", NOW);
    dueCase("C-3", NOW);
    AtomicReference<List<ContractNo>> meanwhile = new AtomicReference<>(List.of());
    overlap(
        hold -> {
          claim(NOW, 1);
          cases().lock(Samples.LESSOR, Samples.caseIdOf("C-2"));
          hold.untilTheOtherHasEnded();
          assertThat(meanwhile.get()).as("claimed while others hold the rest").isEqualTo(contracts("C-3"));
          return true;
        },
        () -> {
          meanwhile.set(claim(NOW, 10));
          return true;
        });
  }

  @Test
  @DisplayName("RenewalCases rule 4: a stage is logged once for a case and stays as it was logged first")
  void firesOnce() {
    RenewalCase renewal = dueCase("C-1", NOW);
    RenewalCase other = dueCase("C-2", NOW);
    Fired first =
        new Fired("T-30", NOW, Samples.MICROS, MovedBy.CATCH_UP, 3, List.of("NOTICE", "CALL"), Samples.everyFact());
    assertThat(cases().addFired(Samples.LESSOR, renewal.id(), first)).isTrue();
    assertThat(cases().addFired(Samples.LESSOR, renewal.id(), first)).isFalse();
    assertThat(cases().addFired(Samples.LESSOR, renewal.id(), Samples.fired("T-30", LATER))).isFalse();
    assertThat(cases().fired(Samples.LESSOR, renewal.id())).containsExactly(first);
    assertThat(cases().addFired(Samples.LESSOR, other.id(), first)).isTrue();
    assertThat(cases().addFired(Samples.LESSOR, renewal.id(), Samples.fired("T-15", LATER))).isTrue();
    Fired little = new Fired("T-3", LATER, LATER.plusSeconds(1), MovedBy.NONE, 3, List.of(), Facts.UNKNOWN);
    assertThat(cases().addFired(Samples.LESSOR, renewal.id(), little)).isTrue();
    assertThat(cases().fired(Samples.LESSOR, renewal.id())).contains(little);
    assertThat(cases().fired(Samples.LESSOR, other.id())).containsExactly(first);
  }

  @Test
  @DisplayName("RenewalCases rule 4: of two that log one stage at once, exactly one logs it")
  void oneOfTwoFires() {
    RenewalCase renewal = dueCase("C-1", NOW);
    Fired stage = Samples.fired("T-30", NOW);
    assertThat(bothAnswer(() -> cases().addFired(Samples.LESSOR, renewal.id(), stage)))
        .containsExactlyInAnyOrder(true, false);
    assertThat(cases().fired(Samples.LESSOR, renewal.id())).containsExactly(stage);
  }

  @Test
  @DisplayName("RenewalCases.fired: in order of time, whatever the order they were logged in")
  void ordersFired() {
    RenewalCase renewal = dueCase("C-1", NOW);
    Fired late = Samples.fired("T-3", LATER);
    Fired early = Samples.fired("T-30", NOW);
    Fired between = Samples.fired("T-15", Samples.MICROS);
    for (Fired stage : List.of(late, early, between)) {
      cases().addFired(Samples.LESSOR, renewal.id(), stage);
    }
    assertThat(cases().fired(Samples.LESSOR, renewal.id())).containsExactly(early, between, late);
  }

  @Test
  @DisplayName("RenewalCases rule 5: touches are only ever added, numbered for each case from 1")
  void numbersTouches() {
    RenewalCase one = dueCase("C-1", NOW);
    RenewalCase other = dueCase("C-2", NOW);
    Touch late = Samples.touch(one, LATER);
    Touch early =
        new Touch(
            one.lessor(), one.id(), 99, one.contract(), Samples.MICROS, "", Channel.VISIT, "王晓明",
            Touch.Result.NO_ANSWER);
    Touch elsewhere = Samples.touch(other, NOW);
    List.of(late, early, elsewhere, late).forEach(cases()::addTouch);
    assertThat(everything().touches())
        .containsExactly(
            numbered(elsewhere, 1), numbered(early, 2), numbered(late, 1), numbered(late, 3));
  }

  @Test
  @DisplayName("RenewalCases rule 5: of two that add a touch at once, both are recorded")
  void bothTouchesAreRecorded() {
    RenewalCase renewal = dueCase("C-1", NOW);
    Touch touch = Samples.touch(renewal, NOW);
    bothAnswer(
        () -> {
          cases().addTouch(touch);
          return true;
        });
    assertThat(everything().touches()).containsExactly(numbered(touch, 1), numbered(touch, 2));
  }

  @Test
  @DisplayName("RenewalCases.claimDue: those due at or before the instant, earliest first, then by id")
  void claimsThoseDue() {
    dueCase("C-2", NOW);
    dueCase("C-10", NOW);
    dueCase("C-3", NOW.minusSeconds(1));
    dueCase("not yet", Samples.MICROS);
    dueCase("never", null);
    assertThat(claim(NOW, 10)).isEqualTo(contracts("C-3", "C-10", "C-2"));
    assertThat(claim(NOW, 2)).isEqualTo(contracts("C-3", "C-10"));
    assertThat(claim(NOW.minusSeconds(2), 10)).isEmpty();
    RenewalCase done = cases().claimDue(Samples.LESSOR, NOW, 1).get(0);
    cases().update(done.wakeAt(LATER));
    assertThat(claim(LATER, 10)).isEqualTo(contracts("C-10", "C-2", "not yet", "C-3"));
  }

  @Test
  @DisplayName("RenewalCases.find: a case is found as it was added, with version 1")
  void findsAsAdded() {
    RenewalCase sample =
        Samples.renewalCase(given(Samples.contract("同".repeat(64)).bare()), Samples.MICROS);
    assertThat(cases().add(sample)).isTrue();
    assertThat(cases().find(Samples.LESSOR, sample.id())).contains(sample.withVersion(1));
    assertThat(cases().lock(Samples.LESSOR, sample.id())).contains(sample.withVersion(1));
    assertThat(cases().claimDue(Samples.LESSOR, LATER, 1)).containsExactly(sample.withVersion(1));
    assertThat(cases().find(Samples.LESSOR, new CaseId("C-9-20260331"))).isEmpty();
    assertThat(cases().lock(Samples.LESSOR, new CaseId("C-9-20260331"))).isEmpty();
  }

  private static Touch numbered(Touch of, int sequence) {
    return new Touch(
        of.lessor(), of.renewalCase(), sequence, of.contract(), of.at(), of.stage(), of.channel(),
        of.recipient(), of.result());
  }

  private List<Boolean> bothAnswer(Supplier<Boolean> addition) {
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean answer = addition.get();
              hold.untilTheOtherHasTried();
              return answer;
            },
            addition);
    return List.of(answers.first(), answers.second());
  }
}
