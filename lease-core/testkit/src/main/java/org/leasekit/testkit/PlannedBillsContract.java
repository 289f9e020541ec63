package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AmendContract;
import org.leasekit.application.MoveSweep;
import org.leasekit.application.TakeBills;
import org.leasekit.application.WithdrawMove;
import org.leasekit.hierarchy.HierarchyRejection;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.hierarchy.PlannedMove.Fate;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/** Bills that a contract is going to take, or to pass on, from a later day on, on an adapter's stores. */
public abstract class PlannedBillsContract {
  private static final LocalDate DAY = LocalDate.parse("2026-02-10");

  private FamilyTown town;

  /** For subclasses. */
  protected PlannedBillsContract() {}

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
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "" : outcome.rejection().rule();
  }

  private String withdrawn(String no, int number) {
    return rule(town.kit.hierarchy().withdraw(new WithdrawMove(no, number, "boss", "called off", "letter 4")));
  }

  private String payer(String no) {
    return town.kit.hierarchy().payerOf(no(no)).orElseThrow().value();
  }

  private PlaceHistory places(String no) {
    return town.kit.hierarchy().places(no(no)).orElseThrow();
  }

  private List<Fate> fates(String no) {
    return places(no).plans().stream()
        .flatMap(plan -> Stream.ofNullable(plan.resolution()))
        .map(PlannedMove.Resolution::fate)
        .toList();
  }

  private String bills(String no, boolean take, @Nullable LocalDate on) {
    return rule(
        town.kit.hierarchy().takeBills(new TakeBills(no, take, on, "boss", "wants its own bill", "letter 3")));
  }

  @Test
  void billsAreTakenFromALaterDayOn() {
    Instant before = town.town.clock.instant();
    town.town.goTo("2026-01-21", "10:00");
    Instant planned = town.town.clock.instant();
    assertThat(bills("EAST", true, DAY)).isEmpty();
    assertThat(bills("EAST", true, DAY.plusDays(1))).isEqualTo("ALREADY_IN_PLACE");
    assertThat(bills("EAST", false, DAY.minusDays(1))).isEqualTo("ALREADY_IN_PLACE");
    assertThat(bills("EAST", false, LocalDate.parse("2026-04-01"))).isEqualTo("CONTRACT_HAS_ENDED");
    assertThat(bills("EAST", false, DAY.plusDays(10))).isEmpty();
    assertThat(payer("E1")).isEqualTo("M");
    assertThat(places("EAST").takesBillsAsOf(DAY, planned)).isTrue();
    assertThat(places("EAST").takesBillsAsOf(DAY, before)).isFalse();
    assertThat(places("EAST").takesBillsAsOf(DAY.minusDays(1), planned)).isFalse();
    assertThat(places("EAST").takesBillsAsOf(DAY.plusDays(10), planned)).isFalse();
    assertThat(town.town.contract("EAST").parent()).contains(no("M"));
    town.town.goTo("2026-02-10", "00:00");
    assertThat(payer("E1")).isEqualTo("EAST");
    assertThat(places("EAST").moves())
        .extracting(Move::kind, Move::from, Move::to, Move::effective)
        .containsExactly(tuple(Move.Kind.TAKES_BILLS, null, null, DAY));
    town.town.goTo("2026-02-20", "00:00");
    assertThat(payer("E1")).isEqualTo("M");
    assertThat(fates("EAST")).containsExactly(Fate.DONE, Fate.DONE);
    assertThat(places("EAST").takesBillsAsOf(DAY, planned)).isTrue();
    assertThat(withdrawn("EAST", 1)).isEqualTo("NO_SUCH_PLANNED_MOVE");
  }

  @Test
  void billsThatWereToBeTakenMayBeCalledOffOrTurnOutImpossible() {
    Instant planned = town.town.clock.instant();
    assertThat(bills("EAST", true, DAY)).isEmpty();
    town.town.goTo("2026-02-01", "10:00");
    assertThat(withdrawn("EAST", 1)).isEmpty();
    assertThat(bills("EAST", true, DAY)).isEmpty();
    assertThat(bills("EAST", true, null)).isEmpty();
    assertThat(bills("N", true, DAY)).isEmpty();
    AmendContract end = AmendmentJourney.termination("N", "2026-02-05", SubsAtEnd.REFUSE);
    assertThat(rule(town.kit.amendments().amend(end))).isEmpty();
    town.town.clock.set(RenewalTown.at("2026-02-10", "08:00"));
    MoveSweep.Report report = town.kit.moveSweep().runDue();
    assertThat(report.moved()).isZero();
    assertThat(report.failed().get(no("EAST"))).isEqualTo(new HierarchyRejection.AlreadyThere(no("EAST")));
    assertThat(report.failed().get(no("N"))).isEqualTo(new HierarchyRejection.Ended(no("N")));
    assertThat(fates("EAST")).containsExactly(Fate.WITHDRAWN, Fate.FAILED);
    assertThat(fates("N")).containsExactly(Fate.FAILED);
    assertThat(places("N").plans().get(0).resolution())
        .extracting(resolution -> resolution.proof().reason())
        .isEqualTo("CONTRACT_HAS_ENDED");
    assertThat(places("EAST").takesBillsAsOf(DAY.minusDays(9), planned)).isFalse();
    assertThat(town.kit.moveSweep().runDue()).isEqualTo(new MoveSweep.Report(0, Map.of(), Map.of()));
  }

  @Test
  void whoRenewsMeanwhileHandsOnWhatIsPlannedForItsBills() {
    LocalDate late = LocalDate.parse("2026-03-20");
    assertThat(bills("EAST", true, late)).isEmpty();
    town.town.goTo("2026-03-02", "10:00");
    town.town.sign("M", "S-1").orElseThrow();
    town.town.sign("EAST", "S-2").orElseThrow();
    assertThat(payer("EAST-R1")).isEqualTo("M-R1");
    town.town.goTo("2026-03-20", "10:00");
    assertThat(payer("EAST")).isEqualTo("EAST");
    assertThat(payer("EAST-R1")).isEqualTo("EAST-R1");
  }

  @Test
  void whatIsWithdrawnAfterTheRenewalIsWithdrawnForWhoeverItWasHandedOnTo() {
    assertThat(bills("EAST", true, LocalDate.parse("2026-03-20"))).isEmpty();
    town.town.goTo("2026-03-02", "10:00");
    town.town.sign("M", "S-1").orElseThrow();
    town.town.sign("EAST", "S-2").orElseThrow();
    assertThat(withdrawn("EAST", 1)).isEmpty();
    assertThat(fates("EAST")).containsExactly(Fate.WITHDRAWN);
    assertThat(fates("EAST-R1")).containsExactly(Fate.WITHDRAWN);
    town.town.goTo("2026-03-20", "10:00");
    assertThat(payer("EAST-R1")).isEqualTo("M-R1");
  }
}
