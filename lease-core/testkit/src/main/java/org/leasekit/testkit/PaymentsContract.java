package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Payments;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Payments}. */
public abstract class PaymentsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected PaymentsContract() {}

  private static final Instant NOW = Samples.NOW;

  private Payments payments() {
    return stores.payments();
  }

  private ContractNo contract(String number) {
    return given(Samples.contract(number)).no();
  }

  private Payment given(Payment payment) {
    assertThat(payments().add(payment)).isTrue();
    return everything().payments().stream()
        .filter(stored -> stored.id().equals(payment.id()))
        .findAny()
        .orElseThrow();
  }

  private static List<String> ids(List<Payment> payments) {
    return payments.stream().map(payment -> payment.id().value()).toList();
  }

  @Test
  @DisplayName("Payments rule 1: an id that is known is answered with false and changes nothing")
  void addsOnce() {
    Payment payment = Samples.payment("P-1", contract("C-1"), NOW);
    given(payment);
    Everything before = everything();
    assertThat(payments().add(payment)).isFalse();
    assertThat(payments().add(Samples.payment("P-1", contract("C-2"), NOW.plusSeconds(1)))).isFalse();
    assertThat(everything().payments()).isEqualTo(before.payments());
  }

  @Test
  @DisplayName("Payments rule 1: ids that differ in case are different ids; so are those of another lessor")
  void idsAreExact() {
    ContractNo no = contract("C-1");
    given(Samples.contract("C-1").of(Samples.OTHER_LESSOR));
    Payment mine = given(Samples.payment("P-1", no, NOW));
    given(Samples.payment("p-1", no, NOW));
    Payment theirs =
        new Payment(
            Samples.OTHER_LESSOR, mine.id(), no, mine.reference(), mine.amount(), mine.unapplied(),
            NOW, 0);
    assertThat(payments().unapplied(Samples.OTHER_LESSOR, no)).isEmpty();
    assertThat(payments().byReference(Samples.OTHER_LESSOR, mine.reference())).isEmpty();
    assertThat(payments().add(theirs)).isTrue();
    assertThat(ids(payments().unapplied(Samples.LESSOR, no))).containsExactly("P-1", "p-1");
    assertThat(payments().unapplied(Samples.OTHER_LESSOR, no)).hasSize(1);
  }

  @Test
  @DisplayName("Payments rule 1: of two that add one id at once, exactly one adds")
  void oneOfTwoAdds() {
    Payment payment = Samples.payment("P-1", contract("C-1"), NOW);
    Answers<Boolean> added =
        overlap(
            hold -> {
              boolean answer = payments().add(payment);
              hold.untilTheOtherHasTried();
              return answer;
            },
            () -> payments().add(payment));
    assertThat(List.of(added.first(), added.second())).containsExactlyInAnyOrder(true, false);
    assertThat(ids(everything().payments())).containsExactly("P-1");
  }

  @Test
  @DisplayName("Payments rule 2: an update adds one to the version and stores what it was given")
  void updates() {
    Payment payment = given(Samples.payment("P-1", contract("C-1"), NOW));
    assertThat(payment.version()).isEqualTo(1);
    payments().update(payment.apply(Samples.yuan(200_00)));
    assertThat(everything().payments())
        .singleElement()
        .satisfies(
            stored -> {
              assertThat(stored.unapplied()).isEqualTo(Samples.yuan(1000_00));
              assertThat(stored.version()).isEqualTo(2);
            });
  }

  @Test
  @DisplayName("Payments rule 2: an update of any version but the stored one is refused")
  void refusesStaleVersion() {
    Payment old = given(Samples.payment("P-1", contract("C-1"), NOW));
    payments().update(old);
    Everything before = everything();
    assertThatThrownBy(() -> payments().update(old.apply(Samples.yuan(1))))
        .isInstanceOf(StaleVersionException.class);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("Payments rule 2: of two that update one version at once, one updates and one is too late")
  void oneOfTwoUpdates() {
    Payment changed = given(Samples.payment("P-1", contract("C-1"), NOW)).apply(Samples.yuan(1));
    Answers<String> answers =
        updateAtOnce(() -> payments().update(changed), () -> payments().update(changed));
    assertThat(List.of(answers.first(), answers.second()))
        .containsExactlyInAnyOrder(UPDATED, STALE);
  }

  @Test
  @DisplayName("Payments rule 3: allocations are added to those there are, and change nothing else")
  void addsAllocations() {
    ContractNo no = contract("C-1");
    DateRange may = DateRange.of(Samples.APRIL.endExclusive(), Samples.APRIL.endExclusive().plusMonths(1));
    List<Receivable> raised =
        stores.receivables().addAll(List.of(Samples.rent(no, Samples.APRIL), Samples.rent(no, may)));
    Payment payment = given(Samples.payment("P-1", no, NOW));
    Payment other = given(Samples.payment("P-2", no, NOW));
    Everything before = everything();
    payments()
        .addAllocations(
            List.of(
                Samples.allocation(payment, raised.get(0), 1),
                Samples.allocation(other, raised.get(0), 2)));
    payments().addAllocations(List.of(Samples.allocation(payment, raised.get(1), 3)));
    payments().addAllocations(List.of());
    assertThat(everything()).isEqualTo(before);
    assertThat(payments().allocations(Samples.LESSOR, raised.get(0).key()))
        .containsExactly(Samples.allocation(payment, raised.get(0), 1), Samples.allocation(other, raised.get(0), 2));
  }

  @Test
  @DisplayName("Payments rule 3: money that is given back is added too, and found in the order of time")
  void addsWhatIsGivenBack() {
    ContractNo no = contract("C-1");
    Receivable rent = stores.receivables().addAll(List.of(Samples.rent(no, Samples.APRIL))).get(0);
    Payment payment = given(Samples.payment("P-2", no, NOW));
    Payment other = given(Samples.payment("P-1", no, NOW));
    Allocation early =
        new Allocation(Samples.LESSOR, payment.id(), rent.key(), Samples.yuan(7), NOW.minusSeconds(1));
    List<Allocation> made =
        List.of(
            Samples.allocation(payment, rent, 5), Samples.allocation(payment, rent, -5),
            Samples.allocation(other, rent, 1), Samples.allocation(payment, rent, 5));
    made.forEach(each -> payments().addAllocations(List.of(each)));
    payments().addAllocations(List.of(early));
    assertThat(payments().allocations(Samples.LESSOR, rent.key()))
        .containsExactly(early, made.get(2), made.get(0), made.get(1), made.get(3));
    assertThat(payments().allocations(Samples.OTHER_LESSOR, rent.key())).isEmpty();
    ReceivableKey next = new ReceivableKey(no, rent.key().charge(), Samples.APRIL, 1);
    assertThat(payments().allocations(Samples.LESSOR, next)).isEmpty();
  }

  @Test
  @DisplayName("Payments.find: by id, whatever is left of it")
  void findsById() {
    Payment payment = given(Samples.payment("P-1", contract("C-1"), NOW));
    payments().update(payment.apply(payment.amount()));
    assertThat(payments().find(Samples.LESSOR, payment.id()).orElseThrow().unapplied()).isEqualTo(Samples.yuan(0));
    assertThat(payments().find(Samples.LESSOR, new PaymentId("p-1"))).isEmpty();
    assertThat(payments().find(Samples.OTHER_LESSOR, payment.id())).isEmpty();
  }

  @Test
  @DisplayName("Payments.unapplied: those of a contract with something left, oldest first, then by id")
  void findsUnapplied() {
    ContractNo no = contract("C-1");
    given(Samples.payment("P-2", no, NOW));
    given(Samples.payment("P-10", no, NOW));
    given(Samples.payment("P-3", no, NOW.minusSeconds(1)));
    given(Samples.payment("elsewhere", contract("C-2"), NOW));
    Payment used = given(Samples.payment("used up", no, NOW));
    payments().update(used.apply(used.amount()));
    assertThat(ids(payments().unapplied(Samples.LESSOR, no))).containsExactly("P-3", "P-10", "P-2");
  }

  @Test
  @DisplayName("Payments.byReference: those that name it, used up or not, oldest first, then by id")
  void findsByReference() {
    ContractNo no = contract("C-1");
    Payment used = given(Samples.payment("P-2", no, NOW));
    payments().update(used.apply(used.amount()));
    given(Samples.payment("P-10", no, NOW));
    given(Samples.payment("P-3", no, NOW.minusSeconds(1)));
    given(Samples.payment("elsewhere", contract("c-1"), NOW));
    assertThat(ids(payments().byReference(Samples.LESSOR, "C-1")))
        .containsExactly("P-3", "P-10", "P-2");
    assertThat(payments().byReference(Samples.LESSOR, "C-9")).isEmpty();
  }

  @Test
  @DisplayName("Payments.add: a payment is kept as it was added, with version 1")
  void keepsAsAdded() {
    ContractNo no = contract("同".repeat(64));
    Payment dinars =
        new Payment(
            Samples.LESSOR, new PaymentId("付".repeat(128)), no, "case's \"reference\" 𠮷",
            MinorUnits.amount(1_234_567, "KWD"), MinorUnits.amount(7, "KWD"), Samples.MICROS, 0);
    assertThat(payments().add(dinars)).isTrue();
    assertThat(payments().unapplied(Samples.LESSOR, no))
        .containsExactly(
            new Payment(
                dinars.lessor(), dinars.id(), no, dinars.reference(), dinars.amount(),
                dinars.unapplied(), dinars.receivedAt(), 1));
  }

  @Test
  @DisplayName("Payments.allocatedTo: what a contract's receivables took up and gave back, by instant, payment, receivable")
  void findsAllocationsOfAContract() {
    ContractNo no = contract("C-1");
    Receivable april = Samples.rent(no, Samples.APRIL);
    Receivable year = Samples.rent(no, Samples.YEAR);
    Receivable other = Samples.rent(contract("c-1"), Samples.APRIL);
    stores.receivables().addAll(List.of(april, year, other));
    Payment first = given(Samples.payment("P-1", no, NOW));
    Payment second = given(Samples.payment("P-2", no, NOW));
    Allocation late =
        new Allocation(
            Samples.LESSOR, first.id(), april.key(), Samples.yuan(5), Samples.MICROS.plusSeconds(1));
    List<Allocation> early =
        List.of(
            Samples.allocation(first, year, 70),
            Samples.allocation(second, april, 40),
            Samples.allocation(second, year, 30));
    payments().addAllocations(List.of(late, early.get(2), Samples.allocation(second, other, 1)));
    payments().addAllocations(List.of(early.get(1), early.get(0)));
    assertThat(payments().allocatedTo(Samples.LESSOR, no))
        .containsExactlyInAnyOrder(early.get(0), early.get(1), early.get(2), late)
        .isSortedAccordingTo(
            Comparator.comparing(Allocation::at)
                .thenComparing(Allocation::payment)
                .thenComparing(Allocation::receivable));
    assertThat(payments().allocatedTo(Samples.OTHER_LESSOR, no)).isEmpty();
  }

  @Test
  @DisplayName("Payments.waiting: each with something unapplied, least first, then by id, and whoever takes it may change it")
  void passesThoseThatWait() {
    ContractNo no = contract("C-1");
    given(Samples.contract("C-1").of(Samples.OTHER_LESSOR));
    Payment used = given(Samples.payment("P-0", no, NOW));
    payments().update(used.apply(used.unapplied()));
    for (String id : List.of("P-3", "P-1", "P-2")) {
      given(Samples.payment(id, no, NOW));
    }
    payments().update(given(Samples.payment("P-9", no, NOW)).apply(Samples.yuan(200_00)));
    List<Payment> passed = new ArrayList<>();
    payments()
        .waiting(
            Samples.LESSOR,
            payment -> {
              passed.add(payment);
              payments().update(payment.apply(payment.unapplied()));
            });
    assertThat(ids(passed)).containsExactly("P-9", "P-1", "P-2", "P-3");
    assertThat(passed.get(0).unapplied()).isEqualTo(Samples.yuan(1000_00));
    payments().waiting(Samples.LESSOR, payment -> assertThat(payment).isNull());
    payments().waiting(Samples.OTHER_LESSOR, payment -> assertThat(payment).isNull());
  }

  @Test
  @DisplayName("Payments.waiting: more than a page, each once")
  void passesMany() {
    ContractNo no = contract("C-1");
    for (int i = 0; i < 1100; i++) {
      payments().add(Samples.payment("P-" + i, no, NOW));
    }
    Set<String> passed = new HashSet<>();
    payments().waiting(Samples.LESSOR, payment -> assertThat(passed.add(payment.id().value())).isTrue());
    assertThat(passed).hasSize(1100);
  }
}
