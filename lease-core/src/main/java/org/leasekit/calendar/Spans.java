package org.leasekit.calendar;

import java.util.Arrays;

/**
 * A set of seconds of the epoch, as ascending bounds: the set is entered at every even one and left at every odd one.
 * No two neighbours are equal, so that stretches neither touch nor are empty. Immutable.
 */
final class Spans {

    static final Spans NONE = new Spans(new long[0]);

    /** What a second has to be in. */
    enum Rule {
        EITHER {
            @Override
            boolean holds(boolean first, boolean second) {
                return first || second;
            }
        },
        BOTH {
            @Override
            boolean holds(boolean first, boolean second) {
                return first && second;
            }
        },
        ONLY_FIRST {
            @Override
            boolean holds(boolean first, boolean second) {
                return first && !second;
            }
        };

        abstract boolean holds(boolean first, boolean second);
    }

    private final long[] bounds;

    private Spans(long[] bounds) {
        this.bounds = bounds;
    }

    /** From the start up to the end; nothing if the end is not after the start. */
    static Spans between(long start, long endExclusive) {
        return start < endExclusive ? new Spans(new long[] {start, endExclusive}) : NONE;
    }

    /** How many stretches there are. */
    int count() {
        return bounds.length / 2;
    }

    long start(int index) {
        return bounds[2 * index];
    }

    long endExclusive(int index) {
        return bounds[2 * index + 1];
    }

    Spans or(Spans other) {
        return combined(other, Rule.EITHER);
    }

    Spans and(Spans other) {
        return combined(other, Rule.BOTH);
    }

    Spans without(Spans other) {
        return combined(other, Rule.ONLY_FIRST);
    }

    /** The seconds for which the rule holds: one sweep over the bounds of both. */
    Spans combined(Spans other, Rule rule) {
        long[] merged = new long[bounds.length + other.bounds.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        boolean in = false;
        while (mine < bounds.length || theirs < other.bounds.length) {
            long next = Math.min(at(mine), other.at(theirs));
            mine += at(mine) == next ? 1 : 0;
            theirs += other.at(theirs) == next ? 1 : 0;
            // past an odd number of bounds one is in the set
            boolean now = rule.holds(mine % 2 == 1, theirs % 2 == 1);
            if (now != in) {
                merged[size++] = next;
                in = now;
            }
        }
        return new Spans(Arrays.copyOf(merged, size));
    }

    private long at(int index) {
        return index < bounds.length ? bounds[index] : Long.MAX_VALUE;
    }

    /** Collects stretches whose starts never go back; those that overlap or touch become one. */
    static final class Collector {

        private long[] bounds = new long[64];
        private int size;

        void add(long start, long endExclusive) {
            if (start >= endExclusive) {
                return;
            }
            if (size > 0 && start <= bounds[size - 1]) {
                bounds[size - 1] = Math.max(bounds[size - 1], endExclusive);
                return;
            }
            if (size == bounds.length) {
                bounds = Arrays.copyOf(bounds, size * 2);
            }
            bounds[size++] = start;
            bounds[size++] = endExclusive;
        }

        Spans spans() {
            return new Spans(Arrays.copyOf(bounds, size));
        }
    }
}
