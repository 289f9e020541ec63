package org.leasekit.port;

import java.util.function.Consumer;
import org.leasekit.access.AuditEntry;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.Contract;
import org.leasekit.contract.StatusChange;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Payment;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Everything that is recorded, to be read from end to end for reports and exports.
 *
 * <ol>
 *   <li>Each method passes every record of the lessor once, in the order it names, and holds only a
 *       bounded part of them in memory.
 *   <li>Records of another lessor are not seen.
 * </ol>
 */
public interface Records {

  /** By number. */
  void contracts(LessorId lessor, Consumer<Contract> each);

  /** By contract number, then in the order they were recorded. */
  void statusChanges(LessorId lessor, Consumer<StatusChange> each);

  /** Contracts that were amended, with all their amendments, by number. */
  void amendments(LessorId lessor, Consumer<ContractHistory> each);

  /** What contracts hold of units as known now, by contract number, then first day. */
  void holds(LessorId lessor, Consumer<Hold> each);

  /** By key. */
  void receivables(LessorId lessor, Consumer<Receivable> each);

  /** By key. */
  void adjustments(LessorId lessor, Consumer<Adjustment> each);

  /** By id, each with its releases. */
  void locks(LessorId lessor, Consumer<ReceivableLock> each);

  /** What contracts pay for by meter: by contract number, then charge. */
  void meteredCharges(LessorId lessor, Consumer<MeteredTerms> each);

  /** From when on contracts pay for meters no longer: by contract number, then charge, then number. */
  void meterEnds(LessorId lessor, Consumer<MeterEnd> each);

  /** What meters showed: by meter, then id. */
  void readings(LessorId lessor, Consumer<MeterReading> each);

  /** By instant, then id. */
  void journal(LessorId lessor, Consumer<JournalEntry> each);

  /** By instant, then id. */
  void payments(LessorId lessor, Consumer<Payment> each);

  /** By id. */
  void cases(LessorId lessor, Consumer<RenewalCase> each);

  /** By instant, then case id, then sequence. */
  void touches(LessorId lessor, Consumer<Touch> each);

  /** Every stage that fired, by the instant at which it did, then case id, then stage. */
  void stages(LessorId lessor, Consumer<StageDecision> each);

  /** By id. */
  void tasks(LessorId lessor, Consumer<StewardTask> each);

  /** Changes in the hierarchy: by contract number, then number. */
  void moves(LessorId lessor, Consumer<Move> each);

  /** Rights of sub-accounts: by account, then number. */
  void grants(LessorId lessor, Consumer<Grant> each);

  /** Who asked to do what: by instant, of one instant in any order. */
  void decisions(LessorId lessor, Consumer<AuditEntry> each);
}
