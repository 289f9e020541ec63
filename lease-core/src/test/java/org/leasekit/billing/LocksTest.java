package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.billing.ReceivableLock.Effect;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

/** What locks hold. */
class LocksTest {

  private static final ContractNo OTHER = new ContractNo("C-2");
  private static final ContractNo TOP = new ContractNo("M-1");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final DateRange PERIOD = DateRange.of(MARCH, MARCH.plusMonths(1));
  private static final DateRange TERM = DateRange.of(MARCH, MARCH.plusMonths(6));
  private static final ReceivableKey RENT = new ReceivableKey(LockWorld.NO, ChargeCode.RENT, PERIOD, 0);
  private static final Instant FROM = Instant.parse("2026-03-10T00:00:00Z");

  private static ReceivableLock lock(Effect effect, LockScope scope, String from, String until) {
    return new ReceivableLock(
        LockWorld.LESSOR, new LockId("L"), effect, scope, LockReason.DISPUTE, "letter", "tenant", "manager",
        Instant.parse(from), until.equals("-") ? null : Instant.parse(until), false, FROM, List.of());
  }

  private static LockScope scope(String text) {
    return switch (text) {
      case "amount" -> new LockScope.OneAmount(RENT);
      case "corrected" -> new LockScope.OneAmount(new ReceivableKey(LockWorld.NO, ChargeCode.RENT, PERIOD, 3));
      case "later" -> new LockScope.OneAmount(
          new ReceivableKey(LockWorld.NO, ChargeCode.RENT, DateRange.of(PERIOD.endExclusive(), TERM.endExclusive()), 0));
      case "charge" -> new LockScope.OneCharge(LockWorld.NO, ChargeCode.RENT);
      case "deposit" -> new LockScope.OneCharge(LockWorld.NO, ChargeCode.DEPOSIT);
      case "contract" -> new LockScope.WholeContract(LockWorld.NO);
      case "sibling" -> new LockScope.WholeContract(OTHER);
      case "master" -> new LockScope.WholeContract(TOP);
      case "tree" -> new LockScope.Subtree(TOP);
      case "self" -> new LockScope.Subtree(LockWorld.NO);
      default -> new LockScope.PartOfAmount(RENT, MinorUnits.amount(Long.parseLong(text), "CNY"));
    };
  }

  private static Locks.Outstanding outstanding(long minor) {
    return new Locks.Outstanding(RENT, minor, 0, "CNY");
  }

  /** Of 100.00 outstanding, on a contract below M-1. */
  @ParameterizedTest
  @CsvSource({
    "amount, 10000", "corrected, 10000", "later, 0", "charge, 10000", "deposit, 0", "contract, 10000", "sibling, 0",
    "master, 0", "tree, 10000", "self, 10000", "3000, 3000", "3000 2000, 5000", "9000 2000, 10000",
    "3000 charge, 10000", "charge contract tree, 10000",
  })
  void freezesHoldEachUnitOnce(String scopes, long held) {
    List<ReceivableLock> locks = new ArrayList<>();
    for (String scope : scopes.split(" ")) {
      locks.add(lock(Effect.FREEZE, scope(scope), "2026-03-10T00:00:00Z", "-"));
    }
    assertThat(Locks.heldMinor(locks, outstanding(10_000), Set.of(TOP), FROM)).isEqualTo(held);
  }

  /** 40.00 of a debit, on an amount of which some is outstanding: a part is held of that first. */
  @ParameterizedTest
  @CsvSource({
    "3000, 10000, 0", "3000, 3000, 0", "3000, 2999, 1", "3000, 0, 3000", "9000, 3000, 4000", "3000 2000, 4000, 1000",
    "3000 charge, 10000, 4000", "corrected, 10000, 4000",
  })
  void aPartIsHeldOfTheLowestRevisionFirst(String scopes, long lower, long held) {
    List<ReceivableLock> locks = new ArrayList<>();
    for (String scope : scopes.split(" ")) {
      locks.add(lock(Effect.FREEZE, scope(scope), "2026-03-10T00:00:00Z", "-"));
    }
    ReceivableKey debit = new ReceivableKey(LockWorld.NO, ChargeCode.RENT, PERIOD, 2);
    assertThat(Locks.heldMinor(locks, new Locks.Outstanding(debit, 4_000, lower, "CNY"), Set.of(), FROM))
        .isEqualTo(held);
  }

  /** At noon of a day, of a tree that the contract has been in since March 12. */
  @ParameterizedTest
  @CsvSource({
    "contract, 2026-03-10T03:59:59Z, 2026-03-10, true",
    "contract, 2026-03-10T04:00:00Z, 2026-03-10, true",
    "contract, 2026-03-10T04:00:01Z, 2026-03-10, false",
    "tree,     2026-03-01T00:00:00Z, 2026-03-11, false",
    "tree,     2026-03-01T00:00:00Z, 2026-03-12, true",
    "sibling,  2026-03-01T00:00:00Z, 2026-03-12, false",
  })
  void aDayIsFrozenIfItIsAtNoonWhereTheContractStandsThen(String scope, String from, LocalDate day, boolean frozen) {
    Above above =
        new Above(Map.of(TOP, List.of(DateRange.of(LocalDate.of(2026, 3, 12), TERM.endExclusive()))));
    List<ReceivableLock> locks = List.of(lock(Effect.FREEZE, scope(scope), from, "-"));
    assertThat(Locks.heldMinorOn(locks, outstanding(500), above, day, ZoneId.of("Asia/Shanghai")))
        .isEqualTo(frozen ? 500 : 0);
  }

