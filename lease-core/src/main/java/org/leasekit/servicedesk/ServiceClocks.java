package org.leasekit.servicedesk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.SharesReached;
import org.leasekit.sla.ClockEvent;
import org.leasekit.sla.EventId;
import org.leasekit.sla.Happening;
import org.leasekit.sla.Milestone;
import org.leasekit.sla.PauseReason;
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
    List<ClockEvent> events = new ArrayList<>();
    Pauses pauses = new Pauses();
    List<RequestEntry> rest = history.entries();
    while (!rest.isEmpty()) {
      Instant at = rest.get(0).at();
      List<RequestEntry> together =
          rest.stream().takeWhile(entry -> entry.at().equals(at)).toList();
      together.stream().flatMap(entry -> Stream.ofNullable(event(entry))).forEach(events::add);
      events.addAll(pauses.after(together));
      rest = rest.subList(together.size(), rest.size());
    }
    return SlaClock.of(terms, events);
  }

  /**
   * Why work waits, from instant to instant. A clock puts what happens at one instant in an order of its own, so it
   * is told what the instant comes to: no time passes within it.
   */
  private static final class Pauses {
    private Set<PauseReason> reasons = new TreeSet<>();
    private int told;

    List<ClockEvent> after(List<RequestEntry> together) {
      Set<PauseReason> before = reasons;
      reasons = new TreeSet<>(before);
      together.forEach(entry -> step(entry.event()));
      boolean ended =
          together.stream().anyMatch(entry -> entry.event() instanceof RequestEvent.Resolved);
      Instant at = together.get(0).at();
      Instant learntAt =
          together.stream().map(RequestEntry::recordedAt).max(Instant::compareTo).orElse(at);
      List<ClockEvent> events = new ArrayList<>();
      before.stream()
          .filter(reason -> ended || !reasons.contains(reason))
          .forEach(reason -> events.add(tell(new Happening.Resumed(reason), at, learntAt)));
      // an end at this very instant would end what waits after it, too
      Instant from = ended ? at.plusNanos(1) : at;
      reasons.stream()
          .filter(reason -> ended || !before.contains(reason))
          .forEach(reason -> events.add(tell(new Happening.Paused(reason), from, learntAt)));
      return events;
    }

    private void step(RequestEvent event) {
      if (event instanceof RequestEvent.Paused paused) {
        reasons.add(paused.reason());
      } else if (event instanceof RequestEvent.Resumed resumed) {
        PauseReason gone = resumed.reason();
        reasons.removeIf(reason -> gone == null || reason.equals(gone));
      } else if (event instanceof RequestEvent.Resolved) {
        reasons.clear();
      }
    }

    private ClockEvent tell(Happening what, Instant at, Instant learntAt) {
      return new ClockEvent(
          new EventId("p" + ++told), at, learntAt.isBefore(at) ? at : learntAt, what);
    }
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

  /** When a target reaches its shares, those its policy names and the whole of it, and when its clock has run for how long. */
  public static SharesReached shares(SlaClock clock, TargetId target) {
    return new Shares(clock, target);
  }

  private record Shares(SlaClock clock, TargetId target) implements SharesReached {
    @Override
    public Optional<Instant> at(int percent) {
      return clock.milestones().stream()
          .filter(milestone -> milestone.mark().equals(new Milestone.Mark(target, percent)))
          .map(Milestone::at)
          .findFirst();
    }

    @Override
    public Optional<Instant> elapsed(Duration span) {
      return clock.elapsed(target, span);
    }
  }

  /** True when nothing is owed for a target: it is met, ended too late, or not promised. */
  public static boolean isSilent(SlaClock clock, TargetId target, Instant now) {
    Optional<TargetReading> reading = clock.at(now, target);
    return reading.isEmpty()
        || reading.get().stopped() != null
        || reading.get().state() == TargetState.INACTIVE;
  }
}
