package org.leasekit.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.escalation.Fired;
import org.leasekit.party.LessorId;

/**
 * What was done about arrears, and the list of who is late.
 *
 * <ol>
 *   <li>A stage fires at most once for one time of being late: logging it again answers false and changes nothing.
 *   <li>What was done for another lessor is not seen, and neither is its list.
 *   <li>{@link #enlist} puts whoever is late on the list once and leaves those who are on it as they are, except that
 *       whoever is not late any more is due at once.
 *   <li>{@link #claimDue} holds each payer it answers with against other units of work until this one ends, and passes
 *       over payers that others hold.
 * </ol>
 */
public interface DunningLog {

  /** Logs a fired stage with all that it says, the facts included; false when it is logged. */
  boolean addFired(LessorId lessor, ArrearsId id, Fired fired);

  /** What fired, in order of time. */
  List<Fired> fired(LessorId lessor, ArrearsId id);

  /** The times of being late of a payer about which anything is logged, oldest first. */
  List<ArrearsId> matters(LessorId lessor, ContractNo payer);

  /**
   * Puts on the list, due now, every payer of whom something is outstanding that was due before a day.
   *
   * @param before the lessor's day: what is due on it is not late yet
   */
  void enlist(LessorId lessor, LocalDate before, Instant now);

  /** Payers on the list due at or before an instant, locked, earliest first, then by number, at most {@code limit}. */
  List<ContractNo> claimDue(LessorId lessor, Instant now, int limit);

  /** Says when a payer on the list is due again; null takes the payer off it. Nothing when the payer is not on it. */
  void lookAgain(LessorId lessor, ContractNo payer, @Nullable Instant at);
}
