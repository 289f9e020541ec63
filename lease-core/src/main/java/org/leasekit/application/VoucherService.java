package org.leasekit.application;

import java.util.ArrayList;
import java.util.List;
import org.leasekit.access.Action;
import org.leasekit.ledger.ChartOfAccounts;
import org.leasekit.ledger.ClosedPeriods;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.Voucher;
import org.leasekit.port.Records;
import org.leasekit.port.VoucherExport;

/** Hands the journal to the host's books. */
public final class VoucherService {
  private static final int BATCH = 500;

  private final Records records;
  private final LessorProfile profile;
  private final Gate gate;

  VoucherService(Records records, LessorProfile profile, Gate gate) {
    this.records = records;
    this.profile = profile;
    this.gate = gate;
  }

  /**
   * Hands over the whole journal, by the instant of its entries, a bounded number at a time; the books pass over what they
   * have already, so that it may be repeated after a failure and at every close of a month. An entry of a month that is
   * closed by now is booked on the first day of the month after.
   *
   * @return how many vouchers were handed over, those the books had already included
   * @throws org.leasekit.outcome.RejectedException when the actor may not
   */
  public long export(VoucherExport books, ChartOfAccounts chart, ClosedPeriods closed) {
    gate.ask(Action.EXPORT_BOOKS).orElseThrow();
    Batch batch = new Batch(books);
    records.journal(profile.lessor(), entry -> batch.add(voucher(entry, chart, closed)));
    batch.flush();
    return batch.count;
  }

  private Voucher voucher(JournalEntry entry, ChartOfAccounts chart, ClosedPeriods closed) {
    return Voucher.of(entry, chart, closed, profile.zone());
  }

  private static final class Batch {
    private final VoucherExport books;
    private final List<Voucher> waiting = new ArrayList<>();
    private long count;

    Batch(VoucherExport books) {
      this.books = books;
    }

    void add(Voucher voucher) {
      waiting.add(voucher);
      count++;
      if (waiting.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      if (!waiting.isEmpty()) {
        books.export(List.copyOf(waiting));
        waiting.clear();
      }
    }
  }
}
