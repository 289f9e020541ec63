package org.leasekit.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Standing;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Member;
import org.leasekit.hierarchy.PlaceHistory;
import org.leasekit.money.MinorUnits;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.occupancy.RentRoll;
import org.leasekit.party.Payer;
import org.leasekit.world.PlainLease.Day;

/** Holds a world against its plain table. */
final class WorldChecks {

  private static final int[] SAMPLED = {0, 3, 40, 90, 91, 130, 200, 300, 364, 500, 650, 800, 1000, 1200};

  private final World world;

  WorldChecks(World world) {
    this.world = world;
  }

  void check() {
    everyPastAnswerIsThatOfTheTable();
    rowsSayWhatHoldsToday();
    nothingIsLetTwice();
    everybodyIsInPlace();
    rentRollsAreThoseOfTheTable();
  }

  private void everyPastAnswerIsThatOfTheTable() {
    for (PlainLease lease : world.plain.leases) {
      ContractHistory history =
          world.kit.amendments().history(new ContractNo(lease.no())).orElseThrow();
      assertThat(history.asOf(World.FIRST, lease.known.firstKey().minusNanos(1))).isEmpty();
      Day[] before = null;
      for (Map.Entry<Instant, Day[]> known : lease.known.entrySet()) {
        for (int day : SAMPLED) {
          assertStands(lease, history, day, known.getKey(), known.getValue());
          if (before != null) {
            assertStands(lease, history, day, known.getKey().minusNanos(1), before);
          }
        }
        before = known.getValue();
      }
    }
  }

  private static void assertStands(
      PlainLease lease, ContractHistory history, int day, Instant known, Day[] days) {
    Standing standing = history.asOf(World.date(day), known).orElseThrow();
    if (!days[day].equals(plain(standing, days[day]))) {
      assertThat(plain(standing, days[day]))
          .as("%s on day %s as known at %s", lease.no(), day, known)
          .isEqualTo(days[day]);
    }
  }

  /** What is owed and what is free a standing does not say; the rent rolls do. */
  private static Day plain(Standing standing, Day day) {
    UnitRef unit = standing.unit();
    return new Day(
        standing.phase().name(),
        unit == null ? PlainLease.NONE : Integer.parseInt(unit.unit().substring(1)),
        Portions.indexOf(standing.portion()),
        Integer.parseInt(standing.tenant().value().substring(1)),
        payer(standing.payer()),
        (int) (MinorUnits.of(standing.monthlyRent()) / 100),
        day.owed(),
        day.freeUntil(),
        standing.subtenant() == null
            ? PlainLease.NONE
            : Integer.parseInt(standing.subtenant().value().substring(1)),
        standing.splitWith() == null
            ? PlainLease.NONE
            : Integer.parseInt(standing.splitWith().value().substring(2)),
        (int) (standing.term().endExclusive().toEpochDay() - World.FIRST.toEpochDay()));
  }

  private static int payer(Payer payer) {
    return payer == null ? PlainLease.NONE : Integer.parseInt(payer.id().value().substring(1));
  }

  private void rowsSayWhatHoldsToday() {
    for (PlainLease lease : world.plain.leases) {
      Contract row = world.stored(lease);
      Day day = lease.life.days()[Math.min(world.plain.today, PlainLease.DAYS - 1)];
      assertThat(row.status().name()).as(lease.no()).isEqualTo(lease.status);
      assertThat(row.endsOn()).as(lease.no()).isEqualTo(World.date(lease.endsOn()));
      assertThat(row.tenant().value()).as(lease.no()).isEqualTo("t" + day.tenant());
      assertThat(payer(row.payer())).as(lease.no()).isEqualTo(day.payer());
      assertThat(row.terms().monthlyRent()).as(lease.no()).isEqualTo(World.yuan(day.rent()));
      assertThat(row.portion()).as(lease.no()).isEqualTo(Portions.get(day.portion()));
      assertThat(Optional.ofNullable(row.unit()).map(UnitRef::unit))
          .as(lease.no())
          .isEqualTo(day.unit() == PlainLease.NONE ? Optional.empty() : Optional.of(World.unit(day.unit())));
    }
  }

