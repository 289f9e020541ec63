package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.billing.Derivation.Slice;
import org.leasekit.calendar.DateRange;

/** The conventions behind {@link Prorations}: one walk over the months, one rule each for days that fill no month. */
enum StandardProration implements Proration {
    ACTUAL_MONTH(
            "other days count by the length of their calendar month, at most 1",
            "其余天数除以当月天数，合计不超过 1 个月") {
        @Override
        List<Slice> fragment(DateRange days) {
            LocalDate nextMonth = days.start().withDayOfMonth(1).plusMonths(1);
            if (!nextMonth.isBefore(days.endExclusive())) {
                return List.of(ofCalendarMonth(days));
            }
            Slice first = ofCalendarMonth(DateRange.of(days.start(), nextMonth));
            Slice second = ofCalendarMonth(DateRange.of(nextMonth, days.endExclusive()));
            // From January 15 up to February 14 that would be 17/31 + 13/28 = 1.01 months for less than a month.
            long share = first.numerator() * second.denominator() + second.numerator() * first.denominator();
            return share > first.denominator() * second.denominator()
                    ? List.of(new Slice(days, 1, 1))
                    : List.of(first, second);
        }
    },
    ACTUAL_365("other days count 12/365 each", "其余天数每天计 12/365 个月") {
        @Override
        List<Slice> fragment(DateRange days) {
            return List.of(new Slice(days, 12 * days.days(), 365));
        }
    },
    THIRTY_360(
            "other days count 1/30 each, a 31st taken for a 30th, at most 1",
            "其余天数每天计 1/30 个月，31 日视为 30 日，合计不超过 1 个月") {
        @Override
        List<Slice> fragment(DateRange days) {
            long share = Math.min(days30(days.endExclusive()) - days30(days.start()), 30);
            return List.of(new Slice(days, share, 30));
        }
    },
    WHOLE_PERIODS("a begun month counts as a whole one", "不足一个月按一个月计") {
        @Override
        List<Slice> fragment(DateRange days) {
            return List.of(new Slice(days, 1, 1));
        }
    };

    private final String english;
    private final String chinese;

    StandardProration(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String code() {
        return name();
    }

    /** What the convention does with days that fill no month, in English. */
    String english() {
        return english;
    }

    /** The same in Chinese. */
    String chinese() {
        return chinese;
    }

    @Override
    public Prorated prorate(long monthlyMinor, LocalDate anchor, DateRange part) {
        List<Slice> slices = new ArrayList<>();
        LocalDate at = part.start();
        long month = monthOf(at, anchor);
        if (!at.equals(anchor.plusMonths(month))) {
            month++;
            LocalDate boundary = anchor.plusMonths(month);
            LocalDate end = boundary.isBefore(part.endExclusive()) ? boundary : part.endExclusive();
            slices.addAll(fragment(DateRange.of(at, end)));
            at = end;
        }
        long whole = monthOf(part.endExclusive(), anchor) - month;
        if (whole > 0) {
            LocalDate end = anchor.plusMonths(month + whole);
            slices.add(new Slice(DateRange.of(at, end), whole, 1));
            at = end;
        }
        if (at.isBefore(part.endExclusive())) {
            slices.addAll(fragment(DateRange.of(at, part.endExclusive())));
        }
        return Prorated.of(monthlyMinor, slices);
    }

    /** The shares of days within one month of the grid that do not fill it; together at most one month. */
    abstract List<Slice> fragment(DateRange days);

    /** The greatest k for which {@code anchor.plusMonths(k)} is not after the day. */
    private static long monthOf(LocalDate day, LocalDate anchor) {
        long months = (day.getYear() - anchor.getYear()) * 12L + day.getMonthValue() - anchor.getMonthValue();
        return anchor.plusMonths(months).isAfter(day) ? months - 1 : months;
    }

    private static Slice ofCalendarMonth(DateRange days) {
        return new Slice(days, days.days(), days.start().lengthOfMonth());
    }

    private static long days30(LocalDate day) {
        return 360L * day.getYear() + 30L * day.getMonthValue() + Math.min(day.getDayOfMonth(), 30);
    }
}
