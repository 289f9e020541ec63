package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.StaffId;
import org.leasekit.port.FieldStaff;
import org.leasekit.servicedesk.Sighting;
import org.leasekit.servicedesk.Technician;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link FieldStaff}. */
public abstract class FieldStaffContract extends StorePortContract {

  /** For the test of an adapter. */
  protected FieldStaffContract() {}

  private static final Instant NOW = Samples.NOW;

  private FieldStaff staff() {
    return stores.serviceDesk().staff();
  }

  private static Technician technician(String id) {
    return ServiceSamples.technician(Samples.LESSOR, id);
  }

  private static Technician busy(String id) {
    return new Technician(
        Samples.LESSOR, new StaffId(id), "Bob", Set.of(), Set.of(), "night", 7, null);
  }

  @Test
  @DisplayName("FieldStaff rule 1: a technician put again replaces what was known; all come by id")
  void replaces() {
    staff().putAll(List.of(technician("b"), technician("a"), technician("B")));
    staff().putAll(List.of(busy("b")));
    assertThat(staff().all(Samples.LESSOR))
        .containsExactly(technician("B"), technician("a"), busy("b"));
    assertThat(staff().lockAll(Samples.LESSOR)).isEqualTo(staff().all(Samples.LESSOR));
    staff().putAll(List.of(technician("b"), busy("b")));
    assertThat(staff().all(Samples.LESSOR)).as("the last of a call").contains(busy("b"));
    staff().putAll(List.of());
  }

  @Test
  @DisplayName("FieldStaff rule 2: of two that lock all, the second sees what the first one did")
  void lockAllHolds() {
    staff().putAll(List.of(technician("a"), technician("b")));
    Answers<List<Technician>> seen =
        overlap(
            hold -> {
              List<Technician> before = staff().lockAll(Samples.LESSOR);
              hold.untilTheOtherHasTried();
              staff().putAll(List.of(busy("b")));
              return before;
            },
            () -> staff().lockAll(Samples.LESSOR));
    assertThat(seen)
        .isEqualTo(
            new Answers<>(
                List.of(technician("a"), technician("b")),
                List.of(technician("a"), busy("b"))));
  }

  @Test
  @DisplayName("FieldStaff rule 3: the same technician at the same instant is one sighting, the first")
  void sightsOnce() {
    Sighting first = ServiceSamples.sighting("ann", Samples.MICROS, 31.2);
    staff().addSighting(Samples.LESSOR, first);
    staff().addSighting(Samples.LESSOR, ServiceSamples.sighting("ann", Samples.MICROS, 39.9));
    Sighting other = ServiceSamples.sighting("bob", Samples.MICROS, 39.9);
    staff().addSighting(Samples.LESSOR, other);
    assertThat(sightings("ann", NOW, NOW.plusSeconds(10))).containsExactly(first);
    assertThat(sightings("bob", NOW, NOW.plusSeconds(10))).containsExactly(other);
  }

  private List<Sighting> sightings(String technician, Instant from, Instant until) {
    return staff().sightings(Samples.LESSOR, new StaffId(technician), from, until);
  }

  @Test
  @DisplayName("FieldStaff.sightings: from the first instant up to, not including, the last, in order of time")
  void findsSightings() {
    Sighting early = ServiceSamples.sighting("ann", NOW, 31.1);
    Sighting between = ServiceSamples.sighting("ann", Samples.MICROS, 31.2);
    Sighting late = ServiceSamples.sighting("ann", NOW.plusSeconds(60), 31.3);
    List.of(late, early, between).forEach(one -> staff().addSighting(Samples.LESSOR, one));
    assertThat(sightings("ann", NOW, NOW.plusSeconds(60))).containsExactly(early, between);
    assertThat(sightings("ann", Samples.MICROS, NOW.plusSeconds(61)))
        .containsExactly(between, late);
    assertThat(sightings("ann", NOW.minusSeconds(9), NOW)).isEmpty();
  }

  @Test
  @DisplayName("FieldStaff.lastSightings: the last of each technician, up to and including an instant")
  void findsLastSightings() {
    Sighting old = ServiceSamples.sighting("ann", NOW.minusSeconds(60), 31.1);
    Sighting ann = ServiceSamples.sighting("ann", NOW, 31.2);
    Sighting bob = ServiceSamples.sighting("bob", NOW.minusSeconds(5), 31.3);
    Sighting later = ServiceSamples.sighting("bob", Samples.MICROS, 31.4);
    List.of(ann, later, old, bob).forEach(one -> staff().addSighting(Samples.LESSOR, one));
    assertThat(staff().lastSightings(Samples.LESSOR, NOW))
        .isEqualTo(Map.of(ann.technician(), ann, bob.technician(), bob));
    assertThat(staff().lastSightings(Samples.LESSOR, NOW.minusSeconds(61))).isEmpty();
  }

  @Test
  @DisplayName("FieldStaff rule 4: staff of another lessor is not seen")
  void separatesLessors() {
    staff().putAll(List.of(ServiceSamples.technician(Samples.OTHER_LESSOR, "a")));
    Sighting theirs = ServiceSamples.sighting("a", NOW, 31.2);
    staff().addSighting(Samples.OTHER_LESSOR, theirs);
    assertThat(staff().all(Samples.LESSOR)).isEmpty();
    assertThat(staff().lockAll(Samples.LESSOR)).isEmpty();
    assertThat(staff().lastSightings(Samples.LESSOR, NOW)).isEmpty();
    assertThat(sightings("a", NOW, NOW.plusSeconds(1))).isEmpty();
    Sighting mine = ServiceSamples.sighting("a", NOW, 39.9);
    staff().addSighting(Samples.LESSOR, mine);
    assertThat(staff().lastSightings(Samples.OTHER_LESSOR, NOW))
        .isEqualTo(Map.of(theirs.technician(), theirs));
  }
}
