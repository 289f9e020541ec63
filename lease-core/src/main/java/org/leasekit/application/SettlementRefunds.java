package org.leasekit.application;

import java.time.Instant;
import java.util.Optional;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.StageAct;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.settlement.SettlementStatement;

/** Work for finance: what statements give back. A task for each payer of a statement. Joins the caller's unit of work. */
final class SettlementRefunds {
  private final Stores stores;
  private final LessorProfile profile;
  private final Assignment assignment;

  SettlementRefunds(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.assignment = new Assignment(stores, profile);
  }

  private static TaskId taskId(SettlementStatement statement, ContractNo payer) {
    return new TaskId(matter(statement) + ":" + payer);
  }

  /** What a statement goes by among tasks. */
  private static CaseId matter(SettlementStatement statement) {
    return new CaseId("settlement:" + statement.contract() + ":" + statement.number());
  }

  void open(SettlementStatement statement, Instant now) {
    for (SettlementStatement.Refund refund : statement.refunds()) {
      stores
          .tasks()
          .add(
              new StewardTask(
                  profile.lessor(),
                  taskId(statement, refund.payer()),
                  matter(statement),
                  statement.contract(),
                  StewardTask.Kind.DEPOSIT_REFUND,
                  "",
                  StageAct.Task.FINANCE,
                  assignment.of(StageAct.Task.FINANCE, null, now),
                  now,
                  null,
                  null,
                  StewardTask.Handling.NONE));
    }
  }

  /** The entry by which what a task is about leaves the books; empty when it is about no statement. */
  Optional<JournalEntry> paidBack(StewardTask task, String reference, Instant now) {
    for (SettlementStatement statement :
        stores.settlements().statements(profile.lessor(), task.contract())) {
      for (SettlementStatement.Refund refund : statement.refunds()) {
        if (taskId(statement, refund.payer()).equals(task.id())) {
          return Optional.of(
              Bookkeeping.settlementPaidBack(
                  profile.lessor(), statement.contract(), statement.number(), refund.payer(),
                  refund.amount(), reference, now));
        }
      }
    }
    return Optional.empty();
  }
}
