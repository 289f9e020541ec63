package org.leasekit.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.WorkingCalendar;

/**
 * The clock of one subject, such as a service request: a fold over everything recorded of it. Immutable; an event more
 * makes another clock, in which everything is derived anew, so that one learnt late takes its place in time.
 *
 * <p>Rules:
 * <ol>
 *   <li>Only working time counts, in pauses as in running. A target waits while at least one pause lasts whose reason
 *       its policy allows; pauses that overlap count once.
 *   <li>A change of priority, policy or calendar holds from its instant on for what still runs; what has elapsed and
 *       what was paused is kept. A target that has ended is as it was.
 *   <li>A target is breached at the first instant at which the goal that then holds is used up, unless it is stopped by
 *       that very instant. Once breached it stays so.
 *   <li>An event that is a duplicate, or impossible as things stand at its instant, does not count. It is kept with the
 *       reason, and counts when something learnt later makes it possible.
 *   <li>The order in which events are recorded or handed over means nothing, except that of two changes of one thing at
 *       one instant the one learnt later holds.
 * </ol>
 * Nothing of this needs to be stored but the events, and {@link #next} to be woken by.
 */
public final class SlaClock {

    private final SlaTerms terms;
    private final List<ClockEvent> events;
    private final List<Refusal> refusals;
    private final Map<TargetId, Track> tracks = new LinkedHashMap<>();
    private final List<Milestone> milestones;

    private SlaClock(SlaTerms terms, Collection<ClockEvent> recorded) {
        this.terms = Objects.requireNonNull(terms, "terms");
        List<ClockEvent> learnt = new ArrayList<>(recorded);
        learnt.sort(ClockEvent.AS_LEARNT);
        List<Refusal> refused = new ArrayList<>();
        List<ClockEvent> distinct = distinct(learnt, refused);
        Replay replay = new Replay(terms);
        replay.run(distinct);
        refused.addAll(replay.refusals());
        refused.sort(Comparator.comparing(Refusal::event, ClockEvent.AS_LEARNT));
        replay.tracks().forEach(track -> tracks.put(track.target(), track));
        this.events = List.copyOf(learnt);
        this.refusals = List.copyOf(refused);
        this.milestones = replay.tracks().stream()
                .flatMap(track -> track.milestones().stream())
                .sorted(Comparator.comparing(Milestone::at))
                .toList();
    }

    /** A clock from everything recorded of its subject, in any order. */
    public static SlaClock of(SlaTerms terms, Collection<ClockEvent> events) {
        return new SlaClock(terms, events);
    }

    /** The clock with one event more; whether that counts is in {@link #rejection}. */
    public SlaClock with(ClockEvent event) {
        List<ClockEvent> more = new ArrayList<>(events);
        more.add(event);
        return new SlaClock(terms, more);
    }

    /** The clock as it was known at that instant: without what was learnt later. */
    public SlaClock asKnownAt(Instant then) {
        return new SlaClock(terms, events.stream().filter(event -> !event.learntAt().isAfter(then)).toList());
    }

    /** Everything that was recorded, counting or not, in the order in which it became known. Unmodifiable. */
    public List<ClockEvent> events() {
        return events;
    }

    /** What does not count as things are known now, in the order in which it became known. Unmodifiable. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** Why that event does not count; empty if it does, or was never recorded. */
    public Optional<ClockRejection> rejection(ClockEvent event) {
        return refusals.stream().filter(it -> it.event().equals(event)).map(Refusal::rejection).findFirst();
    }

    /**
     * What the clock shows of every target that has started by the instant, the first started first. The instant may
     * lie in the past or the future; events after it change nothing.
     *
     * @throws java.time.DateTimeException if the instant lies outside what a {@link WorkingCalendar} may be asked about
     */
    public List<TargetReading> at(Instant instant) {
        List<TargetReading> readings = new ArrayList<>(tracks.size());
        for (Track track : tracks.values()) {
            TargetReading reading = track.read(instant);
            if (reading != null) {
                readings.add(reading);
            }
        }
        return Collections.unmodifiableList(readings);
    }

