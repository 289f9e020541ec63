package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.intake.Portfolio.lease;
import static org.leasekit.intake.Portfolio.master;
import static org.leasekit.intake.Portfolio.row;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.Links;
import org.leasekit.intake.Field;
import org.leasekit.intake.RawRow;
import org.leasekit.memory.MemoryStores;

/** How rows are judged among one another and beside what is stored, dry and in earnest. */
class ImportedRowsTest {

  private static final String DUPLICATE = "DUPLICATE_CONTRACT_NUMBER";
  private static final String TAKEN = "UNIT_ALREADY_LEASED";
  private static final String NO_MASTER = "NO_SUCH_MASTER";

  @Test
  void rowsThatDoNotContendAreAllAccepted() {
    assertThat(outcome(row(1), row(2), master(3), row(4, Field.PARENT_CONTRACT_NO, "PK3")))
        .isEqualTo(Map.of(1, "ok", 2, "ok", 3, "ok", 4, "ok"));
    assertThat(outcome()).isEmpty();
  }

  @Test
  void aCopyOfALineIsADuplicateAndNothingElse() {
    RawRow first = row(1);
    assertThat(outcome(first, new RawRow(2, first.cells()), new RawRow(3, first.cells())))
        .isEqualTo(Map.of(1, "ok", 2, DUPLICATE, 3, DUPLICATE));
  }

  @Test
  void aRefusedRowDoesNotHoldItsNumberOrItsUnit() {
    assertThat(
            outcome(
                row(1, Field.UNIT, "A", Field.PARENT_CONTRACT_NO, "PK-NOT-THERE"),
                row(2, Field.CONTRACT_NO, "PK1", Field.UNIT, "A"),
                row(3, Field.CONTRACT_NO, "PK1", Field.UNIT, "C"),
                row(4, Field.UNIT, "A")))
        .isEqualTo(Map.of(1, NO_MASTER, 2, "ok", 3, DUPLICATE, 4, TAKEN));
  }

  @Test
  void aUnitIsLetOnceAtATime() {
    assertThat(
            outcome(
                row(1, Field.UNIT, "A"),
                row(2, Field.UNIT, "A", Field.START_DATE, "2026-03-31", Field.END_DATE, "2027-03-30"),
                row(3, Field.UNIT, "A", Field.START_DATE, "2026-04-01", Field.END_DATE, "2027-03-31"),
                row(4, Field.UNIT, "A", Field.START_DATE, "2024-01-01", Field.END_DATE, "2028-01-01"),
                row(5, Field.UNIT, "A", Field.PROJECT, "elsewhere")))
        .isEqualTo(Map.of(1, "ok", 2, TAKEN, 3, "ok", 4, TAKEN, 5, "ok"));
  }

  @Test
  void slotsShareAUnit() {
    assertThat(
            outcome(
                row(1, Field.UNIT, "A", Field.REMARK, "合租:日间"),
                row(2, Field.UNIT, "A", Field.REMARK, "合租:夜间"),
                row(3, Field.UNIT, "A", Field.REMARK, "合租:日间"),
                row(4, Field.UNIT, "A"),
                row(5, Field.UNIT, "B"),
                row(6, Field.UNIT, "B", Field.REMARK, "合租:夜间")))
        .isEqualTo(Map.of(1, "ok", 2, "ok", 3, TAKEN, 4, TAKEN, 5, "ok", 6, TAKEN));
  }

  @Test
  void mastersMayStandBehindWhatIsBelowThemToAnyDepth() {
    RawRow[] rows = new RawRow[2001];
    for (int i = 0; i < 2000; i++) {
      rows[i] = master(i + 1, Field.PARENT_CONTRACT_NO, i == 1999 ? "" : "PK" + (i + 2));
    }
    rows[2000] = row(2001, Field.PARENT_CONTRACT_NO, "PK1");
    assertThat(outcome(rows).values()).hasSize(2001).containsOnly("ok");
  }

  @Test
  void whatIsBelowARefusedMasterFallsWithItToAnyDepth() {
    assertThat(
            outcome(
                row(1, Field.PARENT_CONTRACT_NO, "PK2"),
                master(2, Field.PARENT_CONTRACT_NO, "PK3"),
                master(3, Field.PARENT_CONTRACT_NO, "PK-NOT-THERE"),
                row(4)))
        .isEqualTo(Map.of(1, NO_MASTER, 2, NO_MASTER, 3, NO_MASTER, 4, "ok"));
  }

  @Test
  void anOrdinaryContractIsNoMaster() {
    assertThat(outcome(row(1), row(2, Field.PARENT_CONTRACT_NO, "PK1")))
        .isEqualTo(Map.of(1, "ok", 2, NO_MASTER));
  }

  @Test
  void aTermLiesInsideItsMasters() {
    assertThat(
            outcome(
                master(1, Field.START_DATE, "2025-04-01", Field.END_DATE, "2026-03-31"),
                row(2, Field.PARENT_CONTRACT_NO, "PK1"),
                row(3, Field.PARENT_CONTRACT_NO, "PK1", Field.START_DATE, "2025-03-31"),
                row(4, Field.PARENT_CONTRACT_NO, "PK1", Field.END_DATE, "2026-04-01")))
        .isEqualTo(Map.of(1, "ok", 2, "ok", 3, "TERM_OUTSIDE_MASTER", 4, "TERM_OUTSIDE_MASTER"));
  }

