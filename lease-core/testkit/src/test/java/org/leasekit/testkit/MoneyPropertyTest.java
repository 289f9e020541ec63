package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AmendContract;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.memory.MemoryStores;
import org.leasekit.money.MinorUnits;

/**
 * B5 through the front door: random amendments, suspensions, freezes, releases, withdrawals, payments and runs of billing at any instant,
 * against {@link PlainMoney}. In the end every period comes to what its days cost, a further run finds nothing, and the
 * books agree with the receivables.
 */
class MoneyPropertyTest {
  private static final LocalDate START = LocalDate.of(2026, 3, 1);
  private static final LocalDate END = LocalDate.of(2026, 9, 1);
  private static final long RENT = 3100_00;

  /** One lease that things happen to. */
  private static final class Lived {
    final MoneyTown town = new MoneyTown(new MemoryStores(), MemoryJourneyTest.VALIDATOR);
    final PlainMoney plain;
    int accepted;
    private int ids;

    Lived(int cycleMonths) {
      plain = new PlainMoney(START, END, RENT, cycleMonths);
      town.let("A", lease -> lease.cycleMonths = cycleMonths);
    }

    void step(int number) {
      Random draw = new Random(number);
      town.clock.advance(Duration.ofHours(draw.nextInt(24 * 12)).plusNanos(draw.nextInt(3_000)));
      LocalDate day = START.plusDays(draw.nextInt(240));
      switch (draw.nextInt(12)) {
        case 0 -> rent(day, 1 + draw.nextInt(500_000));
        case 1, 2 -> amend(new AmendContract.Suspension(basis(day)), () -> plain.rest(day, true));
        case 3 -> amend(new AmendContract.Resumption(basis(day)), () -> plain.rest(day, false));
        case 4 -> amend(new AmendContract.EarlyTermination(basis(day), day, SubsAtEnd.REFUSE), () -> plain.end(day));
        case 5 -> longer(draw);
        case 6 -> withdraw(1 + draw.nextInt(6));
        case 7, 8 -> suspend(day, draw.nextInt(40));
        case 9 -> release(day, draw.nextInt(4));
        case 10 -> town.pay("P-" + ids++, MinorUnits.plain(MinorUnits.amount(1 + draw.nextInt(400_000), "CNY")));
        default -> bill();
      }
    }

    private void rent(LocalDate day, long minor) {
      amend(
          new AmendContract.RentChange(basis(day), MinorUnits.amount(minor, "CNY"), "S-" + ids++),
          () -> plain.rent(day, minor));
    }

    private void longer(Random draw) {
      LocalDate newEnd = plain.end().plusDays(1 + draw.nextInt(60));
      LocalDate today = town.clock.instant().atZone(RenewalTown.SHANGHAI).toLocalDate();
      amend(new AmendContract.Extension(basis(today), newEnd), () -> plain.longer(today, newEnd));
    }

    private void amend(AmendContract command, Runnable then) {
      if (town.kit.amendments().amend(command).isAccepted()) {
        accepted++;
        then.run();
      }
    }

    private void withdraw(int number) {
      if (town.kit.amendments()
          .withdraw(new WithdrawAmendment("A", number, "steward", "a mistake", "mail"))
          .isAccepted()) {
        accepted++;
        plain.withdraw(number);
      }
    }

    /** Days, as a suspension; an odd number of days for ever; every fifth a freeze, which changes nothing of what is owed. */
    private void suspend(LocalDate from, int days) {
      String id = "L-" + ids++;
      Instant until = days % 2 == 1 ? null : startOf(from.plusDays(1L + days));
      LockReceivables command =
          new LockReceivables(
              id, new LockScope.WholeContract(new ContractNo("A")), LockReason.SUSPENSION, "mail", "tenant", "manager",
              startOf(from), until, false);
      if (days % 5 == 0) {
        town.kit.locks().freeze(command);
      } else if (town.kit.locks().suspend(command).isAccepted()) {
        accepted++;
        plain.lock(id, from, until == null ? LocalDate.MAX : from.plusDays(1L + days));
      }
    }

    private void release(LocalDate at, int back) {
      String id = "L-" + (ids - 1 - back);
      if (town.release(id, startOf(at)).isAccepted()) {
        accepted++;
        plain.release(id, at);
      }
    }

    void bill() {
      assertThat(town.kit.billing().raiseDue().setAside()).isEmpty();
    }

    TreeMap<LocalDate, Long> raised() {
      TreeMap<LocalDate, Long> raised = new TreeMap<>();
      for (Receivable each : town.rents("A")) {
        long minor = MinorUnits.of(each.amount()) - MinorUnits.of(each.credited());
        raised.merge(plain.periodOf(each.key().period().start()), minor, Long::sum);
      }
      raised.values().removeIf(minor -> minor == 0);
      return raised;
    }

    private static Instant startOf(LocalDate day) {
      return day.atStartOfDay(RenewalTown.SHANGHAI).toInstant();
    }

    private static AmendContract.Basis basis(LocalDate effective) {
      return new AmendContract.Basis("A", effective, "steward", "asked for", "mail");
    }
  }

  private static Lived play(int cycleMonths, List<Integer> steps) {
    Lived lived = new Lived(cycleMonths);
    steps.forEach(lived::step);
    Instant after = LocalDate.of(2028, 6, 1).atStartOfDay(RenewalTown.SHANGHAI).toInstant();
    lived.town.clock.set(after.isAfter(lived.town.clock.instant()) ? after : lived.town.clock.instant());
    lived.bill();
    assertThat(lived.raised()).isEqualTo(lived.plain.owed());
    lived.town.assertBooksAgree();
    List<List<?>> before = lived.town.state();
    lived.bill();
    assertThat(lived.town.state()).isEqualTo(before);
    return lived;
  }

  @Property(tries = 2_000)
  void everyDayIsOwedOnce(@ForAll("steps") List<Integer> steps, @ForAll("cycles") int cycleMonths) {
    play(cycleMonths, steps);
  }

  /** Most of what is tried has to be possible, or nothing is shown. */
  @Test
  void manyStepsAreAccepted() {
    Random random = new Random(7);
    int accepted = 0;
    for (int i = 0; i < 50; i++) {
      accepted += play(1, random.ints(20, 0, Integer.MAX_VALUE).boxed().toList()).accepted;
    }
    assertThat(accepted).isGreaterThan(250);
  }

  @Provide
  Arbitrary<List<Integer>> steps() {
    return Arbitraries.integers().between(0, Integer.MAX_VALUE).withoutEdgeCases().list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<Integer> cycles() {
    return Arbitraries.of(1, 2, 3);
  }
}
