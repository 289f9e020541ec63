package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Tax;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Receivables;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Receivables}. */
public abstract class ReceivablesContract extends StorePortContract {

  /** For the test of an adapter. */
  protected ReceivablesContract() {}

  private static final DateRange MAY =
      DateRange.of(Samples.APRIL.endExclusive(), Samples.APRIL.endExclusive().plusMonths(1));

  private Receivables receivables() {
    return stores.receivables();
  }

  private ContractNo contract(String number) {
    return given(Samples.contract(number)).no();
  }

  private List<Receivable> stored() {
    return everything().receivables();
  }

  private static ReceivableKey key(
      ContractNo contract, ChargeCode charge, DateRange period, int revision) {
    return new ReceivableKey(contract, charge, period, revision);
  }

  @Test
  @DisplayName("Receivables rule 1: a key that is known is a success that changes nothing")
  void addsOnce() {
    ContractNo no = contract("C-1");
    Receivable april = Samples.rent(no, Samples.APRIL);
    Receivable may = Samples.rent(no, MAY);
    assertThat(receivables().addAll(List.of(april))).containsExactlyElementsOf(stored());
    List<Receivable> before = stored();
    Receivable dearer = Samples.receivable(april.key(), no, 9999_99);
    assertThat(receivables().addAll(List.of(dearer))).isEmpty();
    assertThat(stored()).isEqualTo(before);
    assertThat(receivables().addAll(List.of(dearer, may)))
        .extracting(Receivable::key).containsExactly(may.key());
    assertThat(stored()).startsWith(before.get(0)).hasSize(2);
  }

  @Test
  @DisplayName("Receivables rule 1: a key twice in one call is added once")
  void addsOnceWithinACall() {
    Receivable april = Samples.rent(contract("C-1"), Samples.APRIL);
    assertThat(receivables().addAll(List.of(april, april))).hasSize(1);
    assertThat(stored()).hasSize(1);
  }

  @Test
  @DisplayName("Receivables rule 1: contract, charge, start, end and revision each make another key")
  void keysDifferInEachPart() {
    ContractNo one = contract("C-1");
    ContractNo other = contract("C-2");
    DateRange shorter = DateRange.of(Samples.APRIL.start(), Samples.APRIL.lastDay());
    DateRange later = DateRange.of(Samples.APRIL.start().plusDays(1), Samples.APRIL.endExclusive());
    List<ReceivableKey> keys =
        List.of(
            key(one, ChargeCode.DEPOSIT, Samples.APRIL, 0),
            key(one, ChargeCode.RENT, shorter, 0),
            key(one, ChargeCode.RENT, Samples.APRIL, 0),
            key(one, ChargeCode.RENT, Samples.APRIL, 1),
            key(one, ChargeCode.RENT, later, 0),
            key(other, ChargeCode.RENT, Samples.APRIL, 0));
    List<Receivable> all = keys.stream().map(each -> Samples.receivable(each, one, 100)).toList();
    assertThat(receivables().addAll(all)).extracting(Receivable::key).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(stored()).extracting(Receivable::key).isEqualTo(keys);
  }

  @Test
  @DisplayName("Receivables rule 1: the key of another lessor is another key")
  void separatesLessors() {
    Receivable mine = Samples.rent(contract("C-1"), Samples.APRIL);
    given(Samples.contract("C-1").of(Samples.OTHER_LESSOR));
    Receivable theirs =
        new Receivable(
            Samples.OTHER_LESSOR, mine.key(), mine.payer(), mine.unadjustedDue(), mine.due(),
            mine.amount(), mine.allocated(), mine.credited(), mine.derivation(), mine.raisedAt(), 0);
    receivables().addAll(List.of(mine));
    assertThat(receivables().open(Samples.OTHER_LESSOR, mine.payer())).isEmpty();
    assertThat(receivables().addAll(List.of(theirs))).hasSize(1);
    assertThat(stored()).hasSize(1);
  }

