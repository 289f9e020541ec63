package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.ledger.ChartsOfAccounts;
import org.leasekit.ledger.ClosedPeriods;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.JournalLine;
import org.leasekit.ledger.Voucher;
import org.leasekit.party.LessorId;
import org.leasekit.port.VoucherExport;

/** The rules of {@link VoucherExport}. */
public abstract class VoucherExportContract {

  /** For the test of an adapter. */
  protected VoucherExportContract() {}

  /** The adapter, on empty books; the same object throughout a test. */
  protected abstract VoucherExport export();

  /** What the books hold, in the order it was taken over, with everything that was given. */
  protected abstract List<Voucher> takenOver();

  private static Voucher voucher(String id) {
    JournalEntry entry =
        new JournalEntry(
            Samples.LESSOR,
            new EntryId(id),
            Samples.MICROS,
            "补记 \"三月\" 租金; it's late",
            List.of(
                JournalLine.debit(AccountRole.RECEIVABLE, Samples.yuan(1060_00), new ContractNo("C-1")),
                JournalLine.credit(AccountRole.REVENUE, Samples.yuan(700_00), new ContractNo("C-1")),
                JournalLine.credit(AccountRole.REVENUE, Samples.yuan(300_00), new ContractNo("C-2")),
                JournalLine.credit(AccountRole.TAX_PAYABLE, Samples.yuan(60_00), new ContractNo("C-1"))));
    return Voucher.of(entry, ChartsOfAccounts.CHINA, ClosedPeriods.NONE, ZoneOffset.UTC);
  }

  private static Voucher with(Voucher voucher, LessorId lessor, LocalDate day, Instant causedAt) {
    return new Voucher(lessor, voucher.id(), day, causedAt, voucher.summary(), voucher.lines());
  }

  @Test
  @DisplayName("VoucherExport rule 1: a voucher that was taken over is not taken over again, on another day neither")
  void takesOverOnce() {
    Voucher first = voucher("E-1");
    Voucher second = voucher("E-2");
    Voucher later = with(first, first.lessor(), first.day().plusMonths(1), first.causedAt());
    export().export(List.of(first));
    export().export(List.of(first, second));
    export().export(List.of(later, second));
    export().export(List.of());
    assertThat(takenOver()).containsExactly(first, second);
  }

  @Test
  @DisplayName("VoucherExport rule 1: a voucher twice in one call is taken over once; ids of others are other ids")
  void takesOverOnceWithinACall() {
    Voucher upper = voucher("E-1");
    Voucher lower = voucher("e-1");
    Voucher theirs = with(upper, Samples.OTHER_LESSOR, upper.day(), upper.causedAt());
    export().export(List.of(upper, upper, lower, theirs));
    assertThat(takenOver()).containsExactly(upper, lower, theirs);
  }

  @Test
  @DisplayName("VoucherExport rule 2: a voucher is taken over as it is, every line in its order")
  void takesOverAllOfIt() {
    Voucher voucher = voucher("凭".repeat(400));
    export().export(List.of(voucher));
    assertThat(takenOver()).containsExactly(voucher);
  }
}
