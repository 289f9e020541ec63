package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.MovedBy;
import org.leasekit.port.DunningLog;

/** The rules of {@link DunningLog}. */
public abstract class DunningLogContract extends StorePortContract {

  /** For the test of an adapter. */
  protected DunningLogContract() {}

  private static final Instant NOW = Samples.NOW;
  private static final ArrearsId LATE =
      new ArrearsId(new ContractNo("C-1"), LocalDate.of(2026, 3, 1));

  private DunningLog log() {
    return stores.dunning();
  }

  @Test
  @DisplayName("DunningLog rule 1: a stage is logged once for one time of being late, as it was logged first")
  void logsOnce() {
    Fired first = new Fired("late", NOW, Samples.MICROS, MovedBy.QUIET, 2, List.of("NOTICE", "催收"));
    ArrearsId again = new ArrearsId(LATE.payer(), LATE.since().plusMonths(1));
    ArrearsId other = new ArrearsId(new ContractNo("c-1"), LATE.since());
    assertThat(log().addFired(Samples.LESSOR, LATE, first)).isTrue();
    assertThat(log().addFired(Samples.LESSOR, LATE, first)).isFalse();
    assertThat(log().addFired(Samples.LESSOR, LATE, Samples.fired("late", NOW))).isFalse();
    assertThat(log().addFired(Samples.LESSOR, again, first)).isTrue();
    assertThat(log().addFired(Samples.LESSOR, other, first)).isTrue();
    assertThat(log().fired(Samples.LESSOR, LATE)).containsExactly(first);
  }

  @Test
  @DisplayName("DunningLog.fired: in order of time, whatever the order they were logged in")
  void ordersFired() {
    Fired late = Samples.fired("final", NOW.plusSeconds(60));
    Fired early = Samples.fired("late", NOW);
    log().addFired(Samples.LESSOR, LATE, late);
    log().addFired(Samples.LESSOR, LATE, early);
    assertThat(log().fired(Samples.LESSOR, LATE)).containsExactly(early, late);
  }

  @Test
  @DisplayName("DunningLog rule 2: what was done for another lessor is not seen")
  void separatesLessors() {
    log().addFired(Samples.LESSOR, LATE, Samples.fired("late", NOW));
    assertThat(log().fired(Samples.OTHER_LESSOR, LATE)).isEmpty();
    assertThat(log().addFired(Samples.OTHER_LESSOR, LATE, Samples.fired("late", NOW))).isTrue();
  }
}
