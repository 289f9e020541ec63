package org.leasekit.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;

/**
 * A service desk in Shanghai, Monday to Friday from nine to twelve and from one to six, and words to tell a ticket
 * with.
 */
final class Desk {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final WorkingCalendar OFFICE = WorkingHours.in(SHANGHAI)
            .onWeekdays(Shift.of("09:00-12:00"), Shift.of("13:00-18:00"))
            .holidays(ShippedCalendars.china())
            .calendar("office");

    static final SlaPolicy POLICY = SlaPolicies.serviceDesk("office");

    /** Every goal half as long, lunch stops the clock and the tenant does not, and working time is round the clock. */
    static final SlaPolicy STRICT = new SlaPolicy(
            new PolicyId("strict"),
            "24x7",
            POLICY.targets().stream()
                    .map(target -> new SlaTarget(
                            target.id(),
                            target.goals().entrySet().stream().collect(Collectors.toMap(
                                    Map.Entry::getKey, goal -> goal.getValue().dividedBy(2))),
                            Set.of(new PauseReason("LUNCH")),
                            List.of(50)))
                    .toList(),
            POLICY.signals());

    static final SlaTerms TERMS =
            new SlaTerms(POLICY, List.of(STRICT), List.of(OFFICE, WorkingCalendar.alwaysOpen()));

    private Desk() {}

    /** The ticket to which that happened; ids are counted from 1. */
    static SlaClock ticket(ClockEvent... events) {
        return SlaClock.of(TERMS, List.of(events));
    }

    /** An event told as {@code 17 2026-03-04T09:00 PAUSED WAITING_PARTS}: id, time in Shanghai, what, and its value. */
    static ClockEvent event(String text) {
        String[] words = text.split(" ");
        String value = words.length > 3 ? words[3] : "";
        Happening what = switch (words[2]) {
            case "PRIORITY" -> new Happening.Prioritised(new Priority(value));
            case "POLICY" -> new Happening.PolicyChanged(new PolicyId(value));
            case "CALENDAR" -> new Happening.CalendarChanged(value);
            case "PAUSED" -> words.length > 4
                    ? new Happening.PausedUntil(new PauseReason(value), at(words[4]))
                    : new Happening.Paused(new PauseReason(value));
            case "RESUMED" -> new Happening.Resumed(value.isEmpty() ? null : new PauseReason(value));
            case "DEACTIVATED" -> new Happening.Deactivated();
            case "ACTIVATED" -> new Happening.Activated();
            default -> value.isEmpty()
                    ? Happening.Signalled.of(words[2])
                    : Happening.Signalled.of(words[2], new Priority(value));
        };
        return ClockEvent.of(words[0], at(words[1]), what);
    }

    /** A ticket told in lines. */
    static SlaClock ticket(String lines) {
        return SlaClock.of(TERMS, lines.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Desk::event).toList());
    }

    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(SHANGHAI).toInstant();
    }

    /** What the clock shows of a target then. */
    static TargetReading read(SlaClock clock, TargetId target, String time) {
        TargetReading reading = clock.at(at(time), target).orElse(null);
        assertThat(reading).as("%s at %s", target, time).isNotNull();
        return reading;
    }

    static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }
}
