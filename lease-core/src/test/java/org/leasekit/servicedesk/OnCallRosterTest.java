package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.party.StaffId;

class OnCallRosterTest {
  private static final StaffId TOP = new StaffId("owner");

  /** Level 0 from minute 0 to 60 and again from 30 to 90, level 2 from 60 to 120. */
  private static final OnCallRoster ROSTER =
      new OnCallRoster(
          List.of(duty(2, "boss", 60, 120), duty(0, "ann", 0, 60), duty(0, "bob", 30, 90)), TOP);

  private static Duty duty(int level, String staff, long from, long until) {
    return new Duty(
        Desk.LESSOR, level, new StaffId(staff), Desk.minute(from), Desk.minute(until));
  }

  @ParameterizedTest(name = "level {0} at minute {1}: {2} at {3}")
  @CsvSource({
    "0, 0, ann, 0",
    "0, 29, ann, 0",
    "0, 30, bob, 0", // the duty that began last
    "0, 60, bob, 0", // ann's end is not in her duty
    "0, 90, boss, 2", // nobody at 0 and 1: up
    "0, 120, owner, 3", // nobody at all: the top
    "0, -1, owner, 3",
    "1, 30, owner, 3", // never downwards
    "1, 60, boss, 2",
    "2, 119, boss, 2",
    "5, 60, owner, 5",
  })
  void whereNobodyIsOnDutyItGoesUp(int level, long minute, String staff, int reached) {
    assertThat(ROSTER.reach(level, Desk.minute(minute)))
        .isEqualTo(new OnCallRoster.Reached(new StaffId(staff), reached));
  }

  @Test
  void anEmptyRosterHasATopToo() {
    assertThat(new OnCallRoster(List.of(), TOP).reach(0, Desk.START))
        .isEqualTo(new OnCallRoster.Reached(TOP, 0));
  }

  @Test
  void aDutyThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> duty(0, "ann", 5, 5)).hasMessageContaining("untilExclusive");
    assertThatThrownBy(() -> duty(-1, "ann", 5, 6)).hasMessageContaining("level");
  }
}
