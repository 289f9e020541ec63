package org.leasekit.servicedesk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.StaffId;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.PolicyId;
import org.leasekit.sla.TargetId;

/** What can happen to a service request. When and by whom stands in its {@link RequestEntry}. */
public sealed interface RequestEvent {

  /** What happened, in one stable word. */
  Kind kind();

  /** What tells it from another of its kind at the same instant; may be empty. */
  default String value() {
    return "";
  }

  /** The kinds, in the order in which they happen when several happen at one instant. */
  enum Kind {
    OPENED,
    POLICY,
    PRIORITY,
    ACCEPTED,
    REFUSED,
    UNANSWERED,
    PREEMPTED,
    OFFERED,
    DISPATCHED,
    CHECKED_IN,
    ARRIVED,
    RESUMED,
    PAUSED,
    WAITED,
    RESOLVED,
    REOPENED,
    VERIFIED,
    RATED,
    BREACHED,
    ESCALATED,
    MERGED,
    CANCELLED
  }

  /** Reported, with the priority that the triage gave it. */
  record Opened(Priority priority) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.OPENED;
    }

    @Override
    public String value() {
      return priority.name();
    }
  }

  /**
   * Given another priority, which holds from that instant on.
   *
   * @param reason why the matrix or the former priority was not right
   */
  record Prioritised(Priority priority, String reason) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.PRIORITY;
    }

    @Override
    public String value() {
      return priority.name();
    }
  }

  /** Taken on by the desk. */
  record Accepted() implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /**
   * Offered to a technician.
   *
   * @param answerBy when it goes to somebody else
   * @param why the router's explanation
   */
  record Offered(StaffId technician, Instant answerBy, String why) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.OFFERED;
    }

    @Override
    public String value() {
      return technician.value();
    }
  }

  /** The technician does not take it. */
  record Refused(StaffId technician, String reason) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String value() {
      return technician.value();
    }
  }

  /** The technician did not answer in time. */
  record Unanswered(StaffId technician) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.UNANSWERED;
    }

    @Override
    public String value() {
      return technician.value();
    }
  }

  /**
   * Taken from the technician, who is needed elsewhere.
   *
   * @param by the request that goes before
   */
  record Preempted(StaffId technician, RequestId by) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.PREEMPTED;
    }

    @Override
    public String value() {
      return technician.value();
    }
  }

  /** The technician has taken it and is on the way. */
  record Dispatched(StaffId technician) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.DISPATCHED;
    }

    @Override
    public String value() {
      return technician.value();
    }
  }

  /**
   * The technician says to be there; with flags it does not count as an arrival until a supervisor says so.
   *
   * @param flags what speaks against it
   */
  record CheckedIn(StaffId technician, CheckIn checkIn, Set<CheckInFlag> flags)
      implements RequestEvent {
    public CheckedIn {
      flags = Set.copyOf(flags);
    }

    @Override
    public Kind kind() {
      return Kind.CHECKED_IN;
    }

    @Override
    public String value() {
      return technician.value();
    }
  }

  /**
   * The technician is there.
   *
   * @param override why a supervisor let a flagged check-in count; empty when nothing was flagged
   */
  record Arrived(StaffId technician, String override) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.ARRIVED;
    }

    @Override
    public String value() {
      return technician.value();
    }
  }

  /** Another service policy holds from that instant on: the contract has changed. */
  record PolicySet(PolicyId policy) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.POLICY;
    }

    @Override
    public String value() {
      return policy.value();
    }
  }

  /** Work waits; it may wait for several reasons at a time. */
  record Paused(PauseReason reason) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.PAUSED;
    }

    @Override
    public String value() {
      return reason.value();
    }
  }

  /**
   * Work goes on.
   *
   * @param reason which is gone; null when all are
   */
  record Resumed(@Nullable PauseReason reason) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.RESUMED;
    }

    @Override
    public String value() {
      return reason == null ? "" : reason.value();
    }
  }

  /**
   * Work waited for a time, as is learnt with its end; it may overlap other waiting, which counts once.
   *
   * @param untilExclusive when work went on
   */
  record Waited(PauseReason reason, Instant untilExclusive) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.WAITED;
    }

    @Override
    public String value() {
      return reason + " " + untilExclusive;
    }
  }

  /** Mended, says the technician. */
  record Resolved(StaffId technician, Evidence evidence) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.RESOLVED;
    }
  }

  /** Not mended, says somebody else; the same clock runs on. */
  record Reopened(String reason) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.REOPENED;
    }
  }

  /** Mended, says somebody else. */
  record Verified() implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.VERIFIED;
    }
  }

  /**
   * What the customer thought of it; a later rating takes the place of an earlier one.
   *
   * @param stars 1 to 5
   */
  record Rated(int stars, String comment) implements RequestEvent {
    public Rated {
      if (stars < 1 || stars > 5) {
        throw new IllegalArgumentException("stars: 1 to 5, but was " + stars);
      }
    }

    @Override
    public Kind kind() {
      return Kind.RATED;
    }
  }

  /**
   * A target's time was over before it was met, as the desk found; once for a target, whatever becomes known later.
   *
   * @param since when its time was over
   */
  record Breached(TargetId target, Instant since) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.BREACHED;
    }

    @Override
    public String value() {
      return target.value();
    }
  }

  /**
   * A stage of the escalation has fired.
   *
   * @param target which was used up so far
   * @param stage id of the stage
   * @param plannedFor when the share was reached
   * @param reached who was asked to see to it, at least one
   */
  record Escalated(
      TargetId target, String stage, Instant plannedFor, List<OnCallRoster.Reached> reached)
      implements RequestEvent {
    public Escalated {
      reached = List.copyOf(reached);
    }

    @Override
    public Kind kind() {
      return Kind.ESCALATED;
    }

    @Override
    public String value() {
      return target + " " + stage;
    }
  }

  /** The same fault as in another request, in which it lives on. */
  record Merged(RequestId into) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.MERGED;
    }

    @Override
    public String value() {
      return into.value();
    }
  }

  /** Given up. */
  record Cancelled(String reason) implements RequestEvent {
    @Override
    public Kind kind() {
      return Kind.CANCELLED;
    }
  }
}
