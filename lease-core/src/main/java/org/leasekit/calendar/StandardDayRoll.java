package org.leasekit.calendar;

import java.time.LocalDate;

/** The rolls behind {@link DayRolls}. */
enum StandardDayRoll implements DayRoll {
    NONE {
        @Override
        public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
            return date;
        }

        @Override
        public int daysMoved(long epochDay, BusinessCalendar calendar) {
            return 0;
        }
    },
    FOLLOWING {
        @Override
        public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
            return calendar.nextOrSame(date);
        }

        @Override
        public int daysMoved(long epochDay, BusinessCalendar calendar) {
            return calendar.daysToNextOrSame(epochDay);
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

        @Override
        public int daysMoved(long epochDay, BusinessCalendar calendar) {
            return calendar.daysToPreviousOrSame(epochDay);
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
