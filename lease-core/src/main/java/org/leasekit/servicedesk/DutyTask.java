package org.leasekit.servicedesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;

/**
 * Something a person on duty is asked to see to.
 *
 * @param request the request it is about
 * @param kind what is the matter
 * @param detail of an escalation its target and stage, of a search who could not go and why
 * @param channel how the person wants to be reached about it
 * @param assignee the person
 * @param level level of the on-call chain at which they were on duty
 * @param closedAt null while open
 */
public record DutyTask(
    LessorId lessor,
    DutyTaskId id,
    RequestId request,
    Kind kind,
    String detail,
    Channel channel,
    StaffId assignee,
    int level,
    Instant openedAt,
    @Nullable Instant closedAt) {

  /** What is the matter. */
  public enum Kind {
    /** A share of a target is used up. */
    ESCALATION,
    /** No technician can go: somebody has to send one by hand. */
    NOBODY_FREE
  }

  /** True while somebody has to do something. */
  public boolean isOpen() {
    return closedAt == null;
  }

  /** The task, seen to or no longer needed. */
  public DutyTask close(Instant at) {
    return new DutyTask(
        lessor, id, request, kind, detail, channel, assignee, level, openedAt, at);
  }
}
