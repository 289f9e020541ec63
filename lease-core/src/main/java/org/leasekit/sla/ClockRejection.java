package org.leasekit.sla;

import java.time.Instant;
import java.util.List;
import org.leasekit.outcome.Rejection;

/** Why a recorded event does not count. */
public sealed interface ClockRejection extends Rejection {

    /** The event it speaks of. */
    EventId event();

    @Override
    default String field() {
        return "event";
    }

    @Override
    default List<String> data() {
        return List.of(event().value());
    }

    /** Another event, known earlier, says the same of the same instant. */
    record Duplicate(EventId event, EventId original) implements ClockRejection {
        @Override
        public String rule() {
            return "DUPLICATE_EVENT";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), original.value());
        }
    }

    /** The id was used before, for something else. */
    record IdReused(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "EVENT_ID_REUSED";
        }
    }

    /** No calendar answers for that instant. */
    record OutOfRange(EventId event, Instant at) implements ClockRejection {
        @Override
        public String rule() {
            return "EVENT_OUT_OF_RANGE";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), at.toString());
        }
    }

    /** The policy has no rule for the signal. */
    record UnknownSignal(EventId event, SignalId signal) implements ClockRejection {
        @Override
        public String rule() {
            return "UNKNOWN_SIGNAL";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), signal.value());
        }
    }

    /** The policy has no goals for the priority. */
    record UnknownPriority(EventId event, Priority priority) implements ClockRejection {
        @Override
        public String rule() {
            return "UNKNOWN_PRIORITY";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), priority.value());
        }
    }

    /** The terms bind no such policy. */
    record UnknownPolicy(EventId event, PolicyId policy) implements ClockRejection {
        @Override
        public String rule() {
            return "UNKNOWN_SLA_POLICY";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), policy.value());
        }
    }

    /** The terms bind no such calendar. */
    record UnknownCalendar(EventId event, String calendar) implements ClockRejection {
        @Override
        public String rule() {
            return "UNKNOWN_WORKING_CALENDAR";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), calendar);
        }
    }

    /** The clock is opened without a priority. */
    record NoPriority(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "CLOCK_WITHOUT_PRIORITY";
        }
    }

    /** Nothing had opened the clock by then. */
    record NotOpened(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "CLOCK_NOT_OPENED";
        }
    }

    /** The clock had been opened by then. */
    record AlreadyOpened(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "CLOCK_ALREADY_OPENED";
        }
    }

    /** The clock had been closed for good by then. */
    record Closed(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "CLOCK_CLOSED";
        }
    }

    /** It would stop a target that does not run. */
    record NotRunning(EventId event, TargetId target) implements ClockRejection {
        @Override
        public String rule() {
            return "TARGET_NOT_RUNNING";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), target.value());
        }
    }

    /** It would start a target that has started before. */
    record AlreadyStarted(EventId event, TargetId target) implements ClockRejection {
        @Override
        public String rule() {
            return "TARGET_ALREADY_STARTED";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), target.value());
        }
    }

    /** It needs a target to have stopped that has not. */
    record NotEnded(EventId event, TargetId target) implements ClockRejection {
        @Override
        public String rule() {
            return "TARGET_NOT_ENDED";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), target.value());
        }
    }

    /** A pause where no target runs. */
    record NothingRuns(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "NOTHING_RUNS";
        }
    }

    /** A pause for a reason that lasts already. */
    record AlreadyPaused(EventId event, PauseReason reason) implements ClockRejection {
        @Override
        public String rule() {
            return "ALREADY_PAUSED";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), reason.value());
        }
    }

    /** Nothing waits that could go on. */
    record NotPaused(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "NOT_PAUSED";
        }
    }

    /** An active clock would be activated. */
    record AlreadyActive(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "CLOCK_ALREADY_ACTIVE";
        }
    }

    /** An inactive clock would be deactivated. */
    record AlreadyInactive(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "CLOCK_ALREADY_INACTIVE";
        }
    }
}
