package org.leasekit.sla;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leasekit.calendar.WorkingCalendar;

/** Policies bound to the calendars they name: what a clock looks things up in. Immutable. */
public final class SlaTerms {

    private final SlaPolicy initial;
    private final Map<PolicyId, SlaPolicy> policies = new LinkedHashMap<>();
    private final Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();

    /**
     * Binds.
     *
     * @param initial the policy that holds from the start
     * @param others policies that it may change to
     * @param calendars those the policies name, and others to change to
     * @throws IllegalArgumentException if two policies or two calendars bear one name, or a policy names no calendar of
     *     these
     */
    public SlaTerms(
            SlaPolicy initial, Collection<SlaPolicy> others, Collection<WorkingCalendar> calendars) {
        this.initial = initial;
        for (WorkingCalendar calendar : calendars) {
            if (this.calendars.put(calendar.name(), calendar) != null) {
                throw new IllegalArgumentException("calendars: two are called " + calendar.name());
            }
        }
        add(initial);
        others.forEach(this::add);
    }

    /** One policy on one calendar, which bears the name that the policy gives it. */
    public static SlaTerms of(SlaPolicy policy, WorkingCalendar calendar) {
        return new SlaTerms(policy, List.of(), List.of(calendar));
    }

    private void add(SlaPolicy policy) {
        if (policies.put(policy.id(), policy) != null) {
            throw new IllegalArgumentException("policies: two are called " + policy.id());
        }
        if (!calendars.containsKey(policy.calendar())) {
            throw new IllegalArgumentException(
                    "calendars: policy " + policy.id() + " names one that is missing: " + policy.calendar());
        }
    }

    /** The policy that holds from the start. */
    public SlaPolicy initial() {
        return initial;
    }

    /** The policy of that id, if it is bound here. */
    public Optional<SlaPolicy> policy(PolicyId id) {
        return Optional.ofNullable(policies.get(id));
    }

    /** The calendar of that name, if it is bound here. */
    public Optional<WorkingCalendar> calendar(String name) {
        return Optional.ofNullable(calendars.get(name));
    }
}
