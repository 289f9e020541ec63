package org.leasekit.calendar;

/**
 * The openings of a calendar between two instants, and the working seconds before each of them. Immutable: a wider one
 * takes its place. All instants are seconds of the epoch.
 */
final class Horizon {

    private final long from;
    private final long toExclusive;
    /**
     * When each opening starts; one more than there are, the last one never reached, so that none is a special case.
     */
    private final SortedTimes opens;
    /** {@code worked.get(i)}: working seconds before opening i; the last is the sum of all. */
    private final SortedTimes worked;
    private final int count;

    Horizon(long from, long toExclusive, Spans openings) {
        this.from = from;
        this.toExclusive = toExclusive;
        this.count = openings.count();
        long[] starts = new long[count + 1];
        long[] sums = new long[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i] = openings.start(i);
            sums[i + 1] = sums[i] + openings.endExclusive(i) - openings.start(i);
        }
        starts[count] = toExclusive;
        this.opens = new SortedTimes(starts);
        this.worked = new SortedTimes(sums);
    }

    long from() {
        return from;
    }

    long toExclusive() {
        return toExclusive;
    }

    int count() {
        return count;
    }

    long total() {
        return worked.get(count);
    }

    /** The last opening that starts at the second or before; -1 if there is none. */
    int openingAt(long second) {
        return opens.countAtMost(second) - 1;
    }

    boolean isOpen(int opening, long second) {
        return opening >= 0 && second - opens.get(opening) < length(opening);
    }

    /**
     * Working seconds from the start of the horizon up to the second, which {@link #openingAt} places in the opening.
     */
    long workedBy(int opening, long second) {
        return opening < 0
                ? 0
                : worked.get(opening) + Math.min(second - opens.get(opening), length(opening));
    }

    long start(int opening) {
        return opens.get(opening);
    }

    long endExclusive(int opening) {
        return opens.get(opening) + length(opening);
    }

    /** The second at which that much has been worked, in the opening that {@link #openingOf} or its sibling gives. */
    long secondOf(int opening, long work) {
        return opens.get(opening) + work - worked.get(opening);
    }

    /** The opening that brings the work from less than that much up to it; {@link #count} if it is never done here. */
    int openingThatReaches(long work) {
        return worked.countAtMost(work - 1) - 1;
    }

    /** The last opening before which at most that much has been worked; -1 for less than nothing. */
    int openingAfter(long work) {
        return worked.countAtMost(work) - 1;
    }

    private long length(int opening) {
        return worked.get(opening + 1) - worked.get(opening);
    }
}
