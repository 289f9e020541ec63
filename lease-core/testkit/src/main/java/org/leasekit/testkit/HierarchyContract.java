package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.application.TakeBills;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;
import org.leasekit.hierarchy.Right;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/** Moves in the hierarchy through the front door, on an adapter's stores. */
public abstract class HierarchyContract {
  private FamilyTown town;

  /** For subclasses. */
  protected HierarchyContract() {}

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

  private String moved(String no, String master) {
    return rule(town.kit.hierarchy().putBelow(FamilyTown.below(no, master)));
  }

  private List<String> path(String no) {
    Contract contract = town.town.contract(no);
    return contract.parent().isEmpty()
        ? List.of(no)
        : Stream.concat(
                Stream.of(no), path(contract.parent().get().value()).stream())
            .toList();
  }

  private String payer(String no) {
    return town.kit.hierarchy().payerOf(no(no)).orElseThrow().value();
  }

  @Test
  void everyMoveThatCannotBeSaysWhy() {
    town.town.let(
        "LONG",
        lease -> {
          lease.start = "2025-04-01";
          lease.lastDay = "2026-04-01";
        });
    assertThat(moved("ALONE", "E1")).isEqualTo("NOT_A_MASTER");
    assertThat(moved("M", "EAST")).isEqualTo("MASTER_STANDS_BELOW");
    assertThat(moved("M", "M")).isEqualTo("MASTER_STANDS_BELOW");
    assertThat(moved("E1", "EAST")).isEqualTo("ALREADY_IN_PLACE");
    assertThat(moved("LONG", "M")).isEqualTo("SUB_TERM_OUTSIDE_MASTER");
    assertThat(moved("E1", "NOBODY")).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(moved("NOBODY", "M")).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(town.kit.hierarchy().promote(FamilyTown.promotion("M")))).isEqualTo("ALREADY_IN_PLACE");
    assertThat(rule(town.kit.hierarchy().takeBills(FamilyTown.bills("M", false)))).isEqualTo("ALREADY_IN_PLACE");
    assertThat(rule(town.kit.hierarchy().takeBills(new TakeBills("E1", false, LocalDate.parse("2026-01-21"), "b", "r", "e"))))
        .isEqualTo("ALREADY_IN_PLACE");
    assertThat(at("E1", "M", "2026-01-10")).isEmpty();
    assertThat(at("E1", "N", "2026-01-09")).isEqualTo("BEFORE_LAST_MOVE");
    assertThat(at("E1", "N", "2026-01-10")).isEmpty();
    assertThat(rule(town.kit.hierarchy().putBelow(FamilyTown.below(" ", "M")))).isEqualTo("INVALID_COMMAND");
    town.town.goTo("2026-04-01", "00:00");
    assertThat(moved("E1", "EAST")).isEqualTo("CONTRACT_HAS_ENDED");
  }

  private String at(String no, String master, String effective) {
    return rule(
        town.kit.hierarchy().putBelow(FamilyTown.below(no, master, LocalDate.parse(effective))));
  }

  @Test
  void movingTakesEverythingBelowAlongAndMovesNoPastMoney() {
    town.town.goTo("2026-01-20", "01:00");
    assertThat(town.town.receivables("E1")).hasSize(11).allMatch(r -> r.payer().equals(no("M")));
    assertThat(moved("EAST", "N")).isEmpty();
    assertThat(path("E1")).containsExactly("E1", "EAST", "N");
    assertThat(payer("E1")).isEqualTo("N");
    town.town.goTo("2026-02-01", "01:00");
    List<Receivable> all = town.town.receivables("E1");
    assertThat(all).hasSize(12);
    assertThat(all.subList(0, 11)).allMatch(r -> r.payer().equals(no("M")));
    assertThat(all.get(11).payer()).isEqualTo(no("N"));
    town.kit.hierarchy().promote(FamilyTown.promotion("EAST")).orElseThrow();
    assertThat(path("E1")).containsExactly("E1", "EAST");
    assertThat(moved("EAST", "M")).isEmpty();
    assertThat(path("E1")).containsExactly("E1", "EAST", "M");
  }

  @Test
  void billsComeToTheNearestAccountThatTakesThem() {
    assertThat(payer("E1")).isEqualTo("M");
    town.kit.hierarchy().takeBills(FamilyTown.bills("EAST", true)).orElseThrow();
    assertThat(payer("E1")).isEqualTo("EAST");
    assertThat(payer("EAST")).isEqualTo("EAST");
    town.town.goTo("2026-01-20", "01:00");
    assertThat(town.town.receivables("E1")).hasSize(11).allMatch(r -> r.payer().equals(no("EAST")));
    town.kit.hierarchy().takeBills(FamilyTown.bills("E1", true)).orElseThrow();
    assertThat(payer("E1")).isEqualTo("E1");
    town.kit.hierarchy().takeBills(FamilyTown.bills("E1", false)).orElseThrow();
    town.kit.hierarchy().takeBills(FamilyTown.bills("EAST", false)).orElseThrow();
    assertThat(payer("E1")).isEqualTo("M");
    assertThat(town.town.receivables("E1")).allMatch(r -> r.payer().equals(no("EAST")));
  }

  @Test
  void whereAContractStoodStaysTheAnswerThatWasGiven() {
    Instant before = town.town.clock.instant();
    town.town.clock.set(RenewalTown.at("2026-01-25", "12:00"));
    assertThat(at("E1", "N", "2026-01-22")).isEmpty();
    PlaceHistory first = town.kit.hierarchy().places(no("E1")).orElseThrow();
    town.town.clock.set(RenewalTown.at("2026-02-02", "12:00"));
    town.kit.hierarchy().promote(FamilyTown.promotion("E1")).orElseThrow();
    PlaceHistory places = town.kit.hierarchy().places(no("E1")).orElseThrow();
    Instant known = RenewalTown.at("2026-01-25", "12:00");
    for (PlaceHistory each : List.of(first, places)) {
      assertThat(each.parentAsOf(LocalDate.parse("2026-01-23"), before)).contains(no("EAST"));
      assertThat(each.parentAsOf(LocalDate.parse("2026-01-21"), known)).contains(no("EAST"));
      assertThat(each.parentAsOf(LocalDate.parse("2026-01-22"), known)).contains(no("N"));
      assertThat(each.parentAsOf(LocalDate.parse("2026-03-01"), known)).contains(no("N"));
    }
    assertThat(places.parentAsOf(LocalDate.parse("2026-02-02"), town.town.clock.instant())).isEmpty();
    assertThat(places.moves())
        .extracting(Move::number, Move::from, Move::to, move -> move.proof().by())
        .containsExactly(tuple(1, no("EAST"), no("N"), "boss"), tuple(2, no("N"), null, "boss"));
    assertThat(Everything.all(town.stores.records()::moves, RenewalTown.LESSOR)).isEqualTo(places.moves());
  }

  @Test
  void whoRenewsKeepsPlaceRightsAndBills() {
    town.kit.hierarchy().grant(FamilyTown.right("E1", Right.VIEW)).orElseThrow();
    town.kit.hierarchy().takeBills(FamilyTown.bills("EAST", true)).orElseThrow();
    town.kit.hierarchy().grant(FamilyTown.right("EAST", Right.PAY)).orElseThrow();
    town.town.goTo("2026-02-28", "10:00");
    town.town.payRenewal("E1", "P1", "1000.00").orElseThrow();
    town.town.sign("E1", "S1").orElseThrow();
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST", "M");
    town.town.sign("M", "S2").orElseThrow();
    town.town.sign("EAST", "S3").orElseThrow();
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST-R1", "M-R1");
    assertThat(grants("E1-R1")).containsExactly(tuple(no("EAST-R1"), Right.VIEW));
    assertThat(grants("EAST-R1")).containsExactly(tuple(no("M-R1"), Right.PAY));
    assertThat(payer("E1-R1")).isEqualTo("EAST-R1");
    assertThat(town.kit.hierarchy().places(no("E1-R1")).orElseThrow().moves())
        .extracting(Move::to)
        .containsExactly(no("EAST-R1"));
  }

  private List<Tuple> grants(String account) {
    return town.kit.hierarchy().grants(no(account)).orElseThrow().stream()
        .filter(Grant::stands)
        .map(grant -> tuple(grant.delegation().grantor(), grant.delegation().right()))
        .toList();
  }

  @Test
  void ofTwoThatWouldMakeACircleTogetherExactlyOneMoves() throws Exception {
    for (int round = 0; round < 8; round++) {
      String a = "A" + round;
      String b = "B" + round;
      town.master(a, null);
      town.master(b, null);
      List<String> answers = atOnce(List.of(() -> moved(a, b), () -> moved(b, a)));
      assertThat(answers).as("round %s", round).containsExactlyInAnyOrder("", "MASTER_STANDS_BELOW");
    }
  }

  /** Three paths that are joined at both ends: each move changes what stands above the master of another. */
  @Test
  void ofThreeThatWouldMakeACircleTogetherTwoMove() throws Exception {
    for (int round = 0; round < 5; round++) {
      List<String> tops = List.of("X" + round, "Y" + round, "Z" + round);
      for (String top : tops) {
        town.master(top, null);
        town.master(top + "b", top);
      }
      List<String> answers =
          atOnce(
              List.of(
                  () -> moved(tops.get(0), tops.get(1) + "b"),
                  () -> moved(tops.get(1), tops.get(2) + "b"),
                  () -> moved(tops.get(2), tops.get(0) + "b")));
      assertThat(answers).containsExactlyInAnyOrder("", "", "MASTER_STANDS_BELOW");
      for (String top : tops) {
        assertThat(path(top + "b")).doesNotHaveDuplicates();
      }
    }
  }

  /** Six movers at random, a hundred moves: every answer is a move or a named rule, and what remains is a forest. */
  @Test
  void whateverManyMoveAtOnceAForestRemains() throws Exception {
    List<String> masters = List.of("G0", "G1", "G2", "G3", "G4");
    masters.forEach(master -> town.master(master, null));
    List<Callable<String>> movers = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      movers.add(
          () -> {
            for (int i = 0; i < 17; i++) {
              String one = masters.get(random.nextInt(masters.size()));
              String other = masters.get(random.nextInt(masters.size()));
              String answer =
                  random.nextInt(4) == 0
                      ? rule(town.kit.hierarchy().promote(FamilyTown.promotion(one)))
                      : moved(one, other);
              assertThat(answer).isIn("", "MASTER_STANDS_BELOW", "ALREADY_IN_PLACE");
            }
            return "";
          });
    }
    atOnce(movers);
    for (String master : masters) {
      // a circle would have no top
      assertThat(path(master)).doesNotHaveDuplicates();
      List<Move> moves = town.kit.hierarchy().places(no(master)).orElseThrow().moves();
      for (int i = 1; i < moves.size(); i++) {
        assertThat(moves.get(i).from()).isEqualTo(moves.get(i - 1).to());
      }
      assertThat(town.town.contract(master).parent().orElse(null))
          .isEqualTo(moves.isEmpty() ? null : moves.get(moves.size() - 1).to());
    }
  }

  private static List<String> atOnce(List<Callable<String>> works) throws Exception {
    CyclicBarrier start = new CyclicBarrier(works.size());
    ExecutorService pool = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<String>> running =
          works.stream()
              .map(
                  work ->
                      pool.submit(
                          () -> {
                            start.await(60, TimeUnit.SECONDS);
                            return work.call();
                          }))
              .toList();
      List<String> answers = new ArrayList<>();
      for (Future<String> one : running) {
        answers.add(one.get(60, TimeUnit.SECONDS));
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }
}
