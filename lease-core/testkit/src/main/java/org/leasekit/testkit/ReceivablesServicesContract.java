package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Change;
import org.leasekit.application.AgreeMeteredCharge;
import org.leasekit.application.AmendContract;
import org.leasekit.application.BillingService.Preview;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.ReleaseLock;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AmountExplanation;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.billing.Tax;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.LateFees;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.InvalidCommand;
import org.leasekit.outcome.Outcome;

/**
 * What can be asked about receivables and done to them, through the front door on an adapter's stores: explanations, previews,
 * locks, meters, and what is refused.
 */
public abstract class ReceivablesServicesContract extends MoneyStage {

  /** For subclasses. */
  protected ReceivablesServicesContract() {}

  @Test
  void everyAmountExplainsItselfAsItWasKnownThen() {
    town.let("A");
    town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.runOn("2026-03-01");
    town.amend("A", "2026-03-21", new Change.RentChange(RenewalTown.yuan("6200.00"), "S-7"));
    town.runOn("2026-03-25");
    AmountExplanation raised = town.kit.billing().explain(rent(3, 0)).orElseThrow();
    assertThat(raised.text(Locale.ENGLISH))
        .startsWith("RENT of contract A, 2026-03-01 to 2026-03-31: 2100.00 CNY, due 2026-03-02 (2026-03-01 by the terms)\n")
        .contains("3100.00 × (10/31 + 0 + 11/31) = 2100.00 CNY")
        .contains(
            "in parts, by largest remainder: 2026-03-01 to 2026-03-10: 1000.00; 2026-03-11 to 2026-03-20: 0.00;"
                + " 2026-03-21 to 2026-03-31: 1100.00\n")
        .contains("lock L (SUSPENSION): nothing is owed 2026-03-11 to 2026-03-20, asked by tenant, approved by manager")
        .doesNotContain("amendment");
    assertThat(raised.text(Locale.CHINA))
        .startsWith("合同 A 计费项 RENT，2026-03-01 至 2026-03-31：2100.00 CNY，应付日 2026-03-02（按条款为 2026-03-01）\n")
        .contains("锁定 L（SUSPENSION）：2026-03-11 至 2026-03-20不计费，申请人 tenant，批准人 manager");
    AmountExplanation debit = town.kit.billing().explain(rent(3, 1)).orElseThrow();
    assertThat(debit.text(Locale.ENGLISH))
        .contains("debit of 1100.00 CNY: from 2100.00 to 3200.00, because of change of terms A/1")
        .contains("3100.00 × 10/31 + 3100.00 × 0 + 6200.00 × 11/31 = 3200.00 CNY")
        .contains("amendment A/1 (RENT_CHANGE): from 2026-03-21, agreement S-7");
    assertThat(debit.parts()).extracting(Derivation.Part::minor).containsExactly(100_000L, 0L, 220_000L);
    assertThat(debit.text(Locale.CHINESE))
        .contains(
            "各部分（最大余额法）：2026-03-01 至 2026-03-10：1000.00；2026-03-11 至 2026-03-20：0.00；"
                + "2026-03-21 至 2026-03-31：2200.00\n")
        .contains("变更 A/1（RENT_CHANGE）：自 2026-03-21 起，补充协议 S-7");
    assertThat(town.kit.billing().explain(rent(4, 0)).rejection().rule()).isEqualTo("NOTHING_RAISED");
  }

  @Test
  void aPreviewSaysWhatARunWouldDoAndDoesNothing() {
    town.let("A");
    town.runOn("2026-03-01");
    town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.clock.set(day("2026-03-12"));
    List<List<?>> before = town.state();
    Preview preview = town.kit.billing().preview(A, LocalDate.of(2026, 4, 1)).orElseThrow();
    assertThat(preview.receivables()).extracting(Receivable::amount).containsExactly(RenewalTown.yuan("3100.00"));
    assertThat(preview.adjustments()).extracting(Adjustment::signedMinor).containsExactly(-100_000L);
    assertThat(preview.next()).isEqualTo("2026-05-01");
    List<Preview> all = new ArrayList<>();
    town.kit.billing().preview(LocalDate.of(2026, 4, 1), all::add);
    assertThat(all).containsExactly(preview);
    assertThat(town.state()).isEqualTo(before);
    assertThat(town.months("A")).isEqualTo("3100.00");
    assertThat(town.kit.billing().preview(new ContractNo("X"), MARCH).rejection().rule()).isEqualTo("NO_SUCH_CONTRACT");
  }

