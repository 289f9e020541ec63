package org.leasekit.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.TenantId;

/** A few leases of a garage, swapped, split and suspended: who lets what, and what that brings. */
class GarageStoryTest {

  private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate END = LocalDate.of(2027, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final UnitRef A = new UnitRef("garage", "A");
  private static final UnitRef B = new UnitRef("garage", "B");
  private static final TenantId GUEST = new TenantId("guest");

  private static ContractHistory lease(String no, UnitRef unit, String tenant, long rent, String badge) {
    return ContractHistory.begin(
        new Origin(
            new LessorId("lessor"), new ContractNo(no), unit.project(), unit, Portion.WHOLE,
            new TenantId(tenant), badge.isEmpty() ? null : new Occupant("user", badge), List.of(),
            DateRange.of(START, END), MinorUnits.amount(rent * 100, "CNY"), ChargeRules.STANDARD, SIGNED));
  }

  private static ContractHistory after(ContractHistory history, LocalDate day, Change change) {
    Proposal proposal = new Proposal(day, new Proof("steward", "asked", "mail"), change);
    return history
        .record(proposal, history.latest().plusSeconds(60), AmendmentPolicy.LENIENT)
        .orElseThrow();
  }

  private static MonetaryAmount yuan(long amount) {
    return MinorUnits.amount(amount * 100, "CNY");
  }

  @Test
  void aSwapFreesTheOldUnitAndTakesTheNewOne() {
    ContractHistory swapped = after(lease("C-1", A, "t1", 100, ""), MARCH, new Change.UnitSwap(B));
    assertThat(Hold.of(swapped, swapped.latest()))
        .extracting(Hold::unit, Hold::days)
        .containsExactly(
            tuple(A, DateRange.of(START, MARCH)),
            tuple(B, DateRange.of(MARCH, END)));
    Occupancy occupancy = Occupancy.of(List.of(swapped, lease("C-2", B, "t2", 100, "")), swapped.latest());
    assertThat(occupancy.letTwice()).containsExactly(Map.entry(B, MARCH));
    assertThat(Occupancy.of(List.of(swapped), SIGNED).gaps(B, DateRange.of(START, END)))
        .as("not known yet").containsExactly(DateRange.of(START, END));
  }

  @Test
  void aRentChangeDoesNotCutAHold() {
    ContractHistory changed =
        after(lease("C-1", A, "t1", 100, ""), MARCH, new Change.RentChange(yuan(90), "S-1"));
    assertThat(Hold.of(changed, changed.latest())).hasSize(1);
  }

  @Test
  void aSplitLeavesRoomForTheOtherContract() {
    Portion day = Portion.of(Slot.DAY);
    Portion night = Portion.of(Slot.NIGHT);
    ContractHistory split =
        after(
            lease("C-1", A, "t1", 100, ""), MARCH,
            new Change.Split(new ContractNo("C-2"), day, night, yuan(60), "S-1"));
    Occupancy occupancy = Occupancy.of(List.of(split), split.latest());
    assertThat(occupancy.firstCollision(A, night, DateRange.of(MARCH, END))).isEmpty();
    assertThat(occupancy.firstCollision(A, night, DateRange.of(START, END))).contains(START);
    assertThat(occupancy.firstCollision(A, day, DateRange.of(MARCH, END))).contains(MARCH);
  }

  @Test
  void aSuspendedUnitIsLetByTheDayUntilTheLeaseGoesOn() {
    ContractHistory resting = after(lease("C-1", A, "t1", 100, ""), MARCH, new Change.Suspension());
    Occupancy open = Occupancy.of(List.of(resting), resting.latest());
    DayPackage wanted = new DayPackage(A, GUEST, DateRange.of(MARCH, MAY));
    assertThat(open.firstCollision(A, Portion.WHOLE, wanted.days())).as("not for a lease").isPresent();
    DayPackage booked = Packages.book(wanted, open, List.of()).orElseThrow();
    assertThat(Packages.book(booked, open, List.of(booked)).rejection().rule())
        .isEqualTo("UNIT_BOOKED_BY_THE_DAY");
    DayPackage early = new DayPackage(A, GUEST, DateRange.of(MARCH.minusDays(1), MAY));
    assertThat(Packages.book(early, open, List.of()).rejection().rule()).isEqualTo("UNIT_NOT_VACANT");
    assertThat(Packages.close(List.of(booked), open, MARCH)).isEmpty();

    LocalDate back = LocalDate.of(2026, 4, 10);
    ContractHistory resumed = after(resting, back, new Change.Resumption());
    Occupancy closed = Occupancy.of(List.of(resumed), resumed.latest());
    assertThat(Packages.close(List.of(booked), closed, MARCH))
        .containsExactly(
            new Packages.Cut(
                booked, Optional.of(new DayPackage(A, GUEST, DateRange.of(MARCH, back))), DateRange.of(back, MAY)));
    DayPackage later = new DayPackage(A, GUEST, DateRange.of(back, MAY));
    assertThat(Packages.close(List.of(later), closed, MARCH))
        .containsExactly(new Packages.Cut(later, Optional.empty(), later.days()));
    assertThat(Packages.close(List.of(booked), closed, MAY)).as("used up").isEmpty();
    assertThat(Packages.close(List.of(booked), closed, back.plusDays(2)))
        .as("learnt late: days that are used up are not taken back")
        .extracting(Packages.Cut::lost)
        .containsExactly(DateRange.of(back.plusDays(2), MAY));
  }

  @Test
  void whatIsSeenIsHeldAgainstTheFile() {
    ContractHistory a = lease("C-1", A, "t1", 100, "沪A·12345");
    ContractHistory b = after(lease("C-2", B, "t2", 100, "沪B99999"), MARCH, new Change.Suspension());
    UnitRef c = new UnitRef("garage", "C");
    ContractHistory unknown = lease("C-3", c, "t3", 100, "");
    UnitRef free = new UnitRef("garage", "D");
    List<Sighting> seen =
        List.of(
            new Sighting(A, MAY, "沪a 12345"),
            new Sighting(A, MAY, "沪B99999"),
            new Sighting(A, MAY, "沪X00000"),
            new Sighting(B, START, "沪B-99999"),
            new Sighting(B, MAY, "沪B99999"),
            new Sighting(c, MAY, "沪X00000"),
            new Sighting(free, MAY, "沪A12345"));
    assertThat(Mismatches.find(seen, List.of(b, a, unknown), b.latest()))
        .containsExactly(
            mismatch(seen.get(1), Mismatch.Kind.OTHER_USER, "C-1", "C-2"),
            mismatch(seen.get(2), Mismatch.Kind.OTHER_USER, "C-1", ""),
            mismatch(seen.get(4), Mismatch.Kind.LEASE_RESTS, "C-2", ""),
            mismatch(seen.get(5), Mismatch.Kind.NO_BADGE_RECORDED, "C-3", ""),
            mismatch(seen.get(6), Mismatch.Kind.UNIT_NOT_LET, "", "C-1"));
  }

  private static Mismatch mismatch(Sighting seen, Mismatch.Kind kind, String here, String elsewhere) {
    return new Mismatch(seen, kind, numbers(here), numbers(elsewhere));
  }

  private static List<ContractNo> numbers(String number) {
    return number.isEmpty() ? List.of() : List.of(new ContractNo(number));
  }

  /** Of leases whose rent is what it says. */
  private static RentRoll roll(List<ContractHistory> all, LocalDate on, Instant known) {
    return RentRoll.of(
        all,
        on,
        known,
        history -> {
          MonetaryAmount rent = history.asOf(on, known).orElseThrow().monthlyRent();
          return new MonthlyRent(rent, rent, yuan(0));
        });
  }

  @Test
  void theRentRollAddsUpByProjectAndTenant() {
    ContractHistory a =
        after(lease("C-1", A, "t1", 100, ""), MARCH, new Change.RentChange(yuan(90), "S-1"));
    ContractHistory b = after(lease("C-2", B, "t1", 50, ""), MAY, new Change.Suspension());
    ContractHistory hall = lease("C-3", new UnitRef("hall", "1"), "t2", 7, "");
    List<ContractHistory> all = List.of(hall, b, a);
    Instant now = SIGNED.plusSeconds(3600);

    RentRoll march = roll(all, MARCH, now);
    assertThat(march.lines()).extracting(line -> line.standing().contract().value())
        .containsExactly("C-1", "C-2", "C-3");
    assertThat(march.byProject().get("garage").get("CNY")).isEqualTo(yuan(140));
    assertThat(march.byTenant().get(new TenantId("t1")).get("CNY")).isEqualTo(yuan(140));
    assertThat(march.total().get("CNY")).isEqualTo(yuan(147));

    assertThat(roll(all, MAY, now).total().get("CNY")).as("C-2 rests").isEqualTo(yuan(97));
    assertThat(roll(all, MARCH, SIGNED).total().get("CNY")).as("as known then").isEqualTo(yuan(157));
    assertThat(roll(all, END, now).lines()).isEmpty();
  }
}
