package org.leasekit.sla;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One promise of a policy.
 *
 * @param id what is promised
 * @param goals working time allowed, by priority; each more than nothing
 * @param pausedBy the reasons for which this target waits; any other reason is recorded and stops nothing
 * @param warnAtPercent shares of the goal at which to warn, each from 1 to 99, ascending
 */
public record SlaTarget(
        TargetId id, Map<Priority, Duration> goals, Set<PauseReason> pausedBy, List<Integer> warnAtPercent) {

    /**
     * @throws IllegalArgumentException if there is no goal, a goal is not positive, or a share is out of bounds or out
     *     of order
     */
    public SlaTarget {
        goals = Collections.unmodifiableMap(new TreeMap<>(goals));
        pausedBy = Collections.unmodifiableSet(new TreeSet<>(pausedBy));
        warnAtPercent = List.copyOf(warnAtPercent);
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("goals: at least one, for " + id);
        }
        goals.forEach((priority, goal) -> {
            if (goal.isZero() || goal.isNegative()) {
                throw new IllegalArgumentException("goals: more than nothing, but was " + goal + " for " + priority);
            }
        });
        if (!warnAtPercent.equals(new ArrayList<>(new TreeSet<>(warnAtPercent)))
                || warnAtPercent.stream().anyMatch(percent -> percent < 1 || percent > 99)) {
            throw new IllegalArgumentException("warnAtPercent: from 1 to 99, ascending, but was " + warnAtPercent);
        }
    }
}
