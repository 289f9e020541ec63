package org.leasekit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leasekit.billing.Reckoning.DayState;
import org.leasekit.calendar.DateRange;

/** B5: whatever happens, and however often runs fail half-way, every day is owed exactly once. */
class ConservationTest {

  /** What can happen. Numbers are bent into range where they are used, so that every history is possible. */
  enum Kind {
    SUSPEND,
    SUSPEND_OPEN,
    RELEASE,
    STEP,
    FREE,
    DISCOUNT,
    WITHDRAW,
    LAST,
    RUN,
    CUT_OFF_RUN,
    REMEMBER,
    STALE_RUN
  }

  record Event(Kind kind, int first, int second) {}

  record Lease(LocalDate start, int days, int cycle, Proration proration, int rate) {}

  @Property(tries = 3000)
  void everyDayIsOwedOnce(@ForAll("leases") Lease lease, @ForAll("histories") List<Event> history) {
    LockWorld world = world(lease);
    play(world, history);
    world.pass();
    world.runAll();

    Map<Long, Long> owed = world.owed();
    owed.forEach((period, minor) -> assertThat(world.raisedFor(period)).as("period %s", period).isEqualTo(minor));
    assertThat(world.total()).isEqualTo(owed.values().stream().mapToLong(Long::longValue).sum());
    assertThat(world.plan(world.term().endExclusive()).isEmpty()).isTrue();
    assertStates(world);
    assertNothingForSuspendedDays(world);
  }

  /** Without knowledge gone stale, no two amounts ever cover the same day (killbill#2306). */
  @Property(tries = 1000)
  void noTwoAmountsOverlap(@ForAll("leases") Lease lease, @ForAll("histories") List<Event> history) {
    LockWorld world = world(lease);
    play(world, history.stream().filter(event -> event.kind() != Kind.STALE_RUN).toList());
    world.runAll();

    List<DateRange> bases =
        world.raised.keySet().stream().filter(key -> key.revision() == 0).map(ReceivableKey::period).toList();
    for (int i = 1; i < bases.size(); i++) {
      assertThat(bases.get(i).overlaps(bases.get(i - 1))).as("%s", bases).isFalse();
    }
  }

  /** The horizon of a run does not matter for what it has reached. */
  @Property(tries = 1000)
  void eachRunSettlesWhatItReaches(
      @ForAll("leases") Lease lease, @ForAll("histories") List<Event> history, @ForAll("days") int through) {
    LockWorld world = world(lease);
    play(world, history);
    LocalDate horizon = world.start.plusDays(through);
    world.run(horizon);

    world.owed().forEach((period, minor) -> {
      if (!world.start.plusMonths(period * world.cycle).isAfter(horizon)) {
        assertThat(world.raisedFor(period)).as("period %s", period).isEqualTo(minor);
      }
    });
  }

  /** However often locks, steps and stubs cut a period, the parts that an amount is told in make it to the last unit. */
  @Property(tries = 1000)
  void thePartsOfAnAmountMakeIt(@ForAll("leases") Lease lease, @ForAll("histories") List<Event> history) {
    LockWorld world = world(lease);
    play(world, history);
    Reckoning.Plan afresh =
        Reckoning.plan(world.charge(), world.locks, List.of(), world.term().endExclusive());

    for (Reckoning.NewAmount amount : afresh.amounts()) {
      List<Derivation.Part> parts = amount.derivation().parts(amount.minor());
      assertThat(parts.stream().mapToLong(Derivation.Part::minor).sum()).isEqualTo(amount.minor());
      for (Derivation.Part part : parts) {
        boolean isFree = part.days().start().datesUntil(part.days().endExclusive())
            .allMatch(day -> world.isSuspended(day) || world.isWaived(day));
        if (isFree) {
          assertThat(part.minor()).as("%s", part).isZero();
        }
      }
    }
  }

  private static void play(LockWorld world, List<Event> history) {
    List<Reckoning.Plan> remembered = new ArrayList<>();
    for (Event event : history) {
      world.pass();
      LocalDate day = world.start.plusDays(event.first());
      switch (event.kind()) {
        case SUSPEND -> world.suspend(world.hour(24L * event.first() - 48), world.hour(24L * event.first() - 47 + event.second()));
        case SUSPEND_OPEN -> world.suspend(world.hour(24L * event.first() + event.second() % 24), null);
        case RELEASE -> {
          if (!world.locks.isEmpty()) {
            ReceivableLock lock = world.locks.get(event.first() % world.locks.size());
            world.release(
                world.locks.indexOf(lock), lock.from().plusSeconds(3600L * (event.second() - 24)));
          }
        }
        case STEP -> world.step(day, event.second() * 100L);
        case FREE -> world.free.add(DateRange.of(day, day.plusDays(1 + event.second() % 60)));
        case DISCOUNT ->
            world.discounts.add(
                new Discount(
                    "D" + world.discounts.size(), DateRange.of(day, day.plusDays(1 + event.second() % 90)),
                    Math.max(1, event.second() * 5)));
        case WITHDRAW -> world.withdraw(event.first());
        case LAST -> world.lasts(1 + event.first());
        case RUN -> world.run(day);
        case CUT_OFF_RUN -> world.apply(world.plan(day), event.second() % 4);
        case REMEMBER -> remembered.add(world.plan(day));
        case STALE_RUN -> remembered.forEach(plan -> world.apply(plan, 1 + event.second()));
      }
    }
  }

  private static void assertStates(LockWorld world) {
    LocalDate at = world.start;
    for (Reckoning.Stretch stretch : Reckoning.days(world.charge(), world.locks, world.raised.values())) {
      assertThat(stretch.days().start()).isEqualTo(at);
      at = stretch.days().endExclusive();
      stretch.days().start().datesUntil(at).forEach(day -> {
        boolean suspended = world.isSuspended(day);
        assertThat(stretch.state() == DayState.SUSPENDED).as("%s", day).isEqualTo(suspended);
        assertThat(stretch.state() == DayState.WAIVED).as("%s", day).isEqualTo(!suspended && world.isWaived(day));
      });
    }
    assertThat(at).isEqualTo(world.term().endExclusive());
  }

  /** An amount all of whose days are suspended comes to nothing. */
  private static void assertNothingForSuspendedDays(LockWorld world) {
    Account.of(world.raised.values()).values().stream()
        .filter(account -> account.key().period().start()
            .datesUntil(account.key().period().endExclusive()).allMatch(world::isSuspended))
        .forEach(account -> assertThat(account.minor()).as("%s", account).isZero());
  }

  private static LockWorld world(Lease lease) {
    return new LockWorld(lease.start(), lease.days(), lease.cycle(), lease.proration(), lease.rate());
  }

  @Provide
  Arbitrary<Lease> leases() {
    return Combinators.combine(
            BillingArbitraries.days(),
            days().map(days -> days + 1),
            Arbitraries.integers().between(1, 4),
            BillingArbitraries.prorations(),
            Arbitraries.integers().between(0, 300_000))
        .as(Lease::new)
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(0, 420);
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return Combinators.combine(Arbitraries.of(Kind.class), days(), Arbitraries.integers().between(0, 2000))
        .as(Event::new)
        .withoutEdgeCases()
        .list()
        .ofMaxSize(14);
  }
}
