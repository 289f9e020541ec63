package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.Settlements;
import org.leasekit.port.StaleVersionException;
import org.leasekit.settlement.Checklist;
import org.leasekit.settlement.ChecklistItem;
import org.leasekit.settlement.Claim;
import org.leasekit.settlement.Fund;
import org.leasekit.settlement.ItemCode;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementStatement;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Settlements}. */
public abstract class SettlementsContract extends StorePortContract {
  private static final ContractNo NO = new ContractNo("C-1");
  private static final ContractNo SMALL = new ContractNo("c-1");

  /** For the test of an adapter. */
  protected SettlementsContract() {}

  private static Settlement opened(LessorId lessor, ContractNo no) {
    return Settlement.open(lessor, no, Checklist.STANDARD, "管家 1", Samples.MICROS);
  }

  private static Settlement some(Settlement of) {
    ChecklistItem.Settled cleared =
        new ChecklistItem.Settled(false, "管家 1", "", "", "", Samples.MICROS);
    ChecklistItem.Settled charged =
        new ChecklistItem.Settled(false, "x", "划痕\t😀\n", "照片", "settlement:C-1:DAMAGE", Samples.MICROS);
    ChecklistItem.Settled waived =
        new ChecklistItem.Settled(true, "x", "丢失".repeat(1000), "e".repeat(2000), "", Samples.MICROS);
    return of.settle(ItemCode.KEYS, cleared)
        .then(next -> next.settle(ItemCode.DAMAGE, charged))
        .then(next -> next.settle(ItemCode.METERS, waived))
        .orElseThrow();
  }

  private static SettlementStatement statement(LessorId lessor, ContractNo no, int number, String by) {
    LocalDate day = LocalDate.of(2026, 3, 1);
    ReceivableKey key =
        new ReceivableKey(new ContractNo("sub"), ChargeCode.RENT, DateRange.of(day, day.plusMonths(1)), 1);
    return new SettlementStatement(
        lessor,
        no,
        number,
        "CNY",
        List.of(
            new Claim(key, no, yuan(1000), yuan(1), yuan(20), yuan(300), yuan(4)),
            new Claim(key, no, kwd(), MinorUnits.amount(0, "KWD"), MinorUnits.amount(0, "KWD"), MinorUnits.amount(0, "KWD"), kwd())),
        List.of(
            new Fund(Fund.Kind.PAYMENT, "付款 1", no, yuan(21), yuan(20), yuan(1)),
            new Fund(Fund.Kind.DEPOSIT, no.value(), new ContractNo("master"), yuan(700), yuan(300), yuan(0))),
        by,
        "签字\t页",
        Samples.MICROS);
  }

  private static javax.money.MonetaryAmount yuan(long minor) {
    return MinorUnits.amount(minor, "CNY");
  }

  private static javax.money.MonetaryAmount kwd() {
    return MinorUnits.amount(1234, "KWD");
  }

  private Settlements settlements() {
    return stores.settlements();
  }

  private Settlement stored(ContractNo no) {
    return settlements().find(Samples.LESSOR, no).orElseThrow();
  }

  @Test
  @DisplayName("Settlements rule 1: a contract has one settlement")
  void addsOnce() {
    assertThat(settlements().find(Samples.LESSOR, NO)).isEmpty();
    assertThat(settlements().add(opened(Samples.LESSOR, NO))).isTrue();
    assertThat(settlements().add(some(opened(Samples.LESSOR, NO)))).isFalse();
    assertThat(stored(NO)).isEqualTo(opened(Samples.LESSOR, NO).withVersion(1));
  }

