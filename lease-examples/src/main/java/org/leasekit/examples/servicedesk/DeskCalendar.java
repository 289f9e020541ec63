package org.leasekit.examples.servicedesk;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;

/** The working hours that the story knows. */
enum DeskCalendar {
  /** Monday to Friday 09:00-12:00 and 13:00-18:00, with the holidays and make-up workdays of China. */
  OFFICE("office") {
    @Override
    WorkingCalendar calendar() {
      return WorkingHours.in(ZONE)
          .onWeekdays(Shift.of("09:00-12:00"), Shift.of("13:00-18:00"))
          .holidays(ShippedCalendars.china())
          .calendar(word());
    }
  },
  /** Round the clock. */
  ALWAYS("24x7") {
    @Override
    WorkingCalendar calendar() {
      return WorkingCalendar.alwaysOpen();
    }
  };

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final String word;

  DeskCalendar(String word) {
    this.word = word;
  }

  /** What it is called on the command line. */
  String word() {
    return word;
  }

  abstract WorkingCalendar calendar();

  static Optional<DeskCalendar> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
