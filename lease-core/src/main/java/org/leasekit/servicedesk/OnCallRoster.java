package org.leasekit.servicedesk;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.leasekit.party.StaffId;

/**
 * Who is on duty when. Where nobody is, the next level up is asked; whoever stands at the top is always
 * there.
 */
public final class OnCallRoster {
  private final List<Duty> duties;
  private final StaffId top;

  /**
   * A roster.
   *
   * @param duties in any order; of several at one level the one that began last is asked, then the smaller id
   * @param top who is asked when nobody else is on duty
   */
  public OnCallRoster(Collection<Duty> duties, StaffId top) {
    this.duties =
        duties.stream()
            .sorted(
                Comparator.comparingInt(Duty::level)
                    .thenComparing(Duty::from, Comparator.reverseOrder())
                    .thenComparing(Duty::staff))
            .toList();
    this.top = top;
  }

  /**
   * Who is reached.
   *
   * @param level at which somebody was on duty; one above every level of the roster for the top
   */
  public record Reached(StaffId staff, int level) {}

  /** Who is on duty at a level, or at the first level above it at which somebody is. */
  public Reached reach(int level, Instant at) {
    return duties.stream()
        .filter(duty -> duty.level() >= level && duty.holds(at))
        .findFirst()
        .map(duty -> new Reached(duty.staff(), duty.level()))
        .orElseGet(() -> new Reached(top, topLevel(level)));
  }

  private int topLevel(int asked) {
    int highest = duties.stream().mapToInt(Duty::level).max().orElse(-1);
    return Math.max(highest + 1, asked);
  }
}
