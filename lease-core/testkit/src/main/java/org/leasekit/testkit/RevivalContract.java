package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Phase;
import org.leasekit.application.AmendContract;
import org.leasekit.application.BookPackage;
import org.leasekit.application.ClearItem;
import org.leasekit.application.CloseSettlement;
import org.leasekit.application.OpenSettlement;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.StatusChange;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.money.MinorUnits;
import org.leasekit.occupancy.Booking;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.renewal.CaseState;
import org.leasekit.settlement.ItemCode;
import org.leasekit.settlement.SettlementStatement;

/** Contracts that have ended and of which it is learnt late that they go on, on an adapter's stores. */
public abstract class RevivalContract extends AmendmentJourney {

  /** For subclasses. */
  protected RevivalContract() {}

  private ContractStatus status(String no) {
    return town.contract(no).status();
  }

  private List<StatusChange> life(String no) {
    return town.stores.contracts().changes(RenewalTown.LESSOR, List.of(new ContractNo(no)));
  }

  /** What is owed of the rent after all corrections, in cents. */
  private long rent(String no) {
    return town.receivables(no).stream()
        .filter(each -> each.key().charge().value().equals("RENT"))
        .mapToLong(each -> MinorUnits.of(each.amount()) - MinorUnits.of(each.credited()))
        .sum();
  }

  private void terminatedInSeptember() {
    town.let("A", lease -> {});
    amend(termination("A", "2025-09-01", SubsAtEnd.REFUSE));
    town.goTo("2025-09-01", "01:00");
    assertThat(status("A")).isEqualTo(ContractStatus.TERMINATED);
    assertThat(rent("A")).isEqualTo(5_000_00);
  }

  @Test
  void anEarlyEndThatIsWithdrawnLateWasNone() {
    terminatedInSeptember();
    town.kit
        .packages()
        .book(new BookPackage("P-1", "garage", "U-A", "tenant-A", day("2025-09-02"), day("2025-09-20")))
        .orElseThrow();
    Instant ended = town.clock.instant();
    town.goTo("2025-09-05", "10:00");
    assertThat(withdraw("A", 1).isAccepted()).isTrue();
    assertThat(status("A")).isEqualTo(ContractStatus.ACTIVE);
    assertThat(town.contract("A").terminatesOn()).isNull();
    assertThat(life("A"))
        .extracting(StatusChange::from, StatusChange::to, StatusChange::by, StatusChange::reason, StatusChange::evidence)
        .element(2)
        .isEqualTo(
            tuple(ContractStatus.TERMINATED, ContractStatus.ACTIVE, "steward-a", "a mistake", "mail 8"));
    assertThat(life("A").get(2).at()).isEqualTo(town.clock.instant());
    // what was answered stays the answer
    Instant now = town.clock.instant().plusSeconds(1);
    assertThat(asOf("A", "2025-09-03", ended).phase()).isEqualTo(Phase.TERMINATED);
    assertThat(asOf("A", "2025-09-03", now).phase()).isEqualTo(Phase.RUNNING);
    assertThat(holds("U-A"))
        .singleElement()
        .satisfies(hold -> assertThat(hold.days()).isEqualTo(days("2025-04-01", "2026-04-01")));
    DateRange september = days("2025-09-01", "2025-10-01");
    assertThat(town.kit.occupancy().occupancy(ended).orElseThrow().gaps(holds("U-A").get(0).unit(), september))
        .containsExactly(september);
    assertThat(town.kit.occupancy().occupancy(now).orElseThrow().gaps(holds("U-A").get(0).unit(), september))
        .isEmpty();
    // days that the guest has used up are his
    Booking guest = town.kit.packages().find("P-1").orElseThrow().orElseThrow();
    assertThat(guest.keptUntil()).isEqualTo(day("2025-09-05"));
    town.goTo("2025-09-05", "11:00");
    assertThat(rent("A")).isEqualTo(6_000_00);
    town.goTo("2026-03-05", "11:00");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    town.goTo("2026-04-01", "01:00");
    assertThat(rent("A")).isEqualTo(12_000_00);
    assertThat(status("A")).isEqualTo(ContractStatus.EXPIRED);
    assertThat(life("A")).hasSize(4);
  }

  @Test
  void aUnitThatIsLetMeanwhileIsNamedAndNothingChanges() {
    terminatedInSeptember();
    town.let("B", lease -> {
      lease.unit = "U-A";
      lease.start = "2025-10-01";
    });
    Rejection taken = withdraw("A", 1).rejection();
    assertThat(taken).isInstanceOf(ContractRejection.UnitAlreadyLeased.class);
    assertThat(taken.data()).contains("U-A");
    assertThat(status("A")).isEqualTo(ContractStatus.TERMINATED);
    assertThat(life("A")).hasSize(2);
    assertThat(town.kit.amendments().history(new ContractNo("A")).orElseThrow().recorded()).hasSize(1);
    town.goTo("2025-11-01", "01:00");
    assertThat(rent("A")).isEqualTo(5_000_00);
  }

