package org.leasekit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.escalation.Fired;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Touch;

/**
 * Renewal cases, the log of fired stages, and touches.
 *
 * <ol>
 *   <li>A case id is unique for its lessor; adding it again answers false and changes nothing.
 *   <li>An update whose version is not the stored one throws {@link StaleVersionException}.
 *   <li>{@link #lock} holds the case against other units of work until this one ends; {@link #claimDue}
 *       does the same for each case it answers with and passes over cases that others hold.
 *   <li>A stage fires at most once for a case: logging it again answers false and changes nothing.
 *   <li>Touches are only ever added; storage numbers them for each case from 1.
 * </ol>
 */
public interface RenewalCases {

  /** Adds a case with version 0, stored as version 1; false when its id is known. */
  boolean add(RenewalCase renewal);

  /** Stores a changed case. */
  void update(RenewalCase renewal);

  Optional<RenewalCase> find(LessorId lessor, CaseId id);

  /** The case, locked against other units of work. */
  Optional<RenewalCase> lock(LessorId lessor, CaseId id);

  /** Cases due at or before an instant, locked, earliest first, then by id, at most {@code limit}. */
  List<RenewalCase> claimDue(LessorId lessor, Instant now, int limit);

  /** Logs a fired stage with all that it says, the facts included; false when it is logged. */
  boolean addFired(LessorId lessor, CaseId id, Fired fired);

  /** What fired for a case, in order of time. */
  List<Fired> fired(LessorId lessor, CaseId id);

  /** Adds a touch; its sequence is given by storage. */
  void addTouch(Touch touch);
}
