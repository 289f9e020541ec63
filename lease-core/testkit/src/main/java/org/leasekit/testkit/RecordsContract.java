package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.access.AuditEntry;
import org.leasekit.billing.Adjustment;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.StatusChange;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.MovedBy;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.Channel;
import org.leasekit.port.Records;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** The rules of {@link Records}. */
public abstract class RecordsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected RecordsContract() {}

  private static final Instant NOW = Samples.NOW;

  /** More than fits into one page of any adapter. */
  private static final int MANY = 2500;

  private static final List<String> UNORDERED = List.of("c-1", "C-2", "C-10", "合-1", "B-1");
  private static final List<String> ORDERED = List.of("B-1", "C-10", "C-2", "c-1", "合-1");

  private Records records() {
    return stores.records();
  }

  @Test
  @DisplayName("Records rule 1: contracts by number, each once")
  void passesContracts() {
    UNORDERED.forEach(number -> given(Samples.contract(number)));
    List<Contract> passed = Everything.all(records()::contracts);
    assertThat(numbers(passed)).isEqualTo(ORDERED);
    assertThat(passed).allSatisfy(contract -> assertThat(stored(contract)).isEqualTo(contract));
  }

  @Test
  @DisplayName("Records rule 1: status changes by number, then in the order they were recorded")
  void passesStatusChanges() {
    List<StatusChange> expected = new ArrayList<>();
    ORDERED.forEach(number -> given(Samples.contract(number)));
    for (String reason : List.of("z", "a", "m")) {
      for (String number : UNORDERED) {
        stores.contracts().record(change(number, reason));
      }
    }
    for (String number : ORDERED) {
      List.of("z", "a", "m").forEach(reason -> expected.add(change(number, reason)));
    }
    assertThat(Everything.all(records()::statusChanges)).isEqualTo(expected);
  }

  private static StatusChange change(String number, String reason) {
    return Samples.change(
        new ContractNo(number), ContractStatus.ACTIVE, ContractStatus.EXPIRED, NOW, reason);
  }

  @Test
  @DisplayName("Records rule 1: histories of amended contracts by number, holds by number and first day, each once")
  void passesAmendmentsAndHolds() {
    List<ContractHistory> expected = new ArrayList<>();
    List<Hold> holds = new ArrayList<>();
    UNORDERED.forEach(number -> given(Samples.contract(number)));
    for (String number : ORDERED) {
      Contract contract = stores.contracts().find(Samples.LESSOR, new ContractNo(number)).orElseThrow();
      ContractHistory history = ContractHistory.begin(Origin.of(contract, Samples.MICROS));
      for (int i = 0; i < 3; i++) {
        history =
            history
                .record(
                    new Proposal(
                        Samples.YEAR.start().plusDays(i), new Proof("a", "b", "c"), new Change.ContactChange(List.of())),
                    Samples.MICROS.plusSeconds(i + 1),
                    AmendmentPolicy.LENIENT)
                .orElseThrow();
        stores.amendments().append(history);
      }
      expected.add(history);
      Hold whole = Hold.of(contract).get(0);
      LocalDate cut = Samples.YEAR.start().plusDays(10);
      List<Hold> two =
          List.of(
              whole.over(DateRange.of(Samples.YEAR.start(), cut)),
              whole.over(DateRange.of(cut, Samples.YEAR.endExclusive())));
      stores.holds().replace(Samples.LESSOR, contract.no(), two);
      holds.addAll(two);
    }
    given(Samples.contract("master, never amended").master());
    assertThat(Everything.all(records()::amendments)).isEqualTo(expected);
    assertThat(Everything.all(records()::holds)).isEqualTo(holds);
  }

  @Test
  @DisplayName("Records rule 1: receivables by key, each once, paid or not")
  void passesReceivables() {
    List<ReceivableKey> keys =
        UNORDERED.stream()
            .map(number -> given(Samples.contract(number)).no())
            .flatMap(no -> Receivables.keys(no).stream())
            .toList();
    stores.receivables().addAll(keys.stream().map(key -> Samples.receivable(key, key.contract(), 100)).toList());
    List<Receivable> stored = Everything.all(records()::receivables);
    stores.receivables().updateAll(List.of(stored.get(0).allocate(Samples.yuan(100))));
    List<Receivable> passed = Everything.all(records()::receivables);
    assertThat(passed).extracting(Receivable::key).isEqualTo(keys.stream().sorted().toList());
    assertThat(passed.get(0).status()).isEqualTo(Receivable.Status.PAID);
  }

  /** Keys of one contract, in no order. */
  private static final class Receivables {
    static List<ReceivableKey> keys(ContractNo no) {
      return List.of(
          new ReceivableKey(no, ChargeCode.RENT, Samples.APRIL, 10),
          new ReceivableKey(no, ChargeCode.RENT, Samples.APRIL, 2),
          new ReceivableKey(no, ChargeCode.RENT, Samples.YEAR, 0),
          new ReceivableKey(no, ChargeCode.DEPOSIT, Samples.YEAR, 0));
    }
  }

  @Test
  @DisplayName("Records rule 1: adjustments by key, each once")
  void passesAdjustments() {
    List<Adjustment> all = new ArrayList<>();
    for (String number : UNORDERED) {
      ContractNo no = given(Samples.contract(number)).no();
      for (int revision : List.of(10, 2, 1)) {
        all.add(Samples.credit(new ReceivableKey(no, ChargeCode.RENT, Samples.APRIL, revision), no, 1, 1));
        all.add(Samples.credit(new ReceivableKey(no, ChargeCode.DEPOSIT, Samples.YEAR, revision), no, 1, 1));
      }
    }
    stores.adjustments().addAll(all);
    assertThat(Everything.all(records()::adjustments))
        .isEqualTo(all.stream().sorted(Comparator.comparing(Adjustment::key)).toList());
  }

  @Test
  @DisplayName("Records rule 1: locks by id, each once with its releases")
  void passesLocks() {
    ContractNo no = given(Samples.contract("C-1")).no();
    for (String id : UNORDERED) {
      stores.locks().add(Samples.lock(id, new LockScope.WholeContract(no), NOW));
    }
    ReceivableLock released =
        Samples.lock("C-2", new LockScope.WholeContract(no), NOW)
            .released(new ReceivableLock.Release(NOW, "a", "b", NOW));
    stores.locks().release(released);
    List<ReceivableLock> passed = Everything.all(records()::locks);
    assertThat(passed).extracting(lock -> lock.id().value()).isEqualTo(ORDERED);
    assertThat(passed.get(2)).isEqualTo(released);
  }

  @Test
  @DisplayName("Records rule 1: journal entries by instant, then id")
  void passesJournal() {
    ContractNo no = given(Samples.contract("C-1")).no();
    JournalEntry first = Samples.entry("E-3", NOW.minusSeconds(1), no);
    JournalEntry second = Samples.entry("E-10", NOW, no);
    JournalEntry third = Samples.entry("E-2", NOW, no);
    JournalEntry fourth = Samples.entry("E-1", Samples.MICROS, no);
    stores.journal().post(List.of(fourth, third, second, first));
    assertThat(Everything.all(records()::journal)).containsExactly(first, second, third, fourth);
  }

  @Test
  @DisplayName("Records rule 1: payments by instant, then id, used up or not")
  void passesPayments() {
    ContractNo no = given(Samples.contract("C-1")).no();
    stores.payments().add(Samples.payment("P-1", no, Samples.MICROS));
    stores.payments().add(Samples.payment("P-2", no, NOW));
    stores.payments().add(Samples.payment("P-10", no, NOW));
    stores.payments().add(Samples.payment("P-3", no, NOW.minusSeconds(1)));
    stores.payments().update(Everything.all(records()::payments).get(0).apply(Samples.yuan(1200_00)));
    assertThat(Everything.all(records()::payments))
        .extracting(payment -> payment.id().value())
        .containsExactly("P-3", "P-10", "P-2", "P-1");
  }

  @Test
  @DisplayName("Records rule 1: cases by id, open or closed")
  void passesCases() {
    UNORDERED.forEach(number -> givenCase(given(Samples.contract(number))));
    RenewalCase first = Everything.all(records()::cases).get(0);
    stores.cases().update(first.wakeAt(null));
    assertThat(Everything.all(records()::cases))
        .extracting(RenewalCase::id)
        .isEqualTo(ORDERED.stream().map(Samples::caseIdOf).toList());
  }

  @Test
  @DisplayName("Records rule 1: touches by instant, then case id, then sequence")
  void passesTouches() {
    RenewalCase one = givenCase(given(Samples.contract("C-10")));
    RenewalCase other = givenCase(given(Samples.contract("C-2")));
    for (int i = 0; i < 11; i++) {
      stores.cases().addTouch(call(other, "person " + i));
    }
    stores.cases().addTouch(Samples.touch(one, Samples.MICROS));
    stores.cases().addTouch(Samples.touch(one, NOW));
    stores.cases().addTouch(Samples.touch(other, NOW.minusSeconds(1)));
    List<String> expected = new ArrayList<>(List.of("C-2 12", "C-10 2"));
    IntStream.rangeClosed(1, 11).forEach(i -> expected.add("C-2 " + i));
    expected.add("C-10 1");
    List<Touch> passed = Everything.all(records()::touches);
    assertThat(passed).extracting(touch -> touch.contract() + " " + touch.sequence()).isEqualTo(expected);
  }

  private static Touch call(RenewalCase renewal, String recipient) {
    return new Touch(
        renewal.lessor(), renewal.id(), 0, renewal.contract(), NOW, "T-3", Channel.CALL, recipient,
        Touch.Result.ANSWERED);
  }

  @Test
  @DisplayName("Records rule 1: stages by the instant at which each fired, then case id, then stage, with all that was decided")
  void passesStages() {
    RenewalCase one = givenCase(given(Samples.contract("C-10")));
    RenewalCase other = givenCase(given(Samples.contract("C-2")));
    Fired moved =
        new Fired("15", NOW.plusSeconds(60), NOW, MovedBy.HOLIDAY, 7, List.of("NOTICE", "上门\t拜访"), Samples.everyFact());
    stores.cases().addFired(Samples.LESSOR, one.id(), Samples.fired("3", Samples.MICROS));
    stores.cases().addFired(Samples.LESSOR, other.id(), Samples.fired("30", NOW));
    stores.cases().addFired(Samples.LESSOR, one.id(), Samples.fired("30", NOW));
    stores.cases().addFired(Samples.LESSOR, one.id(), moved);
    stores.cases().addFired(Samples.LESSOR, other.id(), Samples.fired("60", NOW.minusSeconds(1)));
    assertThat(Everything.all(records()::stages))
        .containsExactly(
            decision(other, Samples.fired("60", NOW.minusSeconds(1))),
            decision(one, moved),
            decision(one, Samples.fired("30", NOW)),
            decision(other, Samples.fired("30", NOW)),
            decision(one, Samples.fired("3", Samples.MICROS)));
  }

  private static StageDecision decision(RenewalCase of, Fired fired) {
    return new StageDecision(of.id(), of.contract(), of.expiry(), fired);
  }

  @Test
  @DisplayName("Records rule 1: tasks by id, open or closed")
  void passesTasks() {
    RenewalCase renewal = givenCase(given(Samples.contract("C-1")));
    UNORDERED.forEach(id -> stores.tasks().add(Samples.task(id, renewal, NOW)));
    StewardTask first = Everything.all(records()::tasks).get(0);
    stores.tasks().update(first.close(StewardTask.Outcome.DONE, NOW));
    assertThat(Everything.all(records()::tasks))
        .extracting(task -> task.id().value())
        .isEqualTo(ORDERED);
  }

  @Test
  @DisplayName("Records rule 1: moves by contract number, then number; grants by account, then number")
  void passesMovesAndGrants() {
    List<Move> moves = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    for (String number : List.of("C-1", "C-2")) {
      for (int i = 1; i <= 11; i++) {
        moves.add(MovesContract.move(new ContractNo(number), i, Move.Kind.PLACE));
        grants.add(GrantsContract.grant(new ContractNo(number), i));
      }
    }
    moves.subList(11, 22).forEach(stores.moves()::append);
    moves.subList(0, 11).forEach(stores.moves()::append);
    grants.subList(11, 22).forEach(stores.grants()::append);
    grants.subList(0, 11).forEach(stores.grants()::append);
    assertThat(Everything.all(records()::moves)).isEqualTo(moves);
    assertThat(Everything.all(records()::grants)).isEqualTo(grants);
    assertThat(Everything.all(records()::moves, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::grants, Samples.OTHER_LESSOR)).isEmpty();
  }

  @Test
  @DisplayName("Records rule 1: decisions by instant, each once, also those that equal each other")
  void passesDecisions() {
    ContractNo no = given(Samples.contract("C-1")).no();
    List<AuditEntry> expected = new ArrayList<>();
    for (int i = 0; i < MANY / 2; i++) {
      expected.add(AuditContract.entry(NOW, no));
    }
    expected.add(AuditContract.entry(Samples.MICROS, null));
    stores.audit().append(expected.get(expected.size() - 1));
    stores
        .unitOfWork()
        .run(() -> expected.subList(0, MANY / 2).forEach(entry -> stores.audit().append(entry)));
    assertThat(Everything.all(records()::decisions)).isEqualTo(expected);
  }

  @Test
  @DisplayName("Records rule 2: records of another lessor are not seen")
  void separatesLessors() {
    Contract contract = given(Samples.contract("C-1"));
    RenewalCase renewal = givenCase(contract);
    stores.contracts().record(change("C-1", "signed"));
    stores.receivables().addAll(List.of(Samples.rent(contract.no(), Samples.APRIL)));
    ReceivableKey corrected = new ReceivableKey(contract.no(), ChargeCode.RENT, Samples.APRIL, 1);
    stores.adjustments().addAll(List.of(Samples.credit(corrected, contract.no(), 1, 1)));
    stores.locks().add(Samples.lock("L-1", new LockScope.WholeContract(contract.no()), NOW));
    stores.journal().post(List.of(Samples.entry("E-1", NOW, contract.no())));
    stores.payments().add(Samples.payment("P-1", contract.no(), NOW));
    stores.cases().addTouch(Samples.touch(renewal, NOW));
    stores.tasks().add(Samples.task("W-1", renewal, NOW));
    stores.cases().addFired(Samples.LESSOR, renewal.id(), Samples.fired("30", NOW));
    stores.audit().append(AuditContract.entry(NOW, contract.no()));
    given(Samples.contract("C-9").of(Samples.OTHER_LESSOR));
    assertThat(numbers(Everything.all(records()::contracts, Samples.OTHER_LESSOR))).containsExactly("C-9");
    assertThat(Everything.all(records()::statusChanges, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::amendments, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::receivables, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::adjustments, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::locks, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::journal, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::payments, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::cases, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::touches, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::tasks, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(records()::stages, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(everything().tasks()).hasSize(1);
    assertThat(numbers(everything().contracts())).containsExactly("C-1");
  }
}
