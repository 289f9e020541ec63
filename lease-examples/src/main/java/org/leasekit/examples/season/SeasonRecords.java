package org.leasekit.examples.season;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.hierarchy.Move;
import org.leasekit.occupancy.Hold;
import org.leasekit.contract.Contract;
import org.leasekit.contract.StatusChange;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Payment;
import org.leasekit.port.Records;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.SurveyAnswer;
import org.leasekit.renewal.Touch;

/** Everything that was recorded, read once, for figures that look at all of it. */
record SeasonRecords(
    List<Contract> contracts,
    List<StatusChange> changes,
    List<Receivable> receivables,
    List<JournalEntry> journal,
    List<Payment> payments,
    List<RenewalCase> cases,
    List<Touch> touches,
    List<StewardTask> tasks,
    List<Proposal> proposals,
    List<SurveyAnswer> answers,
    List<StageDecision> decisions,
    List<ContractHistory> histories,
    List<Hold> holds,
    List<ReceivableLock> locks,
    List<Adjustment> adjustments,
    List<Move> moves) {

  static SeasonRecords of(
      LessorId lessor,
      Records records,
      Consumer<Consumer<Proposal>> proposals,
      Consumer<Consumer<SurveyAnswer>> answers) {
    return new SeasonRecords(
        read(lessor, records::contracts),
        read(lessor, records::statusChanges),
        read(lessor, records::receivables),
        read(lessor, records::journal),
        read(lessor, records::payments),
        read(lessor, records::cases),
        read(lessor, records::touches),
        read(lessor, records::tasks),
        read(lessor, (whose, each) -> proposals.accept(each)),
        read(lessor, (whose, each) -> answers.accept(each)),
        read(lessor, records::stages),
        read(lessor, records::amendments),
        read(lessor, records::holds),
        read(lessor, records::locks),
        read(lessor, records::adjustments),
        read(lessor, records::moves));
  }

  private static <R> List<R> read(LessorId lessor, BiConsumer<LessorId, Consumer<R>> stream) {
    List<R> all = new ArrayList<>();
    stream.accept(lessor, all::add);
    return all;
  }
}