  @Test
  void locksAreListedAsTheyWereKnown() {
    ContractNo master = town.tree();
    town.locked("TREE", new LockScope.Subtree(master), march(1), null, town.kit.locks()::suspend).orElseThrow();
    town.locked("TOP", new LockScope.WholeContract(master), march(1), null, town.kit.locks()::suspend).orElseThrow();
    town.clock.set(march(5));
    town.suspend("OWN", A, march(1), null).orElseThrow();
    town.clock.set(march(6));
    town.release("OWN", march(6)).orElseThrow();
    assertThat(town.kit.locks().list(A, march(4)).orElseThrow()).extracting(lock -> lock.id().value()).containsExactly("TREE");
    ReceivableLock open = town.kit.locks().list(A, march(5)).orElseThrow().get(1);
    assertThat(open.release()).isNull();
    assertThat(town.kit.locks().list(A, march(6)).orElseThrow().get(1).ends()).isEqualTo(march(6));
    assertThat(town.kit.locks().list(new ContractNo("X"), march(6)).rejection().rule()).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(town.kit.locks().list(master, march(6)).orElseThrow()).hasSize(2);
  }

  @Test
  void locksThatStillHoldAreCarriedOverToTheSuccessor() {
    town.let("A");
    town.locked("F", new LockScope.WholeContract(A), march(1), null, town.kit.locks()::freeze).orElseThrow();
    town.suspend("PAST", A, march(1), march(2)).orElseThrow();
    town.locked(
            "LONG", new LockScope.OneCharge(A, ChargeCode.RENT), day("2026-08-31"), day("2026-09-11"),
            town.kit.locks()::suspend)
        .orElseThrow();
    town.renew();
    ContractNo successor = new ContractNo("A-R1");
    assertThat(town.kit.locks().list(successor, day("2026-09-01")).orElseThrow())
        .extracting(lock -> lock.id() + " " + lock.from() + " " + lock.until())
        .containsExactly(
            "F>A-R1 " + march(1) + " null", "LONG>A-R1 " + day("2026-08-31") + " " + day("2026-09-11"));
    // ten of thirty days are suspended, and what is owed for the others is held
    assertThat(town.rents("A-R1")).extracting(Receivable::outstanding).containsExactly(RenewalTown.yuan("2066.67"));
    assertThat(town.release("F>A-R1", day("2026-08-21")).isAccepted()).isTrue();
    assertRule(town.suspend("X>A-R1", successor, march(1), null), "LOCK_ID_TAKEN");
  }

  @Test
  void aReleaseReachesWhatWasCarriedOver() {
    town.let("A");
    town.suspend("OPEN", A, day("2026-08-25"), null).orElseThrow();
    town.locked("F", new LockScope.WholeContract(A), march(1), null, town.kit.locks()::freeze).orElseThrow();
    town.renew();
    ContractNo successor = new ContractNo("A-R1");
    town.clock.set(day("2026-08-28"));
    town.release("F>A-R1", day("2026-08-27")).orElseThrow();
    assertThat(town.release("OPEN", day("2026-09-11")).isAccepted()).isTrue();
    assertThat(town.release("F", day("2026-08-28")).isAccepted()).isTrue();
    assertThat(town.kit.locks().list(successor, day("2026-08-28")).orElseThrow())
        .extracting(lock -> lock.id() + " " + lock.ends())
        .containsExactly("F>A-R1 " + day("2026-08-27"), "OPEN>A-R1 " + day("2026-09-11"));
    town.runOn("2026-09-12");
    assertThat(town.rents("A-R1")).extracting(Receivable::amount).containsExactly(RenewalTown.yuan("2066.67"));
  }

  @Test
  void aLockThatComesAfterTheRenewalIsCarriedOverToo() {
    town.let("A");
    town.renew();
    ContractNo successor = new ContractNo("A-R1");
    town.suspend("LATE", A, day("2026-08-31"), day("2026-09-11")).orElseThrow();
    town.suspend("OVER", A, day("2026-08-21"), day("2026-08-22")).orElseThrow();
    town.locked(
            "ONE", new LockScope.OneAmount(rent(8, 0)), day("2026-08-21"), null, town.kit.locks()::freeze)
        .orElseThrow();
    assertThat(town.kit.locks().list(successor, day("2026-09-01")).orElseThrow())
        .extracting(lock -> lock.id() + " " + lock.from() + " " + lock.until())
        .containsExactly("LATE>A-R1 " + day("2026-08-31") + " " + day("2026-09-11"));
    town.runOn("2026-09-12");
    assertThat(town.months("A-R1")).endsWith(" 0.00 2066.67");
  }

