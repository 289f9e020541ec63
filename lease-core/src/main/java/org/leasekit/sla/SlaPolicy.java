package org.leasekit.sla;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is promised, as data.
 *
 * @param id name of the policy in this version
 * @param calendar name of the calendar that working time is counted on
 * @param targets the promises, at least one, no two with the same id, all with goals for the same priorities
 * @param signals what starts and ends them, no two for the same signal, at least one of them opening; of signals at the
 *     same instant, the one listed first comes first wherever both orders are possible
 */
public record SlaPolicy(PolicyId id, String calendar, List<SlaTarget> targets, List<SignalRule> signals) {

    /** @throws IllegalArgumentException if the parts do not fit each other */
    public SlaPolicy {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(calendar, "calendar");
        targets = List.copyOf(targets);
        signals = List.copyOf(signals);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets: at least one");
        }
        Set<TargetId> ids = new HashSet<>();
        for (SlaTarget target : targets) {
            if (!ids.add(target.id())) {
                throw new IllegalArgumentException("targets: two are called " + target.id());
            }
            if (!target.goals().keySet().equals(targets.get(0).goals().keySet())) {
                throw new IllegalArgumentException("targets: " + target.id() + " has goals for other priorities than "
                        + targets.get(0).id());
            }
        }
        Set<SignalId> names = new HashSet<>();
        for (SignalRule rule : signals) {
            if (!names.add(rule.signal())) {
                throw new IllegalArgumentException("signals: two rules for " + rule.signal());
            }
            rule.targets().filter(target -> !ids.contains(target)).findFirst().ifPresent(target -> {
                throw new IllegalArgumentException("signals: " + rule.signal() + " speaks of no target: " + target);
            });
        }
        if (signals.stream().noneMatch(SignalRule::opens)) {
            throw new IllegalArgumentException("signals: none opens the clock");
        }
        signals.stream().filter(rule -> rule.opens() && rule.starts().isEmpty()).findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("signals: " + rule.signal() + " opens the clock and starts no target");
        });
    }

    /** The priorities that every target has a goal for. */
    public Set<Priority> priorities() {
        return targets.get(0).goals().keySet();
    }

    /** The promise of that id; empty if the policy does not make it. */
    public Optional<SlaTarget> target(TargetId target) {
        for (SlaTarget promise : targets) {
            if (promise.id().equals(target)) {
                return Optional.of(promise);
            }
        }
        return Optional.empty();
    }

    /** What the signal does; empty if the policy does not know it. */
    public Optional<SignalRule> rule(SignalId signal) {
        for (SignalRule rule : signals) {
            if (rule.signal().equals(signal)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
