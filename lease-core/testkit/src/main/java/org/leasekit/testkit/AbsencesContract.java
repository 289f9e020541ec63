package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.Absence;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Absences;

/** The rules of {@link Absences}. */
public abstract class AbsencesContract extends StorePortContract {

  /** For the test of an adapter. */
  protected AbsencesContract() {}

  private static final Instant NOW = Samples.NOW;

  private Absences absences() {
    return stores.absences();
  }

  private static Absence away(
      LessorId lessor, String staff, Instant from, int seconds, @Nullable String deputy) {
    return new Absence(
        lessor,
        new StaffId(staff),
        from,
        from.plusSeconds(seconds),
        deputy == null ? null : new StaffId(deputy));
  }

  @Test
  @DisplayName("Absences.at: those that hold, by person, then by beginning")
  void findsThoseThatHold() {
    Absence ended = away(Samples.LESSOR, "a", NOW.minusSeconds(60), 60, "z");
    Absence late = away(Samples.LESSOR, "b", NOW, 60, "z");
    Absence early = away(Samples.LESSOR, "b", NOW.minusSeconds(30), 60, null);
    Absence first = away(Samples.LESSOR, "假", NOW.minusSeconds(1), 2, "甲");
    Absence later = away(Samples.LESSOR, "c", Samples.MICROS, 60, "z");
    absences().putAll(List.of(later, first, late, ended, early));
    assertThat(absences().at(Samples.LESSOR, NOW)).containsExactly(early, late, first);
  }

  @Test
  @DisplayName("Absences rule 1: the same person and beginning replaces what was known")
  void replacesAbsence() {
    Absence before = away(Samples.LESSOR, "a", NOW, 60, "z");
    Absence longer = away(Samples.LESSOR, "a", NOW, 600, null);
    absences().putAll(List.of(before, away(Samples.LESSOR, "b", NOW, 60, "z")));
    absences().putAll(List.of(longer));
    assertThat(absences().at(Samples.LESSOR, NOW.plusSeconds(300))).containsExactly(longer);
    assertThat(absences().at(Samples.LESSOR, NOW)).hasSize(2);
    absences().putAll(List.of(longer, before));
    assertThat(absences().at(Samples.LESSOR, NOW)).as("the last of a call").contains(before);
  }

  @Test
  @DisplayName("Absences rule 2: absences of another lessor are not seen")
  void separatesLessors() {
    Absence mine = away(Samples.LESSOR, "a", NOW, 60, "z");
    Absence theirs = away(Samples.OTHER_LESSOR, "a", NOW, 600, null);
    absences().putAll(List.of(mine, theirs));
    assertThat(absences().at(Samples.LESSOR, NOW)).containsExactly(mine);
    assertThat(absences().at(Samples.OTHER_LESSOR, NOW)).containsExactly(theirs);
  }
}
