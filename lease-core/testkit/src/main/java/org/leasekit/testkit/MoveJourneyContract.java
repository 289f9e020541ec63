package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.application.AmendContract;
import org.leasekit.application.ContractFile;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.MoveSweep;
import org.leasekit.application.Promote;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.application.WithdrawMove;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.hierarchy.PlannedMove.Fate;
import org.leasekit.hierarchy.Right;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.port.Stores;

/** Moves in the hierarchy that are planned, and what they mean for bills, rights and locked trees, on an adapter's stores. */
public abstract class MoveJourneyContract {
  private static final LocalDate DAY = LocalDate.parse("2026-02-10");

  private FamilyTown town;

  /** For subclasses. */
  protected MoveJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new FamilyTown(stores(), validator());
    town.master("M", null);
    town.master("EAST", "M");
    town.master("N", null);
    town.lease("E1", "EAST");
    town.lease("ALONE", null);
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "" : outcome.rejection().rule();
  }

  private String moved(String no, @Nullable String master, @Nullable LocalDate on) {
    return rule(
        master == null
            ? town.kit.hierarchy().promote(new Promote(no, on, "boss", "sold", "letter 2"))
            : town.kit.hierarchy().putBelow(FamilyTown.below(no, master, on)));
  }

  private String withdrawn(String no, int number) {
    return rule(town.kit.hierarchy().withdraw(new WithdrawMove(no, number, "boss", "called off", "letter 4")));
  }

  private String ended(String master, String on, SubsAtEnd subs) {
    return rule(
        town.kit
            .amendments()
            .amend(
                new AmendContract.EarlyTermination(
                    new AmendContract.Basis(master, LocalDate.parse(on), "boss", "gives up", "letter 5"),
                    LocalDate.parse("2026-01-20"), subs)));
  }

  private String parent(String no) {
    return town.town.contract(no).parent().map(ContractNo::value).orElse("");
  }

  private String payer(String no) {
    return town.kit.hierarchy().payerOf(no(no)).orElseThrow().value();
  }

  private PlaceHistory places(String no) {
    return town.kit.hierarchy().places(no(no)).orElseThrow();
  }

  private String asOf(String no, String day, Instant known) {
    return places(no).parentAsOf(LocalDate.parse(day), known).map(ContractNo::value).orElse("");
  }

  private List<Fate> fates(String no) {
    return places(no).plans().stream()
        .flatMap(plan -> Stream.ofNullable(plan.resolution()))
        .map(PlannedMove.Resolution::fate)
        .toList();
  }

  @Test
  void aMoveOfALaterDayHoldsFromThatDayOn() {
    Actor east = new Actor.SubAccount(no("EAST"));
    town.kit.hierarchy().grant(FamilyTown.right("EAST", Right.VIEW)).orElseThrow();
    Instant before = town.town.clock.instant();
    town.town.goTo("2026-01-21", "10:00");
    Instant planned = town.town.clock.instant();
    assertThat(moved("E1", "N", DAY)).isEmpty();
    assertThat(places("E1").moves()).isEmpty();
    assertThat(asOf("E1", "2026-02-10", before)).isEqualTo("EAST");
    assertThat(asOf("E1", "2026-02-10", planned)).isEqualTo("N");
    assertThat(asOf("E1", "2026-02-09", planned)).isEqualTo("EAST");
    town.town.goTo("2026-02-09", "23:30");
    assertThat(parent("E1")).isEqualTo("EAST");
    assertThat(payer("E1")).isEqualTo("M");
    assertThat(town.kit.as(east).contracts().file(no("E1")).isAccepted()).isTrue();
    town.town.goTo("2026-02-10", "00:00");
    assertThat(parent("E1")).isEqualTo("N");
    assertThat(payer("E1")).isEqualTo("N");
    assertThat(rule(town.kit.as(east).contracts().file(no("E1")))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(places("E1").moves())
        .extracting(Move::from, Move::to, Move::effective)
        .containsExactly(tuple(no("EAST"), no("N"), DAY));
    assertThat(fates("E1")).containsExactly(Fate.DONE);
    // what was answered stays the answer
    assertThat(asOf("E1", "2026-02-10", before)).isEqualTo("EAST");
    assertThat(asOf("E1", "2026-02-10", planned)).isEqualTo("N");
    town.town.goTo("2026-03-01", "01:00");
    List<Receivable> all = town.town.receivables("E1");
    assertThat(all.get(all.size() - 1).payer()).isEqualTo(no("N"));
    assertThat(all.get(all.size() - 2).payer()).isEqualTo(no("M"));
    assertThat(town.kit.contracts().file(no("E1")).orElseThrow().entries())
        .filteredOn(ContractFile.Planned.class::isInstance)
        .hasSize(1);
  }

  @Test
  void aPlanIsLookedAtAsThingsArePlanned() {
    assertThat(moved("E1", "ALONE", DAY)).isEqualTo("NOT_A_MASTER");
    assertThat(moved("M", "EAST", DAY)).isEqualTo("MASTER_STANDS_BELOW");
    assertThat(moved("E1", "EAST", DAY)).isEqualTo("ALREADY_IN_PLACE");
    assertThat(moved("NOBODY", "M", DAY)).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(moved("E1", "N", LocalDate.parse("2026-04-01"))).isEqualTo("CONTRACT_HAS_ENDED");
    assertThat(moved("M", null, DAY)).isEqualTo("ALREADY_IN_PLACE");
    assertThat(moved("EAST", "N", DAY)).isEmpty();
    // from that day on this would be a circle, and not before
    assertThat(moved("N", "EAST", DAY.plusDays(1))).isEqualTo("MASTER_STANDS_BELOW");
    assertThat(moved("E1", "N", DAY.plusDays(1))).isEmpty();
    assertThat(moved("E1", "EAST", DAY.plusDays(2))).isEmpty();
    assertThat(withdrawn("E1", 3)).isEqualTo("NO_SUCH_PLANNED_MOVE");
    town.town.goTo("2026-02-13", "10:00");
    assertThat(parent("E1")).isEqualTo("EAST");
    assertThat(parent("EAST")).isEqualTo("N");
    assertThat(places("E1").moves()).hasSize(2);
    assertThat(withdrawn("E1", 1)).isEqualTo("NO_SUCH_PLANNED_MOVE");
  }

  @Test
  void whatWasWithdrawnDoesNotHappenAndWasKnownNevertheless() {
    assertThat(moved("E1", null, DAY)).isEmpty();
    Instant planned = town.town.clock.instant();
    town.town.goTo("2026-02-01", "10:00");
    assertThat(withdrawn("E1", 1)).isEmpty();
    assertThat(withdrawn("E1", 1)).isEqualTo("NO_SUCH_PLANNED_MOVE");
    town.town.goTo("2026-02-11", "10:00");
    assertThat(parent("E1")).isEqualTo("EAST");
    assertThat(fates("E1")).containsExactly(Fate.WITHDRAWN);
    assertThat(asOf("E1", "2026-02-10", planned)).isEmpty();
    assertThat(asOf("E1", "2026-02-10", town.town.clock.instant())).isEqualTo("EAST");
    assertThat(moved("E1", "N", DAY)).isEmpty();
  }

  @Test
  void whatIsNotPossibleOnItsDayIsRecordedWithTheReason() {
    assertThat(moved("E1", "N", DAY)).isEmpty();
    Instant planned = town.town.clock.instant();
    assertThat(ended("N", "2026-02-05", SubsAtEnd.REFUSE)).isEmpty();
    town.town.clock.set(RenewalTown.at("2026-02-10", "08:00"));
    MoveSweep.Report report = town.kit.moveSweep().runDue();
    assertThat(report.moved()).isZero();
    assertThat(report.failed()).containsOnlyKeys(no("E1"));
    assertThat(report.failed().values()).extracting(Rejection::rule).containsExactly("SUB_TERM_OUTSIDE_MASTER");
    assertThat(report.setAside()).isEmpty();
    assertThat(parent("E1")).isEqualTo("EAST");
    PlannedMove plan = places("E1").plans().get(0);
    assertThat(plan.resolution())
        .extracting(PlannedMove.Resolution::fate, resolution -> resolution.proof().reason())
        .containsExactly(Fate.FAILED, "SUB_TERM_OUTSIDE_MASTER");
    assertThat(asOf("E1", "2026-02-10", planned)).isEqualTo("N");
    assertThat(asOf("E1", "2026-02-10", town.town.clock.instant())).isEqualTo("EAST");
    assertThat(town.kit.moveSweep().runDue()).isEqualTo(new MoveSweep.Report(0, Map.of(), Map.of()));
  }

  @Test
  void subsOfAMasterThatEndsLaterStayUntilThenAndStayWhenItDoesNot() {
    assertThat(ended("EAST", "2026-02-10", SubsAtEnd.MOVE_UP)).isEmpty();
    assertThat(parent("E1")).isEqualTo("EAST");
    assertThat(asOf("E1", "2026-02-10", town.town.clock.instant())).isEqualTo("M");
    assertThat(withdrawn("E1", 1)).isEqualTo("MOVE_FOLLOWS_MASTER");
    assertThat(
            rule(
                town.kit
                    .amendments()
                    .withdraw(new WithdrawAmendment("EAST", 1, "boss", "goes on", "letter 6"))))
        .isEmpty();
    assertThat(fates("E1")).containsExactly(Fate.WITHDRAWN);
    town.town.goTo("2026-02-10", "10:00");
    assertThat(parent("E1")).isEqualTo("EAST");
    assertThat(ended("EAST", "2026-03-10", SubsAtEnd.PROMOTE)).isEmpty();
    town.town.goTo("2026-03-09", "23:30");
    assertThat(parent("E1")).isEqualTo("EAST");
    town.town.goTo("2026-03-10", "00:00");
    assertThat(parent("E1")).isEmpty();
    assertThat(fates("E1")).containsExactly(Fate.WITHDRAWN, Fate.DONE);
    assertThat(town.town.contract("EAST").status().isEnded()).isTrue();
    assertThat(town.town.contract("E1").status().isEnded()).isFalse();
  }

  @Test
  void whoHasLeftTheMasterByItsEndStaysWhereHeIs() {
    assertThat(ended("EAST", "2026-02-10", SubsAtEnd.PROMOTE)).isEmpty();
    town.town.goTo("2026-02-01", "10:00");
    assertThat(moved("E1", "N", null)).isEmpty();
    assertThat(asOf("E1", "2026-02-10", town.town.clock.instant())).isEqualTo("N");
    town.town.goTo("2026-02-11", "10:00");
    assertThat(parent("E1")).isEqualTo("N");
    assertThat(fates("E1")).containsExactly(Fate.WITHDRAWN);
  }

  @Test
  void aSubMayOutliveAMasterThatItLeavesInTime() {
    town.town.let("LATER", lease -> lease.parent = "EAST");
    assertThat(moved("LATER", null, DAY)).isEmpty();
    assertThat(ended("EAST", "2026-02-15", SubsAtEnd.REFUSE)).isEqualTo("MASTER_HAS_LIVE_SUBS");
    assertThat(moved("E1", "M", DAY)).isEmpty();
    assertThat(ended("EAST", "2026-02-15", SubsAtEnd.REFUSE)).isEmpty();
    AmendContract longer =
        new AmendContract.Extension(
            new AmendContract.Basis("LATER", LocalDate.parse("2026-03-01"), "boss", "stays", "letter 7"),
            LocalDate.parse("2026-06-01"));
    assertThat(rule(town.kit.amendments().amend(longer))).isEmpty();
    town.town.goTo("2026-02-20", "10:00");
    assertThat(parent("LATER")).isEmpty();
    assertThat(parent("E1")).isEqualTo("M");
  }

  @Test
  void ofSeveralNodesOneCarriesOutAPlan() throws Exception {
    List<String> leases = List.of("E1", "ALONE");
    leases.forEach(each -> assertThat(moved(each, "N", DAY)).isEmpty());
    town.town.clock.set(RenewalTown.at("2026-02-10", "08:00"));
    int nodes = 4;
    CyclicBarrier start = new CyclicBarrier(nodes);
    ExecutorService pool = Executors.newFixedThreadPool(nodes);
    try {
      List<Future<MoveSweep.Report>> running = new ArrayList<>();
      for (int node = 0; node < nodes; node++) {
        running.add(
            pool.submit(
                () -> {
                  start.await(60, TimeUnit.SECONDS);
                  return town.kit.moveSweep().runDue();
                }));
      }
      int carriedOut = 0;
      for (Future<MoveSweep.Report> one : running) {
        MoveSweep.Report report = one.get(60, TimeUnit.SECONDS);
        assertThat(report.failed()).isEmpty();
        assertThat(report.setAside()).isEmpty();
        carriedOut += report.moved();
      }
      assertThat(carriedOut).isEqualTo(leases.size());
    } finally {
      pool.shutdownNow();
    }
    leases.forEach(each -> assertThat(places(each).moves()).hasSize(1));
  }

  private void suspend(String master, String from, @Nullable String until) {
    town.kit
        .locks()
        .suspend(
            new LockReceivables(
                "L-" + master, new LockScope.Subtree(no(master)), LockReason.MANUAL, "mail", "office", "boss",
                RenewalTown.at(from, "00:00"), until == null ? null : RenewalTown.at(until, "00:00"), false))
        .orElseThrow();
  }

  /** What is owed for a month after all corrections, in cents. */
  private long owed(String no, String month) {
    LocalDate first = LocalDate.parse(month + "-01");
    DateRange period = DateRange.of(first, first.plusMonths(1));
    return town.town.receivables(no).stream()
        .filter(each -> each.key().charge().value().equals("RENT") && each.key().period().equals(period))
        .mapToLong(each -> MinorUnits.of(each.amount()) - MinorUnits.of(each.credited()))
        .sum();
  }

  @Test
  void whoComesIntoALockedTreeIsSuspendedFromThatDayOnAndNotBefore() {
    suspend("N", "2025-11-01", null);
    town.town.goTo("2026-02-01", "01:00");
    assertThat(owed("E1", "2026-01")).isEqualTo(1000_00);
    town.town.clock.set(RenewalTown.at("2026-02-15", "10:00"));
    assertThat(moved("E1", "N", null)).isEmpty();
    town.kit.billing().raiseDue();
    assertThat(owed("E1", "2025-11")).isEqualTo(1000_00);
    assertThat(owed("E1", "2026-01")).isEqualTo(1000_00);
    assertThat(owed("E1", "2026-02")).isEqualTo(500_00);
    assertThat(town.stores.adjustments().of(RenewalTown.LESSOR, List.of(no("E1"))))
        .singleElement()
        .satisfies(each -> assertThat(each.cause().toString()).contains("move E1-1"));
    assertThat(rentOn("2026-02-14")).isTrue();
    assertThat(rentOn("2026-02-15")).isFalse();
    // and whoever leaves it again owes from then on, and nothing for the days in it
    town.town.clock.set(RenewalTown.at("2026-02-22", "10:00"));
    assertThat(moved("E1", "EAST", null)).isEmpty();
    town.kit.billing().raiseDue();
    town.town.goTo("2026-03-01", "01:00");
    assertThat(owed("E1", "2026-02")).isEqualTo(750_00);
    assertThat(owed("E1", "2026-03")).isEqualTo(1000_00);
  }

  @Test
  void aLockThatIsLearntLateReachesWhoHasLeftTheTree() {
    town.town.goTo("2026-02-01", "01:00");
    town.town.clock.set(RenewalTown.at("2026-02-15", "10:00"));
    assertThat(moved("E1", "N", null)).isEmpty();
    town.kit.billing().raiseDue();
    assertThat(owed("E1", "2026-02")).isEqualTo(1000_00);
    town.town.clock.set(RenewalTown.at("2026-02-20", "10:00"));
    suspend("EAST", "2026-02-01", "2026-02-20");
    town.kit.billing().raiseDue();
    assertThat(owed("E1", "2026-02")).isEqualTo(500_00);
  }

  private boolean rentOn(String day) {
    return town.kit
        .occupancy()
        .rentRoll(LocalDate.parse(day), town.town.clock.instant())
        .orElseThrow()
        .lines()
        .stream()
        .filter(line -> line.standing().contract().equals(no("E1")))
        .anyMatch(line -> line.monthlyRent().isPositive());
  }

  @Test
  void aPlannedMoveIntoALockedTreeSuspendsFromItsDayOn() {
    suspend("N", "2025-11-01", null);
    town.town.goTo("2026-02-01", "01:00");
    assertThat(owed("E1", "2026-02")).isEqualTo(1000_00);
    assertThat(moved("EAST", "N", LocalDate.parse("2026-02-15"))).isEmpty();
    town.kit.billing().raiseDue();
    assertThat(owed("E1", "2026-02")).isEqualTo(500_00);
    assertThat(withdrawn("EAST", 1)).isEmpty();
    town.kit.billing().raiseDue();
    assertThat(owed("E1", "2026-02")).isEqualTo(1000_00);
  }
}
