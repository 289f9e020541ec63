package org.leasekit.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.TenantId;

/** Who may be where, and when: shared units by the time of the day, and guests by the day. 2026-06-01 is a Monday. */
class MismatchesTest {

  private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
  private static final UnitRef A = new UnitRef("garage", "A");
  private static final UnitRef B = new UnitRef("garage", "B");
  private static final TenantId GUEST = new TenantId("guest");
  private static final Portion WEEKEND = new Portion(Slot.ALL, Week.WEEKENDS, Share.WHOLE);

  private static ContractHistory lease(String no, UnitRef unit, Portion portion, String tenant, String badge) {
    return ContractHistory.begin(
        new Origin(
            new LessorId("lessor"), new ContractNo(no), unit.project(), unit, portion, new TenantId(tenant),
            new Occupant("user", badge), List.of(),
            DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1)), MinorUnits.amount(100, "CNY"),
            ChargeRules.STANDARD, SIGNED));
  }

  private static String found(
      String day, @Nullable String time, String badge, List<ContractHistory> file, List<DayPackage> packages) {
    Instant known =
        file.stream().map(ContractHistory::latest).max(Instant::compareTo).orElse(SIGNED);
    LocalTime at = time == null ? null : LocalTime.parse(time);
    List<Mismatch> found =
        Mismatches.find(
            List.of(new Sighting(A, LocalDate.parse(day), at, badge)), file, packages,
            new DayHours(LocalTime.of(7, 0), LocalTime.of(19, 0)), known);
    return found.isEmpty() ? "-" : found.get(0).kind() + " " + found.get(0).contracts() + found.get(0).elsewhere();
  }

  @ParameterizedTest(name = "{0} at {1}: the day's user {2}, the night's user {3}")
  @CsvSource({
    "2026-06-02, 07:00, -, OTHER_TIME [D; N][]",
    "2026-06-02, 18:59, -, OTHER_TIME [D; N][]",
    "2026-06-02, 19:00, OTHER_TIME [D; N][], -",
    "2026-06-02, 23:59, OTHER_TIME [D; N][], -",
    "2026-06-02, 06:59, OTHER_TIME [D; N][], -",
    "2026-06-02, , -, -",
    "2025-12-31, 23:00, UNIT_NOT_LET [][], UNIT_NOT_LET [][]",
    "2026-01-01, 03:00, OTHER_TIME [D; N][], OTHER_TIME [D; N][]",
    "2026-06-30, 23:00, OTHER_TIME [D; N][], -",
    "2026-07-01, 03:00, OTHER_USER [N][], -",
    "2026-07-01, 07:00, UNIT_NOT_LET [][], UNIT_NOT_LET [][]",
  })
  void aSharedUnitIsEachUsersAtHisTime(String day, @Nullable String time, String ofDay, String ofNight) {
    List<ContractHistory> file =
        List.of(lease("D", A, Portion.of(Slot.DAY), "t1", "D1"), lease("N", A, Portion.of(Slot.NIGHT), "t2", "N1"));
    assertThat(found(day, time, "D1", file, List.of())).isEqualTo(ofDay.replace(';', ','));
    assertThat(found(day, time, "N1", file, List.of())).isEqualTo(ofNight.replace(';', ','));
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "2026-06-06, 12:00, -",
    "2026-06-07, 23:59, -",
    "2026-06-07, , -",
    "2026-06-05, 23:59, OTHER_TIME [W][]",
    "2026-06-08, 00:00, OTHER_TIME [W][]",
    "2026-06-08, , OTHER_TIME [W][]",
  })
  void aUnitOfTheWeekendIsNotThatOfAMonday(String day, @Nullable String time, String expected) {
    assertThat(found(day, time, "W1", List.of(lease("W", A, WEEKEND, "t1", "W1")), List.of())).isEqualTo(expected);
  }

  @Test
  void ofADayLeaseTheNightIsNotLet() {
    List<ContractHistory> file = List.of(lease("D", A, Portion.of(Slot.DAY), "t1", "D1"));
    assertThat(found("2026-06-02", "23:00", "X1", file, List.of())).isEqualTo("UNIT_NOT_LET [D][]");
    assertThat(found("2026-06-02", "12:00", "X1", file, List.of())).isEqualTo("OTHER_USER [D][]");
    assertThat(found("2026-06-02", null, "X1", file, List.of())).isEqualTo("OTHER_USER [D][]");
  }

  private static ContractHistory resting(ContractHistory lease) {
    Proposal rest =
        new Proposal(LocalDate.of(2026, 6, 1), new Proof("steward", "asked", "mail"), new Change.Suspension());
    return lease.record(rest, SIGNED.plusSeconds(60), AmendmentPolicy.LENIENT).orElseThrow();
  }

  @ParameterizedTest(name = "{0}, {1}: {2} while the lease rests, {3} where nothing is let")
  @CsvSource({
    "2026-06-10, X1, -, -",
    "2026-06-19, X1, -, -",
    "2026-06-09, X1, LEASE_RESTS [A][], UNIT_NOT_LET [][]",
    "2026-06-20, X1, LEASE_RESTS [A][], UNIT_NOT_LET [][]",
    "2026-06-10, A1, LEASE_RESTS [A][], -",
    "2026-06-10, B1, OTHER_USER [A][B], OTHER_USER [][B]",
    "2026-06-10, G1, -, -",
    "2026-06-20, G1, LEASE_RESTS [A][G], UNIT_NOT_LET [][G]",
  })
  void guestsMayBeThereOnTheirDays(String day, String badge, String resting, String vacant) {
    DayPackage sold = new DayPackage(A, GUEST, DateRange.of(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 20)));
    ContractHistory other = lease("B", B, Portion.WHOLE, "t2", "B1");
    // a guest may be a tenant elsewhere
    ContractHistory guests = lease("G", new UnitRef("garage", "G"), Portion.WHOLE, "guest", "G1");
    ContractHistory rests = resting(lease("A", A, Portion.WHOLE, "t1", "A1"));
    assertThat(found(day, "12:00", badge, List.of(rests, other, guests), List.of(sold))).isEqualTo(resting);
    assertThat(found(day, null, badge, List.of(other, guests), List.of(sold))).isEqualTo(vacant);
  }

  @Test
  void aPackageIsAsItWasKnown() {
    Instant sold = SIGNED;
    DateRange days = DateRange.of(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 20));
    DayPackage whole = new DayPackage(A, GUEST, days);
    Booking cut = Booking.of(new LessorId("lessor"), "P", whole, sold).cut(LocalDate.of(2026, 6, 12), sold.plusSeconds(9));
    assertThat(cut.asKnownAt(sold.minusSeconds(1))).isEmpty();
    assertThat(cut.asKnownAt(sold)).contains(whole);
    assertThat(cut.asKnownAt(sold.plusSeconds(8))).contains(whole);
    assertThat(cut.asKnownAt(sold.plusSeconds(9))).isEqualTo(cut.left());
  }

  @Test
  void aSightingOfAnInstantIsOnTheClocksOfItsZone() {
    assertThat(Sighting.at(A, Instant.parse("2026-06-01T20:30:00Z"), ZoneId.of("Asia/Shanghai"), "X"))
        .isEqualTo(new Sighting(A, LocalDate.of(2026, 6, 2), LocalTime.of(4, 30), "X"));
    assertThatIllegalArgumentException().isThrownBy(() -> new DayHours(LocalTime.NOON, LocalTime.NOON));
  }
}
