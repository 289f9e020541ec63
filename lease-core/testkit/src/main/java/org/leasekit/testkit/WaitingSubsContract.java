package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.ActingKit;
import org.leasekit.access.Actor;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.OpenItems;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Right;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.StewardTask;

/**
 * Sub-contracts that are renewed before their masters, through the front door, on an adapter's stores: M with EAST and WEST
 * below it, and leases E1 and W1 below those. Every renewal asks for another month of deposit.
 */
public abstract class WaitingSubsContract {
  private FamilyTown town;

  /** For subclasses. */
  protected WaitingSubsContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town =
        new FamilyTown(
            stores(),
            validator(),
            RenewalTown.profile()
                .withOffers(
                    PricingStrategies.withDeposit(PricingStrategies.UNCHANGED, 2), OfferPolicy.STANDARD));
    town.master("M", null);
    town.master("EAST", "M");
    town.master("WEST", "M");
    town.lease("E1", "EAST");
    town.lease("W1", "WEST");
    town.kit.hierarchy().grant(FamilyTown.right("EAST", Right.VIEW)).orElseThrow();
    town.kit.hierarchy().grant(FamilyTown.right("EAST", Right.PAY)).orElseThrow();
    town.kit.hierarchy().grant(FamilyTown.right("E1", Right.VIEW)).orElseThrow();
    town.grant("E1", Right.PAY, "500.00", null);
  }

  private List<String> path(String no) {
    Contract contract = town.town.contract(no);
    return Stream.concat(
            Stream.of(no), contract.parent().stream().flatMap(up -> path(up.value()).stream()))
        .toList();
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "" : outcome.rejection().rule();
  }

  private void renewLease(String no) {
    town.town.payRenewal(no, "P-" + no, "2000.00").orElseThrow();
    town.town.sign(no, "S-" + no).orElseThrow();
  }

  private void renewMaster(String no) {
    town.town.sign(no, "S-" + no).orElseThrow();
  }

  private List<Tuple> grants(String account) {
    return town.kit.hierarchy().grants(no(account)).orElseThrow().stream()
        .filter(Grant::stands)
        .map(grant -> tuple(grant.delegation().grantor().value(), grant.delegation().right()))
        .toList();
  }

  private List<Tuple> moves(String no) {
    return town.kit.hierarchy().places(no(no)).orElseThrow().moves().stream()
        .map(move -> tuple(value(move.from()), value(move.to()), move.effective().toString()))
        .toList();
  }

  private static @Nullable String value(
      @Nullable ContractNo no) {
    return no == null ? null : no.value();
  }

  private List<String> tasks() {
    return town.town.tasks().stream()
        .filter(task -> task.kind() == StewardTask.Kind.MASTER_NOT_RENEWED && task.isOpen())
        .map(task -> task.contract().value())
        .toList();
  }

  /** What the tenants of these contracts may do is the same whoever of them was renewed first. */
  private void mayDoWhatIsGranted(String lease, String account, String sibling) {
    ActingKit own = town.kit.as(new Actor.SubAccount(no(lease)));
    assertThat(rule(own.hierarchy().payerOf(no(lease)))).isEmpty();
    assertThat(rule(own.payments().receive(FamilyTown.payment("A-" + lease, lease, "500.00")))).isEmpty();
    assertThat(rule(own.payments().receive(FamilyTown.payment("B-" + lease, lease, "500.01"))))
        .isEqualTo("BEYOND_GRANTED_LIMIT");
    assertThat(rule(own.amendments().amend(FamilyTown.contacts(lease)))).isEqualTo("RIGHT_NOT_GRANTED");
    ActingKit above = town.kit.as(new Actor.SubAccount(no(account)));
    assertThat(rule(above.contracts().file(no(lease)))).isEmpty();
    ActingKit beside = town.kit.as(new Actor.SubAccount(no(sibling)));
    assertThat(rule(beside.contracts().file(no(lease)))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(own.contracts().file(no(sibling)))).isEqualTo("NO_SUCH_CONTRACT");
    List<ContractNo> seen = new ArrayList<>();
    beside.contracts().visible(contract -> seen.add(contract.no()));
    assertThat(seen).doesNotContain(no(lease));
  }

  @Test
  void whoIsRenewedFirstKeepsItsPlaceUntilItsMasterIsRenewed() {
    town.town.goTo("2026-03-02", "10:00");
    renewLease("E1");
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST", "M");
    assertThat(grants("E1-R1")).containsExactly(tuple("EAST", Right.VIEW), tuple("EAST", Right.PAY));
    mayDoWhatIsGranted("E1-R1", "EAST", "WEST");
    renewMaster("EAST");
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST-R1", "M");
    assertThat(path("EAST-R1")).containsExactly("EAST-R1", "M");
    assertThat(grants("EAST-R1")).containsExactly(tuple("M", Right.VIEW), tuple("M", Right.PAY));
    assertThat(grants("E1-R1")).containsExactly(tuple("EAST-R1", Right.VIEW), tuple("EAST-R1", Right.PAY));
    renewMaster("M");
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST-R1", "M-R1");
    assertThat(grants("EAST-R1")).containsExactly(tuple("M-R1", Right.VIEW), tuple("M-R1", Right.PAY));
    assertThat(moves("E1-R1")).containsExactly(tuple("EAST", "EAST-R1", "2026-03-02"));
    assertThat(moves("EAST-R1")).containsExactly(tuple("M", "M-R1", "2026-03-02"));
    town.town.goTo("2026-04-01", "01:00");
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST-R1", "M-R1");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void theMastersBillIsThatOfItsTreeAllTheWay() {
    town.town.goTo("2026-03-02", "10:00");
    town.town.payRenewal("E1", "P-1", "2000.00").orElseThrow();
    town.town.sign("E1", "S-1").orElseThrow();
    assertThat(payers("E1-R1")).containsOnly("M");
    assertThat(town.town.receivables("E1-R1"))
        .extracting(each -> each.key().charge())
        .containsExactlyInAnyOrder(ChargeCode.RENT, ChargeCode.DEPOSIT);
    assertThat(town.town.receivables("E1-R1")).allMatch(each -> each.outstanding().isZero());
    assertThat(owed("M")).isEqualTo(outstanding("E1", "W1", "E1-R1"));
    renewLease("W1");
    assertThat(owed("M")).isEqualTo(outstanding("E1", "W1", "E1-R1", "W1-R1"));
    renewMaster("M");
    renewMaster("EAST");
    renewMaster("WEST");
    town.town.goTo("2026-05-01", "01:00");
    assertThat(owed("M") + owed("M-R1")).isEqualTo(outstanding("E1", "W1", "E1-R1", "W1-R1"));
    assertThat(town.town.receivables("E1-R1").stream().filter(each -> each.key().period().start().isAfter(day("2026-04-01"))))
        .isNotEmpty()
        .allMatch(each -> each.payer().equals(no("M-R1")));
  }

  private List<String> payers(String no) {
    return town.town.receivables(no).stream().map(each -> each.payer().value()).toList();
  }

  private long owed(String no) {
    OpenItems items = town.kit.billing().owed(no(no)).orElseThrow();
    return items.items().stream().mapToLong(item -> MinorUnits.of(item.receivable().outstanding())).sum();
  }

  private long outstanding(String... contracts) {
    return Stream.of(contracts)
        .flatMap(each -> town.town.receivables(each).stream())
        .map(Receivable::outstanding)
        .mapToLong(MinorUnits::of)
        .sum();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void aLockOnTheTreeHoldsForWhoWaitsInIt() {
    town.town.goTo("2026-03-02", "10:00");
    town.kit
        .locks()
        .suspend(
            new LockReceivables(
                "TREE", new LockScope.Subtree(no("M")), LockReason.DISPUTE, "the lift is broken", "boss", "chief",
                RenewalTown.at("2026-03-11", "00:00"), null, false))
        .orElseThrow();
    renewLease("E1");
    assertThat(rentOf("E1-R1")).isZero();
    renewMaster("EAST");
    renewMaster("M");
    town.town.goTo("2026-04-02", "01:00");
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST-R1", "M-R1");
    assertThat(rentOf("E1-R1")).isZero();
    assertThat(town.stores.locks().of(RenewalTown.LESSOR, List.of(no("M-R1")))).hasSize(1);
  }

  @Test
  void aLockOnTheTreeLetsGoOfWhoStandsAlone() {
    town.town.goTo("2026-03-02", "10:00");
    town.kit
        .locks()
        .suspend(
            new LockReceivables(
                "TREE", new LockScope.Subtree(no("M")), LockReason.DISPUTE, "the lift is broken", "boss", "chief",
                RenewalTown.at("2026-03-11", "00:00"), null, false))
        .orElseThrow();
    renewLease("E1");
    assertThat(rentOf("E1-R1")).isZero();
    town.town.goTo("2026-04-01", "01:00");
    town.town.goTo("2026-04-02", "01:00");
    assertThat(path("E1-R1")).containsExactly("E1-R1");
    assertThat(rentOf("E1-R1")).isEqualTo(1000_00);
  }

  private long rentOf(String no) {
    return town.town.receivables(no).stream()
        .filter(each -> each.key().charge().equals(ChargeCode.RENT))
        .map(each -> each.amount().subtract(each.credited()))
        .mapToLong(MinorUnits::of)
        .sum();
  }

  @Test
  void whoseMasterDeclinesStandsAloneOnceItHasEnded() {
    town.town.goTo("2026-03-02", "10:00");
    renewLease("E1");
    town.town.decline("EAST").orElseThrow();
    assertThat(tasks()).containsExactly("E1");
    standsAloneFromApril();
  }

  @Test
  void whoseMasterLapsesStandsAloneOnceItHasEnded() {
    town.town.goTo("2026-03-02", "10:00");
    renewLease("E1");
    assertThat(tasks()).isEmpty();
    standsAloneFromApril();
  }

  private void standsAloneFromApril() {
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST", "M");
    town.town.goTo("2026-03-31", "23:00");
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST", "M");
    mayDoWhatIsGranted("E1-R1", "EAST", "WEST");
    town.town.goTo("2026-04-01", "01:00");
    assertThat(path("E1-R1")).containsExactly("E1-R1");
    assertThat(moves("E1-R1")).containsExactly(tuple("EAST", null, "2026-04-01"));
    assertThat(tasks()).containsExactly("E1");
    town.town.goTo("2026-05-01", "01:00");
    List<String> payers = payers("E1-R1");
    // no past money moves
    assertThat(payers).containsOnly("M", "E1-R1");
    assertThat(payers.stream().filter("M"::equals)).hasSize(2);
    ActingKit alone = town.kit.as(new Actor.SubAccount(no("E1-R1")));
    assertThat(rule(alone.amendments().amend(FamilyTown.contacts("E1-R1")))).isNotEqualTo("RIGHT_NOT_GRANTED");
  }

  @Test
  void whoseMasterIsNotRenewedComesBelowWhoeverGoesOnFurtherUp() {
    town.town.goTo("2026-03-02", "10:00");
    renewLease("E1");
    renewMaster("M");
    town.town.goTo("2026-04-01", "01:00");
    assertThat(path("E1-R1")).containsExactly("E1-R1", "M-R1");
    assertThat(moves("E1-R1")).containsExactly(tuple("EAST", "M-R1", "2026-04-01"));
    assertThat(tasks()).containsExactly("E1");
    // what EAST has let it do was EAST's to grant
    assertThat(grants("E1-R1")).noneMatch(grant -> grant.toList().get(0).equals("EAST"));
  }

  @Test
  void aTermBeyondThatOfARenewedMasterIsRefusedByItsName() {
    town.town.goTo("2026-03-02", "10:00");
    renewMaster("EAST");
    town.kit
        .amendments()
        .amend(AmendmentJourney.termination("EAST-R1", "2026-10-01", SubsAtEnd.REFUSE))
        .orElseThrow();
    Outcome<?> refused = town.town.accept("E1");
    assertThat(rule(refused)).isEqualTo("SUB_TERM_OUTSIDE_MASTER");
    assertThat(refused.rejection().data())
        .containsExactly("E1-R1", "2026-04-01", "2027-03-31", "EAST-R1", "2026-04-01", "2026-09-30");
    assertThat(rule(town.town.sign("E1", "S-1"))).isEqualTo("SUB_TERM_OUTSIDE_MASTER");
    // money that comes all the same is kept
    town.town.payRenewal("E1", "P-1", "2000.00").orElseThrow();
    assertThat(rule(town.town.sign("E1", "S-1"))).isEqualTo("SUB_TERM_OUTSIDE_MASTER");
    assertThat(town.stores.contracts().find(RenewalTown.LESSOR, no("E1-R1"))).isEmpty();
    // whoever is to go on alone is made to stand alone first
    town.kit.hierarchy().promote(FamilyTown.promotion("E1")).orElseThrow();
    town.town.sign("E1", "S-1").orElseThrow();
    assertThat(path("E1-R1")).containsExactly("E1-R1");
  }

  @Test
  void aTermBeyondThatOfAMasterThatIsRenewedLaterWaitsToItsEndAndSomebodyKnows() {
    town.town.let(
        "E2",
        lease -> {
          lease.parent = "EAST";
          lease.start = "2024-04-01";
        });
    town.town.goTo("2026-03-02", "10:00");
    renewLease("E2");
    assertThat(town.town.contract("E2-R1").term().endExclusive()).isEqualTo(day("2028-04-01"));
    renewMaster("M");
    renewMaster("EAST");
    assertThat(tasks()).containsExactly("E2");
    assertThat(path("E2-R1")).containsExactly("E2-R1", "EAST", "M");
    assertThat(grants("E2-R1")).isEmpty();
    town.town.goTo("2026-04-01", "01:00");
    assertThat(path("E2-R1")).containsExactly("E2-R1");
    assertThat(moves("E2-R1")).containsExactly(tuple("EAST", null, "2026-04-01"));
  }

  @Test
  void whoseTermBeginsBeforeItsMasterEndsGoesOverOnThatDay() {
    town.town.let(
        "E3",
        lease -> {
          lease.parent = "EAST";
          lease.start = "2025-03-01";
          lease.lastDay = "2026-02-28";
        });
    town.kit.hierarchy().grant(FamilyTown.right("E3", Right.RENEW)).orElseThrow();
    town.town.goTo("2026-02-20", "10:00");
    renewLease("E3");
    town.town.goTo("2026-03-02", "10:00");
    renewMaster("M");
    renewMaster("EAST");
    assertThat(path("E3-R1")).containsExactly("E3-R1", "EAST", "M");
    town.town.goTo("2026-04-01", "01:00");
    assertThat(path("E3-R1")).containsExactly("E3-R1", "EAST-R1", "M-R1");
    assertThat(moves("E3-R1")).containsExactly(tuple("EAST", "EAST-R1", "2026-04-01"));
    assertThat(grants("E3-R1")).containsExactly(tuple("EAST-R1", Right.RENEW));
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aMasterThatEndsEarlySaysWhatBecomesOfWhoWaits() {
    town.town.goTo("2026-03-02", "10:00");
    renewLease("E1");
    Outcome<?> refused =
        town.kit.amendments().amend(AmendmentJourney.termination("EAST", "2026-03-20", SubsAtEnd.REFUSE));
    assertThat(rule(refused)).isEqualTo("MASTER_HAS_LIVE_SUBS");
    assertThat(refused.rejection().data()).contains("2");
    town.kit
        .amendments()
        .amend(AmendmentJourney.termination("EAST", "2026-03-20", SubsAtEnd.PROMOTE))
        .orElseThrow();
    assertThat(path("E1-R1")).containsExactly("E1-R1", "EAST", "M");
    town.town.goTo("2026-03-20", "01:00");
    assertThat(path("E1-R1")).containsExactly("E1-R1");
    assertThat(moves("E1-R1")).containsExactly(tuple("EAST", null, "2026-03-20"));
    assertThat(tasks()).isEmpty();
  }

  @Test
  void nobodyWaitsBelowAMasterOfWhichItIsKnownThatItEndsEarly() {
    town.town.goTo("2026-03-02", "10:00");
    town.kit
        .amendments()
        .amend(AmendmentJourney.termination("EAST", "2026-03-20", SubsAtEnd.PROMOTE))
        .orElseThrow();
    Outcome<?> refused = town.town.sign("E1", "S-E1");
    assertThat(rule(refused)).isEqualTo("SUB_TERM_OUTSIDE_MASTER");
    assertThat(refused.rejection().data()).contains("EAST");
    // it stands alone once the master has ended, and may be renewed then
    town.town.goTo("2026-03-20", "01:00");
    renewLease("E1");
    assertThat(path("E1-R1")).containsExactly("E1-R1");
  }

  @Test
  void whatWaitsMayBeExtendedAndPutElsewhere() {
    town.master("N", null);
    town.town.goTo("2026-03-02", "10:00");
    renewLease("E1");
    town.kit.amendments().amend(AmendmentJourney.extension("E1-R1", "2027-04-01", "2027-05-01")).orElseThrow();
    town.kit.hierarchy().promote(FamilyTown.promotion("E1-R1")).orElseThrow();
    renewMaster("EAST");
    // somebody said that it stands alone
    assertThat(path("E1-R1")).containsExactly("E1-R1");
  }
}
