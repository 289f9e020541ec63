package org.leasekit.billing;

import java.util.List;

/**
 * The price of a part of a term, with what it came from.
 *
 * @param amountMinor in minor units, rounded half up once
 * @param slices the shares of a month, in order of time, covering the part without gap or overlap; unmodifiable
 */
public record Prorated(long amountMinor, List<Derivation.Slice> slices) {
    public Prorated {
        slices = List.copyOf(slices);
    }

    /**
     * Adds up the slices and rounds the exact total once, half up to the minor unit.
     *
     * @param monthlyMinor the rent of one month in minor units
     * @throws ArithmeticException if the amount does not fit a {@code long}
     */
    public static Prorated of(long monthlyMinor, List<Derivation.Slice> slices) {
        return new Prorated(Derivation.round(monthlyMinor, slices), slices);
    }
}
