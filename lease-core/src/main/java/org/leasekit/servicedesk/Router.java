package org.leasekit.servicedesk;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses who goes. A pure function: the order of the candidates does not matter. */
public final class Router {

  private Router() {}

  /** Judges every candidate for a job. Of two who are equally good the smaller id goes. */
  public static RoutingDecision choose(
      Job job, Collection<Candidate> candidates, RoutingPolicy policy) {
    List<RoutingDecision.Verdict> verdicts =
        candidates.stream().map(candidate -> judge(job, candidate, policy)).toList();
    Stream<RoutingDecision.Able> able =
        verdicts.stream()
            .filter(RoutingDecision.Able.class::isInstance)
            .map(RoutingDecision.Able.class::cast)
            .sorted(
                Comparator.comparing(RoutingDecision.Able::total)
                    .thenComparing(RoutingDecision.Able::technician));
    Stream<RoutingDecision.Verdict> unable =
        verdicts.stream()
            .filter(RoutingDecision.Unable.class::isInstance)
            .sorted(Comparator.comparing(RoutingDecision.Verdict::technician));
    return new RoutingDecision(Stream.concat(able, unable).toList());
  }

  private static RoutingDecision.Verdict judge(
      Job job, Candidate candidate, RoutingPolicy policy) {
    RoutingDecision.Reason obstacle = obstacle(job, candidate, policy);
    if (obstacle != null) {
      return new RoutingDecision.Unable(candidate.technician().id(), obstacle);
    }
    boolean full = candidate.held().size() >= candidate.technician().capacity();
    Optional<Candidate.Held> victim = full ? victim(job, candidate, policy) : Optional.empty();
    if (full && victim.isEmpty()) {
      return new RoutingDecision.Unable(
          candidate.technician().id(), RoutingDecision.Reason.FULL);
    }
    int keeps = candidate.held().size() - (full ? 1 : 0);
    return new RoutingDecision.Able(
        candidate.technician().id(),
        Objects.requireNonNullElse(candidate.travel(), policy.unknownTravel()),
        policy.perHeld().multipliedBy(keeps),
        policy.perServed().multipliedBy(candidate.servedToday()),
        full ? policy.preemption() : Duration.ZERO,
        victim.map(Candidate.Held::request).orElse(null));
  }

  private static RoutingDecision.@Nullable Reason obstacle(
      Job job, Candidate candidate, RoutingPolicy policy) {
    Technician technician = candidate.technician();
    Set<Skill> needed = policy.needs().getOrDefault(job.fault(), Set.of());
    if (!technician.skills().containsAll(needed)) {
      return RoutingDecision.Reason.LACKS_SKILL;
    }
    if (!technician.areas().isEmpty() && !technician.areas().contains(job.area())) {
      return RoutingDecision.Reason.OTHER_AREA;
    }
    if (!candidate.onShift()) {
      return RoutingDecision.Reason.OFF_SHIFT;
    }
    return job.passedOver().contains(technician.id())
        ? RoutingDecision.Reason.PASSED_OVER
        : null;
  }

  /** What can be taken away: the least pressing request, never one at which somebody is on site. */
  private static Optional<Candidate.Held> victim(
      Job job, Candidate candidate, RoutingPolicy policy) {
    return candidate.held().stream()
        .filter(held -> held.state() != RequestState.ON_SITE)
        .filter(held -> job.priority().stepsAbove(held.priority()) >= policy.preemptSteps())
        .max(
            Comparator.comparing(Candidate.Held::priority)
                .thenComparing(Candidate.Held::request));
  }
}
