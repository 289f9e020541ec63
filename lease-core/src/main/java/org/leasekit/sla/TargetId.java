package org.leasekit.sla;

/**
 * What is promised by a time: a response, a dispatch, an arrival, a solution, or a promise of one's own.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record TargetId(String value) implements Comparable<TargetId> {

    /** Somebody answers. */
    public static final TargetId RESPOND = new TargetId("respond");

    /** Somebody is sent. */
    public static final TargetId DISPATCH = new TargetId("dispatch");

    /** Somebody is there. */
    public static final TargetId ARRIVE = new TargetId("arrive");

    /** It is done. */
    public static final TargetId RESOLVE = new TargetId("resolve");

    public TargetId {
        Names.check("TargetId", value);
    }

    @Override
    public int compareTo(TargetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
