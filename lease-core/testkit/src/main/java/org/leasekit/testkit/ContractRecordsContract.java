package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.StatusChange;
import org.leasekit.ledger.AccountRole;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.JournalLine;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.payment.Payment;
import org.leasekit.port.ContractRecords;
import org.leasekit.port.Contracts;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/** The rules of {@link ContractRecords}. */
public abstract class ContractRecordsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected ContractRecordsContract() {}

  private static final Instant NOW = Samples.NOW;
  private static final ContractNo MINE = new ContractNo("C-1");
  private static final ContractNo OTHER = new ContractNo("c-1");

  private ContractRecords records() {
    return stores.contractRecords();
  }

  @Test
  @DisplayName("ContractRecords rule 1: contracts of a tenant by number, also after one changed hands")
  void findsOfTenant() {
    Contract second = stored(registered("C-2", "李雷"));
    Contract first = stored(registered("C-10", "李雷"));
    Contract leaves = stored(registered("C-3", "李雷"));
    Contract comes = stored(registered("C-4", "T-9"));
    stores.contracts().update(named(leaves, "T-9"));
    stores.contracts().update(named(comes, "李雷"));
    assertThat(records().ofTenant(Samples.LESSOR, new TenantId("李雷")))
        .containsExactly(first, second, stored(comes));
    assertThat(records().ofTenant(Samples.LESSOR, new TenantId("T-9"))).containsExactly(stored(leaves));
    assertThat(records().ofTenant(Samples.LESSOR, new TenantId("t-9"))).isEmpty();
  }

  /** A contract in the name of a tenant, stored with him. */
  private Contract registered(String number, String tenant) {
    Contract contract = named(Samples.contract(number).build(), tenant);
    stores.tenants().putAll(List.of(Samples.tenantOf(contract)));
    assertThat(stores.contracts().add(contract, List.of())).isEqualTo(Contracts.Added.ADDED);
    return contract;
  }

  private static Contract named(Contract of, String tenant) {
    return new Contract(
        of.lessor(), of.no(), of.master(), of.project(), of.unit(), of.portion(), new TenantId(tenant), of.occupant(),
        of.contacts(), of.steward(), of.term(), of.terminatesOn(), of.terms(), of.status(), of.links(), of.version());
  }

  @Test
  @DisplayName("ContractRecords rule 1: status changes in the order they were recorded")
  void findsStatusChanges() {
    List<StatusChange> expected =
        List.of(change(MINE, "z"), change(MINE, "a"), change(MINE, "m"));
    expected.forEach(stores.contracts()::record);
    stores.contracts().record(change(OTHER, "theirs"));
    assertThat(records().statusChanges(Samples.LESSOR, MINE)).isEqualTo(expected);
  }

  private static StatusChange change(ContractNo no, String reason) {
    return Samples.change(no, ContractStatus.ACTIVE, ContractStatus.EXPIRED, NOW, reason);
  }

  @Test
  @DisplayName("ContractRecords rule 1: receivables of the contract by key, paid or not, whoever pays")
  void findsReceivables() {
    Receivable year = Samples.rent(MINE, Samples.YEAR);
    Receivable april = Samples.rent(MINE, Samples.APRIL);
    Receivable theirs = Samples.receivable(Samples.rent(OTHER, Samples.APRIL).key(), MINE, 100);
    stores.receivables().addAll(List.of(year, april, theirs));
    List<Receivable> found = records().receivables(Samples.LESSOR, MINE);
    assertThat(found).extracting(Receivable::key).containsExactly(april.key(), year.key());
    stores.receivables().updateAll(List.of(found.get(0).allocate(found.get(0).amount())));
    assertThat(records().receivables(Samples.LESSOR, MINE))
        .extracting(Receivable::status)
        .containsExactly(Receivable.Status.PAID, Receivable.Status.OPEN);
  }

  @Test
  @DisplayName("ContractRecords rule 1: payments, oldest first, then by id, used up or not")
  void findsPayments() {
    stores.payments().add(Samples.payment("P-2", MINE, NOW));
    stores.payments().add(Samples.payment("P-10", MINE, NOW));
    stores.payments().add(Samples.payment("P-3", MINE, NOW.minusSeconds(1)));
    stores.payments().add(Samples.payment("P-4", OTHER, NOW));
    Payment first = records().payments(Samples.LESSOR, MINE).get(0);
    stores.payments().update(first.apply(first.amount()));
    assertThat(records().payments(Samples.LESSOR, MINE))
        .extracting(payment -> payment.id().value())
        .containsExactly("P-3", "P-10", "P-2");
  }

  @Test
  @DisplayName("ContractRecords rule 1: journal entries with a line of the contract, once and whole, by instant, then id")
  void findsJournal() {
    JournalEntry second = Samples.entry("E-2", NOW, MINE);
    JournalEntry first = Samples.entry("E-10", NOW, MINE);
    JournalEntry shared =
        new JournalEntry(
            Samples.LESSOR,
            new EntryId("E-9"),
            NOW.minusSeconds(1),
            "allocated",
            List.of(
                JournalLine.debit(AccountRole.UNAPPLIED_CASH, Samples.yuan(100), OTHER),
                JournalLine.credit(AccountRole.RECEIVABLE, Samples.yuan(100), MINE)));
    stores.journal().post(List.of(second, first, shared, Samples.entry("E-3", NOW, OTHER)));
    assertThat(records().journal(Samples.LESSOR, MINE)).containsExactly(shared, first, second);
  }

  @Test
  @DisplayName("ContractRecords rule 1: cases by id, touches by instant, tasks by id, open or closed")
  void findsRenewals() {
    RenewalCase renewal = givenCase(given(Samples.contract("C-1")));
    RenewalCase theirs = givenCase(given(Samples.contract("c-1")));
    stores.cases().update(renewal.wakeAt(null));
    stores.cases().addTouch(Samples.touch(renewal, Samples.MICROS));
    stores.cases().addTouch(Samples.touch(renewal, NOW.plusMillis(1)));
    stores.cases().addTouch(Samples.touch(renewal, NOW));
    stores.cases().addTouch(Samples.touch(theirs, NOW));
    StewardTask done = Samples.task("W-2", renewal, NOW);
    StewardTask open = Samples.task("W-10", renewal, NOW.plusSeconds(1));
    stores.tasks().add(done);
    stores.tasks().add(open);
    stores.tasks().add(Samples.task("W-1", theirs, NOW));
    stores.tasks().update(done.close(StewardTask.Outcome.DONE, NOW));
    assertThat(records().cases(Samples.LESSOR, MINE)).containsExactly(stored(renewal));
    assertThat(records().touches(Samples.LESSOR, MINE))
        .extracting(touch -> touch.at() + " " + touch.sequence())
        .containsExactly(NOW + " 3", NOW.plusMillis(1) + " 2", Samples.MICROS + " 1");
    assertThat(records().tasks(Samples.LESSOR, MINE))
        .containsExactly(open, done.close(StewardTask.Outcome.DONE, NOW));
  }

  @Test
  @DisplayName("ContractRecords rule 2: records of another lessor are not seen")
  void separatesLessors() {
    Contract contract = given(Samples.contract("C-1"));
    RenewalCase renewal = givenCase(contract);
    stores.contracts().record(change(MINE, "signed"));
    stores.receivables().addAll(List.of(Samples.rent(MINE, Samples.APRIL)));
    stores.journal().post(List.of(Samples.entry("E-1", NOW, MINE)));
    stores.payments().add(Samples.payment("P-1", MINE, NOW));
    stores.cases().addTouch(Samples.touch(renewal, NOW));
    stores.tasks().add(Samples.task("W-1", renewal, NOW));
    LessorId other = Samples.OTHER_LESSOR;
    assertThat(records().ofTenant(other, contract.tenant())).isEmpty();
    assertThat(records().statusChanges(other, MINE)).isEmpty();
    assertThat(records().receivables(other, MINE)).isEmpty();
    assertThat(records().journal(other, MINE)).isEmpty();
    assertThat(records().payments(other, MINE)).isEmpty();
    assertThat(records().cases(other, MINE)).isEmpty();
    assertThat(records().touches(other, MINE)).isEmpty();
    assertThat(records().tasks(other, MINE)).isEmpty();
  }
}
