package org.leasekit.application;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.StageAct;
import org.leasekit.party.StaffId;

/**
 * How tenants are reached and who does the work; data, no behaviour of its own.
 *
 * @param digests whether messages to one address of one person that are due together become one
 * @param cap how many messages one person gets at most; null for no limit
 * @param levels where each role stands on the on-call chain; a role that is not here stands at 0. Roles of the lessor's own
 *     are made known here: policies may name these and {@link StageAct.Task#ROLES}
 * @param top who does what nobody else is there for; null when whoever comes first takes it
 * @param snoozes how often a task may be put off
 * @param longestSnooze how long at a time
 */
public record Outreach(
    boolean digests,
    @Nullable Cap cap,
    Map<String, Integer> levels,
    @Nullable StaffId top,
    int snoozes,
    Duration longestSnooze) {

  /**
   * The most that one person gets, about all contracts and on all channels together, reminders and dunning alike. A digest
   * is one message; calls and visits do not count.
   *
   * @param messages at least one
   * @param per in any span of this length
   */
  public record Cap(int messages, Duration per) {
    public Cap {
      if (messages < 1 || per.isNegative() || per.isZero()) {
        throw new IllegalArgumentException("messages: at least one; per: longer than nothing");
      }
    }
  }

  /**
   * A message for each case, as many as are due; stewards at 0, managers, supervisors and finance at 1, for their work is not
   * the stewards'; three snoozes of three days.
   */
  public static final Outreach STANDARD =
      new Outreach(
          false,
          null,
          Map.of(StageAct.Task.STEWARD, 0, StageAct.Task.MANAGER, 1, StageAct.Task.SUPERVISOR, 1, StageAct.Task.FINANCE, 1),
          null,
          3,
          Duration.ofDays(3));

  public Outreach {
    levels = Map.copyOf(levels);
  }

  /** The same, with one message for what is due together. */
  public Outreach withDigests(boolean wanted) {
    return new Outreach(wanted, cap, levels, top, snoozes, longestSnooze);
  }

  /** The same with a limit, or without when null. */
  public Outreach withCap(@Nullable Cap most) {
    return new Outreach(digests, most, levels, top, snoozes, longestSnooze);
  }

  /** The same with roles standing elsewhere on the on-call chain. */
  public Outreach withLevels(Map<String, Integer> other) {
    return new Outreach(digests, cap, other, top, snoozes, longestSnooze);
  }

  /** The same with somebody who is always there. */
  public Outreach withTop(@Nullable StaffId person) {
    return new Outreach(digests, cap, levels, person, snoozes, longestSnooze);
  }
}
