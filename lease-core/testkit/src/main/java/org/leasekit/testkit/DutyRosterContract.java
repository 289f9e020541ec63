package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.port.DutyRoster;
import org.leasekit.servicedesk.Duty;

/** The rules of {@link DutyRoster}. */
public abstract class DutyRosterContract extends StorePortContract {

  /** For the test of an adapter. */
  protected DutyRosterContract() {}

  private static final Instant NOW = Samples.NOW;

  private DutyRoster roster() {
    return stores.serviceDesk().roster();
  }

  @Test
  @DisplayName("DutyRoster.at: those that hold, by level, then by beginning, then by person")
  void findsThoseThatHold() {
    Duty ends = ServiceSamples.duty(0, "ended", NOW.minusSeconds(3600));
    Duty begins = ServiceSamples.duty(2, "b", NOW);
    Duty later = ServiceSamples.duty(2, "later", Samples.MICROS);
    Duty early = ServiceSamples.duty(2, "c", NOW.minusSeconds(1));
    Duty same = ServiceSamples.duty(2, "a", NOW);
    Duty low = ServiceSamples.duty(1, "z", NOW);
    roster().putAll(List.of(ends, begins, later, early, same, low));
    assertThat(roster().at(Samples.LESSOR, NOW)).containsExactly(low, early, same, begins);
  }

  @Test
  @DisplayName("DutyRoster rule 1: the same person, level and beginning replaces what was known")
  void replacesDuty() {
    Duty before = ServiceSamples.duty(1, "a", NOW);
    Duty longer = new Duty(Samples.LESSOR, 1, before.staff(), NOW, NOW.plusSeconds(7200));
    roster().putAll(List.of(before, ServiceSamples.duty(2, "a", NOW)));
    roster().putAll(List.of(longer));
    assertThat(roster().at(Samples.LESSOR, NOW.plusSeconds(3600))).containsExactly(longer);
    assertThat(roster().at(Samples.LESSOR, NOW)).hasSize(2);
    roster().putAll(List.of(longer, before));
    assertThat(roster().at(Samples.LESSOR, NOW)).as("the last of a call").contains(before);
  }

  @Test
  @DisplayName("DutyRoster rule 2: duties of another lessor are not seen")
  void separatesLessors() {
    Duty mine = ServiceSamples.duty(1, "a", NOW);
    Duty theirs =
        new Duty(Samples.OTHER_LESSOR, 1, mine.staff(), NOW, NOW.plusSeconds(7200));
    roster().putAll(List.of(mine, theirs));
    assertThat(roster().at(Samples.LESSOR, NOW)).containsExactly(mine);
    assertThat(roster().at(Samples.OTHER_LESSOR, NOW)).containsExactly(theirs);
  }
}
