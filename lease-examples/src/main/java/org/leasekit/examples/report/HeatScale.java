package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Five steps of darkness for amounts. The steps are cut where a fifth of the amounts lies in each, so that a few large
 * days do not make all others look alike, and rounded to amounts that a person remembers.
 */
final class HeatScale {

    static final int STEPS = 5;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.UP);

    private final List<BigDecimal> upTo;

    private HeatScale(List<BigDecimal> upTo) {
        this.upTo = upTo;
    }

    /** The scale of some amounts; those that are not above zero have no say in it. */
    static HeatScale of(List<BigDecimal> amounts) {
        List<BigDecimal> sorted = amounts.stream().filter(a -> a.signum() > 0).sorted().toList();
        List<BigDecimal> upTo = new ArrayList<>();
        for (int step = 1; step < STEPS && !sorted.isEmpty(); step++) {
            BigDecimal cut = sorted.get((sorted.size() - 1) * step / STEPS).round(TWO_DIGITS);
            boolean above = upTo.isEmpty() || cut.compareTo(upTo.get(upTo.size() - 1)) > 0;
            if (above && cut.compareTo(sorted.get(sorted.size() - 1)) < 0) {
                upTo.add(cut);
            }
        }
        return new HeatScale(List.copyOf(upTo));
    }

    /** Upper ends of the steps but the last, which has none; rising, at most four, none if there is one step only. */
    List<BigDecimal> upTo() {
        return upTo;
    }

    /** How dark an amount is: 0 for nothing, then 1 to 5; the last step is always the darkest. */
    int darkness(BigDecimal amount) {
        if (amount.signum() <= 0) {
            return 0;
        }
        int step = 0;
        while (step < upTo.size() && amount.compareTo(upTo.get(step)) > 0) {
            step++;
        }
        return darknessOf(step);
    }

    /** How dark a step is, counted from 0. */
    int darknessOf(int step) {
        return step == upTo.size() ? STEPS : step + 1;
    }
}