  @Test
  void circlesAreNamedAndWhatLeadsIntoThemIsNot() {
    assertThat(
            outcome(
                row(1, Field.PARENT_CONTRACT_NO, "PK2"),
                master(2, Field.PARENT_CONTRACT_NO, "PK3"),
                master(3, Field.PARENT_CONTRACT_NO, "PK4"),
                master(4, Field.PARENT_CONTRACT_NO, "PK3"),
                master(5, Field.PARENT_CONTRACT_NO, "PK4")))
        .isEqualTo(
            Map.of(
                1, NO_MASTER, 2, NO_MASTER, 3, "HIERARCHY_CYCLE", 4, "HIERARCHY_CYCLE",
                5, NO_MASTER));
  }

  @Test
  void ofTwoMastersWithOneNumberTheOneThatCanStandStands() {
    assertThat(
            outcome(
                master(1, Field.CONTRACT_NO, "M", Field.PARENT_CONTRACT_NO, "PK-NOT-THERE"),
                master(2, Field.CONTRACT_NO, "M"),
                master(3, Field.CONTRACT_NO, "M"),
                row(4, Field.PARENT_CONTRACT_NO, "M")))
        .isEqualTo(Map.of(1, DUPLICATE, 2, "ok", 3, DUPLICATE, 4, "ok"));
  }

  @Test
  void aRowMayConflictInTwoWays() {
    assertThat(outcome(row(1, Field.UNIT, "A"),
            row(2, Field.UNIT, "A", Field.PARENT_CONTRACT_NO, "PK-NOT-THERE")))
        .isEqualTo(Map.of(1, "ok", 2, NO_MASTER + " " + TAKEN));
  }

  @Test
  void whatIsStoredAndTheSameIsUnchangedWhateverHappenedToItSince() {
    Contract stored = stored(row(1));
    Contract renewed =
        Lifecycle.move(stored, ContractStatus.RENEWED, "", "", "", Instant.EPOCH)
            .orElseThrow().contract().withLinks(Links.NONE.withSuccessor(new ContractNo("N")))
            .withVersion(7);
    assertThat(outcome(List.of(renewed), row(1), row(2, Field.CONTRACT_NO, "PK1"), row(3)))
        .isEqualTo(Map.of(1, "same", 2, DUPLICATE, 3, "ok"));
  }

  @Test
  void whatIsStoredAndDiffersIsADuplicate() {
    List<Contract> facts = List.of(stored(row(1)));
    for (Object[] change : new Object[][] {
      {Field.PROJECT, "elsewhere"}, {Field.UNIT, "Z"}, {Field.REMARK, "合租:日间"},
      {Field.TENANT_NAME, "何"}, {Field.PLATE_NO, "X"}, {Field.WECOM_ID, "wm2"},
      {Field.STEWARD, "管家乙"}, {Field.END_DATE, "2026-03-30"}, {Field.MONTHLY_RENT, "801"},
      {Field.CURRENCY, "USD"}, {Field.DEPOSIT, "801"}, {Field.BILLING_CYCLE, "annual"},
      {Field.PARENT_CONTRACT_NO, "M"}
    }) {
      assertThat(outcome(facts, row(1, change))).isEqualTo(Map.of(1, DUPLICATE));
    }
    assertThat(outcome(facts, row(1, Field.MONTHLY_RENT, "¥800", Field.EMAIL, "a@b.c")))
        .isEqualTo(Map.of(1, "same"));
  }

  @Test
  void storedMastersHaveRoomBelowThemUntilTheyEnd() {
    Contract stored = stored(master(9));
    RawRow sub = row(1, Field.PARENT_CONTRACT_NO, "PK9");
    RawRow tooLong = row(2, Field.PARENT_CONTRACT_NO, "PK9", Field.END_DATE, "2026-04-01");
    RawRow between = master(3, Field.PARENT_CONTRACT_NO, "PK9");
    assertThat(outcome(List.of(stored), sub, tooLong, between, row(4, Field.PARENT_CONTRACT_NO, "PK3")))
        .isEqualTo(Map.of(1, "ok", 2, "TERM_OUTSIDE_MASTER", 3, "ok", 4, "ok"));
    Contract ended =
        Lifecycle.move(stored, ContractStatus.TERMINATED, "", "", "", Instant.EPOCH)
            .orElseThrow().contract();
    assertThat(outcome(List.of(ended), sub)).isEqualTo(Map.of(1, NO_MASTER));
    assertThat(outcome(List.of(stored(row(9))), sub)).isEqualTo(Map.of(1, NO_MASTER));
  }

  @Test
  void aUnitThatAStoredContractHoldsIsTaken() {
    List<Contract> facts = List.of(stored(row(9, Field.UNIT, "B1-2")));
    assertThat(outcome(facts, row(1), row(2))).isEqualTo(Map.of(1, "ok", 2, TAKEN));
  }

  private static Contract stored(RawRow row) {
    return Lifecycle.move(
            lease(row).contract(), ContractStatus.ACTIVE, "", "", "", Instant.EPOCH)
        .orElseThrow().contract().withVersion(1);
  }

  private static Map<Integer, String> outcome(RawRow... rows) {
    return outcome(List.of(), rows);
  }

  private static Map<Integer, String> outcome(List<Contract> stored, RawRow... rows) {
    MemoryStores stores = new MemoryStores();
    Imported.given(stores, stored);
    return Imported.into(stores, ImportOptions.STANDARD, rows).words();
  }
}
