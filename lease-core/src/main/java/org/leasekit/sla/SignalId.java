package org.leasekit.sla;

/**
 * Something that happens to a subject and that a policy starts and ends targets by, for example {@code ACCEPTED}.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record SignalId(String value) implements Comparable<SignalId> {

    public SignalId {
        Names.check("SignalId", value);
    }

    @Override
    public int compareTo(SignalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
