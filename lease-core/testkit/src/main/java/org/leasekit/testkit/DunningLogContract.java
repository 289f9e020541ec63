package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.MovedBy;
import org.leasekit.port.DunningLog;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link DunningLog}. */
public abstract class DunningLogContract extends StorePortContract {

  /** For the test of an adapter. */
  protected DunningLogContract() {}

  private static final Instant NOW = Samples.NOW;
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final ArrearsId LATE =
      new ArrearsId(new ContractNo("C-1"), LocalDate.of(2026, 3, 1));

  private DunningLog log() {
    return stores.dunning();
  }

  @Test
  @DisplayName("DunningLog rule 1: a stage is logged once for one time of being late, as it was logged first")
  void logsOnce() {
    Fired first = new Fired("late", NOW, Samples.MICROS, MovedBy.QUIET, 2, List.of("NOTICE", "催收"), Samples.everyFact());
    ArrearsId again = new ArrearsId(LATE.payer(), LATE.since().plusMonths(1));
    ArrearsId other = new ArrearsId(new ContractNo("c-1"), LATE.since());
    assertThat(log().addFired(Samples.LESSOR, LATE, first)).isTrue();
    assertThat(log().addFired(Samples.LESSOR, LATE, first)).isFalse();
    assertThat(log().addFired(Samples.LESSOR, LATE, Samples.fired("late", NOW))).isFalse();
    assertThat(log().addFired(Samples.LESSOR, again, first)).isTrue();
    assertThat(log().addFired(Samples.LESSOR, other, first)).isTrue();
    assertThat(log().fired(Samples.LESSOR, LATE)).containsExactly(first);
  }

  @Test
  @DisplayName("DunningLog.fired: in order of time, whatever the order they were logged in")
  void ordersFired() {
    Fired late = Samples.fired("final", NOW.plusSeconds(60));
    Fired early = Samples.fired("late", NOW);
    log().addFired(Samples.LESSOR, LATE, late);
    log().addFired(Samples.LESSOR, LATE, early);
    assertThat(log().fired(Samples.LESSOR, LATE)).containsExactly(early, late);
  }

  @Test
  @DisplayName("DunningLog.matters: each time of being late of which anything is logged, oldest first")
  void tellsMatters() {
    ArrearsId later = new ArrearsId(LATE.payer(), LATE.since().plusMonths(1));
    ArrearsId other = new ArrearsId(new ContractNo("C-2"), LATE.since());
    log().addFired(Samples.LESSOR, later, Samples.fired("late", NOW));
    log().addFired(Samples.LESSOR, LATE, Samples.fired("late", NOW));
    log().addFired(Samples.LESSOR, LATE, Samples.fired("final", NOW));
    log().addFired(Samples.LESSOR, other, Samples.fired("late", NOW));
    assertThat(log().matters(Samples.LESSOR, LATE.payer())).containsExactly(LATE, later);
    assertThat(log().matters(Samples.OTHER_LESSOR, LATE.payer())).isEmpty();
  }

  /** A contract that owes one month's rent, which is due on the day before it begins. */
  private ContractNo owes(String no) {
    ContractNo contract = given(Samples.contract(no)).no();
    stores.receivables().addAll(List.of(Samples.rent(contract, Samples.APRIL)));
    return contract;
  }

  private void pay(ContractNo no) {
    stores
        .receivables()
        .updateAll(
            stores.receivables().open(Samples.LESSOR, no).stream()
                .map(each -> each.allocate(each.outstanding()))
                .toList());
  }

  private void enlist(Instant now) {
    log().enlist(Samples.LESSOR, Samples.APRIL.start(), now);
  }

  private List<ContractNo> due(Instant now) {
    return log().claimDue(Samples.LESSOR, now, 10);
  }

