package org.leasekit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SettableClockTest {

  private static final Instant START = Instant.parse("2026-01-20T02:00:00Z");

  private final SettableClock clock = new SettableClock(START);

  @Test
  void standsStillUntilItIsToldToMove() {
    assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());
    assertThat(clock.millis()).isEqualTo(START.toEpochMilli());
    assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(START);
  }

  @Test
  void movesToAnInstantAndByADuration() {
    clock.set(START.plusSeconds(1));
    assertThat(clock.advance(Duration.ofMinutes(2))).isEqualTo(START.plusSeconds(121));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(121));
  }

  @Test
  void staysWhereItIsWhenToldWhatItShowsAlready() {
    clock.set(START);
    assertThat(clock.advance(Duration.ZERO)).isEqualTo(START);
  }

  @Test
  void neverGoesBack() {
    assertThatIllegalArgumentException().isThrownBy(() -> clock.set(START.minusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofNanos(-1)));
    assertThat(clock.instant()).isEqualTo(START);
  }
}
