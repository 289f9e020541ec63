package org.leasekit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.intake.Portfolio.lease;
import static org.leasekit.intake.Portfolio.master;
import static org.leasekit.intake.Portfolio.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;

/** The contract runs from 2025-04-01 to 2026-03-31, today is 2026-01-20. */
class RowChangesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 20);

  @Test
  void aRowThatSaysTheSameChangesNothing() {
    assertThat(between(row(1), row(1)).isNone()).isTrue();
    // what it would say of changes is not asked
    assertThat(between(row(1), row(1, Field.AGREEMENT, "S-1", Field.EFFECTIVE, "2026-02-01")).isNone())
        .isTrue();
  }

  /** A table without the columns, or with a discount that was agreed for another end, finds the contract unchanged. */
  @Test
  void rulesThatARowDoesNotNameAreNoDifference() {
    RawRow ruled =
        row(1, Field.RATE_UNIT, "week", Field.DISCOUNT_CODE, "A", Field.DISCOUNT_PERCENT, "5",
            Field.RENT_FREE_UNTIL, "2025-04-15");
    assertThat(between(ruled, row(1)).isNone()).isTrue();
    assertThat(between(ruled, ruled).isNone()).isTrue();
    RawRow dearer =
        row(1, Field.RATE_UNIT, "week", Field.DISCOUNT_CODE, "A", Field.DISCOUNT_PERCENT, "4",
            Field.RENT_FREE_UNTIL, "2025-04-15");
    assertThat(between(ruled, dearer).obstacles()).extracting(RowRejection::field).containsExactly("discount_code");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          END_DATE           | 2026-06-30 | ''         | 2026-01-20 | EXTENSION
          END_DATE           | 2026-06-30 | 2026-02-01 | 2026-02-01 | EXTENSION
          END_DATE           | 2026-06-30 | 2026-05-01 | 2026-04-01 | EXTENSION
          END_DATE           | 2026-02-28 | ''         | 2026-03-01 | EARLY_TERMINATION
          END_DATE           | 2026-02-28 | 2026-02-01 | 2026-03-01 | EARLY_TERMINATION
          MONTHLY_RENT       | 900        | 2026-02-01 | 2026-02-01 | RENT_CHANGE
          UNIT               | Z9         | 2026-02-01 | 2026-02-01 | UNIT_SWAP
          PHONE              | 19900000000| ''         | 2026-01-20 | CONTACT_CHANGE
          WECOM_ID           | wm2        | 2026-02-01 | 2026-02-01 | CONTACT_CHANGE
          OCCUPANT_NAME      | 何强       | ''         | 2026-01-20 | OCCUPANT_CHANGE
          PLATE_NO           | 沪A00000   | 2025-05-01 | 2025-05-01 | OCCUPANT_CHANGE
          PAYER_NAME         | 光明公司   | ''         | 2026-01-20 | PAYER_CHANGE
          """)
  void oneOtherCellIsOneChange(
      Field field, String cell, String effective, LocalDate day, String kind) {
    RowChanges found = between(row(1), row(1, field, cell, Field.EFFECTIVE, effective));
    assertThat(found.obstacles()).isEmpty();
    assertThat(found.changes()).hasSize(1);
    assertThat(found.changes().get(0).effective()).isEqualTo(day);
    assertThat(found.changes().get(0).change().kind()).hasToString(kind);
  }

  @Test
  void changesHoldWhatTheRowSays() {
    assertThat(
            changes(
                row(1),
                row(
                    1, Field.END_DATE, "2027-03-31", Field.MONTHLY_RENT, "900", Field.AGREEMENT, "S-7",
                    Field.UNIT, "Z9", Field.PHONE, "", Field.OCCUPANT_NAME, "", Field.PLATE_NO, "",
                    Field.EFFECTIVE, "2026-02-01")))
        .containsExactly(
            new Change.UnitSwap(new UnitRef("中心停车场", "Z9")),
            new Change.Extension(LocalDate.of(2027, 4, 1)),
            new Change.RentChange(MinorUnits.amount(90_000, "CNY"), "S-7"),
            new Change.ContactChange(List.of(new Contact(Channel.WECOM, "wm1"))),
            new Change.OccupantChange(null));
    assertThat(changes(row(1), row(1, Field.OCCUPANT_NAME, "何强")))
        .containsExactly(new Change.OccupantChange(new Occupant("何强", "沪A12345")));
  }

  @Test
  void anotherTenantFromADayOnTakesOverWithTheContactsOfTheRow() {
    RawRow other =
        row(1, Field.TENANT_NAME, "何芳", Field.PHONE, "19900000000", Field.WECOM_ID, "", Field.EFFECTIVE, "2026-02-01");
    RowChanges found = between(row(1), other);
    assertThat(found.obstacles()).isEmpty();
    assertThat(found.changes())
        .containsExactly(
            new RowChanges.Dated(
                LocalDate.of(2026, 2, 1),
                new Change.Assignment(
                    lease(other).tenant().id(), List.of(new Contact(Channel.SMS, "19900000000")))));
  }

  @Test
  void anotherUnitFromTheDayOfTheLongerTermComesAfterTheExtension() {
    assertThat(
            changes(
                row(1),
                row(1, Field.END_DATE, "2027-03-31", Field.UNIT, "Z9", Field.EFFECTIVE, "2026-04-01")))
        .extracting(change -> change.kind().name())
        .containsExactly("EXTENSION", "UNIT_SWAP");
  }

  @Test
  void aTerminationIsNoticedTodayOrOnItsOwnDay() {
    assertThat(changes(row(1), row(1, Field.END_DATE, "2026-02-28")))
        .containsExactly(new Change.EarlyTermination(TODAY));
    assertThat(changes(row(1), row(1, Field.END_DATE, "2025-12-31")))
        .containsExactly(new Change.EarlyTermination(LocalDate.of(2026, 1, 1)));
  }

  @Test
  void aDayOutsideTheTermIsMovedIntoIt() {
    RawRow future =
        row(1, Field.START_DATE, "2026-04-01", Field.END_DATE, "2027-03-31");
    RawRow past =
        row(1, Field.START_DATE, "2024-04-01", Field.END_DATE, "2025-03-31");
    for (RawRow[] each : new RawRow[][] {{future, day(future)}, {past, day(past)}}) {
      assertThat(between(each[0], each[1]).changes())
          .allSatisfy(
              change ->
                  assertThat(lease(each[0]).contract().term().contains(change.effective())).isTrue());
    }
  }

  private static RawRow day(RawRow row) {
    List<String> cells = new ArrayList<>(row.cells());
    cells.set(Portfolio.header().indexOf("wecom_id"), "wm2");
    return new RawRow(row.line(), cells);
  }

  @ParameterizedTest
  @CsvSource({"MONTHLY_RENT,900", "UNIT,Z9"})
  void moneyAndPlaceNeedADay(Field field, String cell) {
    assertThat(between(row(1), row(1, field, cell)).obstacles())
        .containsExactly(RowRule.NO_EFFECTIVE_DAY.brokenBy(""));
  }

  @ParameterizedTest
  @CsvSource({
    "PROJECT,elsewhere", "REMARK,合租:日间", "TENANT_NAME,何芳", "TENANT_TYPE,company",
    "BIRTH_DATE,1980-02-06", "START_DATE,2025-04-02", "CURRENCY,USD", "DEPOSIT,801",
    "BILLING_CYCLE,annual", "PARENT_CONTRACT_NO,M", "STEWARD,管家乙", "RATE_UNIT,week", "RENT_FREE_UNTIL,2025-04-30"
  })
  void whatNoAmendmentExpressesIsNamed(Field field, String cell) {
    RawRow other =
        field == Field.TENANT_TYPE
            ? row(1, field, cell, Field.BIRTH_DATE, "")
            : row(1, field, cell);
    RowChanges found = between(row(1), other);
    assertThat(found.changes()).isEmpty();
    assertThat(found.obstacles()).hasSize(1);
    assertThat(found.obstacles().get(0).broken()).isEqualTo(RowRule.NOT_AMENDABLE);
    Field named = field == Field.TENANT_TYPE || field == Field.BIRTH_DATE ? Field.TENANT_NAME : field;
    assertThat(found.obstacles().get(0).field()).isEqualTo(named.columnName());
  }

  @Test
  void aMasterIsNoOrdinaryContract() {
    assertThat(between(row(1), master(1)).obstacles())
        .extracting(RowRejection::field).containsExactly("remark");
    assertThat(changes(master(1), master(1, Field.END_DATE, "2026-06-30"))).hasSize(1);
  }

  @Test
  void aPersonWithAnotherPhoneIsTheSamePersonAndACompanyIsItsName() {
    RawRow company = row(1, Field.TENANT_TYPE, "company", Field.BIRTH_DATE, "");
    assertThat(lease(row(1)).tenant().id())
        .isNotEqualTo(lease(row(1, Field.PHONE, "19900000000")).tenant().id());
    assertThat(changes(row(1), row(1, Field.PHONE, "19900000000", Field.TENANT_NAME, " 何 伟")))
        .hasSize(1);
    assertThat(
            RowChanges.between(lease(row(1)).contract(), null, lease(row(1, Field.PHONE, "19900000000")), TODAY)
                .obstacles())
        .extracting(RowRejection::field).containsExactly("tenant_name");
    assertThat(
            changes(
                company,
                row(1, Field.TENANT_TYPE, "company", Field.BIRTH_DATE, "", Field.PHONE, "19900000000")))
        .hasSize(1);
  }

  @Test
  void whatHasEndedStaysAsItIs() {
    Contract ended =
        Lifecycle.move(active(row(1)), ContractStatus.EXPIRED, "", "", "", Instant.EPOCH)
            .orElseThrow().contract();
    assertThat(RowChanges.between(ended, lease(row(1)).tenant(), lease(row(1)), TODAY).isNone()).isTrue();
    assertThat(
            RowChanges.between(ended, lease(row(1)).tenant(), lease(row(1, Field.WECOM_ID, "wm2")), TODAY)
                .obstacles())
        .extracting(RowRejection::broken).containsExactly(RowRule.CONTRACT_HAS_ENDED);
  }

  @Test
  void onceTheChangesAreRecordedTheRowSaysTheSame() {
    for (RawRow wanted :
        List.of(
            row(
                1, Field.END_DATE, "2027-03-31", Field.MONTHLY_RENT, "900", Field.AGREEMENT, "S-7",
                Field.UNIT, "Z9", Field.PHONE, "19900000000", Field.OCCUPANT_NAME, "",
                Field.EFFECTIVE, "2026-04-01"),
            row(1, Field.END_DATE, "2026-02-28", Field.WECOM_ID, "wm2"))) {
      Contract stored = active(row(1));
      ContractHistory history = ContractHistory.begin(Origin.of(stored, Instant.EPOCH));
      for (RowChanges.Dated each : between(row(1), wanted).changes()) {
        Proposal proposal = new Proposal(each.effective(), new Proof("a", "b", "c"), each.change());
        history =
            history
                .record(proposal, history.latest().plusSeconds(1), AmendmentPolicy.LENIENT)
                .orElseThrow();
      }
      Contract agreed = RowChanges.asAmended(stored, history);
      assertThat(RowChanges.between(agreed, lease(row(1)).tenant(), lease(wanted), TODAY).isNone())
          .isTrue();
      assertThat(RowChanges.between(agreed, lease(row(1)).tenant(), lease(row(1)), TODAY).isNone())
          .isFalse();
    }
  }

  private static Contract active(RawRow row) {
    return Lifecycle.move(lease(row).contract(), ContractStatus.ACTIVE, "", "", "", Instant.EPOCH)
        .orElseThrow().contract();
  }

  private static RowChanges between(RawRow stored, RawRow wanted) {
    return RowChanges.between(active(stored), lease(stored).tenant(), lease(wanted), TODAY);
  }

  private static List<Change> changes(RawRow stored, RawRow wanted) {
    RowChanges found = between(stored, wanted);
    assertThat(found.obstacles()).isEmpty();
    return Arrays.stream(found.changes().toArray(RowChanges.Dated[]::new))
        .map(RowChanges.Dated::change)
        .toList();
  }
}
