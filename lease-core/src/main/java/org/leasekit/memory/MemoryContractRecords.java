package org.leasekit.memory;

import java.util.List;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.StatusChange;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.payment.Payment;
import org.leasekit.port.ContractRecords;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** Reads the tables of the other stores along their indexes. */
record MemoryContractRecords(
    MemoryUnitOfWork unit,
    MemoryContracts contractTable,
    MemoryReceivables receivableTable,
    MemoryJournal journalTable,
    MemoryPayments paymentTable,
    MemoryRenewalCases caseTable,
    MemoryTasks taskTable)
    implements ContractRecords {

  @Override
  public List<Contract> ofTenant(LessorId lessor, TenantId tenant) {
    return unit.required(() -> contractTable.ofTenant(lessor, tenant));
  }

  @Override
  public List<StatusChange> statusChanges(LessorId lessor, ContractNo contract) {
    return unit.required(() -> contractTable.historyOf(lessor, contract));
  }

  @Override
  public List<Receivable> receivables(LessorId lessor, ContractNo contract) {
    return unit.required(() -> receivableTable.ofContract(lessor, contract));
  }

  @Override
  public List<Payment> payments(LessorId lessor, ContractNo contract) {
    return unit.required(() -> paymentTable.ofContract(lessor, contract));
  }

  @Override
  public List<JournalEntry> journal(LessorId lessor, ContractNo contract) {
    return unit.required(() -> journalTable.ofContract(lessor, contract));
  }

  @Override
  public List<RenewalCase> cases(LessorId lessor, ContractNo contract) {
    return unit.required(() -> caseTable.ofContract(lessor, contract));
  }

  @Override
  public List<Touch> touches(LessorId lessor, ContractNo contract) {
    return unit.required(() -> caseTable.touchesOf(lessor, contract));
  }

  @Override
  public List<StewardTask> tasks(LessorId lessor, ContractNo contract) {
    return unit.required(() -> taskTable.ofContract(lessor, contract));
  }
}
