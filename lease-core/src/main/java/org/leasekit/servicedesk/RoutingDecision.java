package org.leasekit.servicedesk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.StaffId;

/**
 * Who goes, and why nobody else does.
 *
 * @param verdicts on every candidate: those who could go first, the best of them first of all, then the others
 */
public record RoutingDecision(List<Verdict> verdicts) {

  private static final int MOST_NAMED = 20;

  /** What the router thinks of a candidate. */
  public sealed interface Verdict {
    StaffId technician();
  }

  /**
   * Could go.
   *
   * @param travel to the site
   * @param held what open requests count as
   * @param served what the requests of today count as
   * @param preemption what taking a request away counts as; zero when none has to be
   * @param preempts the request that has to be taken away; null when none has to be
   */
  public record Able(
      StaffId technician,
      Duration travel,
      Duration held,
      Duration served,
      Duration preemption,
      @Nullable RequestId preempts)
      implements Verdict {

    /** All that speaks against it. */
    public Duration total() {
      return travel.plus(held).plus(served).plus(preemption);
    }

    @Override
    public String toString() {
      return technician + " " + minutes(total()) + " min = travel " + minutes(travel)
          + " + open " + minutes(held) + " + today " + minutes(served)
          + (preempts == null ? "" : " + taking " + preempts + " away " + minutes(preemption));
    }

    private static String minutes(Duration duration) {
      long tenths = Math.round(duration.toSeconds() / 6.0);
      return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }
  }

  /** Cannot go. */
  public record Unable(StaffId technician, Reason why) implements Verdict {
    @Override
    public String toString() {
      return technician + " " + why;
    }
  }

  /** Why somebody cannot go. */
  public enum Reason {
    LACKS_SKILL,
    OTHER_AREA,
    OFF_SHIFT,
    PASSED_OVER,
    FULL
  }

  public RoutingDecision {
    verdicts = List.copyOf(verdicts);
  }

  /** Who goes; empty when nobody can. */
  public Optional<Able> choice() {
    return verdicts.stream().limit(1).filter(Able.class::isInstance).map(Able.class::cast).findFirst();
  }

  /** The decision in one line: the first is who goes; of many the best are named, and how many there were. */
  public String explain() {
    if (verdicts.isEmpty()) {
      return "no technicians";
    }
    String named =
        verdicts.stream()
            .limit(MOST_NAMED)
            .map(Verdict::toString)
            .collect(Collectors.joining("; "));
    int more = verdicts.size() - MOST_NAMED;
    return more > 0 ? named + "; and " + more + " more" : named;
  }
}
