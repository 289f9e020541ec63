package org.leasekit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.leasekit.calendar.HolidayTable.Entry;
import org.leasekit.calendar.HolidayTable.Kind;

/** The calendar against one that walks day by day, over dense random tables around the change of a year. */
class BusinessCalendarPropertiesTest {

    private static final LocalDate FROM = LocalDate.of(2025, 11, 1);

    @Property
    void everyDayIsWhatTheTableOrElseTheWeekSays(
            @ForAll("tables") List<Entry> table, @ForAll @IntRange(min = -40, max = 200) int at) {
        assertThat(BusinessCalendar.of("x", table).isBusinessDay(FROM.plusDays(at)))
                .isEqualTo(new Oracle(table).worked(FROM.plusDays(at)));
    }

    @Property
    void movesAsManyDaysAsAWalkerWould(
            @ForAll("tables") List<Entry> table,
            @ForAll @IntRange(min = -40, max = 200) int at,
            @ForAll @IntRange(min = -150, max = 150) int days) {
        LocalDate date = FROM.plusDays(at);

        assertThat(BusinessCalendar.of("x", table).plusBusinessDays(date, days))
                .isEqualTo(new Oracle(table).walk(date, days));
    }

    @Property
    void stepsAsAWalkerWould(@ForAll("tables") List<Entry> table, @ForAll @IntRange(min = -40, max = 200) int at) {
        BusinessCalendar calendar = BusinessCalendar.of("x", table);
        Oracle oracle = new Oracle(table);
        LocalDate date = FROM.plusDays(at);

        assertThat(calendar.next(date)).isEqualTo(oracle.walk(date, 1));
        assertThat(calendar.previous(date)).isEqualTo(oracle.walk(date, -1));
        assertThat(calendar.nextOrSame(date)).isEqualTo(oracle.walk(date.minusDays(1), 1));
        assertThat(calendar.previousOrSame(date)).isEqualTo(oracle.walk(date.plusDays(1), -1));
    }

    @Property
    void countsAsAWalkerWould(
            @ForAll("tables") List<Entry> table,
            @ForAll @IntRange(min = -40, max = 200) int at,
            @ForAll @IntRange(min = 0, max = 250) int days) {
        LocalDate start = FROM.plusDays(at);
        LocalDate end = start.plusDays(days);

        assertThat(BusinessCalendar.of("x", table).businessDaysBetween(start, end))
                .isEqualTo(start.datesUntil(end).filter(new Oracle(table)::worked).count());
    }

    @Property
    void nextAndPreviousUndoEachOther(
            @ForAll("tables") List<Entry> table, @ForAll @IntRange(min = -40, max = 200) int at) {
        BusinessCalendar calendar = BusinessCalendar.of("x", table);
        LocalDate date = FROM.plusDays(at);

        assertThat(calendar.previous(calendar.next(date))).isEqualTo(calendar.previousOrSame(date));
        assertThat(calendar.next(calendar.previous(date))).isEqualTo(calendar.nextOrSame(date));
    }

    @Property
    void movingAndCountingAgree(
            @ForAll("tables") List<Entry> table,
            @ForAll @IntRange(min = -40, max = 200) int at,
            @ForAll @IntRange(min = 1, max = 100_000) int days) {
        BusinessCalendar calendar = BusinessCalendar.of("x", table);
        LocalDate date = FROM.plusDays(at);
        LocalDate reached = calendar.plusBusinessDays(date, days);

        assertThat(calendar.isBusinessDay(reached)).isTrue();
        assertThat(calendar.businessDaysBetween(date.plusDays(1), reached.plusDays(1))).isEqualTo(days);
        assertThat(calendar.plusBusinessDays(reached, -days)).isEqualTo(calendar.previousOrSame(date));
    }

    @Provide
    Arbitrary<List<Entry>> tables() {
        Arbitrary<Entry> anywhere = entry(Arbitraries.of(Kind.values()));
        Arbitrary<Entry> mostlyOff = entry(Arbitraries.frequency(
                Tuple.of(9, Kind.OFF), Tuple.of(1, Kind.WORKED)));
        return Arbitraries.oneOf(
                anywhere.list().ofMaxSize(60).uniqueElements(Entry::date),
                mostlyOff.list().ofMinSize(60).ofMaxSize(120).uniqueElements(Entry::date));
    }

    private static Arbitrary<Entry> entry(Arbitrary<Kind> kinds) {
        return Combinators.combine(Arbitraries.integers().between(0, 160), kinds)
                .as((day, kind) -> new Entry(FROM.plusDays(day), kind));
    }

    private static final class Oracle {
        private final Map<LocalDate, Kind> table;

        Oracle(List<Entry> entries) {
            table = entries.stream().collect(Collectors.toMap(Entry::date, Entry::kind));
        }

        boolean worked(LocalDate date) {
            Kind kind = table.get(date);
            if (kind != null) {
                return kind == Kind.WORKED;
            }
            return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
        }

        LocalDate walk(LocalDate date, int days) {
            LocalDate at = date;
            for (int left = Math.abs(days); left > 0; ) {
                at = at.plusDays(Integer.signum(days));
                if (worked(at)) {
                    left--;
                }
            }
            return at;
        }
    }
}
