package org.leasekit.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

class SettlementTest {
  private static final ContractNo NO = new ContractNo("A");
  private static final Instant NOW = Instant.parse("2026-04-02T02:00:00Z");

  private static Settlement opened() {
    return Settlement.open(
        new LessorId("l"), NO, new Checklist(List.of(ItemCode.KEYS, new ItemCode("PLANTS"))), "steward", NOW);
  }

  private static ChecklistItem.Settled how(boolean waived, String by, String reason, String charge) {
    return new ChecklistItem.Settled(waived, by, reason, "", charge, NOW);
  }

  @Test
  void anItemIsSettledOnceAndStaysSo() {
    Settlement cleared = opened().settle(ItemCode.KEYS, how(false, "x", "", "")).orElseThrow();
    assertThat(cleared.openItems()).containsExactly(new ItemCode("PLANTS"));
    ChecklistItem.Settled later = new ChecklistItem.Settled(false, "x", "", "", "", NOW.plusSeconds(9));
    assertThat(cleared.settle(ItemCode.KEYS, later).orElseThrow()).isSameAs(cleared);
    assertThat(cleared.settle(ItemCode.KEYS, how(true, "x", "lost", "")).rejection())
        .isEqualTo(new SettlementRejection.ItemSettled(NO, ItemCode.KEYS));
    assertThat(cleared.settle(ItemCode.METERS, later).rejection())
        .isEqualTo(new SettlementRejection.NoSuchItem(NO, ItemCode.METERS));
  }

  @ParameterizedTest
  @CsvSource({
    "true,  x, '',   ''",
    "true,  x, ' ',  ''",
    "true,  x, lost, C-1",
    "false, '', '',  ''",
    "true, ' ', lost, ''"
  })
  void whoWaivesSaysWhyAndNobodyIsNobody(boolean waived, String by, String reason, String charge) {
    assertThatThrownBy(() -> how(waived, by, reason, charge)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChecklistNamesAnItemOnce() {
    assertThat(Checklist.STANDARD.items())
        .extracting(ItemCode::value)
        .containsExactly("METERS", "DAMAGE", "KEYS", "ACCESS_CARDS", "DEPOSIT");
    assertThatThrownBy(() -> new Checklist(List.of(ItemCode.KEYS, ItemCode.KEYS)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MonetaryAmount yuan(long minor) {
    return MinorUnits.amount(minor, "CNY");
  }

  private static Claim claim(long owed, long credited, long money, long deposit, long frozen) {
    LocalDate day = LocalDate.of(2026, 3, 1);
    ReceivableKey key = new ReceivableKey(NO, ChargeCode.RENT, DateRange.ofClosed(day, day), 0);
    return new Claim(key, NO, yuan(owed), yuan(credited), yuan(money), yuan(deposit), yuan(frozen));
  }

  private static Fund fund(long amount, long applied, long held) {
    return new Fund(Fund.Kind.DEPOSIT, "A", NO, yuan(amount), yuan(applied), yuan(held));
  }

  @Test
  void aStatementThatDoesNotAddUpCannotBe() {
    assertThatThrownBy(() -> claim(100, 30, 30, 30, 11)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> claim(100, -1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fund(100, 60, 41)).isInstanceOf(IllegalArgumentException.class);
    assertThat(statement(claim(100, 0, 0, 60, 0), fund(100, 60, 40)).stillOwed()).isEqualTo(yuan(40));
    assertThatThrownBy(() -> statement(claim(100, 0, 0, 60, 0), fund(100, 59, 40)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SettlementStatement statement(Claim claim, Fund fund) {
    return new SettlementStatement(
        new LessorId("l"), NO, 1, "CNY", List.of(claim), List.of(fund), "x", "", NOW);
  }
}
