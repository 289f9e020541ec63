package org.leasekit.examples.season;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.StatusChange;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Payment;
import org.leasekit.port.Records;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
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
    List<StewardTask> tasks) {

  static SeasonRecords of(Records records) {
    return new SeasonRecords(
        read(records::contracts),
        read(records::statusChanges),
        read(records::receivables),
        read(records::journal),
        read(records::payments),
        read(records::cases),
        read(records::touches),
        read(records::tasks));
  }

  private static <R> List<R> read(BiConsumer<LessorId, Consumer<R>> stream) {
    List<R> all = new ArrayList<>();
    stream.accept(Office.LESSOR, all::add);
    return all;
  }
}
