package org.leasekit.sla;

/**
 * Why a subject waits; the policy says for which reasons a target waits with it.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record PauseReason(String value) implements Comparable<PauseReason> {

    public PauseReason {
        Names.check("PauseReason", value);
    }

    @Override
    public int compareTo(PauseReason other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
