package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AmendContract;
import org.leasekit.application.BookPackage;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.DayHours;
import org.leasekit.occupancy.Mismatch;
import org.leasekit.occupancy.Sighting;

/** What is seen in the garage, held against leases, shared units and packages, on an adapter's stores. */
public abstract class MismatchContract extends AmendmentJourney {
  private static final UnitRef UNIT = new UnitRef("garage", "U-A");

  /** For subclasses. */
  protected MismatchContract() {}

  private String seen(String on, @Nullable String at, String badge, Instant known) {
    Sighting sighting = new Sighting(UNIT, day(on), at == null ? null : LocalTime.parse(at), badge);
    List<Mismatch> found =
        town.kit.occupancy().mismatches(List.of(sighting), known).orElseThrow();
    return found.isEmpty() ? "" : found.get(0).kind().name();
  }

  @Test
  void theGuestOfAPackageIsWhereHeMayBe() {
    town.let("A", lease -> {});
    town.let("G", lease -> {});
    amend(new AmendContract.OccupantChange(basis("A", "2025-06-01"), "李雷", "沪A·12345"));
    amend(new AmendContract.OccupantChange(basis("G", "2025-06-01"), "韩梅", "沪G-1"));
    amend(new AmendContract.Suspension(basis("A", "2025-07-01")));
    Instant before = town.clock.instant().plusSeconds(1);
    town.goTo("2025-06-11", "10:00");
    town.kit
        .packages()
        .book(new BookPackage("P-1", "garage", "U-A", "tenant-G", day("2025-07-05"), day("2025-07-12")))
        .orElseThrow();
    town.goTo("2025-06-12", "10:00");
    Instant sold = town.clock.instant();
    assertThat(seen("2025-07-05", null, "沪X 1", sold)).isEmpty();
    assertThat(seen("2025-07-05", "03:00", "沪G1", sold)).isEmpty();
    assertThat(seen("2025-07-04", null, "沪X 1", sold)).isEqualTo("LEASE_RESTS");
    assertThat(seen("2025-07-12", null, "沪X 1", sold)).isEqualTo("LEASE_RESTS");
    assertThat(seen("2025-07-05", null, "沪A12345", sold)).isEqualTo("LEASE_RESTS");
    assertThat(seen("2025-07-05", null, "沪X 1", before)).isEqualTo("LEASE_RESTS");
    town.goTo("2025-06-13", "10:00");
    amend(new AmendContract.Resumption(basis("A", "2025-07-08")));
    Instant resumed = town.clock.instant();
    assertThat(seen("2025-07-07", null, "沪X 1", resumed)).isEmpty();
    assertThat(seen("2025-07-08", null, "沪X 1", resumed)).isEqualTo("OTHER_USER");
    assertThat(seen("2025-07-08", null, "沪A12345", resumed)).isEmpty();
    // what was answered stays the answer
    assertThat(seen("2025-07-08", null, "沪X 1", sold)).isEmpty();
  }

  @Test
  void whoSharesAUnitHasItAtHisTime() {
    town.let("A", lease -> {});
    amend(split("A", "2025-07-01", "A-N"));
    amend(new AmendContract.OccupantChange(basis("A", "2025-07-01"), "日间", "D1"));
    amend(new AmendContract.OccupantChange(basis("A-N", "2025-07-01"), "夜间", "N1"));
    Instant now = town.clock.instant().plusSeconds(1);
    assertThat(seen("2025-07-02", "12:00", "D1", now)).isEmpty();
    assertThat(seen("2025-07-02", "12:00", "N1", now)).isEqualTo("OTHER_TIME");
    assertThat(seen("2025-07-02", "22:00", "D1", now)).isEqualTo("OTHER_TIME");
    assertThat(seen("2025-07-03", "05:00", "N1", now)).isEmpty();
    assertThat(seen("2025-07-02", null, "N1", now)).isEmpty();
    Sighting early = Sighting.at(UNIT, RenewalTown.at("2025-07-02", "06:30"), RenewalTown.SHANGHAI, "D1");
    DayHours fromSix = new DayHours(LocalTime.of(6, 0), LocalTime.of(18, 0));
    assertThat(town.kit.occupancy().mismatches(List.of(early), now).orElseThrow()).hasSize(1);
    assertThat(town.kit.occupancy().mismatches(List.of(early), fromSix, now).orElseThrow()).isEmpty();
  }
}