  @Test
  @DisplayName("Receivables rule 1: of two that add one key at once, exactly one is told that it added")
  void oneOfTwoAdds() {
    ContractNo no = contract("C-1");
    Receivable april = Samples.rent(no, Samples.APRIL);
    Receivable may = Samples.rent(no, MAY);
    Answers<List<ReceivableKey>> added =
        overlap(
            hold -> {
              List<ReceivableKey> keys = keysAdded(april);
              hold.untilTheOtherHasTried();
              return keys;
            },
            () -> keysAdded(april, may));
    assertThat(added.first().size() + added.second().size()).as("added: %s", added).isEqualTo(2);
    assertThat(added.second()).contains(may.key());
    assertThat(stored()).extracting(Receivable::key).containsExactly(april.key(), may.key());
  }

  private List<ReceivableKey> keysAdded(Receivable... receivables) {
    return receivables().addAll(List.of(receivables)).stream().map(Receivable::key).toList();
  }

  @Test
  @DisplayName("Receivables rule 2: an update adds one to the version and stores what it was given")
  void updates() {
    ContractNo no = contract("C-1");
    receivables().addAll(List.of(Samples.rent(no, Samples.APRIL), Samples.rent(no, MAY)));
    Receivable april = stored().get(0);
    assertThat(april.version()).isEqualTo(1);
    receivables().updateAll(List.of(april.allocate(Samples.yuan(1))));
    assertThat(stored().get(0).version()).isEqualTo(2);
    assertThat(stored().get(0).allocated()).isEqualTo(Samples.yuan(1));
    assertThat(stored().get(1).version()).isEqualTo(1);
    receivables().updateAll(stored());
    assertThat(stored()).extracting(Receivable::version).containsExactly(3L, 2L);
  }

