package org.leasekit.calendar;

/**
 * Ascending numbers of which one asks how many are at most some value. Numbers that are spread evenly, as openings are
 * over the years, are found in about one step, since a table of equally wide buckets says where to look; a bucket that
 * is full is searched by halves, so that no spread costs more than O(log n).
 */
final class SortedTimes {

    private final long[] values;
    private final long base;
    private final int shift;
    /** {@code below[k]}: how many values lie below the start of bucket k. */
    private final int[] below;

    /** @param values ascending, at least one; not copied */
    SortedTimes(long[] values) {
        this.values = values;
        this.base = values[0];
        long width = values[values.length - 1] - base;
        this.shift = shiftFor(width, values.length);
        this.below = new int[(int) (width >>> shift) + 2];
        int at = 0;
        for (int bucket = 0; bucket < below.length; bucket++) {
            long start = base + ((long) bucket << shift);
            while (at < values.length && values[at] < start) {
                at++;
            }
            below[bucket] = at;
        }
    }

    /** The narrowest power of two that makes about as many buckets as there are values. */
    private static int shiftFor(long width, int count) {
        int shift = 0;
        while (width >>> shift > count) {
            shift++;
        }
        return shift;
    }

    long get(int index) {
        return values[index];
    }

    /** How many values are less than or equal to the value. */
    int countAtMost(long value) {
        if (value < base) {
            return 0;
        }
        long bucket = (value - base) >>> shift;
        if (bucket >= below.length - 1) {
            return values.length;
        }
        int low = below[(int) bucket];
        int high = below[(int) bucket + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
