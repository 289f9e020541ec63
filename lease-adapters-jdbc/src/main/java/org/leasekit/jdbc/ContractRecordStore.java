package org.leasekit.jdbc;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
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

/** Reads along indexes that begin with lessor and contract number. */
final class ContractRecordStore implements ContractRecords {

  private static final String OF_CONTRACT = " WHERE lessor = :lessor AND contract_no = :key ORDER BY ";

  private static final String OF_TENANT =
      "SELECT " + ContractRows.COLUMNS + " FROM lk_contract k"
          + " WHERE k.lessor = :lessor AND k.tenant = :key ORDER BY k.contract_no";

  private static final String CHANGES =
      "SELECT " + ContractRows.CHANGE_COLUMNS + " FROM lk_contract_change" + OF_CONTRACT + "seq_no";

  private static final String RECEIVABLES =
      "SELECT " + ReceivableRows.COLUMNS + " FROM lk_receivable" + OF_CONTRACT + ReceivableRows.KEY;

  private static final String PAYMENTS =
      "SELECT " + PaymentStore.COLUMNS + " FROM lk_payment" + OF_CONTRACT + "received_at, id";

  private static final String CASES =
      "SELECT " + CaseRows.COLUMNS + " FROM lk_renewal_case" + OF_CONTRACT + "id";

  private static final String TOUCHES =
      "SELECT " + CaseRows.TOUCH_COLUMNS + " FROM lk_touch" + OF_CONTRACT + "touched_at, case_id, seq_no";

  private static final String TASKS =
      "SELECT " + TaskStore.COLUMNS + " FROM lk_task" + OF_CONTRACT + "id";

  /** Entries with a line of the contract, with all their lines. */
  private static final String JOURNAL =
      """
      SELECT e.lessor, e.id, e.posted_at, e.cause, l.account, l.side, l.amount_minor, l.currency, l.contract_no
      FROM (
        SELECT DISTINCT lessor, entry_id FROM lk_journal_line
        WHERE lessor = :lessor AND contract_no = :key) mine
      JOIN lk_journal_entry e ON e.lessor = mine.lessor AND e.id = mine.entry_id
      JOIN lk_journal_line l ON l.lessor = e.lessor AND l.entry_id = e.id
      ORDER BY e.posted_at, e.id, l.line_no
      """;

  private final Session session;

  ContractRecordStore(Session session) {
    this.session = session;
  }

  @Override
  public List<Contract> ofTenant(LessorId lessor, TenantId tenant) {
    return rows(OF_TENANT, lessor, tenant.value(), ContractRows::read);
  }

  @Override
  public List<StatusChange> statusChanges(LessorId lessor, ContractNo contract) {
    return rows(CHANGES, lessor, contract.value(), ContractRows::readChange);
  }

  @Override
  public List<Receivable> receivables(LessorId lessor, ContractNo contract) {
    return rows(RECEIVABLES, lessor, contract.value(), ReceivableRows::read);
  }

  @Override
  public List<Payment> payments(LessorId lessor, ContractNo contract) {
    return rows(PAYMENTS, lessor, contract.value(), PaymentStore::read);
  }

  @Override
  public List<JournalEntry> journal(LessorId lessor, ContractNo contract) {
    return list(
        JOURNAL, lessor, contract.value(), query -> JournalStore.entries(query, session.dialect()));
  }

  @Override
  public List<RenewalCase> cases(LessorId lessor, ContractNo contract) {
    return rows(CASES, lessor, contract.value(), CaseRows::read);
  }

  @Override
  public List<Touch> touches(LessorId lessor, ContractNo contract) {
    return rows(TOUCHES, lessor, contract.value(), CaseRows::readTouch);
  }

  @Override
  public List<StewardTask> tasks(LessorId lessor, ContractNo contract) {
    return rows(TASKS, lessor, contract.value(), TaskStore::read);
  }

  private <T> List<T> rows(String sql, LessorId lessor, String key, Columns.Reader<T> reader) {
    return list(
        sql, lessor, key, query -> query.map(Columns.mapper(session.dialect(), reader)).list());
  }

  private <T> List<T> list(String sql, LessorId lessor, String key, Function<Query, List<T>> read) {
    return session.read(
        handle ->
            read.apply(
                handle.createQuery(sql).bind("lessor", lessor.value()).bind("key", key)));
  }
}
