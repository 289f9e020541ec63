package org.leasekit.sla;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event says. */
public sealed interface Happening {

    /**
     * A signal that the policy starts and ends targets by.
     *
     * @param signal which one
     * @param priority the priority it sets with that; null to leave it. The signal that opens the clock must set one
     */
    record Signalled(SignalId signal, @Nullable Priority priority) implements Happening {
        public Signalled {
            Objects.requireNonNull(signal, "signal");
        }

        /** A signal that leaves the priority. */
        public static Signalled of(String signal) {
            return new Signalled(new SignalId(signal), null);
        }

        /** A signal that sets the priority. */
        public static Signalled of(String signal, Priority priority) {
            return new Signalled(new SignalId(signal), priority);
        }
    }

    /** From here on this priority holds for what still runs; what has elapsed and was paused is kept. */
    record Prioritised(Priority priority) implements Happening {
        public Prioritised {
            Objects.requireNonNull(priority, "priority");
        }
    }

    /**
     * From here on this policy holds for what still runs, with the calendar it names; what has elapsed and was paused
     * is kept. A target that it does not make is inactive.
     */
    record PolicyChanged(PolicyId policy) implements Happening {
        public PolicyChanged {
            Objects.requireNonNull(policy, "policy");
        }
    }

    /** From here on working time is counted on this calendar, until the policy changes. */
    record CalendarChanged(String calendar) implements Happening {
        public CalendarChanged {
            Objects.requireNonNull(calendar, "calendar");
        }
    }

    /** Work waits. Pauses for several reasons may overlap; a target waits as long as one of its reasons lasts. */
    record Paused(PauseReason reason) implements Happening {
        public Paused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Work goes on.
     *
     * @param reason the reason that is gone; null if all are. Pauses with a known end last until their end
     */
    record Resumed(@Nullable PauseReason reason) implements Happening {}

    /**
     * Work waited, as is known with its end: how a pause is entered afterwards. It may overlap, contain or lie in any
     * other; what they share counts once.
     *
     * @param reason why
     * @param endExclusive when work went on, after the instant of the event
     */
    record PausedUntil(PauseReason reason, Instant endExclusive) implements Happening {
        public PausedUntil {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(endExclusive, "endExclusive");
        }
    }

    /** Nothing is promised any more: no target counts, warns or is breached until {@link Activated}. */
    record Deactivated() implements Happening {}

    /** What was promised is promised again; what had elapsed by then is kept. */
    record Activated() implements Happening {}
}