    /**
     * What the clock shows of one target; empty if it has not started by the instant.
     *
     * @throws java.time.DateTimeException if the instant lies outside what a {@link WorkingCalendar} may be asked about
     */
    public Optional<TargetReading> at(Instant instant, TargetId target) {
        Track track = tracks.get(target);
        return Optional.ofNullable(track == null ? null : track.read(instant));
    }

    /**
     * Whether what {@link #at(Instant, TargetId)} shows, the due instant included, rests on years that the holiday
     * tables cover alone; true of a target that has not started.
     */
    public boolean isKnown(Instant instant, TargetId target) {
        Track track = tracks.get(target);
        return track == null || track.isKnown(instant);
    }

    /**
     * When a target's clock has run for so long, in the past or, if nothing more is recorded, in the future; what is paused
     * does not count. Empty if the clock stands and has not come so far, or the target has not started.
     *
     * @param span of working time, zero or more
     */
    public Optional<Instant> elapsed(TargetId target, Duration span) {
        Track track = tracks.get(target);
        return Optional.ofNullable(track == null ? null : track.elapsed(span));
    }

    /** Every warning and breach, past and to come if nothing more is recorded, in order of time. Unmodifiable. */
    public List<Milestone> milestones() {
        return milestones;
    }

    /**
     * The first milestone that still has to be seen to; its instant is when to wake, and lies in the past if it is
     * overdue or was learnt late.
     *
     * <p>By {@code now}, a warning of a target that was stopped or breached is no longer worth it, and nothing is of a
     * target that is inactive; a breach is, of a stopped target too.
     *
     * @param done what was seen to, in whatever state of knowledge
     */
    public Optional<Milestone> next(Set<Milestone.Mark> done, Instant now) {
        return milestones.stream()
                .filter(milestone -> !done.contains(milestone.mark()))
                .filter(milestone -> milestone.at().isAfter(now) || isWorthIt(milestone, now))
                .findFirst();
    }

    private boolean isWorthIt(Milestone past, Instant now) {
        Track track = tracks.get(past.mark().target());
        Leg leg = track == null ? null : track.legAt(now);
        if (track == null || leg == null || leg.mode() == Leg.Mode.INACTIVE) {
            return false;
        }
        return past.mark().isBreach() || leg.mode() != Leg.Mode.ENDED && track.breachedBy(now) == null;
    }

    /** Takes out what repeats an event that was known earlier, and what no calendar has an answer for. */
    private static List<ClockEvent> distinct(List<ClockEvent> learnt, List<Refusal> refused) {
        List<ClockEvent> distinct = new ArrayList<>();
        Map<EventId, ClockEvent> byId = new HashMap<>();
        Map<Instant, List<ClockEvent>> byInstant = new HashMap<>();
        for (ClockEvent event : learnt) {
            List<ClockEvent> atOnce = byInstant.computeIfAbsent(event.at(), at -> new ArrayList<>(1));
            ClockEvent sameId = byId.putIfAbsent(event.id(), event);
            ClockRejection why = objection(event, sameId, atOnce);
            if (why == null) {
                distinct.add(event);
                atOnce.add(event);
            } else {
                refused.add(new Refusal(event, why));
            }
        }
        return distinct;
    }

    private static @Nullable ClockRejection objection(
            ClockEvent event, @Nullable ClockEvent sameId, List<ClockEvent> atOnce) {
        if (sameId != null && !sameId.repeats(event)) {
            return new ClockRejection.IdReused(event.id());
        }
        for (ClockEvent earlier : atOnce) {
            if (earlier.repeats(event)) {
                return new ClockRejection.Duplicate(event.id(), earlier.id());
            }
        }
        Instant last = event.what() instanceof Happening.PausedUntil pause ? pause.endExclusive() : event.at();
        return event.at().isBefore(WorkingCalendar.EARLIEST) || !last.isBefore(WorkingCalendar.LATEST_EXCLUSIVE)
                ? new ClockRejection.OutOfRange(event.id(), event.at())
                : null;
    }
}