  @Test
  @DisplayName("DunningLog rule 3: whoever is late is put on the list once, and stays as it is there")
  void enlistsOnce() {
    ContractNo late = owes("C-1");
    ContractNo paid = owes("C-2");
    pay(paid);
    log().enlist(Samples.LESSOR, Samples.APRIL.start().minusDays(1), NOW);
    assertThat(due(LATER)).as("due on the day before is not late on it").isEmpty();
    enlist(NOW);
    assertThat(due(LATER)).containsExactly(late);
    log().lookAgain(Samples.LESSOR, late, LATER);
    enlist(NOW);
    assertThat(due(NOW)).isEmpty();
    assertThat(due(LATER)).containsExactly(late);
  }

  @Test
  @DisplayName("DunningLog rule 3: whoever is not late any more is due at once")
  void wakesWhoHasPaid() {
    ContractNo paid = owes("C-1");
    ContractNo late = owes("C-2");
    enlist(NOW);
    log().lookAgain(Samples.LESSOR, paid, LATER);
    log().lookAgain(Samples.LESSOR, late, LATER);
    pay(paid);
    enlist(NOW.plusSeconds(1));
    assertThat(due(NOW.plusSeconds(1))).containsExactly(paid);
    log().lookAgain(Samples.LESSOR, paid, null);
    log().lookAgain(Samples.LESSOR, paid, NOW);
    enlist(NOW.plusSeconds(2));
    assertThat(due(NOW.plusSeconds(2))).as("taken off the list").isEmpty();
  }

  @Test
  @DisplayName("DunningLog.claimDue: earliest first, then by number, not more than the limit")
  void claimsInOrder() {
    ContractNo third = owes("C-1");
    ContractNo second = owes("C-3");
    ContractNo first = owes("C-2");
    enlist(NOW);
    log().lookAgain(Samples.LESSOR, third, NOW.plusSeconds(1));
    assertThat(due(NOW.plusSeconds(1))).containsExactly(first, second, third);
    assertThat(log().claimDue(Samples.LESSOR, NOW.plusSeconds(1), 2)).containsExactly(first, second);
    assertThat(log().claimDue(Samples.OTHER_LESSOR, NOW.plusSeconds(1), 2)).isEmpty();
  }

  @Test
  @DisplayName("DunningLog rule 4: of two that claim at once nobody goes to both")
  void claimsAreDisjoint() {
    ContractNo first = owes("C-1");
    ContractNo second = owes("C-2");
    enlist(NOW);
    Answers<List<ContractNo>> claimed =
        overlap(
            hold -> {
              List<ContractNo> mine = log().claimDue(Samples.LESSOR, NOW, 1);
              hold.untilTheOtherHasTried();
              log().lookAgain(Samples.LESSOR, mine.get(0), LATER);
              return mine;
            },
            () -> due(NOW));
    List<ContractNo> all = new ArrayList<>(claimed.first());
    all.addAll(claimed.second());
    assertThat(all).containsExactlyInAnyOrder(first, second);
  }

  @Test
  @DisplayName("DunningLog rule 4: a claim passes over payers that others hold, and waits for nobody")
  void claimPassesOver() {
    assumeThat(adapter().runsSideBySide()).as("units of work run side by side").isTrue();
    owes("C-1");
    ContractNo free = owes("C-2");
    enlist(NOW);
    AtomicReference<List<ContractNo>> meanwhile = new AtomicReference<>(List.of());
    overlap(
        hold -> {
          log().claimDue(Samples.LESSOR, NOW, 1);
          hold.untilTheOtherHasEnded();
          assertThat(meanwhile.get()).as("claimed while others hold the rest").containsExactly(free);
          return true;
        },
        () -> {
          meanwhile.set(due(NOW));
          return true;
        });
  }

  @Test
  @DisplayName("DunningLog rule 2: what was done for another lessor is not seen")
  void separatesLessors() {
    log().addFired(Samples.LESSOR, LATE, Samples.fired("late", NOW));
    assertThat(log().fired(Samples.OTHER_LESSOR, LATE)).isEmpty();
    assertThat(log().addFired(Samples.OTHER_LESSOR, LATE, Samples.fired("late", NOW))).isTrue();
  }
}
