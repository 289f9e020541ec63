package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.LeaseKit;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.application.AmendContract;
import org.leasekit.application.AmendContract.Basis;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.PutBelow;
import org.leasekit.application.SignContract;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Member;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Samples;

/** Sixteen at once who sign and amend contracts of the same units, through the front door. */
abstract class LettingRaceContract {

  private static final int THREADS = 16;
  private static final int UNITS = 4;
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private final TestDatabase database;
  private final Validator validator;
  private JdbcStores stores;
  private LeaseKit kit;

  LettingRaceContract(TestDatabase database, Validator validator) {
    this.database = database;
    this.validator = validator;
  }

  @BeforeEach
  void open() {
    stores = database.emptyStores();
    LessorProfile profile =
        LessorProfile.standard(Samples.LESSOR, ZoneOffset.UTC, Locale.ENGLISH, BusinessCalendar.everyDay());
    kit =
        LeaseKit.builder()
            .profile(profile)
            .stores(stores)
            .gateway(message -> MessageGateway.Delivery.DELIVERED)
            .links((lessor, renewal, expires) -> URI.create("https://race.example/r"))
            .validator(validator)
            .clock(() -> Instant.parse("2026-01-01T00:00:00Z"))
            .build();
  }

  private SignContract draft(String no, String unit, Portion portion, LocalDate start, String parent) {
    Tenant tenant =
        new Tenant(Samples.LESSOR, new TenantId("tenant"), "王伟", PartyKind.PERSON, null);
    return new SignContract(
        no, "garage", unit, portion, tenant, null, null, List.of(), null, start, START.plusYears(1),
        Samples.yuan(1000_00), Samples.yuan(0), 1, "ACTUAL_MONTH", parent, "office", "paper");
  }

