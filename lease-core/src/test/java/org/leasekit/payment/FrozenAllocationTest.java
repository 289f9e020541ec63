package org.leasekit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Locks;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/** Money goes past what is frozen. */
class FrozenAllocationTest {

  private static final LessorId LESSOR = new LessorId("L");
  private static final ContractNo NO = new ContractNo("C-1");
  private static final Instant NOW = Instant.parse("2026-03-20T02:00:00Z");

  private static Receivable month(int month, long minor) {
    LocalDate first = LocalDate.of(2026, 1, 1).plusMonths(month - 1L);
    DateRange days = DateRange.of(first, first.plusMonths(1));
    return new Receivable(
        LESSOR, new ReceivableKey(NO, ChargeCode.RENT, days, 0), NO, first, first, MinorUnits.amount(minor, "CNY"),
        MinorUnits.amount(0, "CNY"), MinorUnits.amount(0, "CNY"),
        new Derivation("ACTUAL_MONTH", minor, List.of(new Derivation.Slice(days, 1, 1)), "CNY"), NOW, 1);
  }

  private static Payment payment(long minor) {
    return new Payment(
        LESSOR, new PaymentId("P"), NO, "C-1", MinorUnits.amount(minor, "CNY"), MinorUnits.amount(minor, "CNY"), NOW, 1);
  }

  private static ReceivableLock freeze(LockScope scope, Instant until) {
    return new ReceivableLock(
        LESSOR, new LockId("K"), ReceivableLock.Effect.FREEZE, scope, LockReason.DISPUTE, "", "a", "b",
        NOW.minusSeconds(9), until, false, NOW, List.of());
  }

  private static Allocations.Result pay(long minor, List<Receivable> open, List<ReceivableLock> locks, Instant now) {
    return Allocations.allocate(
        payment(minor),
        open,
        AllocationStrategies.OLDEST_DUE_FIRST,
        each -> Locks.heldMinor(locks, Locks.Outstanding.of(each, open), Set.of(), now),
        now);
  }

  /** 1000 in January and in February; what is paid, what of January is frozen; what each takes up, what is left. */
  @ParameterizedTest
  @CsvSource({
    "1500, none, 1000 500,  0",
    "1500, all,  1000,      500",
    "500,  all,  500,       0",
    "1500, 300,  700 800,   0",
    "2500, 300,  700 1000,  800",
    "600,  300,  600,       0",
  })
  void goesPastWhatIsFrozen(long paid, String frozen, String taken, long left) {
    List<Receivable> open = List.of(month(1, 1000), month(2, 1000));
    ReceivableKey january = open.get(0).key();
    List<ReceivableLock> locks =
        switch (frozen) {
          case "none" -> List.of();
          case "all" -> List.of(freeze(new LockScope.OneAmount(january), null));
          default -> List.of(
              freeze(new LockScope.PartOfAmount(january, MinorUnits.amount(Long.parseLong(frozen), "CNY")), null));
        };
    Allocations.Result result = pay(paid, open, locks, NOW);

    assertThat(
            result.allocations().stream()
                .map(each -> "" + MinorUnits.of(each.amount()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(taken);
    assertThat(MinorUnits.of(result.payment().unapplied())).isEqualTo(left);
  }

  @Test
  void aFreezeThatIsOverHoldsNothing() {
    List<Receivable> open = List.of(month(1, 1000));
    List<ReceivableLock> locks = List.of(freeze(new LockScope.WholeContract(NO), NOW.plusSeconds(1)));

    assertThat(pay(1000, open, locks, NOW).allocations()).isEmpty();
    assertThat(pay(1000, open, locks, NOW.plusSeconds(1)).allocations()).hasSize(1);
  }

  @Test
  void moreThanIsOutstandingCannotBeHeld() {
    assertThatThrownBy(
            () ->
                Allocations.allocate(
                    payment(1), List.of(month(1, 10)), AllocationStrategies.OLDEST_DUE_FIRST, each -> 11, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("heldMinor");
  }

  @Property
  void whatIsPaidIsTakenUpOrLeftAndNothingFrozenIsTakenUp(
      @ForAll @IntRange(min = 1, max = 50_000) int paid,
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 9_999) Integer> amounts,
      @ForAll @Size(12) List<@IntRange(max = 9_999) Integer> held) {
    List<Receivable> open = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      open.add(month(i + 1, amounts.get(i)));
    }
    Allocations.Result result =
        Allocations.allocate(
            payment(paid), open, AllocationStrategies.OLDEST_DUE_FIRST,
            each -> Math.min(each.outstandingMinor(), held.get(open.indexOf(each))), NOW);

    long taken = result.allocations().stream().mapToLong(each -> MinorUnits.of(each.amount())).sum();
    assertThat(taken + MinorUnits.of(result.payment().unapplied())).isEqualTo(paid);
    result.receivables().forEach(each -> {
      int month = each.key().period().start().getMonthValue() - 1;
      assertThat(each.outstandingMinor()).isGreaterThanOrEqualTo(Math.min(amounts.get(month), held.get(month)));
    });
    long free = 0;
    for (int i = 0; i < amounts.size(); i++) {
      free += Math.max(0, amounts.get(i) - held.get(i));
    }
    assertThat(taken).isEqualTo(Math.min(paid, free));
  }
}
