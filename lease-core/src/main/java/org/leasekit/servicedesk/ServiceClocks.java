package org.leasekit.servicedesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.SharesReached;
import org.leasekit.sla.ClockEvent;
import org.leasekit.sla.EventId;
import org.leasekit.sla.Happening;
import org.leasekit.sla.Milestone;
import org.leasekit.sla.SignalId;
import org.leasekit.sla.SlaClock;
import org.leasekit.sla.SlaTerms;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;
import org.leasekit.sla.TargetState;

/**
 * The clocks of service requests. What happens to a request is told to the clock by the names {@code OPENED},
 * {@code ACCEPTED}, {@code DISPATCHED}, {@code ARRIVED}, {@code RESOLVED}, {@code REOPENED} and {@code
 * VERIFIED}; what the service policy has no use for a second time, such as a technician who takes over from
 * another, it passes over. A request that is merged or cancelled is promised nothing any more.
 */
public final class ServiceClocks {

  private ServiceClocks() {}

  /** The clock of a request, from everything that is recorded of it. */
  public static SlaClock of(RequestHistory history, SlaTerms terms) {
    List<ClockEvent> events =
        history.entries().stream().flatMap(entry -> Stream.ofNullable(event(entry))).toList();
    return SlaClock.of(terms, events);
  }

  private static @Nullable ClockEvent event(RequestEntry entry) {
    Happening what = happening(entry.event());
    return what == null
        ? null
        : new ClockEvent(
            new EventId("e" + entry.sequence()), entry.at(), entry.recordedAt(), what);
  }

  private static @Nullable Happening happening(RequestEvent event) {
    if (event instanceof RequestEvent.Opened opened) {
      return new Happening.Signalled(signal(event), opened.priority().inTerms());
    } else if (event instanceof RequestEvent.Prioritised prioritised) {
      return new Happening.Prioritised(prioritised.priority().inTerms());
    } else if (event instanceof RequestEvent.PolicySet set) {
      return new Happening.PolicyChanged(set.policy());
    } else if (event instanceof RequestEvent.Paused paused) {
      return new Happening.Paused(paused.reason());
    } else if (event instanceof RequestEvent.Resumed resumed) {
      return new Happening.Resumed(resumed.reason());
    } else if (event instanceof RequestEvent.Waited waited) {
      return new Happening.PausedUntil(waited.reason(), waited.untilExclusive());
    }
    return switch (event.kind()) {
      case ACCEPTED, DISPATCHED, ARRIVED, RESOLVED, REOPENED, VERIFIED ->
          new Happening.Signalled(signal(event), null);
      case MERGED, CANCELLED -> new Happening.Deactivated();
      default -> null;
    };
  }

  private static SignalId signal(RequestEvent event) {
    return new SignalId(event.kind().name());
  }

  /** When a target reaches its shares, those its policy names and the whole of it. */
  public static SharesReached shares(SlaClock clock, TargetId target) {
    return percent ->
        clock.milestones().stream()
            .filter(milestone -> milestone.mark().equals(new Milestone.Mark(target, percent)))
            .map(Milestone::at)
            .findFirst();
  }

  /** True when nothing is owed for a target: it is met, ended too late, or not promised. */
  public static boolean isSilent(SlaClock clock, TargetId target, Instant now) {
    Optional<TargetReading> reading = clock.at(now, target);
    return reading.isEmpty()
        || reading.get().stopped() != null
        || reading.get().state() == TargetState.INACTIVE;
  }
}