  /** At an instant, with the lock's end and release. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-09T23:59:59Z, -,                    -,                    false",
    "2026-03-10T00:00:00Z, -,                    -,                    true",
    "2026-03-20T00:00:00Z, 2026-03-20T00:00:00Z, -,                    false",
    "2026-03-19T23:59:59Z, 2026-03-20T00:00:00Z, -,                    true",
    "2026-03-15T00:00:00Z, 2026-03-20T00:00:00Z, 2026-03-15T00:00:00Z, false",
    "2026-03-14T23:59:59Z, 2026-03-20T00:00:00Z, 2026-03-15T00:00:00Z, true",
    "2026-03-21T00:00:00Z, 2026-03-20T00:00:00Z, 2026-03-25T00:00:00Z, false",
    "2026-03-10T00:00:00Z, -,                    2026-03-01T00:00:00Z, false",
  })
  void holdsUpToTheEarlierOfItsEnds(Instant at, String until, String released, boolean holds) {
    ReceivableLock lock = lock(Effect.FREEZE, scope("charge"), "2026-03-10T00:00:00Z", until);
    if (!released.equals("-")) {
      lock = lock.released(new ReceivableLock.Release(Instant.parse(released), "manager", "settled", FROM));
    }
    assertThat(lock.holdsAt(at)).isEqualTo(holds);
    assertThat(Locks.heldMinor(List.of(lock), outstanding(10_000), Set.of(), at)).isEqualTo(holds ? 10_000 : 0);
  }

  @Test
  void isKnownFromItsRecordOnAndItsReleaseFromThatOfTheRelease() {
    ReceivableLock lock = lock(Effect.SUSPEND, scope("charge"), "2026-03-01T00:00:00Z", "-");
    ReceivableLock released =
        lock.released(new ReceivableLock.Release(FROM, "manager", "back", FROM.plusSeconds(60)));

    assertThat(released.asKnownAt(FROM.minusNanos(1))).isEmpty();
    assertThat(released.asKnownAt(FROM)).contains(lock);
    assertThat(released.asKnownAt(FROM.plusSeconds(60))).contains(released);
    assertThat(Locks.asKnownAt(List.of(released), FROM)).containsExactly(lock);
  }

  @Test
  void suspendsOneAmountForItsDaysOnly() {
    ReceivableLock lock = lock(Effect.SUSPEND, scope("amount"), "2026-03-20T16:00:00Z", "-");

    assertThat(Locks.suspended(List.of(lock), LockWorld.NO, ChargeCode.RENT, Set.of(), TERM, LockWorld.ZONE))
        .containsExactly(DateRange.of(LocalDate.of(2026, 3, 21), PERIOD.endExclusive()));
    assertThat(Locks.suspended(List.of(lock), LockWorld.NO, ChargeCode.DEPOSIT, Set.of(), TERM, LockWorld.ZONE))
        .isEmpty();
  }

  @Test
  void extendsTheTermByItsDaysOnce() {
    ReceivableLock plain = lock(Effect.SUSPEND, scope("contract"), "2026-03-31T16:00:00Z", "2026-04-10T16:00:00Z");
    ReceivableLock extending =
        new ReceivableLock(
            plain.lessor(), plain.id(), plain.effect(), plain.scope(), plain.reason(), "", "a", "b", plain.from(),
            plain.until(), true, FROM, List.of());

    assertThat(Locks.extensionDays(
            List.of(plain, extending, extending), LockWorld.NO, ChargeCode.RENT, Above.NOBODY, TERM, LockWorld.ZONE))
        .isEqualTo(10);
    assertThat(Locks.extensionDays(List.of(plain), LockWorld.NO, ChargeCode.RENT, Above.NOBODY, TERM, LockWorld.ZONE))
        .isZero();
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertThatThrownBy(() -> lock(Effect.SUSPEND, scope("100"), "2026-03-01T00:00:00Z", "-"))
        .hasMessageContaining("scope");
    assertThatThrownBy(() -> lock(Effect.FREEZE, scope("charge"), "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z"))
        .hasMessageContaining("until");
    assertThatThrownBy(() -> new LockScope.PartOfAmount(RENT, MinorUnits.amount(0, "CNY")))
        .hasMessageContaining("held");
    ReceivableLock yen =
        lock(Effect.FREEZE, new LockScope.PartOfAmount(RENT, MinorUnits.amount(5, "JPY")), "2026-03-01T00:00:00Z", "-");
    assertThatThrownBy(() -> Locks.heldMinor(List.of(yen), outstanding(10), Set.of(), FROM))
        .hasMessageContaining("CNY");
  }
}
