package org.leasekit.sla;

/** What every typed name of this package asks for. */
final class Names {

    private static final int LONGEST = 64;

    private Names() {}

    static void check(String type, String value) {
        if (value.isBlank() || value.length() > LONGEST || !value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    type + ": 1 to " + LONGEST + " characters, stripped, but was '" + value + "'");
        }
    }
}
