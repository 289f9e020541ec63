package org.leasekit.calendar;

import java.time.Instant;

/** What a working calendar is made of: says for any stretch of time when it is open. Immutable. */
sealed interface Openings permits Openings.Always, Openings.Combined, WeeklyOpenings {

    /** The open seconds from one second of the epoch up to another; openings that reach out of the stretch are cut. */
    Spans openings(long from, long toExclusive);

    /** Whether the years of all days between the two instants, both in the range, are covered by the holiday tables. */
    boolean isKnown(Instant first, Instant last);

    /** Round the clock. */
    record Always() implements Openings {
        @Override
        public Spans openings(long from, long toExclusive) {
            return Spans.between(from, toExclusive);
        }

        @Override
        public boolean isKnown(Instant first, Instant last) {
            return true;
        }
    }

    /** Two calendars, second by second. */
    record Combined(Openings one, Openings other, Spans.Rule rule) implements Openings {
        @Override
        public Spans openings(long from, long toExclusive) {
            return one.openings(from, toExclusive).combined(other.openings(from, toExclusive), rule);
        }

        @Override
        public boolean isKnown(Instant first, Instant last) {
            return one.isKnown(first, last) && other.isKnown(first, last);
        }
    }
}