  @Test
  void theSameCommandIsKnownAgainToTheNanosecond() {
    town.let("A");
    Instant from = march(11).plusNanos(123_456_789);
    Instant until = march(21).plusNanos(999);
    ReceivableLock lock = town.suspend("L", A, from, until).orElseThrow();
    assertThat(town.suspend("L", A, from, until).orElseThrow()).isEqualTo(lock);
    ReceivableLock released = town.release("L", march(15).plusNanos(1)).orElseThrow();
    assertThat(town.release("L", march(15).plusNanos(1)).orElseThrow()).isEqualTo(released);
  }

  @Test
  void theTermIsToBeExtendedByTheDaysThatSuspensionsTookEachOnce() {
    town.let("A");
    town.extending("L1", march(11), march(21)).orElseThrow();
    town.extending("L2", march(16), march(26)).orElseThrow();
    town.suspend("L3", A, march(1), march(31)).orElseThrow();
    assertThat(town.kit.locks().extensionDays(A).orElseThrow()).isEqualTo(15);
  }

  @Test
  void theSameCommandAgainChangesNothingAndAnotherIsRefused() {
    town.let("A");
    ReceivableLock lock = town.suspend("L", A, march(11), march(21)).orElseThrow();
    town.clock.set(march(2));
    assertThat(town.suspend("L", A, march(11), march(21)).orElseThrow()).isEqualTo(lock);
    assertThat(town.suspend("L", A, march(12), march(21)).rejection().rule()).isEqualTo("LOCK_ID_TAKEN");
    ReceivableLock released = town.release("L", march(15)).orElseThrow();
    town.clock.set(march(3));
    assertThat(town.release("L", march(15)).orElseThrow()).isEqualTo(released);
    assertThat(town.release("L", march(16)).rejection().rule()).isEqualTo("LOCK_RELEASED_ALREADY");
    assertThat(town.suspend("L", A, march(11), march(21)).orElseThrow()).isEqualTo(released);
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() {
    town.let("A");
    town.runOn("2026-03-01");
    List<List<?>> before = town.state();
    ReceivableKey none = rent(9, 0);
    LockScope part = new LockScope.PartOfAmount(rent(3, 0), RenewalTown.yuan("1.00"));
    LockScope more = new LockScope.PartOfAmount(rent(3, 0), RenewalTown.yuan("3100.01"));
    assertRule(town.suspend("L", new ContractNo("X"), march(1), null), "NO_SUCH_CONTRACT");
    assertRule(town.suspend("L", A, march(2), march(2)), "LOCK_ENDS_TOO_EARLY");
    assertRule(town.suspend("S-A-1", A, march(2), null), "LOCK_ID_TAKEN");
    assertRule(town.locked("L", part, march(1), null, town.kit.locks()::suspend), "PART_CANNOT_BE_SUSPENDED");
    assertRule(town.locked("L", more, march(1), null, town.kit.locks()::freeze), "HELD_IS_NO_PART");
    assertRule(
        town.locked("L", new LockScope.OneAmount(none), march(1), null, town.kit.locks()::freeze), "NOTHING_RAISED");
    assertRule(town.release("L", march(1)), "NO_SUCH_LOCK");
    LockReceivables extending =
        new LockReceivables(
            "L", new LockScope.WholeContract(A), LockReason.MANUAL, "", "a", "b", march(1), null, true);
    assertRule(town.kit.locks().freeze(extending), "FREEZE_EXTENDS_NO_TERM");
    LockReceivables empty =
        new LockReceivables(
            " ", new LockScope.WholeContract(A), LockReason.MANUAL, "", "", " ", march(1), null, false);
    Outcome<ReceivableLock> invalid = town.kit.locks().suspend(empty);
    assertRule(invalid, "INVALID_COMMAND");
    assertThat(((InvalidCommand) invalid.rejection()).violations()).extracting(InvalidCommand.Violation::field)
        .containsExactly("approvedBy", "askedBy", "lockId");
    assertRule(town.kit.locks().release(new ReleaseLock("L", march(1), "", "")), "INVALID_COMMAND");
    assertThat(town.state()).isEqualTo(before);
  }

  @Test
  void whatAMeterCountsIsBilledAndAnEstimateIsCorrected() {
    town.let("A");
    town.runOn("2026-03-01");
    town.pay("P1", "3100.00");
    AgreeMeteredCharge power =
        new AgreeMeteredCharge("A", "POWER", "M-7", null, "kWh", new BigDecimal("0.6123"), 4, Tax.included(1300));
    assertThat(town.kit.meters().agree(power).orElseThrow().contract()).isEqualTo(A);
    town.read("R1", "2026-03-01", MeterReading.Kind.ACTUAL, "9900").orElseThrow();
    town.runOn("2026-04-01");
    town.read("R2", "2026-04-01", MeterReading.Kind.ESTIMATE, "100").orElseThrow();
    town.runOn("2026-04-01");
    ReceivableKey march = new ReceivableKey(A, new ChargeCode("POWER"), rent(3, 0).period(), 0);
    // 200 units, past 9999
    assertThat(town.kit.billing().explain(march).orElseThrow().amount()).isEqualTo(RenewalTown.yuan("122.46"));
    assertThat(town.balance(AccountRole.TAX_PAYABLE)).isEqualTo(-1409);
    town.pay("P2", "3222.46");
    town.runOn("2026-04-10");
    assertThat(town.kit.meters().agree(power).orElseThrow().knownAt()).isEqualTo(march(1));
    town.read("R3", "2026-04-01", MeterReading.Kind.ACTUAL, "50").orElseThrow();
    town.runOn("2026-04-10");
    // 50 units less, which were paid
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-3061);
    assertThat(town.balance(AccountRole.TAX_PAYABLE)).isEqualTo(-1057);
    assertThat(town.kit.billing().explain(new ReceivableKey(A, march.charge(), march.period(), 1)).orElseThrow()
            .text(Locale.ENGLISH))
        .contains("credit of 30.61 CNY: from 122.46 to 91.85, because of change of terms reading R3")
        .contains("0.6123 × 150 = 91.85 CNY, rounded half up; of which 13% tax: 81.28 + 10.57 = 91.85 CNY")
        .contains("meter M-7 on 2026-03-01, reading R1: 9900 (ACTUAL, meter man)")
        .contains("meter M-7 on 2026-04-01, reading R3: 50 (ACTUAL, meter man)");
    assertThat(town.kit.billing().explain(march).orElseThrow().text(Locale.CHINESE))
        .contains("表计 M-7 于 2026-04-01 的读数 R2：100（ESTIMATE，meter man）");
  }