  @Test
  @DisplayName("Settlements rule 1: of two that open one at once, exactly one does")
  void oneOfTwoOpens() {
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean added = settlements().add(opened(Samples.LESSOR, NO));
              hold.untilTheOtherHasTried();
              return added;
            },
            () -> settlements().add(opened(Samples.LESSOR, NO)));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
  }

  @Test
  @DisplayName("Settlements rule 2: an update of another version is refused and changes nothing")
  void refusesStaleUpdates() {
    settlements().add(opened(Samples.LESSOR, NO));
    Settlement first = stored(NO);
    settlements().update(some(first));
    Settlement second = stored(NO);
    assertThat(second).isEqualTo(some(first).withVersion(2));
    assertThatThrownBy(() -> settlements().update(first.stated()))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> settlements().update(opened(Samples.LESSOR, SMALL).withVersion(1)))
        .isInstanceOf(StaleVersionException.class);
    assertThat(stored(NO)).isEqualTo(second);
    settlements().update(second.stated());
    assertThat(stored(NO)).isEqualTo(second.stated().withVersion(3));
  }

  @Test
  @DisplayName("Settlements rule 2: of two updates of one version at once, one is refused")
  void oneOfTwoUpdates() {
    settlements().add(opened(Samples.LESSOR, NO));
    Settlement first = stored(NO);
    Answers<String> answers =
        updateAtOnce(() -> settlements().update(some(first)), () -> settlements().update(first.stated()));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(stored(NO).version()).isEqualTo(2);
  }

  @Test
  @DisplayName("Settlements rule 3: a statement of a number is made once")
  void addsAStatementOnce() {
    assertThat(settlements().addStatement(statement(Samples.LESSOR, NO, 1, "first"))).isTrue();
    assertThat(settlements().addStatement(statement(Samples.LESSOR, NO, 1, "again"))).isFalse();
    assertThat(settlements().addStatement(statement(Samples.LESSOR, NO, 2, "next"))).isTrue();
    assertThat(settlements().statements(Samples.LESSOR, NO))
        .extracting(SettlementStatement::by)
        .containsExactly("first", "next");
  }

  @Test
  @DisplayName("Settlements rule 3: of two that make one statement at once, exactly one does")
  void oneOfTwoStatements() {
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean added = settlements().addStatement(statement(Samples.LESSOR, NO, 1, "one"));
              hold.untilTheOtherHasTried();
              return added;
            },
            () -> settlements().addStatement(statement(Samples.LESSOR, NO, 1, "other")));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
    assertThat(settlements().statements(Samples.LESSOR, NO)).hasSize(1);
  }

  @Test
  @DisplayName("Settlements rule 4: settlements and statements are found as they were given, each passed once by contract")
  void findsAsGiven() {
    Settlement full = some(opened(Samples.LESSOR, SMALL));
    settlements().add(full);
    settlements().add(Settlement.open(Samples.LESSOR, NO, new Checklist(List.of()), "x", Samples.MICROS));
    assertThat(stored(SMALL)).isEqualTo(full.withVersion(1));
    assertThat(stored(NO).items()).isEmpty();
    assertThat(Everything.all(settlements()::forEach)).containsExactly(stored(NO), stored(SMALL));
    SettlementStatement tenth = statement(Samples.LESSOR, NO, 10, "x");
    SettlementStatement empty =
        new SettlementStatement(Samples.LESSOR, NO, 2, "JPY", List.of(), List.of(), "x", "", Samples.MICROS);
    settlements().addStatement(tenth);
    settlements().addStatement(empty);
    settlements().addStatement(statement(Samples.LESSOR, SMALL, 1, "x"));
    assertThat(settlements().statements(Samples.LESSOR, NO)).containsExactly(empty, tenth);
  }

  @Test
  @DisplayName("Settlements rule 5: what another lessor has is not seen")
  void separatesLessors() {
    settlements().add(opened(Samples.LESSOR, NO));
    settlements().addStatement(statement(Samples.LESSOR, NO, 1, "ours"));
    assertThat(settlements().find(Samples.OTHER_LESSOR, NO)).isEmpty();
    assertThat(settlements().statements(Samples.OTHER_LESSOR, NO)).isEmpty();
    assertThat(settlements().add(some(opened(Samples.OTHER_LESSOR, NO)))).isTrue();
    assertThat(settlements().addStatement(statement(Samples.OTHER_LESSOR, NO, 1, "theirs"))).isTrue();
    assertThat(stored(NO).items()).isEqualTo(opened(Samples.LESSOR, NO).items());
    assertThat(settlements().statements(Samples.LESSOR, NO))
        .extracting(SettlementStatement::by)
        .containsExactly("ours");
    assertThat(Everything.all(settlements()::forEach)).hasSize(1);
  }
}
