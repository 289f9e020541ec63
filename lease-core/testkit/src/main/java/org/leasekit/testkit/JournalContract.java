package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.JournalLine;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Journal;

/** The rules of {@link Journal}. */
public abstract class JournalContract extends StorePortContract {

  /** For the test of an adapter. */
  protected JournalContract() {}

  private Journal journal() {
    return stores.journal();
  }

  private ContractNo contract() {
    return given(Samples.contract("C-1")).no();
  }

  @Test
  @DisplayName("Journal rule 1: an entry whose id is stored is not stored again, which is a success")
  void postsOnce() {
    ContractNo no = contract();
    JournalEntry first = Samples.entry("E-1", Samples.NOW, no);
    JournalEntry second = Samples.entry("E-2", Samples.NOW, no);
    JournalEntry sameId = Samples.entry("E-1", Samples.NOW.plusSeconds(9), no);
    journal().post(List.of(first));
    journal().post(List.of(sameId, second));
    journal().post(List.of(first, second));
    journal().post(List.of());
    assertThat(everything().journal()).containsExactly(first, second);
  }

  @Test
  @DisplayName("Journal rule 1: an entry twice in one call is stored once")
  void postsOnceWithinACall() {
    JournalEntry entry = Samples.entry("E-1", Samples.NOW, contract());
    journal().post(List.of(entry, entry));
    assertThat(everything().journal()).containsExactly(entry);
  }

  @Test
  @DisplayName("Journal rule 1: ids that differ in case are different ids; so are those of another lessor")
  void idsAreExact() {
    ContractNo no = contract();
    given(Samples.contract("C-1").of(Samples.OTHER_LESSOR));
    JournalEntry upper = Samples.entry("E-1", Samples.NOW, no);
    JournalEntry lower = Samples.entry("e-1", Samples.NOW, no);
    JournalEntry theirs =
        new JournalEntry(Samples.OTHER_LESSOR, upper.id(), upper.at(), "theirs", upper.lines());
    journal().post(List.of(upper, lower, theirs));
    assertThat(everything().journal()).containsExactly(upper, lower);
    assertThat(Everything.all(stores.records()::journal, Samples.OTHER_LESSOR))
        .containsExactly(theirs);
  }

  @Test
  @DisplayName("Journal rule 1: of two that post one entry at once both succeed, and it is stored once")
  void bothOfTwoSucceed() {
    JournalEntry entry = Samples.entry("E-1", Samples.NOW, contract());
    overlap(
        hold -> {
          journal().post(List.of(entry));
          return hold.untilTheOtherHasTried();
        },
        () -> {
          journal().post(List.of(entry));
          return true;
        });
    assertThat(everything().journal()).containsExactly(entry);
  }

  @Test
  @DisplayName("Journal.post: an entry is kept as it was posted, its lines in their order")
  void keepsAsPosted() {
    ContractNo no = contract();
    ContractNo other = given(Samples.contract("C-2")).no();
    JournalEntry entry =
        new JournalEntry(
            Samples.LESSOR,
            new EntryId("凭".repeat(400)),
            Samples.MICROS,
            "收到 \"租金\"; it's settled",
            List.of(
                JournalLine.debit(AccountRole.CASH, Samples.yuan(300), no),
                JournalLine.credit(AccountRole.RECEIVABLE, Samples.yuan(100), other),
                JournalLine.credit(AccountRole.RECEIVABLE, Samples.yuan(100), no),
                JournalLine.credit(AccountRole.UNAPPLIED_CASH, Samples.yuan(100), no),
                JournalLine.credit(AccountRole.DEPOSIT_LIABILITY, MinorUnits.amount(5, "JPY"), no),
                JournalLine.debit(AccountRole.REVENUE, MinorUnits.amount(5, "JPY"), no)));
    journal().post(List.of(entry));
    assertThat(everything().journal()).containsExactly(entry);
  }
}