  @Test
  void whatNoMeterCanShowIsRefused() {
    town.let("A");
    AgreeMeteredCharge power =
        new AgreeMeteredCharge("A", "POWER", "M-7", null, "kWh", new BigDecimal("0.6123"), 4, Tax.NONE);
    AgreeMeteredCharge dearer =
        new AgreeMeteredCharge("A", "POWER", "M-7", null, "kWh", new BigDecimal("0.7"), 4, Tax.NONE);
    AgreeMeteredCharge rent =
        new AgreeMeteredCharge("A", "RENT", "M-7", null, "kWh", new BigDecimal("0.6"), 4, Tax.NONE);
    AgreeMeteredCharge fine =
        new AgreeMeteredCharge("A", "FINE", "M-7", null, "kWh", new BigDecimal("0.1234567"), 4, Tax.NONE);
    assertRule(town.read("R1", "2026-03-01", MeterReading.Kind.ACTUAL, "1"), "NO_SUCH_METER");
    town.kit.meters().agree(power).orElseThrow();
    assertRule(town.kit.meters().agree(dearer), "CHARGE_AGREED_ALREADY");
    assertRule(town.kit.meters().agree(rent), "CHARGE_RESERVED");
    assertRule(town.kit.meters().agree(fine), "PRICE_TOO_FINE");
    assertRule(
        town.kit.meters().agree(
            new AgreeMeteredCharge("X", "P", "M", null, "kWh", BigDecimal.ONE, 4, Tax.NONE)),
        "NO_SUCH_CONTRACT");
    assertRule(town.read("R1", "2026-03-01", MeterReading.Kind.ACTUAL, "10000"), "METER_CANNOT_SHOW");
    MeterReading first = town.read("R1", "2026-03-01", MeterReading.Kind.ACTUAL, "1.50").orElseThrow();
    town.clock.set(march(2));
    assertThat(town.read("R1", "2026-03-01", MeterReading.Kind.ACTUAL, "1.5").orElseThrow()).isEqualTo(first);
    assertRule(town.read("R1", "2026-03-01", MeterReading.Kind.ACTUAL, "2"), "READING_ID_TAKEN");
    assertRule(town.read("R2", "2026-03-01", MeterReading.Kind.ACTUAL, "-1"), "INVALID_COMMAND");
    assertRule(town.read("R2", "2026-03-01", MeterReading.Kind.ACTUAL, "0.1234567"), "INVALID_COMMAND");
  }