  @Test
  @DisplayName("Receivables rule 2: an update of any version but the stored one is refused")
  void refusesStaleVersion() {
    receivables().addAll(List.of(Samples.rent(contract("C-1"), Samples.APRIL)));
    Receivable old = stored().get(0);
    receivables().updateAll(List.of(old));
    List<Receivable> before = stored();
    assertThatThrownBy(() -> receivables().updateAll(List.of(old.allocate(Samples.yuan(1)))))
        .isInstanceOf(StaleVersionException.class);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  @DisplayName("Receivables rule 2: one of several that is refused takes the whole call back")
  void refusesTheWholeCall() {
    ContractNo no = contract("C-1");
    receivables().addAll(List.of(Samples.rent(no, Samples.APRIL), Samples.rent(no, MAY)));
    Receivable april = stored().get(0);
    Receivable may = stored().get(1);
    receivables().updateAll(List.of(may));
    List<Receivable> before = stored();
    List<Receivable> mixed =
        List.of(april.allocate(Samples.yuan(1)), may.allocate(Samples.yuan(1)));
    assertThatThrownBy(() -> receivables().updateAll(mixed))
        .isInstanceOf(StaleVersionException.class);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  @DisplayName("Receivables rule 2: of two that update one version at once, one updates and one is too late")
  void oneOfTwoUpdates() {
    receivables().addAll(List.of(Samples.rent(contract("C-1"), Samples.APRIL)));
    List<Receivable> changed = List.of(stored().get(0).allocate(Samples.yuan(1)));
    Answers<String> answers =
        updateAtOnce(() -> receivables().updateAll(changed), () -> receivables().updateAll(changed));
    assertThat(List.of(answers.first(), answers.second()))
        .containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(stored().get(0).version()).isEqualTo(2);
  }

  @Test
  @DisplayName("Receivables rule 3: a contract is on the agenda once, with the day it was given last")
  void keepsOneDay() {
    ContractNo no = contract("C-1");
    LocalDate day = Samples.APRIL.start();
    receivables().schedule(Samples.LESSOR, no, day);
    assertThat(receivables().billable(Samples.LESSOR, day, 10)).containsExactly(no);
    assertThat(receivables().billable(Samples.LESSOR, day.minusDays(1), 10)).isEmpty();
    assertThat(receivables().billable(Samples.OTHER_LESSOR, day, 10)).isEmpty();
    receivables().schedule(Samples.LESSOR, no, day.plusDays(5));
    assertThat(receivables().billable(Samples.LESSOR, day.plusDays(4), 10)).isEmpty();
    assertThat(receivables().billable(Samples.LESSOR, day.plusDays(9), 10)).containsExactly(no);
  }

  @Test
  @DisplayName("Receivables rule 3: a contract without a next day is off the agenda")
  void takesOffTheAgenda() {
    ContractNo no = contract("C-1");
    ContractNo stays = contract("C-2");
    LocalDate day = Samples.APRIL.start();
    receivables().schedule(Samples.LESSOR, no, null);
    receivables().schedule(Samples.LESSOR, no, day);
    receivables().schedule(Samples.LESSOR, stays, day);
    receivables().schedule(Samples.LESSOR, no, null);
    assertThat(receivables().billable(Samples.LESSOR, day.plusYears(9), 10)).containsExactly(stays);
  }

  @Test
  @DisplayName("Receivables rule 4: who locks what is open sees it as the other left it")
  void lockOpenHolds() {
    ContractNo no = contract("C-1");
    Receivable stored = receivables().addAll(List.of(Samples.rent(no, Samples.APRIL))).get(0);
    Receivable paid = stored.allocate(Samples.yuan(1000_00));
    Answers<List<Receivable>> seen =
        overlap(
            hold -> {
              List<Receivable> locked = receivables().lockOpen(Samples.LESSOR, no);
              hold.untilTheOtherHasTried();
              receivables().updateAll(List.of(paid));
              return locked;
            },
            () -> receivables().lockOpen(Samples.LESSOR, no));
    assertThat(seen).isEqualTo(new Answers<>(List.of(stored), List.of(paid.withVersion(2))));
  }

  @Test
  @DisplayName("Receivables.lockOpen: of a contract, and with it as payer, with something outstanding, by key")
  void locksWhatIsOpen() {
    ContractNo payer = contract("C-2");
    ContractNo sub = contract("C-1");
    Receivable own = Samples.rent(payer, Samples.APRIL);
    Receivable paysFor =
        Samples.receivable(new ReceivableKey(sub, ChargeCode.RENT, Samples.APRIL, 0), payer, 500_00);
    receivables().addAll(List.of(own, paysFor, Samples.rent(contract("C-3"), Samples.APRIL)));
    assertThat(receivables().lockOpen(Samples.LESSOR, payer))
        .isEqualTo(receivables().open(Samples.LESSOR, payer))
        .extracting(Receivable::key)
        .containsExactly(paysFor.key(), own.key());
    assertThat(receivables().lockOpen(Samples.LESSOR, sub)).extracting(Receivable::key).containsExactly(paysFor.key());
    assertThat(receivables().lockOpen(Samples.OTHER_LESSOR, payer)).isEmpty();
  }

  @Test
  @DisplayName("Receivables.billable: by number, not more than the limit")
  void limitsTheAgenda() {
    LocalDate day = Samples.APRIL.start();
    for (String number : List.of("c-1", "C-3", "C-10", "C-2")) {
      receivables().schedule(Samples.LESSOR, contract(number), day);
    }
    receivables().schedule(Samples.LESSOR, contract("C-0"), day.plusDays(1));
    assertThat(receivables().billable(Samples.LESSOR, day, 3))
        .extracting(ContractNo::value).containsExactly("C-10", "C-2", "C-3");
    assertThat(receivables().billable(Samples.LESSOR, day, 10)).hasSize(4);
  }

  @Test
  @DisplayName("Receivables.open: those of a contract and those it pays, unless paid in full, by key")
  void findsOpen() {
    ContractNo top = given(Samples.contract("M-1").master()).no();
    ContractNo below = given(Samples.contract("C-1").under(top)).no();
    ReceivableKey rent = key(below, ChargeCode.RENT, Samples.APRIL, 0);
    ReceivableKey deposit = key(below, ChargeCode.DEPOSIT, Samples.YEAR, 0);
    ReceivableKey own = key(top, ChargeCode.RENT, Samples.APRIL, 0);
    ReceivableKey paid = key(below, ChargeCode.RENT, MAY, 0);
    receivables()
        .addAll(
            List.of(
                Samples.receivable(rent, top, 100), Samples.receivable(own, top, 100),
                Samples.receivable(deposit, below, 100), Samples.receivable(paid, top, 100),
                Samples.receivable(key(contract("C-2"), ChargeCode.RENT, MAY, 0), new ContractNo("C-2"), 100)));
    pay(paid, 100);
    pay(rent, 99);
    assertThat(receivables().open(Samples.LESSOR, top))
        .extracting(Receivable::key).containsExactly(rent, own);
    assertThat(receivables().open(Samples.LESSOR, below))
        .extracting(Receivable::key).containsExactly(deposit, rent);
  }

  private void pay(ReceivableKey key, long fen) {
    List<Receivable> named = stored().stream().filter(each -> each.key().equals(key)).toList();
    receivables().updateAll(List.of(named.get(0).allocate(Samples.yuan(fen))));
  }

  @Test
  @DisplayName("Receivables.open: what credits have taken off is not outstanding")
  void knowsCredits() {
    ContractNo no = contract("C-1");
    ReceivableKey rent = key(no, ChargeCode.RENT, Samples.APRIL, 0);
    receivables().addAll(List.of(Samples.receivable(rent, no, 100)));
    receivables().updateAll(List.of(stored().get(0).credit(Samples.yuan(60))));
    assertThat(receivables().open(Samples.LESSOR, no))
        .extracting(Receivable::outstanding).containsExactly(Samples.yuan(40));
    pay(rent, 40);
    assertThat(receivables().open(Samples.LESSOR, no)).isEmpty();
    assertThat(stored().get(0).status()).isEqualTo(Receivable.Status.PAID);
  }

  @Test
  @DisplayName("Receivables.of: all of some contracts, paid or not, whoever pays, by key")
  void findsOfContracts() {
    ContractNo top = given(Samples.contract("M-1").master()).no();
    ContractNo below = given(Samples.contract("C-1").under(top)).no();
    ContractNo other = contract("C-2");
    ReceivableKey own = key(top, ChargeCode.RENT, Samples.APRIL, 0);
    List<ReceivableKey> keys =
        List.of(
            key(below, ChargeCode.DEPOSIT, Samples.YEAR, 0), key(below, ChargeCode.RENT, Samples.APRIL, 0),
            key(below, ChargeCode.RENT, Samples.APRIL, 1), key(other, ChargeCode.RENT, MAY, 0));
    List<Receivable> all = new ArrayList<>(keys.stream().map(each -> Samples.receivable(each, top, 100)).toList());
    all.add(Samples.receivable(own, top, 100));
    receivables().addAll(all);
    pay(keys.get(1), 100);
    assertThat(receivables().of(Samples.LESSOR, List.of(other, below, below)))
        .extracting(Receivable::key).isEqualTo(keys);
    assertThat(receivables().of(Samples.LESSOR, List.of())).isEmpty();
    assertThat(receivables().of(Samples.OTHER_LESSOR, List.of(other, below))).isEmpty();
  }

  @Test
  @DisplayName("Receivables.open: a receivable is found as it was added, with version 1")
  void findsAsAdded() {
    ContractNo no = contract("同".repeat(64));
    LocalDate due = Samples.APRIL.start();
    Derivation derivation =
        new Derivation(
            "THIRTY_360",
            1_234_567,
            List.of(
                new Derivation.Slice(Samples.APRIL, 1, 1), new Derivation.Slice(MAY, 17, 30, 2_000_001L)),
            "KWD",
            Tax.added(1234));
    Receivable dinars =
        new Receivable(
            Samples.LESSOR, key(no, new ChargeCode("费".repeat(32)), Samples.APRIL, 7), no, due,
            due.minusDays(3), MinorUnits.amount(derivation.amountMinor(), "KWD"),
            MinorUnits.amount(1, "KWD"), MinorUnits.amount(2, "KWD"), derivation, Samples.MICROS, 0);
    List<Receivable> added = receivables().addAll(List.of(dinars));
    Receivable expected = dinars.withVersion(1);
    assertThat(added).containsExactly(expected);
    assertThat(receivables().open(Samples.LESSOR, no)).containsExactly(expected);
    assertThat(receivables().addAll(List.of())).isEmpty();
  }
}
