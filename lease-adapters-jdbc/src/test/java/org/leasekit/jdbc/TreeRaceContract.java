package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.leasekit.LeaseKit;
import org.leasekit.application.AmendContract;
import org.leasekit.application.AmendContract.Basis;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.Promote;
import org.leasekit.application.PutBelow;
import org.leasekit.application.ReleaseLock;
import org.leasekit.application.SignContract;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
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

/**
 * Many at once who lock whole trees, amend and move what is in them, end masters and bill: whoever is overtaken may have to
 * ask again, but nobody waits for one who waits for him. Numbers of masters stand before, between and after those of what
 * is below them, so that no way through the tree is the way of the numbers.
 */
abstract class TreeRaceContract {

  private static final int THREADS = 9;
  private static final int DEEDS = 9;

  /** Of MariaDB: somebody was slow. Two who wait for each other are told at once, and by another code. */
  private static final int WAITED_TOO_LONG = 1205;
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");
  private static final List<String> MASTERS = List.of("M", "A", "Z", "K");
  private static final List<String> LEASES = List.of("B1", "B2", "L1", "L2", "N1", "N2", "Y1", "Y2");

  private final TestDatabase database;
  private final Validator validator;
  private JdbcStores stores;
  private LeaseKit kit;

  TreeRaceContract(TestDatabase database, Validator validator) {
    this.database = database;
    this.validator = validator;
  }

  @BeforeEach
  void grow() {
    stores = database.emptyStores();
    kit =
        LeaseKit.builder()
            .profile(
                LessorProfile.standard(
                    Samples.LESSOR, ZoneOffset.UTC, Locale.ENGLISH, BusinessCalendar.everyDay()))
            .stores(stores)
            .gateway(message -> MessageGateway.Delivery.DELIVERED)
            .links((lessor, renewal, expires) -> URI.create("https://race.example/r"))
            .validator(validator)
            .clock(() -> NOW)
            .build();
    sign("M", null, null);
    sign("A", null, "M");
    sign("Z", null, "M");
    sign("K", null, "A");
    for (int i = 0; i < LEASES.size(); i++) {
      sign(LEASES.get(i), "U" + i, MASTERS.get(i % 4));
    }
  }

  private void sign(String no, String unit, String parent) {
    kit.contracts().sign(draft(no, unit, parent)).orElseThrow();
  }

  private static SignContract draft(String no, String unit, String parent) {
    Tenant tenant =
        new Tenant(Samples.LESSOR, new TenantId("tenant"), "王伟", PartyKind.PERSON, null);
    return new SignContract(
        no, "garage", unit, Portion.WHOLE, tenant, null, null, List.of(), null, START, START.plusYears(1),
        Samples.yuan(unit == null ? 0 : 1000_00), Samples.yuan(0), 1, "ACTUAL_MONTH", parent, "office", "paper");
  }

  /** Whoever was overtaken asks again; who is chosen to end a deadlock finds that out here. */
  private static String done(Supplier<Outcome<?>> deed) {
    for (int attempt = 0; ; attempt++) {
      boolean waited = false;
      try {
        Outcome<?> answer = deed.get();
        return answer.isAccepted() ? "ACCEPTED" : answer.rejection().rule();
      } catch (StaleVersionException overtaken) {
        if (attempt == 100) {
          throw overtaken;
        }
      } catch (RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
          if (cause instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("40")) {
            throw new AssertionError("a deadlock", fault);
          }
          if (attempt < 100 && cause instanceof SQLException sql && sql.getErrorCode() == WAITED_TOO_LONG) {
            waited = true;
          }
        }
        if (!waited) {
          throw fault;
        }
      }
    }
  }

  @RepeatedTest(3)
  void whoLocksTreesAndWhoAmendsThemNeverWaitForEachOther() throws Exception {
    List<List<String>> answers =
        Race.of(
            THREADS,
            node -> {
              Random random = new Random(node);
              return IntStream.range(0, DEEDS)
                  .mapToObj(i -> done(() -> deed(node, i, random)))
                  .toList();
            });
    assertThat(answers.stream().flatMap(List::stream).filter("ACCEPTED"::equals).count()).isGreaterThan(THREADS);
    List<Contract> rows = new ArrayList<>();
    stores.records().contracts(Samples.LESSOR, rows::add);
    Forest.of(rows.stream().map(Member::of).toList());
    List<Hold> holds = new ArrayList<>();
    stores.records().holds(Samples.LESSOR, holds::add);
    assertThat(Occupancy.of(holds).letTwice()).isEmpty();
    assertThat(kit.billing().raiseDue().setAside()).isEmpty();
    for (String no : LEASES) {
      // whatever was locked while it was billed was billed again
      assertThat(kit.billing().preview(new ContractNo(no), LocalDate.of(2026, 3, 10)).orElseThrow())
          .matches(preview -> preview.receivables().isEmpty() && preview.adjustments().isEmpty(), no + " is reckoned");
    }
  }

  private Outcome<?> deed(int node, int step, Random random) {
    String master = MASTERS.get(random.nextInt(MASTERS.size()));
    String lease = LEASES.get(random.nextInt(LEASES.size()));
    Basis basis = new Basis(lease, LocalDate.of(2026, 4, 1).plusDays(random.nextInt(200)), "office", "asked", "mail");
    String id = "lock-" + node;
    return switch ((node + step) % 9) {
      case 0 -> kit.locks().suspend(suspension(id, master));
      case 1 -> kit.locks().release(new ReleaseLock(id, NOW, "office", "over"));
      case 2 -> kit.amendments().amend(new AmendContract.ContactChange(basis, List.of()));
      case 3 -> kit.amendments().amend(new AmendContract.Extension(basis, START.plusYears(1).plusDays(step)));
      case 4 -> kit.hierarchy().putBelow(new PutBelow(lease, master, null, "office", "asked", "mail"));
      case 5 -> kit.hierarchy().promote(new Promote(lease, null, "office", "asked", "mail"));
      case 6 -> kit.hierarchy().putBelow(new PutBelow("K", master, null, "office", "asked", "mail"));
      case 7 ->
          kit.amendments()
              .amend(
                  new AmendContract.EarlyTermination(
                      new Basis("Z", LocalDate.of(2026, 12, 1).minusDays(step), "office", "asked", "mail"),
                      START, SubsAtEnd.END_TOO));
      default -> billed();
    };
  }

  private static LockReceivables suspension(String id, String master) {
    return new LockReceivables(
        id, new LockScope.Subtree(new ContractNo(master)), LockReason.MANUAL, "", "office", "boss",
        Instant.parse("2026-02-10T00:00:00Z"), Instant.parse("2026-03-20T00:00:00Z"), false);
  }

  /** What was set aside failed, and would be tried again by the next run. */
  private Outcome<?> billed() {
    assertThat(kit.billing().raiseDue().setAside().values())
        .noneMatch(fault -> fault.toLowerCase(Locale.ROOT).contains("deadlock"));
    return Outcome.accepted(true);
  }
}
