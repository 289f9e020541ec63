package org.leasekit.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random calendars around days on which clocks change, or around holidays. */
public final class CalendarModels {

    /** How many minutes a scene is long. */
    public static final int MINUTES = 9 * 24 * 60;

    /** A calendar and the minute from which it is looked at, two days before what is strange about the zone. */
    public record Scene(CalendarModel model, Instant from) {}

    private record Place(String zone, LocalDate day) {}

    private static final List<Place> PLACES = List.of(
            new Place("Asia/Shanghai", LocalDate.of(2026, 2, 14)),
            new Place("Europe/Berlin", LocalDate.of(2026, 3, 29)),
            new Place("Europe/Berlin", LocalDate.of(2026, 10, 25)),
            new Place("America/New_York", LocalDate.of(2026, 3, 8)),
            new Place("America/New_York", LocalDate.of(2026, 11, 1)),
            // half an hour of daylight saving
            new Place("Australia/Lord_Howe", LocalDate.of(2026, 4, 5)),
            new Place("Australia/Lord_Howe", LocalDate.of(2026, 10, 4)),
            // zones of a half and of three quarters of an hour
            new Place("Asia/Kolkata", LocalDate.of(2026, 5, 1)),
            new Place("Asia/Kathmandu", LocalDate.of(2026, 12, 31)),
            new Place("America/St_Johns", LocalDate.of(2026, 11, 1)),
            // midnight itself is skipped, or shown twice
            new Place("America/Sao_Paulo", LocalDate.of(2017, 10, 15)),
            new Place("America/Sao_Paulo", LocalDate.of(2018, 2, 18)),
            // a day that never was
            new Place("Pacific/Apia", LocalDate.of(2011, 12, 30)));

    private CalendarModels() {}

    public static Arbitrary<Scene> scenes() {
        return Arbitraries.of(PLACES).flatMap(place -> {
            ZoneId zone = ZoneId.of(place.zone());
            Instant from = place.day().minusDays(2).atStartOfDay(zone).toInstant();
            Arbitrary<CalendarModel> single = hours(zone, place.day());
            Arbitrary<CalendarModel> other =
                    Arbitraries.of(PLACES).flatMap(away -> hours(ZoneId.of(away.zone()), place.day()));
            Arbitrary<CalendarModel> pair =
                    Combinators.combine(single, other, Arbitraries.of(true, false)).as(CalendarModel.Pair::new);
            return Arbitraries.frequencyOf(Tuple.of(3, single), Tuple.of(1, pair))
                    .map(model -> new Scene(model, from));
        });
    }

    private static Arbitrary<CalendarModel> hours(ZoneId zone, LocalDate near) {
        Arbitrary<LocalDate> day = Arbitraries.integers().between(-3, 8).map(near::plusDays);
        Arbitrary<List<Shift>> shifts = shifts().list().ofMaxSize(3);
        Arbitrary<Map<DayOfWeek, List<Shift>>> week =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), shifts).ofMinSize(3).ofMaxSize(7);
        Arbitrary<Map<LocalDate, HolidayTable.Kind>> holidays =
                Arbitraries.maps(day, Arbitraries.of(HolidayTable.Kind.class)).ofMaxSize(4);
        Arbitrary<CalendarModel.Once> once = Combinators.combine(
                        day, times(), Arbitraries.integers().between(1, 2000), Arbitraries.of(true, false))
                .as((on, at, length, open) -> new CalendarModel.Once(on.atTime(at), Duration.ofMinutes(length), open));
        return Combinators.combine(
                        week, shifts, holidays, Arbitraries.maps(day, shifts).ofMaxSize(2), once.list().ofMaxSize(4))
                .as((usual, makeUp, listed, days, ones) ->
                        new CalendarModel.Hours(zone, usual, makeUp, listed, days, ones));
    }

    /** Any two times, so that about half of the shifts last into the next day. */
    private static Arbitrary<Shift> shifts() {
        return Combinators.combine(times(), times()).as(Shift::new);
    }

    /** Mostly on the half hour, where clocks change; at times on any minute. */
    private static Arbitrary<LocalTime> times() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 47).map(half -> half * 30),
                        Arbitraries.integers().between(0, 24 * 60 - 1))
                .map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
    }
}
