package org.leasekit.sla;

/**
 * How urgent a subject is, as the policy names it, for example {@code P1}.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record Priority(String value) implements Comparable<Priority> {

    public Priority {
        Names.check("Priority", value);
    }

    @Override
    public int compareTo(Priority other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
