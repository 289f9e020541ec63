package org.leasekit.calendar;

import java.time.LocalDate;

/** The rolls behind {@link DayRolls}. */
enum StandardDayRoll implements DayRoll {
    NONE {
        @Override
        public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
            return date;
        }
    },
    FOLLOWING {
        @Override
        public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
            return calendar.nextOrSame(date);
        }
    },
    MODIFIED_FOLLOWING {
        @Override
        public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
            LocalDate next = calendar.nextOrSame(date);
            return sameMonth(next, date) ? next : calendar.previous(date);
        }
    },
    PRECEDING {
        @Override
        public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
            return calendar.previousOrSame(date);
        }
    },
    MODIFIED_PRECEDING {
        @Override
        public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
            LocalDate previous = calendar.previousOrSame(date);
            return sameMonth(previous, date) ? previous : calendar.next(date);
        }
    };

    private static boolean sameMonth(LocalDate a, LocalDate b) {
        return a.getYear() == b.getYear() && a.getMonth() == b.getMonth();
    }
}
