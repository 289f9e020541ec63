package org.leasekit.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Goes through events in order of time and lets each happen that is possible. Of events at one instant, the first by
 * rank that is possible comes first, then again, until none is left that is: so that a pause which ends at once and one
 * which takes the place of another both come out, whatever order they were recorded in.
 */
final class Replay {

    private final Subject subject;
    private final Map<TargetId, Track> tracks = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    /** What is still to come; instants without events are the known ends of pauses. */
    private final TreeMap<Instant, List<ClockEvent>> agenda = new TreeMap<>();

    Replay(SlaTerms terms) {
        this.subject = new Subject(terms);
    }

    /** Once, with events of which no two are the same. */
    void run(Collection<ClockEvent> events) {
        for (ClockEvent event : events) {
            agenda.computeIfAbsent(event.at(), at -> new ArrayList<>(1)).add(event);
        }
        for (var next = agenda.pollFirstEntry(); next != null; next = agenda.pollFirstEntry()) {
            subject.reach(next.getKey());
            happen(next.getValue());
            settle(next.getKey());
        }
        tracks.values().forEach(Track::finish);
    }

    Collection<Track> tracks() {
        return tracks.values();
    }

    List<Refusal> refusals() {
        return refusals;
    }

    private void happen(List<ClockEvent> atOnce) {
        List<ClockEvent> waiting = new ArrayList<>(atOnce);
        if (atOnce.size() > 1) {
            Optional<ClockEvent> next = firstPossible(waiting);
            while (next.isPresent()) {
                waiting.remove(next.get());
                if (subject.closes(next.get())) {
                    refuse(waiting);
                }
                apply(next.get());
                next = firstPossible(waiting);
            }
        }
        refuse(waiting);
        waiting.forEach(this::apply);
    }

    /**
     * Takes out what is impossible as things stand. Before the clock is closed at this very instant, too: that something
     * was closed then is not why it could not begin a second time.
     */
    private void refuse(List<ClockEvent> waiting) {
        waiting.removeIf(event -> {
            ClockRejection why = subject.objection(event);
            if (why != null) {
                refusals.add(new Refusal(event, why));
            }
            return why != null;
        });
    }

    private void apply(ClockEvent event) {
        subject.apply(event);
        if (event.what() instanceof Happening.PausedUntil pause) {
            agenda.computeIfAbsent(pause.endExclusive(), at -> new ArrayList<>());
        }
    }

    private Optional<ClockEvent> firstPossible(List<ClockEvent> events) {
        return events.stream()
                .filter(event -> subject.objection(event) == null)
                .min(Comparator.comparingInt(subject::rank).thenComparing(ClockEvent.AS_LEARNT));
    }

    /** What the instant has come to, for every target that has started. */
    private void settle(Instant at) {
        for (TargetId target : subject.started()) {
            Track track = tracks.computeIfAbsent(target, Track::new);
            track.turn(at, subject.terms(target, track.terms()), subject.isStoppedNow(target));
        }
    }
}
