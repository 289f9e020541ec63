package org.leasekit.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Proof;
import org.leasekit.billing.Receivable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.StatusChange;
import org.leasekit.hierarchy.Move;
import org.leasekit.money.MinorUnits;
import org.leasekit.payment.Payment;
import org.leasekit.renewal.CaseState;

class MoneyInsightTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private static CashFlowByDay flow(List<Receivable> receivables, List<Payment> payments) {
    return CashFlowByDay.of(
        receivables,
        payments,
        Monetary.getCurrency("CNY"),
        DateRange.of(FIRST, FIRST.plusDays(4)),
        Season.ZONE);
  }

  private static Receivable due(int day, long yuan) {
    return Season.receivable("A", "A", FIRST.plusDays(day), Season.yuan(yuan), "02-01 00:00");
  }

  @Test
  void eachDayHasWhatFellDueAndWhatCameInByTheLessorsDay() {
    CashFlowByDay flow =
        flow(
            List.of(
                due(-1, 7),
                due(0, 100),
                due(0, 20),
                due(3, 5),
                due(4, 7),
                Season.receivable(
                    "A", "A", FIRST, MinorUnits.amount(9, "USD"), "02-01 00:00")),
            List.of(
                Season.payment("P1", Season.yuan(30), "03-01 00:00"),
                Season.payment("P2", Season.yuan(3), "03-02 23:59"),
                Season.payment("P3", Season.yuan(8), "03-05 00:00"),
                Season.payment("P4", MinorUnits.amount(9, "USD"), "03-01 12:00")));
    assertThat(flow.days())
        .containsExactly(
            new CashFlowByDay.Day(FIRST, Season.yuan(120), Season.yuan(30)),
            new CashFlowByDay.Day(FIRST.plusDays(1), Season.yuan(0), Season.yuan(3)),
            new CashFlowByDay.Day(FIRST.plusDays(2), Season.yuan(0), Season.yuan(0)),
            new CashFlowByDay.Day(FIRST.plusDays(3), Season.yuan(5), Season.yuan(0)));
  }

  @Test
  void whatIsCreditedOrFrozenDoesNotFallDue() {
    Receivable credited = due(0, 100).credit(Season.yuan(30));
    Receivable frozen = due(1, 50);
    CashFlowByDay flow =
        CashFlowByDay.of(
            List.of(credited, frozen), one -> one.equals(frozen) ? 20_00 : 0, List.of(),
            Monetary.getCurrency("CNY"), DateRange.of(FIRST, FIRST.plusDays(2)), Season.ZONE);
    assertThat(flow.days()).extracting(CashFlowByDay.Day::due).containsExactly(Season.yuan(70), Season.yuan(30));
  }

  @Test
  void noMoneyComesWhenADepositPays() {
    CashFlowByDay flow =
        flow(
            List.of(due(0, 100)),
            List.of(
                Season.payment("deposit:A:1:1", Season.yuan(70), "03-01 12:00"),
                Season.payment("P1", Season.yuan(30), "03-01 12:00")));
    assertThat(flow.days().get(0).received()).isEqualTo(Season.yuan(30));
  }

  @Test
  void pressureIsTooLittleOverTheWindowOnADayOnWhichSomethingFallsDue() {
    CashFlowByDay flow =
        flow(
            List.of(due(0, 100), due(1, 100), due(3, 100)),
            List.of(
                Season.payment("P1", Season.yuan(50), "03-01 12:00"),
                Season.payment("P2", Season.yuan(40), "03-02 12:00")));
    BigDecimal half = new BigDecimal("0.5");
    // day 0: 50 of 100 is enough; day 1: 90 of 200; day 2 has nothing due; day 3: 0 of 100
    assertThat(flow.pressureDays(2, half))
        .containsExactly(FIRST.plusDays(1), FIRST.plusDays(3));
    assertThat(flow.pressureDays(4, new BigDecimal("0.3"))).isEmpty();
    assertThatThrownBy(() -> flow.pressureDays(0, half)).hasMessageContaining("window");
  }

  private static final List<Contract> TREE =
      List.of(
          Season.contract("S2", "U2", "N"),
          Season.contract("M", null, null),
          Season.contract("N", null, "M"),
          Season.contract("S3", "U3", "M"),
          Season.contract("S1", "U1", "M"),
          Season.contract("ALONE", "U4", null));

  private static MasterCohort cohort(String masterStands, Receivable... receivables) {
    return cohort(masterStands, List.of(), receivables);
  }

  private static MasterCohort cohort(String masterStands, List<Move> moves, Receivable... receivables) {
    Season season = new Season();
    season.renewal("S1", CaseState.RENEWED, "03-02 12:00");
    season.renewal("S3", CaseState.ACCEPTED, "03-02 12:00");
    List<MasterCohort> cohorts =
        MasterCohorts.of(
            TREE, List.of(Season.signed("M", masterStands)), moves, List.of(receivables), season.cases);
    assertThat(cohorts).hasSize(1);
    return cohorts.get(0);
  }

  private static Receivable charge(String no, String payer, long yuan, String raised) {
    return Season.receivable(no, payer, FIRST, Season.yuan(yuan), raised);
  }

  @Test
  void theBillOfAMasterIsTheSumOfItsTree() {
    MasterCohort cohort =
        cohort(
            "01-01 00:00",
            charge("M", "M", 10, "01-01 00:00"),
            charge("S1", "M", 100, "02-01 00:00"),
            charge("S2", "M", 1000, "02-01 00:00"),
            charge("ALONE", "ALONE", 5, "02-01 00:00"));
    assertThat(cohort.master().no()).isEqualTo(new ContractNo("M"));
    assertThat(cohort.billed()).isEqualTo(Season.yuan(1110));
    assertThat(cohort.own()).isEqualTo(Season.yuan(10));
    assertThat(cohort.treeTotal()).isEqualTo(Season.yuan(1110));
    assertThat(cohort.billEqualsTree()).isTrue();
    assertThat(cohort.subs())
        .extracting(sub -> sub.contract().no().value(), MasterCohort.Sub::standing)
        .containsExactly(
            tuple("N", MasterCohort.Standing.RUNNING),
            tuple("S1", MasterCohort.Standing.RENEWED),
            tuple("S2", MasterCohort.Standing.RUNNING),
            tuple("S3", MasterCohort.Standing.OPEN));
  }

  @Test
  void aChargeThatIsMissingFromTheBillShows() {
    MasterCohort cohort =
        cohort(
            "01-01 00:00",
            charge("S1", "M", 100, "02-01 00:00"),
            charge("S3", "S3", 7, "01-01 00:00"));
    assertThat(cohort.treeTotal()).isEqualTo(Season.yuan(107));
    assertThat(cohort.billEqualsTree()).isFalse();
  }

  /** A sub-contract that renewed before its master did: no past money moves. */
  @Test
  void whatWasChargedBeforeTheMasterStoodIsNotOfItsTree() {
    MasterCohort cohort =
        cohort(
            "01-15 00:00",
            charge("S1", "M", 100, "01-15 00:00"),
            charge("S3", "S3", 7, "01-14 23:59"));
    assertThat(cohort.treeTotal()).isEqualTo(Season.yuan(100));
    assertThat(cohort.billEqualsTree()).isTrue();
  }

  private static Move move(String no, String from, String to, String known) {
    return new Move(
        Season.LESSOR,
        new ContractNo(no),
        1,
        Move.Kind.PLACE,
        from == null ? null : new ContractNo(from),
        to == null ? null : new ContractNo(to),
        LocalDate.of(2026, 1, 1),
        Season.at(known),
        new Proof("steward", "agreed", "SA-1"));
  }

  /** Re-parenting moves no past money, neither into a tree nor out of it. */
  @Test
  void whatIsChargedElsewhereStaysThereWhoeverMoves() {
    MasterCohort cohort =
        cohort(
            "01-01 00:00",
            List.of(
                move("S1", null, "M", "02-10 00:00"), move("ALONE", "M", null, "02-10 00:00")),
            charge("S1", "S1", 100, "02-01 00:00"),
            charge("S1", "M", 10, "02-10 00:00"),
            charge("ALONE", "M", 7, "02-09 23:59"),
            charge("ALONE", "ALONE", 5, "02-10 00:00"));
    assertThat(cohort.billed()).isEqualTo(Season.yuan(17));
    assertThat(cohort.billEqualsTree()).isTrue();
  }
}
