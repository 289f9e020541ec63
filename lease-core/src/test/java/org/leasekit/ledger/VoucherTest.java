package org.leasekit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AdjustmentCause;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.LockId;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Tax;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/** From a charge to a voucher in Chinese accounts. */
class VoucherTest {

  private static final LessorId LESSOR = new LessorId("L");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateRange MARCH = DateRange.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
  private static final Tax SIX = Tax.included(600);

  private static ReceivableKey key(ChargeCode charge, int revision) {
    return new ReceivableKey(new ContractNo("C-1"), charge, MARCH, revision);
  }

  private static Adjustment adjustment(ChargeCode charge, long before, long after, Tax tax) {
    return new Adjustment(
        LESSOR, key(charge, 1), new ContractNo("C-1"), MARCH.start(),
        after > before ? Adjustment.Side.DEBIT : Adjustment.Side.CREDIT,
        MinorUnits.amount(Math.abs(after - before), "CNY"), MinorUnits.amount(after, "CNY"),
        new AdjustmentCause(List.of(new LockId("K-7")), List.of()),
        new Derivation("ACTUAL_MONTH", after, List.of(new Derivation.Slice(MARCH, 1, 1)), "CNY", tax),
        Instant.parse("2026-04-02T02:00:00Z"));
  }

  private static String text(JournalEntry entry, ClosedPeriods closed) {
    Voucher voucher = Voucher.of(entry, ChartsOfAccounts.CHINA, closed, ZONE);
    return voucher.day() + " " + voucher.lines().stream()
        .map(line -> (line.side() == JournalLine.Side.DEBIT ? "借 " : "贷 ") + line.account().code() + " "
            + line.account().name() + " " + MinorUnits.plain(line.amount()))
        .collect(Collectors.joining("; "));
  }

  @Test
  void aMonthOfRentADepositAndASuspensionLearntLate() {
    // 2026-02-28T17:00Z is March 1 in Shanghai
    Instant raised = Instant.parse("2026-02-28T17:00:00Z");
    JournalEntry rent = Postings.charged(LESSOR, key(ChargeCode.RENT, 0), SIX.split(106_000), "CNY", raised);
    JournalEntry deposit =
        Postings.charged(LESSOR, key(ChargeCode.DEPOSIT, 0), Tax.NONE.split(200_000), "CNY", raised);
    // ten of 31 days are suspended: 1060.00 x 21/31 = 718.06, of which 40.64 tax
    JournalEntry credit = Postings.adjusted(adjustment(ChargeCode.RENT, 106_000, 71_806, SIX), SIX);

    assertThat(text(rent, ClosedPeriods.NONE))
        .isEqualTo("2026-03-01 借 1122 应收账款 1060.00; 贷 6001 主营业务收入 1000.00; 贷 2221 应交税费 60.00");
    assertThat(text(deposit, ClosedPeriods.NONE))
        .isEqualTo("2026-03-01 借 1122 应收账款 2000.00; 贷 2241 其他应付款 2000.00");
    assertThat(text(credit, ClosedPeriods.NONE))
        .isEqualTo("2026-04-02 贷 1122 应收账款 341.94; 借 6001 主营业务收入 322.58; 借 2221 应交税费 19.36");
    assertThat(credit.cause()).isEqualTo("adjusted C-1:RENT:2026-03-01:2026-04-01:1 because of lock K-7");
    assertThat(credit.id().value()).isEqualTo("ADJUST:C-1:RENT:2026-03-01:2026-04-01:1");
  }

  @Test
  void aDepositIsNeverRevenueNotEvenWhenItIsCorrected() {
    JournalEntry entry = Postings.adjusted(adjustment(ChargeCode.DEPOSIT, 200_000, 150_000, Tax.NONE), Tax.NONE);

    assertThat(entry.lines()).extracting(JournalLine::account)
        .containsExactly(AccountRole.RECEIVABLE, AccountRole.DEPOSIT_LIABILITY);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-15, -,       2026-03-15, false",
    "2026-03-15, 2026-02, 2026-03-15, false",
    "2026-03-15, 2026-03, 2026-04-01, true",
    "2026-03-31, 2026-03, 2026-04-01, true",
    "2026-01-10, 2026-12, 2027-01-01, true",
    "2026-04-01, 2026-03, 2026-04-01, false",
  })
  void whatIsLearntOfAClosedMonthIsBookedInTheOpenOne(
      LocalDate day, String through, LocalDate booked, boolean isClosed) {
    ClosedPeriods closed =
        through.equals("-") ? ClosedPeriods.NONE : ClosedPeriods.through(YearMonth.parse(through));

    assertThat(closed.bookingDay(day)).isEqualTo(booked);
    assertThat(closed.contains(day)).isEqualTo(isClosed);
    assertThat(closed.contains(closed.bookingDay(day))).isFalse();
  }

  @Test
  void aChartNamesTheRolesItLacks() {
    Map<AccountRole, Account> accounts = new EnumMap<>(ChartsOfAccounts.CHINA.accounts());
    accounts.remove(AccountRole.CLEARING);
    accounts.remove(AccountRole.BAD_DEBT);

    assertThatThrownBy(() -> new ChartOfAccounts(accounts)).hasMessageContaining("[BAD_DEBT, CLEARING]");
    assertThatThrownBy(() -> new Account(" ", "x")).hasMessageContaining("code");
  }

  /** After any corrections the books hold the tax of what the amount finally comes to, and all balance. */
  @Property
  void theTaxOfAllEntriesIsThatOfTheLastAmount(
      @ForAll @LongRange(min = 1, max = 10_000_000) long first,
      @ForAll List<@LongRange(min = 0, max = 10_000_000) Long> later,
      @ForAll @IntRange(max = 3000) int points,
      @ForAll boolean included) {
    Tax tax = new Tax(points, included);
    Map<AccountRole, Long> debits = new EnumMap<>(AccountRole.class);
    book(debits, Postings.charged(LESSOR, key(ChargeCode.RENT, 0), tax.split(first), "CNY", Instant.EPOCH));
    long now = tax.split(first).totalMinor();
    long rates = first;
    for (long next : later) {
      long owed = tax.split(next).totalMinor();
      if (owed != now) {
        book(debits, Postings.adjusted(adjustment(ChargeCode.RENT, now, owed, tax), tax));
        now = owed;
      }
      rates = next;
    }
    Tax.Split last = tax.split(rates);
    assertThat(debits.getOrDefault(AccountRole.RECEIVABLE, 0L)).isEqualTo(last.totalMinor());
    assertThat(debits.getOrDefault(AccountRole.REVENUE, 0L)).isEqualTo(-last.netMinor());
    assertThat(debits.getOrDefault(AccountRole.TAX_PAYABLE, 0L)).isEqualTo(-last.taxMinor());
  }

  private static void book(Map<AccountRole, Long> debits, JournalEntry entry) {
    for (JournalLine line : entry.lines()) {
      long minor = MinorUnits.of(line.amount());
      debits.merge(line.account(), line.side() == JournalLine.Side.DEBIT ? minor : -minor, Long::sum);
    }
  }
}