  private void nothingIsLetTwice() {
    List<Hold> holds = new ArrayList<>();
    world.stores.records().holds(World.LESSOR, holds::add);
    Occupancy stored = Occupancy.of(holds);
    assertThat(stored.letTwice()).isEmpty();
    for (int unit = 0; unit < PlainWorld.UNITS; unit++) {
      for (int day : SAMPLED) {
        for (int half = 0; half < 2; half++) {
          int parts =
              stored.partsHeld(
                  new UnitRef("garage", World.unit(unit)), World.date(day), half == 0 ? Slot.DAY : Slot.NIGHT);
          assertThat(parts * Portions.ALL_PARTS)
              .as("unit %s on day %s", unit, day)
              .isEqualTo(Share.PARTS_OF_WHOLE * world.plain.let[unit][day][half]);
        }
      }
    }
  }

  private void everybodyIsInPlace() {
    List<Contract> rows = new ArrayList<>();
    world.stores.records().contracts(World.LESSOR, rows::add);
    // refuses orphans, circles and parents that are no masters
    Forest forest = Forest.of(rows.stream().map(Member::of).toList());
    for (PlainLease lease : world.plain.leases) {
      Member member = forest.find(new ContractNo(lease.no())).orElseThrow();
      assertThat(member.parent())
          .as(lease.no())
          .isEqualTo(lease.parent == null ? null : new ContractNo(lease.parent.no()));
      boolean leaves = lease.places.pending.stream().anyMatch(plan -> plan.day() < lease.endsOn());
      if (lease.parent != null
          && lease.isActive()
          && lease.endsOn() > lease.signed.start()
          && !lease.places.stranded
          && !leaves) {
        Member above = forest.find(Objects.requireNonNull(member.parent())).orElseThrow();
        assertThat(above.term().contains(member.term())).as("%s in %s", member, above).isTrue();
      }
      everyAnswerToWhereItStandsIsThatOfTheTable(lease);
    }
  }

  private void everyAnswerToWhereItStandsIsThatOfTheTable(PlainLease lease) {
    PlaceHistory history = world.kit.hierarchy().places(new ContractNo(lease.no())).orElseThrow();
    PlainLease[] before = null;
    for (Map.Entry<Instant, PlainLease[]> known : lease.places.known.entrySet()) {
      for (int day : SAMPLED) {
        assertStands(lease, history, day, known.getKey(), known.getValue()[day]);
        if (before != null) {
          assertStands(lease, history, day, known.getKey().minusNanos(1), before[day]);
        }
      }
      before = known.getValue();
    }
  }

  private static void assertStands(
      PlainLease lease, PlaceHistory history, int day, Instant known, PlainLease master) {
    Optional<ContractNo> expected =
        Optional.ofNullable(master).map(PlainLease::no).map(ContractNo::new);
    if (!history.parentAsOf(World.date(day), known).equals(expected)) {
      assertThat(history.parentAsOf(World.date(day), known))
          .as("%s on day %s as known at %s: %s", lease.no(), day, known, history)
          .isEqualTo(expected);
    }
  }

  private void rentRollsAreThoseOfTheTable() {
    Instant start = World.FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant now = world.clock.instant();
    List<Instant> instants = List.of(now, start.plusSeconds((now.getEpochSecond() - start.getEpochSecond()) / 2));
    for (Instant known : instants) {
      for (int day : new int[] {40, 200, 500}) {
        RentRoll roll = world.kit.occupancy().rentRoll(World.date(day), known).orElseThrow();
        long expected = 0;
        int lines = 0;
        for (PlainLease lease : world.plain.leases) {
          Map.Entry<Instant, Day[]> as = lease.known.floorEntry(known);
          if (as != null && PlainWorld.holds(as.getValue()[day])) {
            lines++;
            expected += as.getValue()[day].phase().equals("SUSPENDED") ? 0 : as.getValue()[day].owed();
          }
        }
        assertThat(roll.lines()).hasSize(lines);
        assertThat(roll.total().values().stream().mapToLong(MinorUnits::of).sum()).isEqualTo(expected * 100);
      }
    }
  }
}
