package org.leasekit.sla;

/**
 * Names one version of a policy.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record PolicyId(String value) implements Comparable<PolicyId> {

    public PolicyId {
        Names.check("PolicyId", value);
    }

    @Override
    public int compareTo(PolicyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