  @Test
  void whatWouldHaveEndedMeanwhileAnywayEndsAgainAndOwesItsDays() {
    terminatedInSeptember();
    town.goTo("2026-05-10", "10:00");
    assertThat(withdraw("A", 1).isAccepted()).isTrue();
    town.goTo("2026-05-10", "10:30");
    assertThat(status("A")).isEqualTo(ContractStatus.EXPIRED);
    assertThat(life("A"))
        .extracting(StatusChange::to)
        .containsExactly(
            ContractStatus.ACTIVE, ContractStatus.TERMINATED, ContractStatus.ACTIVE, ContractStatus.EXPIRED);
    assertThat(rent("A")).isEqualTo(12_000_00);
  }

  @Test
  void aTermThatIsExtendedLateGoesOn() {
    town.let("A", lease -> {});
    town.goTo("2026-04-01", "01:00");
    assertThat(status("A")).isEqualTo(ContractStatus.EXPIRED);
    town.goTo("2026-04-03", "10:00");
    amend(extension("A", "2026-04-01", "2026-07-01"));
    assertThat(status("A")).isEqualTo(ContractStatus.ACTIVE);
    town.goTo("2026-04-03", "11:00");
    assertThat(rent("A")).isEqualTo(13_000_00);
    town.goTo("2026-06-05", "11:00");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    town.goTo("2026-07-01", "01:00");
    assertThat(status("A")).isEqualTo(ContractStatus.EXPIRED);
    assertThat(rent("A")).isEqualTo(15_000_00);
    // a change that makes nothing last longer revives nothing
    amend(new AmendContract.ContactChange(basis("A", "2026-06-01"), List.of()));
    assertThat(status("A")).isEqualTo(ContractStatus.EXPIRED);
  }

  @Test
  void whatASuccessorContinuesStaysEnded() {
    town.let("A", lease -> {});
    town.goTo("2026-03-02", "10:00");
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    town.sign("A", "S-1").orElseThrow();
    town.goTo("2026-04-01", "01:00");
    assertThat(rejected(extension("A", "2026-04-01", "2026-07-01")).rule()).isEqualTo("CONTRACT_NOT_ACTIVE");
    assertThat(status("A")).isEqualTo(ContractStatus.RENEWED);
  }

  @Test
  void whatAStatementHasSettledStaysEndedAndPaysItsDepositBackOnce() {
    terminatedInSeptember();
    town.kit.settlements().open(new OpenSettlement("A", "steward-a")).orElseThrow();
    // nothing is settled yet: it goes on, and ends as agreed now
    assertThat(withdraw("A", 1).isAccepted()).isTrue();
    assertThat(closed().rejection().rule()).isEqualTo("LEASE_NOT_ENDED");
    amend(termination("A", "2025-10-01", SubsAtEnd.REFUSE));
    town.goTo("2025-10-01", "01:00");
    town.goTo("2025-10-01", "02:00");
    for (ItemCode item : List.of(ItemCode.METERS, ItemCode.DAMAGE, ItemCode.KEYS, ItemCode.DEPOSIT, ItemCode.ACCESS_CARDS)) {
      town.kit.settlements().clear(new ClearItem("A", item, "steward-a", "protocol", "", null)).orElseThrow();
    }
    assertThat(closed().isAccepted()).isTrue();
    assertThat(withdraw("A", 3).rejection().rule()).isEqualTo("CONTRACT_SETTLED");
    assertThat(status("A")).isEqualTo(ContractStatus.TERMINATED);
  }

  private Outcome<SettlementStatement> closed() {
    return town.kit.settlements().close(new CloseSettlement("A", 1, "finance-1", "signed protocol"));
  }

  @Test
  void aTreeThatEndedIsCorrectedFromTheTopDown() {
    town.let("M", lease -> lease.master = true);
    town.let("S", lease -> lease.parent = "M");
    amend(termination("M", "2025-09-01", SubsAtEnd.END_TOO));
    town.goTo("2025-09-01", "01:00");
    assertThat(status("S")).isEqualTo(ContractStatus.TERMINATED);
    assertThat(withdraw("S", 1).rejection().rule()).isEqualTo("CONTRACT_HAS_ENDED");
    assertThat(withdraw("M", 1).isAccepted()).isTrue();
    assertThat(status("M")).isEqualTo(ContractStatus.ACTIVE);
    assertThat(status("S")).isEqualTo(ContractStatus.TERMINATED);
    assertThat(withdraw("S", 1).isAccepted()).isTrue();
    assertThat(status("S")).isEqualTo(ContractStatus.ACTIVE);
    assertThat(town.contract("S").parent()).contains(new ContractNo("M"));
    town.goTo("2025-09-01", "02:00");
    assertThat(rent("S")).isEqualTo(6_000_00);
    assertThat(town.receivables("S")).allMatch(each -> each.payer().equals(new ContractNo("M")));
  }
}
