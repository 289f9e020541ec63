package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Slot;
import org.leasekit.contract.StatusChange;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Contracts.Added;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.testkit.ContractSample;
import org.leasekit.testkit.Samples;

/** Many threads at the same rows, as the nodes of one database are. */
abstract class ConcurrencyContract {

  private static final int NODES = 6;

  private final TestDatabase database;
  private JdbcStores stores;

  ConcurrencyContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void empty() {
    stores = database.emptyStores();
  }

  private Added add(ContractSample sample) {
    Contract contract = sample.build();
    StatusChange first =
        Samples.change(
            contract.no(), ContractStatus.DRAFT, ContractStatus.ACTIVE, Samples.NOW, "signed");
    return stores.contracts().add(contract, List.of(first));
  }

  @Test
  void ofManyThatLetOneUnitExactlyOneDoes() throws Exception {
    for (int round = 0; round < 8; round++) {
      String unit = "U-" + round;
      List<Added> answers =
          Race.of(NODES, node -> add(Samples.contract("C-" + unit + "-" + node).on(unit)));
      assertThat(answers)
          .as("round %s", round)
          .containsOnlyOnce(Added.ADDED)
          .filteredOn(answer -> answer != Added.ADDED)
          .hasSize(NODES - 1)
          .containsOnly(Added.UNIT_TAKEN);
    }
    assertThat(contracts()).hasSize(8);
    assertThat(changes()).hasSize(8);
  }

  @Test
  void ofManyThatAddOneNumberExactlyOneDoes() throws Exception {
    for (int round = 0; round < 8; round++) {
      String number = "C-" + round;
      List<Added> answers = Race.of(NODES, node -> add(Samples.contract(number)));
      assertThat(answers)
          .as("round %s", round)
          .containsOnlyOnce(Added.ADDED)
          .filteredOn(answer -> answer != Added.ADDED)
          .hasSize(NODES - 1)
          .containsOnly(Added.DUPLICATE_NUMBER);
    }
  }

  @Test
  void nobodyIsTurnedAwayFromWhatIsFree() throws Exception {
    Slot[] slots = {Slot.DAY, Slot.NIGHT};
    List<Added> answers =
        Race.of(
            NODES,
            node -> {
              LocalDate start = LocalDate.of(2026 + node / 2, 1, 1);
              return add(
                  Samples.contract("C-" + node)
                      .on("U-1")
                      .during(slots[node % 2])
                      .lasting(DateRange.of(start, start.plusYears(1))));
            });
    assertThat(answers).containsOnly(Added.ADDED);
  }

  @Test
  void everyReceivableIsRaisedByExactlyOne() throws Exception {
    List<Receivable> all = new ArrayList<>();
    for (int contract = 0; contract < 30; contract++) {
      for (int month = 0; month < 4; month++) {
        LocalDate start = LocalDate.of(2026, 1, 1).plusMonths(month);
        all.add(
            Samples.rent(
                new ContractNo("C-" + contract), DateRange.of(start, start.plusMonths(1))));
      }
    }
    List<List<Receivable>> raised =
        Race.of(
            NODES,
            node -> {
              List<Receivable> mine = new ArrayList<>(all);
              Collections.shuffle(mine, new Random(node));
              return stores.receivables().addAll(mine.subList(0, 90));
            });
    List<ReceivableKey> told =
        raised.stream().flatMap(List::stream).map(Receivable::key).sorted().toList();
    List<ReceivableKey> stored = new ArrayList<>();
    stores.records().receivables(Samples.LESSOR, receivable -> stored.add(receivable.key()));
    assertThat(told).doesNotHaveDuplicates().isEqualTo(stored);
  }

  @Test
  void nodesThatBillAtOnceDoWhatOneDoes() throws Exception {
    BillingWorld alone = new BillingWorld(new MemoryStores()).prepared();
    alone.run();
    BillingWorld shared = new BillingWorld(stores).prepared();
    Race.of(
        NODES / 2,
        node -> {
          new BillingWorld(stores).run();
          return node;
        });
    assertThat(shared.money()).isEqualTo(alone.money());
  }

  @Test
  void everyEntryIsPostedOnceWithItsLines() throws Exception {
    List<JournalEntry> entries =
        IntStream.range(0, 60)
            .mapToObj(i -> Samples.entry(String.format("E-%02d", i), Samples.NOW, new ContractNo("C")))
            .toList();
    Race.of(
        NODES,
        node -> {
          List<JournalEntry> mine = new ArrayList<>(entries);
          Collections.shuffle(mine, new Random(node));
          stores.journal().post(mine);
          return node;
        });
    List<JournalEntry> stored = new ArrayList<>();
    stores.records().journal(Samples.LESSOR, stored::add);
    assertThat(stored).extracting(JournalEntry::id).isEqualTo(entries.stream().map(JournalEntry::id).toList());
    assertThat(stored).allSatisfy(entry -> assertThat(entry.lines()).hasSize(2));
  }

  @Test
  void everyDueCaseIsClaimedByExactlyOneAndNobodyWaits() throws Exception {
    List<CaseId> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Contract contract = Samples.contract(String.format("C-%02d", i)).build();
      RenewalCase renewal = Samples.renewalCase(contract, Samples.NOW.plusSeconds(i % 7));
      stores.cases().add(renewal);
      ids.add(renewal.id());
    }
    List<List<CaseId>> claimed =
        Race.of(
            NODES,
            node -> {
              List<CaseId> mine = new ArrayList<>();
              while (mine.addAll(claimSome())) {
                // Another batch, until nothing is left to claim.
              }
              return mine;
            });
    // Whoever found the rest held by others has stopped before they were done; their own they all have.
    List<CaseId> all = claimed.stream().flatMap(List::stream).toList();
    assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
  }

  private List<CaseId> claimSome() {
    return stores
        .unitOfWork()
        .required(
            () -> {
              List<RenewalCase> due =
                  stores.cases().claimDue(Samples.LESSOR, Samples.NOW.plusSeconds(60), 5);
              due.forEach(renewal -> stores.cases().update(renewal.wakeAt(null)));
              return due.stream().map(RenewalCase::id).toList();
            });
  }

  @Test
  void touchesOfOneCaseAreNumberedWithoutGap() throws Exception {
    RenewalCase renewal = Samples.renewalCase(Samples.contract("C-1").build(), null);
    stores.cases().add(renewal);
    Race.of(
        NODES,
        node -> {
          for (int i = 0; i < 5; i++) {
            stores.cases().addTouch(Samples.touch(renewal, Samples.NOW));
          }
          return node;
        });
    List<Integer> numbers = new ArrayList<>();
    stores.records().touches(Samples.LESSOR, touch -> numbers.add(touch.sequence()));
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, NODES * 5).boxed().toList());
  }

  private List<Contract> contracts() {
    List<Contract> all = new ArrayList<>();
    stores.records().contracts(Samples.LESSOR, all::add);
    return all;
  }

  private List<StatusChange> changes() {
    List<StatusChange> all = new ArrayList<>();
    stores.records().statusChanges(Samples.LESSOR, all::add);
    return all;
  }
}
