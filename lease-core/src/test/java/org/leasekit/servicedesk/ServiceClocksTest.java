package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingHours;
import org.leasekit.sla.Happening;
import org.leasekit.sla.SlaClock;
import org.leasekit.sla.SlaPolicies;
import org.leasekit.sla.SlaTerms;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;
import org.leasekit.sla.TargetState;

class ServiceClocksTest {
  private static final SlaTerms TERMS =
      SlaTerms.of(
          SlaPolicies.serviceDesk("office"),
          WorkingHours.in(ZoneId.of("Asia/Shanghai"))
              .onWeekdays(Shift.of("09:00-12:00"), Shift.of("13:00-18:00"))
              .calendar("office"));
  private static final Instant NOW = Desk.minute(3000);

  private static SlaClock clock(String story) {
    return ServiceClocks.of(Desk.history(story), TERMS);
  }

  /** Everything that happens to a request is understood by its clock, or means nothing to it. */
  @Test
  void clocksFollowTheRecord() {
    SlaClock clock =
        clock(
            "OPENED:P3 5 ACCEPTED 6 OFFERED:ann 7 REFUSED:ann 8 OFFERED:bob 9 UNANSWERED:bob 10 DISPATCHED:ann"
                + " 20 PREEMPTED:ann 25 DISPATCHED:bob 30 CHECKED_IN:bob 31 ARRIVED:bob 35 ESCALATED:50%"
                + " 40 WAITED:WAITING_PARTS/60 70 PRIORITY:P1 100 RESOLVED:bob 110 REOPENED 120 MERGED");
    assertThat(clock.refusals())
        .as("who takes over is dispatched a second time, which ends nothing a second time")
        .hasSize(1);
    TargetReading arrive = clock.at(NOW, TargetId.ARRIVE).orElseThrow();
    assertThat(arrive.elapsed()).isEqualTo(Duration.ofMinutes(21));
    TargetReading resolve = clock.at(NOW, TargetId.RESOLVE).orElseThrow();
    assertThat(resolve.paused()).isEqualTo(Duration.ofMinutes(20));
    assertThat(resolve.elapsed()).isEqualTo(Duration.ofMinutes(90));
    assertThat(resolve.state()).isEqualTo(TargetState.INACTIVE);
    assertThat(ServiceClocks.isSilent(clock, TargetId.RESOLVE, NOW)).isTrue();
    assertThat(ServiceClocks.isSilent(clock, TargetId.RESOLVE, Desk.minute(60))).isFalse();
    assertThat(ServiceClocks.isSilent(clock, TargetId.RESOLVE, Desk.minute(105))).isTrue();
    assertThat(ServiceClocks.shares(clock, TargetId.RESPOND).at(50)).isEmpty();
  }

  @Test
  void whoIsDispatchedASecondTimeAtTheInstantOfTheEndIsRefusedForThat() {
    SlaClock clock =
        clock(
            "0 OPENED:P2 20 ACCEPTED 40 DISPATCHED:ann 60 PREEMPTED:ann 80 DISPATCHED:bob 80 RESOLVED 80 VERIFIED");
    assertThat(clock.refusals()).extracting(refusal -> refusal.rejection().rule())
        .containsExactly("TARGET_ALREADY_STARTED");
  }

  /** Found by chance: on the clock the second dispatch is the first one again, for it knows no technicians. */
  @Test
  void whoIsDispatchedTwiceAtOneInstantIsDispatchedOnce() {
    SlaClock clock =
        clock("0 OPENED:P2 20 ACCEPTED 40 DISPATCHED:ann 40 PREEMPTED:ann 40 DISPATCHED:bob 80 RESOLVED 80 VERIFIED");
    assertThat(clock.refusals()).extracting(refusal -> refusal.rejection().rule())
        .containsExactly("DUPLICATE_EVENT");
  }

  /**
   * The record and the clock agree on what is possible: the clock refuses nothing that stands in a record, but that
   * a target cannot begin or end a second time, be it at the same instant.
   */
  @Property(tries = 500)
  void theClockRefusesNothingElse(@ForAll("stories") String story) {
    RequestHistory.Arranged arranged = RequestHistory.arrange(Desk.ID, Desk.entries(story));
    SlaClock clock = ServiceClocks.of(arranged.history().orElseThrow(), TERMS);
    assertThat(clock.refusals())
        .allSatisfy(
            refusal -> {
              assertThat(refusal.event().what()).isInstanceOf(Happening.Signalled.class);
              assertThat(((Happening.Signalled) refusal.event().what()).signal().value())
                  .isIn("ACCEPTED", "DISPATCHED", "ARRIVED");
              assertThat(refusal.rejection().rule())
                  .isIn("TARGET_NOT_RUNNING", "TARGET_ALREADY_STARTED", "DUPLICATE_EVENT");
            });
    boolean open = arranged.history().orElseThrow().state().isOpen();
    assertThat(clock.at(NOW, TargetId.RESOLVE).orElseThrow().stopped() == null)
        .as("the clock of resolving runs as long as the request is open")
        .isEqualTo(open);
    for (long minute = 1; minute < 1000; minute += 20) {
      RequestHistory then = RequestHistory.arrange(Desk.ID, Desk.entries(story)).history()
          .orElseThrow().upTo(Desk.minute(minute)).orElseThrow();
      TargetReading resolve = clock.at(Desk.minute(minute), TargetId.RESOLVE).orElseThrow();
      if (resolve.stopped() == null && resolve.breachedAt() == null) {
        assertThat(resolve.state() == TargetState.PAUSED).as("waits at minute %d", minute)
            .isEqualTo(waits(then, Desk.minute(minute)));
      }
    }
  }

  private static boolean waits(RequestHistory then, Instant now) {
    return then.pauses().contains(SlaPolicies.WAITING_PARTS)
        || then.all(RequestEvent.Waited.class)
            .anyMatch(waited -> now.isBefore(waited.event().untilExclusive()));
  }

  @Provide
  Arbitrary<String> stories() {
    Arbitrary<String> words =
        Arbitraries.of(
            "PRIORITY:P1", "PRIORITY:P4", "ACCEPTED", "OFFERED:ann", "REFUSED:ann",
            "DISPATCHED:ann", "DISPATCHED:bob", "ARRIVED:ann", "PREEMPTED:ann",
            "PAUSED:WAITING_PARTS", "PAUSED:LUNCH", "RESUMED", "RESUMED:LUNCH",
            "WAITED:WAITING_TENANT/900", "RESOLVED", "REOPENED", "VERIFIED");
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 15);
    return words
        .flatMap(word -> minutes.map(minute -> 20 * minute + " " + word))
        .list()
        .ofMaxSize(25)
        .map(all -> "0 OPENED:P2 " + String.join(" ", all));
  }
}
