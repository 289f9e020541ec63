package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.ActingKit;
import org.leasekit.access.Actor;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentId;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.application.AgreeMeteredCharge;
import org.leasekit.application.ContractFile;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.Promote;
import org.leasekit.application.RaiseCharge;
import org.leasekit.application.RecordReading;
import org.leasekit.application.ReleaseLock;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.billing.Tax;
import org.leasekit.contract.Portion;
import org.leasekit.hierarchy.Right;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;
import org.leasekit.settlement.SettlementStatement;

/** The file of a contract number, and the list of contracts, through the front door, on an adapter's stores. */
public abstract class ContractFileContract {
  private FamilyTown town;

  /** For subclasses. */
  protected ContractFileContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new FamilyTown(stores(), validator());
    town.companyWithTwoAccounts();
    town.documents.file(FamilyTown.document("D-1", "E1", "2026-02-01"));
    town.documents.file(FamilyTown.document("D-2", "W1", "2026-02-01"));
    town.town.pay("E1", "P-1", "1500.00").orElseThrow();
    town.town.pay("W1", "P-2", "1500.00").orElseThrow();
    town.kit.hierarchy().takeBills(FamilyTown.bills("E1", true)).orElseThrow();
    town.kit.hierarchy().grant(FamilyTown.right("E1", Right.VIEW)).orElseThrow();
    suspend("E1");
    suspend("W1");
    meter("E1");
    meter("W1");
    town.kit.billing().raiseDue();
    split("E1", "W1");
    settle("E1");
    settle("W1");
  }

  /** A charge by hand, and a statement that came about somehow. */
  private void settle(String no) {
    town.kit.charges()
        .raise(
            new RaiseCharge(
                "C-" + no, no, "DAMAGE", RenewalTown.yuan("1.00"), LocalDate.of(2026, 2, 1), "lamp of " + no, "",
                "finance"))
        .orElseThrow();
    town.stores
        .settlements()
        .addStatement(
            new SettlementStatement(
                RenewalTown.LESSOR, no(no), 1, "CNY", List.of(), List.of(), "finance", "",
                town.town.clock.instant()));
  }

  /** Read on the first day, and on a day before the contract began. */
  private void meter(String no) {
    LocalDate start = town.town.contract(no).term().start();
    town.kit.meters()
        .agree(
            new AgreeMeteredCharge(
                no, "POWER", "M-" + no, null, "kWh", BigDecimal.ONE, 4, Tax.NONE))
        .orElseThrow();
    for (LocalDate day : List.of(start, start.minusDays(1))) {
      town.kit.meters()
          .record(new RecordReading("M-" + no, no + "@" + day, day, MeterReading.Kind.ACTUAL, BigDecimal.TEN, "meter man"))
          .orElseThrow();
    }
  }

  /** Ten days of February that were billed. */
  private void suspend(String no) {
    town.kit.locks()
        .suspend(
            new LockReceivables(
                "L-" + no, new LockScope.WholeContract(no(no)), LockReason.SUSPENSION, "mail", "tenant", "manager",
                RenewalTown.at("2026-02-11", "00:00"), RenewalTown.at("2026-02-21", "00:00"), false))
        .orElseThrow();
  }

  private void split(String no, String other) {
    ContractHistory origin =
        ContractHistory.begin(Origin.of(town.town.contract(no), town.town.clock.instant()));
    Change change = new Change.Split(no(other), Portion.WHOLE, Portion.WHOLE, RenewalTown.yuan("500.00"), "S-1");
    Amendment amendment =
        new Amendment(
            new AmendmentId(no(no), 1), town.town.contract(no).term().start().plusDays(1),
            town.town.clock.instant().plusSeconds(1), new Proof("boss", "shared", "letter"), change);
    town.stores.amendments().append(ContractHistory.of(origin.origin(), List.of(amendment)));
  }

  private static Set<Class<?>> kinds(ContractFile file) {
    Set<Class<?>> kinds = new LinkedHashSet<>();
    file.entries().forEach(entry -> kinds.add(entry.getClass()));
    return kinds;
  }

  private ContractFile file(ActingKit kit, String no) {
    return kit.contracts().file(no(no)).orElseThrow();
  }

  @Test
  void oneCallTellsEverythingInOrderOfTime() {
    LocalDate later = town.town.contract("E1").endsOn().minusDays(5);
    town.kit.hierarchy().promote(new Promote("E1", later, "boss", "sold", "letter 8")).orElseThrow();
    ContractFile file = file(town.kit, "E1");
    assertThat(file.contract()).isEqualTo(town.town.contract("E1"));
    assertThat(file.entries())
        .isSortedAccordingTo(Comparator.comparing(ContractFile.Entry::at))
        .hasSizeGreaterThan(20);
    assertThat(kinds(file)).containsExactlyInAnyOrder(ContractFile.Entry.class.getPermittedSubclasses());
    assertThat(file.entries().get(0)).isInstanceOf(ContractFile.Step.class);
    // nothing of the sibling's, whose records lie beside these
    String all = file.entries().stream().filter(entry -> !(entry instanceof ContractFile.Amended)).toList().toString();
    assertThat(all).contains("P-1", "D-1", "R-E1").doesNotContain("W1", "P-2", "D-2");
  }

  @Test
  void locksAndCorrectionsStandWhereTheyWereRecorded() {
    List<ContractFile.Entry> entries = file(town.kit, "E1").entries();
    List<ReceivableLock> locks =
        entries.stream().filter(ContractFile.Locked.class::isInstance).map(ContractFile.Locked.class::cast)
            .map(ContractFile.Locked::lock).toList();
    assertThat(locks).isEqualTo(town.stores.locks().of(RenewalTown.LESSOR, List.of(no("E1"))));
    assertThat(locks).extracting(lock -> lock.id().value()).containsExactly("L-E1");
    List<Adjustment> corrections =
        entries.stream().filter(ContractFile.Adjusted.class::isInstance).map(ContractFile.Adjusted.class::cast)
            .map(ContractFile.Adjusted::adjustment).toList();
    assertThat(corrections).isEqualTo(town.stores.adjustments().of(RenewalTown.LESSOR, List.of(no("E1"))));
    assertThat(corrections).extracting(each -> each.cause().toString()).containsExactly("lock L-E1");
    // a release is part of its lock, and makes no entry of its own
    town.kit.locks()
        .release(new ReleaseLock("L-E1", RenewalTown.at("2026-02-16", "00:00"), "manager", "over"))
        .orElseThrow();
    assertThat(file(town.kit, "E1").entries())
        .hasSameSizeAs(entries)
        .filteredOn(ContractFile.Locked.class::isInstance)
        .singleElement()
        .satisfies(entry -> assertThat(((ContractFile.Locked) entry).lock().releases()).hasSize(1));
  }

  @Test
  void whatItsMetersShowedIsThereForTheDaysTheyCountForIt() {
    List<ContractFile.Entry> entries = file(town.kit, "E1").entries();
    assertThat(entries)
        .filteredOn(ContractFile.Metered.class::isInstance)
        .extracting(entry -> ((ContractFile.Metered) entry).terms())
        .isEqualTo(town.stores.meters().terms(RenewalTown.LESSOR, List.of(no("E1"))));
    assertThat(entries)
        .filteredOn(ContractFile.Read.class::isInstance)
        .extracting(entry -> ((ContractFile.Read) entry).reading().id())
        .containsExactly("E1@" + town.town.contract("E1").term().start());
  }

  @Test
  void theTenantsSideIsShownWhatConcernsIt() {
    ContractFile mine = file(town.kit.as(new Actor.SubAccount(no("EAST"))), "E1");
    assertThat(kinds(mine))
        .containsExactlyInAnyOrder(
            ContractFile.Step.class, ContractFile.Amended.class, ContractFile.Locked.class, ContractFile.Raised.class,
            ContractFile.Adjusted.class, ContractFile.Charged.class, ContractFile.Metered.class,
            ContractFile.Read.class, ContractFile.Paid.class, ContractFile.Settled.class,
            ContractFile.Renewal.class, ContractFile.Touched.class, ContractFile.Requested.class,
            ContractFile.Filed.class);
    assertThat(mine.toString()).doesNotContain("W1");
    ContractFile companys = file(town.kit.as(new Actor.OfTenant(new TenantId("tenant-M"))), "E1");
    assertThat(companys.toString()).contains("other=W1");
    assertThat(town.kit.as(new Actor.SubAccount(no("EAST"))).contracts().file(no("W1")).rejection().rule())
        .isEqualTo(town.kit.contracts().file(no("N7")).rejection().rule())
        .isEqualTo("NO_SUCH_CONTRACT");
  }

  @Test
  void everybodyListsWhatHeMaySee() {
    assertThat(visible(town.kit)).containsExactly("E1", "EAST", "M", "STRANGE", "W1", "WEST");
    assertThat(visible(town.kit.as(new Actor.Staff(new StaffId("f"), Actor.Role.FINANCE)))).hasSize(6);
    assertThat(visible(town.kit.as(new Actor.OfTenant(new TenantId("tenant-M")))))
        .containsExactly("E1", "EAST", "M", "W1", "WEST");
    assertThat(visible(town.kit.as(new Actor.SubAccount(no("EAST"))))).containsExactly("E1", "EAST");
    assertThat(visible(town.kit.as(new Actor.OfTenant(new TenantId("tenant-EAST"))))).containsExactly("E1", "EAST");
    assertThat(visible(town.kit.as(new Actor.SubAccount(no("E1"))))).containsExactly("E1");
    assertThat(visible(town.kit.as(new Actor.SubAccount(no("W1"))))).isEmpty();
    assertThat(visible(town.kit.as(new Actor.SubAccount(no("N7"))))).isEmpty();
    assertThat(visible(town.kit.as(new Actor.User(no("E1"), "badge")))).isEmpty();
  }

  private static List<String> visible(ActingKit kit) {
    List<String> seen = new ArrayList<>();
    kit.contracts().visible(contract -> seen.add(contract.no().value()));
    return seen;
  }
}
