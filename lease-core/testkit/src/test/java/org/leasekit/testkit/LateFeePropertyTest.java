package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Change;
import org.leasekit.application.LockReceivables;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.Fired;
import org.leasekit.memory.MemoryStores;
import org.leasekit.money.MinorUnits;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.PaymentId;

/**
 * Random freezes, payments and changes of rent, before and after the days they are for, in two months of billing and dunning
 * through the front door: in the end the fees of each debt come to the rate of what was owed and not held, added up day by
 * day over the days that were charged, and a further run finds nothing.
 */
class LateFeePropertyTest {
  private static final ContractNo A = new ContractNo("A");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 5, 2);
  private static final int RATE = 10;

  /** What was frozen, as the test asked for it; no part for all. */
  private record Frozen(Instant from, Instant until, int month, long partMinor) {
    boolean holds(Receivable debt, LocalDate day) {
      Instant noon = day.atTime(LocalTime.NOON).atZone(RenewalTown.SHANGHAI).toInstant();
      boolean reaches = partMinor == 0 || debt.key().period().start().getMonthValue() == month;
      return reaches && !noon.isBefore(from) && noon.isBefore(until);
    }
  }

  private static final class Lived {
    final Random draw;
    final MoneyTown town;
    final List<Frozen> frozen = new ArrayList<>();
    final Map<PaymentId, LocalDate> paidOn = new HashMap<>();
    private int ids;

    Lived(long seed) {
      draw = new Random(seed);
      town =
          new MoneyTown(
              new RenewalTown(
                  new MemoryStores(), MemoryJourneyTest.VALIDATOR, "2026-02-28", RenewalTown.profile(),
                  RenewalTown.dunning().withFees(new LateFees(RATE, 0, 1_000))));
      town.let(
          "A",
          lease -> {
            lease.start = "2026-02-01";
            lease.lastDay = "2027-01-31";
            lease.rent = "1000.00";
          });
      town.kit.billing().raiseDue();
      pay(100_000);
    }

    void live(int eventsInTenDays) {
      for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
        town.clock.set(RenewalTown.at(day.toString(), "10:30"));
        run();
        if (draw.nextInt(10) < eventsInTenDays) {
          town.clock.set(RenewalTown.at(day.toString(), "10:30").plus(Duration.ofMinutes(1 + draw.nextInt(700))));
          happen(day);
        }
      }
    }

    void run() {
      assertThat(town.kit.billing().raiseDue().setAside()).isEmpty();
      assertThat(town.kit.dunning().runDue().setAside()).isEmpty();
    }

    private void happen(LocalDate today) {
      switch (draw.nextInt(5)) {
        case 0 -> pay(1 + draw.nextInt(60_000));
        case 1 ->
            town.amend(
                "A", today.withDayOfMonth(1).toString(),
                new Change.RentChange(MinorUnits.amount(1 + draw.nextInt(150_000), "CNY"), "S-" + ids++));
        case 2 -> freeze(today, 0);
        default -> freeze(today, 1 + draw.nextInt(40_000));
      }
    }

    private void pay(long minor) {
      String id = "P-" + ids++;
      town.pay(id, MinorUnits.plain(MinorUnits.amount(minor, "CNY")));
      paidOn.put(new PaymentId(id), town.clock.instant().atZone(RenewalTown.SHANGHAI).toLocalDate());
    }

    /** Some hours or days, up to ten days before today or after it. */
    private void freeze(LocalDate today, long partMinor) {
      LocalDate month = today.withDayOfMonth(1);
      Instant from =
          RenewalTown.at(today.toString(), "00:00").plus(Duration.ofHours(draw.nextInt(480) - 240L));
      Instant until = from.plus(Duration.ofHours(1 + draw.nextInt(240)));
      LockScope scope =
          partMinor == 0
              ? new LockScope.WholeContract(A)
              : new LockScope.PartOfAmount(
                  new ReceivableKey(A, ChargeCode.RENT, DateRange.of(month, month.plusMonths(1)), 0),
                  MinorUnits.amount(partMinor, "CNY"));
      boolean accepted =
          town.kit
              .locks()
              .freeze(
                  new LockReceivables(
                      "L-" + ids++, scope, LockReason.DISPUTE, "mail", "tenant", "manager", from, until, false))
              .isAccepted();
      if (accepted) {
        frozen.add(new Frozen(from, until, month.getMonthValue(), partMinor));
      }
    }

    /** The fees that are charged, less what was credited of them, in minor units. */
    long charged() {
      return fees().stream().mapToLong(fee -> MinorUnits.of(fee.amount().subtract(fee.credited()))).sum();
    }

    List<Receivable> fees() {
      return town.town.receivables("A").stream().filter(each -> LateFees.isFee(each.key().charge())).toList();
    }

    /** What the days that were charged cost, in ten-thousandths of the minor unit. */
    long owedForDays() {
      long cost = 0;
      for (Receivable debt : town.rents("A")) {
        for (LocalDate day = debt.due().plusDays(1); day.isBefore(chargedUpTo(debt)); day = day.plusDays(1)) {
          cost += RATE * free(debt, day);
        }
      }
      return cost;
    }

    /** As the log of dunning notes it. */
    private LocalDate chargedUpTo(Receivable debt) {
      String noted =
          "/" + debt.key().charge() + "/" + debt.key().period().start() + "/" + debt.key().period().endExclusive()
              + "/" + debt.key().revision();
      return town.stores.dunning().fired(RenewalTown.LESSOR, new ArrearsId(A, debt.due())).stream()
          .map(Fired::stage)
          .filter(stage -> stage.endsWith(noted))
          .map(stage -> LocalDate.parse(stage.substring("fee@".length(), stage.length() - noted.length())))
          .max(LocalDate::compareTo)
          .orElse(LocalDate.MIN);
    }

    private long free(Receivable debt, LocalDate day) {
      long owed = owed(debt, day);
      long parts = 0;
      for (Frozen each : frozen) {
        if (each.holds(debt, day)) {
          if (each.partMinor() == 0) {
            return 0;
          }
          parts += each.partMinor();
        }
      }
      for (Receivable each : town.rents("A")) {
        if (each.key().isOfSameAmount(debt.key()) && each.key().revision() < debt.key().revision()) {
          parts -= owed(each, day);
        }
      }
      return owed - Math.max(0, Math.min(parts, owed));
    }

    private long owed(Receivable debt, LocalDate day) {
      long owed = MinorUnits.of(debt.amount().subtract(debt.credited()));
      for (Allocation each : town.stores.payments().allocations(RenewalTown.LESSOR, debt.key())) {
        LocalDate came = paidOn.getOrDefault(each.payment(), LocalDate.MAX);
        owed -= came.isAfter(day) ? 0 : MinorUnits.of(each.amount());
      }
      return owed;
    }
  }

  @Property(tries = 400)
  void feesAreTheRateOfWhatWasOwedAndFreeDayByDay(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int eventsInTenDays) {
    Lived lived = new Lived(seed);
    lived.live(eventsInTenDays);
    lived.run();
    long cost = lived.owedForDays();
    // each fee is rounded once, half up, by at most half a minor unit
    assertThat(Math.abs(lived.charged() * 10_000 - cost)).isLessThanOrEqualTo(5_000L * lived.fees().size());
    lived.town.assertBooksAgree();
    List<List<?>> once = lived.town.state();
    lived.run();
    assertThat(lived.town.state()).isEqualTo(once);
  }

  /** The property above would be of little worth if nothing were charged, or nothing taken back. */
  @Test
  void mostHistoriesChargeAndTakeBack() {
    int charged = 0;
    int takenBack = 0;
    for (long seed = 0; seed < 100; seed++) {
      Lived lived = new Lived(seed);
      lived.live(4);
      charged += lived.charged() > 0 ? 1 : 0;
      takenBack += lived.fees().stream().anyMatch(fee -> fee.credited().isPositive()) ? 1 : 0;
    }
    assertThat(charged).isGreaterThan(60);
    assertThat(takenBack).isGreaterThan(20);
  }
}
