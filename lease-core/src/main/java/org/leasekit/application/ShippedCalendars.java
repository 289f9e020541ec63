package org.leasekit.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.HolidayTable;

/** The business calendars that come with the library, read from its own class path. */
public final class ShippedCalendars {

    private ShippedCalendars() {}

    /**
     * China, named {@code CN}: Monday to Friday with the State Council's holidays and make-up workdays of 2024, 2025
     * and 2026. Read once, at the first call.
     *
     * @throws IllegalStateException if the library's jar has lost the resource
     */
    public static BusinessCalendar china() {
        return China.CALENDAR;
    }

    /** Initialised by the virtual machine at the first use, once, under its own lock. */
    private static final class China {
        static final BusinessCalendar CALENDAR = load("CN", "/org/leasekit/calendar/china.csv");
    }

    private static BusinessCalendar load(String name, String resource) {
        try (InputStream in = ShippedCalendars.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing: " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return BusinessCalendar.of(name, HolidayTable.parse(reader.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
