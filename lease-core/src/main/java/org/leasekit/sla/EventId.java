package org.leasekit.sla;

/**
 * Names a recorded event, so that it is recorded once. Shorter ids come first, so that counted ones stand in their
 * order.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record EventId(String value) implements Comparable<EventId> {

    public EventId {
        Names.check("EventId", value);
    }

    @Override
    public int compareTo(EventId other) {
        int byLength = Integer.compare(value.length(), other.value.length());
        return byLength != 0 ? byLength : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
