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
        public String field() {
            return "at";
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), at.toString());
        }
    }

    /** The event names something that the terms do not have. */
    record Unknown(EventId event, Kind kind, String name) implements ClockRejection {

        /** What is not known. */
        public enum Kind {
            /** No rule of the policy is for the signal. */
            SIGNAL,
            /** The policy has no goals for the priority. */
            PRIORITY,
            /** No such policy is bound. */
            POLICY,
            /** No such calendar is bound. */
            CALENDAR
        }

        @Override
        public String rule() {
            return "UNKNOWN_" + kind;
        }

        @Override
        public List<String> data() {
            return List.of(event.value(), name);
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

    /** A target did not stand as the event needs it to. */
    record WrongState(EventId event, TargetId target, Need need) implements ClockRejection {

        /** What the event needs of the target. */
        public enum Need {
            /** To run. */
            RUNNING,
            /** Not to have started. */
            NOT_STARTED,
            /** To have stopped. */
            ENDED
        }

        @Override
        public String rule() {
            return "TARGET_MUST_BE_" + need;
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

    /** Nothing is paused that could go on. */
    record NotPaused(EventId event) implements ClockRejection {
        @Override
        public String rule() {
            return "NOT_PAUSED";
        }
    }

    /** It is active and is to be activated, or the reverse. */
    record NoChange(EventId event, boolean active) implements ClockRejection {
        @Override
        public String rule() {
            return active ? "CLOCK_ALREADY_ACTIVE" : "CLOCK_NOT_ACTIVE";
        }
    }
}