  @Test
  void whatAMeterCountsIsBilledForAsLongAsTheTermIsExtended() {
    town.let("A");
    AgreeMeteredCharge power =
        new AgreeMeteredCharge("A", "POWER", "M-7", null, "kWh", BigDecimal.ONE, 4, Tax.NONE);
    town.kit.meters().agree(power).orElseThrow();
    town.read("R1", "2026-08-01", MeterReading.Kind.ACTUAL, "100").orElseThrow();
    town.read("R2", "2026-09-01", MeterReading.Kind.ACTUAL, "150").orElseThrow();
    town.clock.set(RenewalTown.at("2026-08-20", "10:00"));
    town.amend("A", "2026-08-20", new Change.Extension(LocalDate.parse("2026-11-01")));
    town.read("R3", "2026-10-01", MeterReading.Kind.ACTUAL, "220").orElseThrow();
    town.runOn("2026-10-01");
    assertThat(
            town.town.receivables("A").stream()
                .filter(each -> each.key().charge().value().equals("POWER"))
                .mapToLong(each -> MinorUnits.of(each.amount()))
                .sum())
        .isEqualTo(120_00);
    assertThat(town.kit.meters().agree(power).isAccepted()).isTrue();
  }

  @Test
  void onlyWhatIsOwedByTheDayIsSuspended() {
    town.let("A", lease -> lease.deposit = "500.00");
    town.runOn("2026-03-01");
    List<List<?>> before = town.state();
    ReceivableKey deposit =
        new ReceivableKey(A, ChargeCode.DEPOSIT, town.contract("A").term(), 0);
    List<LockScope> scopes =
        List.of(
            new LockScope.OneCharge(A, ChargeCode.DEPOSIT),
            new LockScope.OneCharge(A, LateFees.CHARGE),
            new LockScope.OneCharge(A, new ChargeCode("POWER")),
            new LockScope.OneAmount(deposit));
    for (LockScope scope : scopes) {
      assertRule(town.locked("L", scope, march(1), null, town.kit.locks()::suspend), "CHARGE_CANNOT_BE_SUSPENDED");
    }
    assertThat(town.state()).isEqualTo(before);
    town.kit.meters()
        .agree(new AgreeMeteredCharge("A", "POWER", "M-7", null, "kWh", BigDecimal.ONE, 4, Tax.NONE))
        .orElseThrow();
    town.locked("L", scopes.get(2), march(1), null, town.kit.locks()::suspend).orElseThrow();
    town.locked("F", scopes.get(3), march(1), null, town.kit.locks()::freeze).orElseThrow();
  }

  @Test
  void whoeverAsksForALockDoesNotApproveIt() {
    town.let("A");
    LockScope all = new LockScope.WholeContract(A);
    LockReceivables own =
        new LockReceivables("L", all, LockReason.MANUAL, "mail", "anna", " anna ", march(1), null, false);
    assertRule(town.kit.locks().suspend(own), "LOCK_APPROVED_BY_ASKER");
    assertRule(town.kit.locks().freeze(own), "LOCK_APPROVED_BY_ASKER");
    // the lock of a suspension does not approve itself: the evidence says who did
    town.clock.set(march(2));
    town.kit.amendments()
        .amend(
            new AmendContract.Suspension(
                new AmendContract.Basis("A", LocalDate.of(2026, 3, 11), "anna", "flood", "minutes 7")))
        .orElseThrow();
    ReceivableLock lock = town.kit.locks().list(A, march(3)).orElseThrow().get(0);
    assertThat(lock.askedBy() + "/" + lock.approvedBy() + "/" + lock.evidence()).isEqualTo("anna//minutes 7");
    town.runOn("2026-03-03");
    assertThat(town.kit.billing().explain(rent(3, 0)).orElseThrow().text(Locale.ENGLISH))
        .contains("asked by anna")
        .doesNotContain("approved by");
  }
}
