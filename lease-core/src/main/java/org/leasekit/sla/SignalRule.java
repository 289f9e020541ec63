package org.leasekit.sla;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a signal does to the targets of a policy, and by that when it is possible. Immutable; start from {@link #on} and
 * add to it.
 *
 * @param signal the signal
 * @param opens whether it begins the clock: possible once and before anything else; any other signal is possible from
 *     then on
 * @param starts targets that begin to run; none of them may have started before
 * @param ends targets that stop; all of them must run
 * @param endsIfRunning targets that stop if they run
 * @param continues targets that run on; all of them must have stopped
 * @param needsStarted targets that must have started, whether they run or not
 * @param needsRunning targets that must run, and go on
 * @param needsEnded targets that must have stopped, and stay so
 * @param resumes whether it ends every pause whose end is not known
 * @param closes whether nothing is possible after it
 */
public record SignalRule(
        SignalId signal,
        boolean opens,
        Set<TargetId> starts,
        Set<TargetId> ends,
        Set<TargetId> endsIfRunning,
        Set<TargetId> continues,
        Set<TargetId> needsStarted,
        Set<TargetId> needsRunning,
        Set<TargetId> needsEnded,
        boolean resumes,
        boolean closes) {

    public SignalRule {
        starts = Set.copyOf(starts);
        ends = Set.copyOf(ends);
        endsIfRunning = Set.copyOf(endsIfRunning);
        continues = Set.copyOf(continues);
        needsStarted = Set.copyOf(needsStarted);
        needsRunning = Set.copyOf(needsRunning);
        needsEnded = Set.copyOf(needsEnded);
    }

    /** A signal that does nothing yet. */
    public static SignalRule on(String signal) {
        return new SignalRule(
                new SignalId(signal), false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
                false, false);
    }

    /** It begins the clock. */
    public SignalRule opening() {
        return new SignalRule(
                signal, true, starts, ends, endsIfRunning, continues, needsStarted, needsRunning, needsEnded, resumes,
                closes);
    }

    /** It starts these too. */
    public SignalRule starting(TargetId... targets) {
        return new SignalRule(
                signal, opens, with(starts, targets), ends, endsIfRunning, continues, needsStarted, needsRunning,
                needsEnded, resumes, closes);
    }

    /** It ends these too, and needs them to run. */
    public SignalRule ending(TargetId... targets) {
        return new SignalRule(
                signal, opens, starts, with(ends, targets), endsIfRunning, continues, needsStarted, needsRunning,
                needsEnded, resumes, closes);
    }

    /** It ends these too if they run. */
    public SignalRule endingIfRunning(TargetId... targets) {
        return new SignalRule(
                signal, opens, starts, ends, with(endsIfRunning, targets), continues, needsStarted, needsRunning,
                needsEnded, resumes, closes);
    }

    /** It lets these run on, and needs them to have stopped. */
    public SignalRule continuing(TargetId... targets) {
        return new SignalRule(
                signal, opens, starts, ends, endsIfRunning, with(continues, targets), needsStarted, needsRunning,
                needsEnded, resumes, closes);
    }

    /** It needs these to have started; they may have stopped since. */
    public SignalRule afterStartOf(TargetId... targets) {
        return new SignalRule(
                signal, opens, starts, ends, endsIfRunning, continues, with(needsStarted, targets), needsRunning,
                needsEnded, resumes, closes);
    }

    /** It needs these to run. */
    public SignalRule whileRunning(TargetId... targets) {
        return new SignalRule(
                signal, opens, starts, ends, endsIfRunning, continues, needsStarted, with(needsRunning, targets),
                needsEnded, resumes, closes);
    }

    /** It needs these to have stopped. */
    public SignalRule afterEndOf(TargetId... targets) {
        return new SignalRule(
                signal, opens, starts, ends, endsIfRunning, continues, needsStarted, needsRunning, with(needsEnded,
                targets), resumes, closes);
    }

    /** It ends every pause whose end is not known. */
    public SignalRule resuming() {
        return new SignalRule(
                signal, opens, starts, ends, endsIfRunning, continues, needsStarted, needsRunning, needsEnded, true,
                closes);
    }

    /** It is the last thing that happens. */
    public SignalRule closing() {
        return new SignalRule(
                signal, opens, starts, ends, endsIfRunning, continues, needsStarted, needsRunning, needsEnded,
                resumes, true);
    }

    /** Every target it speaks of. */
    Stream<TargetId> targets() {
        return Stream.of(starts, ends, endsIfRunning, continues, needsStarted, needsRunning, needsEnded)
                .flatMap(Set::stream);
    }

    private static Set<TargetId> with(Set<TargetId> before, TargetId... more) {
        Set<TargetId> all = new LinkedHashSet<>(before);
        all.addAll(Set.of(more));
        return all;
    }
}