  /** As a caller would: whoever was overtaken, or was ended by a deadlock, asks that one thing again. */
  private static <T> T again(Supplier<T> work) {
    for (int attempt = 0; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException overtaken) {
        boolean mayAsk = overtaken instanceof StaleVersionException || Race.isDeadlock(overtaken);
        if (attempt == 20 || !mayAsk) {
          throw overtaken;
        }
      }
    }
  }

  private static String rule(Outcome<?> answer) {
    return answer.isAccepted() ? "ACCEPTED" : answer.rejection().rule();
  }

  private List<Hold> holds() {
    List<Hold> holds = new ArrayList<>();
    stores.records().holds(Samples.LESSOR, holds::add);
    return holds;
  }

  @Test
  void ofSixteenWhoSignForFourUnitsFourHaveThem() throws Exception {
    List<String> answers =
        Race.of(
            THREADS,
            node ->
                rule(
                    kit.contracts()
                        .sign(draft("C-" + node, "U-" + node % UNITS, Portion.WHOLE, START.plusDays(node), null))));
    assertThat(answers).filteredOn("ACCEPTED"::equals).hasSize(UNITS);
    assertThat(answers).filteredOn("UNIT_ALREADY_LEASED"::equals).hasSize(THREADS - UNITS);
    assertThat(holds()).extracting(Hold::unit).doesNotHaveDuplicates().hasSize(UNITS);
  }

  @Test
  void ofSixteenWhoSignForShareAndHalfAsManyHaveThemAsFit() throws Exception {
    List<String> answers =
        Race.of(
            THREADS,
            node -> {
              Portion third = new Portion(node % 2 == 0 ? Slot.DAY : Slot.NIGHT, Portion.WHOLE.week(), Share.of(1, 3));
              return rule(kit.contracts().sign(draft("C-" + node, "U", third, START, null)));
            });
    assertThat(answers).filteredOn("ACCEPTED"::equals).hasSize(6);
    assertThat(Occupancy.of(holds()).letTwice()).isEmpty();
  }

  @Test
  void ofSixteenWhoMoveToFourUnitsFourHaveThem() throws Exception {
    for (int node = 0; node < THREADS; node++) {
      kit.contracts().sign(draft("C-" + node, "own " + node, Portion.WHOLE, START, null)).orElseThrow();
    }
    List<String> answers =
        Race.of(
            THREADS,
            node -> {
              Basis basis = new Basis("C-" + node, START.plusDays(5 + node), "office", "asked", "mail");
              return again(
                  () -> rule(kit.amendments().amend(new AmendContract.UnitSwap(basis, "garage", "U-" + node % UNITS))));
            });
    assertThat(answers).filteredOn("ACCEPTED"::equals).hasSize(UNITS);
    assertThat(answers).filteredOn("UNIT_ALREADY_LEASED"::equals).hasSize(THREADS - UNITS);
    assertThat(Occupancy.of(holds()).letTwice()).isEmpty();
  }

  @Test
  void ofAMasterThatEndsAndSubsThatAreSignedNoneRunsOn() throws Exception {
    kit.contracts().sign(draft("M", null, Portion.WHOLE, START, null)).orElseThrow();
    LocalDate end = START.plusMonths(6);
    List<String> answers =
        Race.of(
            THREADS,
            node -> {
              Basis basis = new Basis("M", end, "office", "asked", "mail");
              return again(
                  () ->
                      rule(
                          node == 7
                              ? kit.amendments()
                                  .amend(new AmendContract.EarlyTermination(basis, START, SubsAtEnd.END_TOO))
                              : kit.contracts().sign(draft("C-" + node, "U-" + node, Portion.WHOLE, START, "M"))));
            });
    assertThat(new TreeSet<>(answers)).isSubsetOf(new TreeSet<>(List.of("ACCEPTED", "SUB_TERM_OUTSIDE_MASTER")));
    assertThat(answers.get(7)).isEqualTo("ACCEPTED");
    List<Contract> rows = new ArrayList<>();
    stores.records().contracts(Samples.LESSOR, rows::add);
    assertThat(rows).allSatisfy(row -> assertThat(row.endsOn()).isEqualTo(end));
  }

  @Test
  void ofSixteenWhoCloseACircleOneIsRefused() throws Exception {
    for (int node = 0; node < THREADS; node++) {
      kit.contracts().sign(draft("M-" + node, null, Portion.WHOLE, START, null)).orElseThrow();
    }
    List<String> answers =
        Race.of(
            THREADS,
            node ->
                again(
                    () ->
                        rule(
                            kit.hierarchy()
                                .putBelow(
                                    new PutBelow(
                                        "M-" + node, "M-" + (node + 1) % THREADS, null, "office", "asked",
                                        "mail")))));
    assertThat(answers).filteredOn("ACCEPTED"::equals).hasSize(THREADS - 1);
    assertThat(answers).filteredOn("MASTER_STANDS_BELOW"::equals).hasSize(1);
    List<Contract> rows = new ArrayList<>();
    stores.records().contracts(Samples.LESSOR, rows::add);
    Forest forest = Forest.of(rows.stream().map(Member::of).toList());
    assertThat(rows.stream().filter(row -> row.parent().isEmpty()).findFirst().map(row -> forest.subtree(row.no()).size()))
        .contains(THREADS);
  }

  @Test
  void whateverSixteenDoAtRandomTheFileStaysLegal() throws Exception {
    for (int node = 0; node < THREADS; node++) {
      String parent = node < 4 ? null : "M-" + node % 4;
      String no = node < 4 ? "M-" + node : "C-" + node;
      kit.contracts()
          .sign(draft(no, node < 4 ? null : "own " + node, Portion.WHOLE, START, parent))
          .orElseThrow();
    }
    List<List<String>> answers =
        Race.of(
            THREADS,
            node -> {
              Random random = new Random(node);
              return IntStream.range(0, 8).mapToObj(i -> again(() -> rule(anything(random)))).toList();
            });
    List<Hold> holds = holds();
    assertThat(Occupancy.of(holds).letTwice()).isEmpty();
    List<Contract> rows = new ArrayList<>();
    stores.records().contracts(Samples.LESSOR, rows::add);
    Forest.of(rows.stream().map(Member::of).toList());
    List<Hold> expected = new ArrayList<>();
    int recorded = 0;
    for (Contract row : rows) {
      ContractHistory history = kit.amendments().history(new ContractNo(row.no().value())).orElseThrow();
      expected.addAll(Hold.of(history, history.latest()));
      recorded += history.recorded().size();
    }
    assertThat(holds).containsExactlyInAnyOrderElementsOf(expected);
    long accepted = answers.stream().flatMap(List::stream).filter("ACCEPTED"::equals).count();
    assertThat(recorded).isEqualTo((int) accepted).isPositive();
  }

  private Outcome<ContractHistory> anything(Random random) {
    Basis basis =
        new Basis("C-" + (4 + random.nextInt(12)), START.plusDays(random.nextInt(300)), "office", "asked", "mail");
    return kit.amendments()
        .amend(
            switch (random.nextInt(5)) {
              case 0 -> new AmendContract.UnitSwap(basis, "garage", "U-" + random.nextInt(UNITS));
              case 1 -> new AmendContract.UnitSwap(basis, "garage", "own " + (4 + random.nextInt(12)));
              case 2 -> new AmendContract.Suspension(basis);
              case 3 -> new AmendContract.Resumption(basis);
              default -> new AmendContract.ContactChange(basis, List.of());
            });
  }
}
