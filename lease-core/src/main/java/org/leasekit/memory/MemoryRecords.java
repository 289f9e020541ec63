package org.leasekit.memory;

import java.util.function.Consumer;
import org.leasekit.access.AuditEntry;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.contract.StatusChange;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Payment;
import org.leasekit.port.Records;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** Reads the tables of the other stores from end to end; each pass is one unit of work. */
record MemoryRecords(
    MemoryUnitOfWork unit,
    MemoryContracts contractTable,
    MemoryAmendments amendmentTable,
    MemoryHolds holdTable,
    MemoryReceivables receivableTable,
    MemoryAdjustments adjustmentTable,
    MemoryReceivableLocks lockTable,
    MemoryMeters meterTable,
    MemoryJournal journalTable,
    MemoryPayments paymentTable,
    MemoryRenewalCases caseTable,
    MemoryTasks taskTable,
    MemoryMoves moveTable,
    MemoryGrants grantTable,
    MemoryAudit auditTable)
    implements Records {

  @Override
  public void contracts(LessorId lessor, Consumer<Contract> each) {
    unit.run(() -> contractTable.forEach(lessor, each));
  }

  @Override
  public void statusChanges(LessorId lessor, Consumer<StatusChange> each) {
    unit.run(() -> contractTable.forEachChange(lessor, each));
  }

  @Override
  public void amendments(LessorId lessor, Consumer<ContractHistory> each) {
    unit.run(() -> amendmentTable.forEach(lessor, each));
  }

  @Override
  public void holds(LessorId lessor, Consumer<Hold> each) {
    unit.run(() -> holdTable.forEach(lessor, each));
  }

  @Override
  public void receivables(LessorId lessor, Consumer<Receivable> each) {
    unit.run(() -> receivableTable.forEach(lessor, each));
  }

  @Override
  public void adjustments(LessorId lessor, Consumer<Adjustment> each) {
    unit.run(() -> adjustmentTable.forEach(lessor, each));
  }

  @Override
  public void locks(LessorId lessor, Consumer<ReceivableLock> each) {
    unit.run(() -> lockTable.forEach(lessor, each));
  }

  @Override
  public void meteredCharges(LessorId lessor, Consumer<MeteredTerms> each) {
    unit.run(() -> meterTable.forEachCharge(lessor, each));
  }

  @Override
  public void meterEnds(LessorId lessor, Consumer<MeterEnd> each) {
    unit.run(() -> meterTable.forEachEnd(lessor, each));
  }

  @Override
  public void readings(LessorId lessor, Consumer<MeterReading> each) {
    unit.run(() -> meterTable.forEachReading(lessor, each));
  }

  @Override
  public void journal(LessorId lessor, Consumer<JournalEntry> each) {
    unit.run(() -> journalTable.forEach(lessor, each));
  }

  @Override
  public void payments(LessorId lessor, Consumer<Payment> each) {
    unit.run(() -> paymentTable.forEach(lessor, each));
  }

  @Override
  public void cases(LessorId lessor, Consumer<RenewalCase> each) {
    unit.run(() -> caseTable.forEach(lessor, each));
  }

  @Override
  public void touches(LessorId lessor, Consumer<Touch> each) {
    unit.run(() -> caseTable.forEachTouch(lessor, each));
  }

  @Override
  public void stages(LessorId lessor, Consumer<StageDecision> each) {
    unit.run(() -> caseTable.forEachDecision(lessor, each));
  }

  @Override
  public void tasks(LessorId lessor, Consumer<StewardTask> each) {
    unit.run(() -> taskTable.forEach(lessor, each));
  }

  @Override
  public void moves(LessorId lessor, Consumer<Move> each) {
    unit.run(() -> moveTable.forEach(lessor, each));
  }

  @Override
  public void grants(LessorId lessor, Consumer<Grant> each) {
    unit.run(() -> grantTable.forEach(lessor, each));
  }

  @Override
  public void decisions(LessorId lessor, Consumer<AuditEntry> each) {
    unit.run(() -> auditTable.forEach(lessor, each));
  }
}
