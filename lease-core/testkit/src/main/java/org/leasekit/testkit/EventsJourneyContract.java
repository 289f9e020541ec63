package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.application.ReceivePayment;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.Recorded;
import org.leasekit.port.Events;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.port.Stores;

/** What happens is told to whoever listens: all of it, in order, without a name or a number; on an adapter's stores. */
public abstract class EventsJourneyContract {
  private final List<Recorded> heard = new ArrayList<>();
  private Events.Answer answer = Events.Answer.TAKEN;

  /** For subclasses. */
  protected EventsJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private Events.Answer hear(Recorded event) {
    heard.add(event);
    return answer;
  }

  private RenewalTown town() {
    return new RenewalTown(stores(), validator(), "2026-01-20", RenewalTown.profile(), this::hear);
  }

  private List<String> typesOf(String no) {
    return heard.stream()
        .filter(each -> each.id().contract().value().equals(no))
        .map(each -> each.event().type())
        .toList();
  }

  @Test
  void aRenewalIsToldFromItsOpeningToItsSuccessor() {
    RenewalTown town = town();
    town.let("A", lease -> lease.deposit = "0.00");
    town.goTo("2026-01-20", "01:00");
    heard.clear();
    town.goTo("2026-02-28", "10:00");
    town.accept("A").orElseThrow();
    town.payRenewal("A", "P1", "1000.00").orElseThrow();
    town.sign("A", "S1").orElseThrow();
    town.goTo("2026-02-28", "10:30");
    assertThat(typesOf("A"))
        .containsSubsequence("case.opened", "offer.made", "notice.sent", "offer.accepted")
        .containsSubsequence("case.responded", "offer.accepted", "payment.received", "case.renewed");
    assertThat(typesOf("A-R1"))
        .containsSubsequence("contract.signed", "receivable.raised", "payment.allocated");
    town.goTo("2026-04-01", "01:00");
    assertThat(heard.stream().filter(each -> each.event().type().equals("contract.ended")))
        .extracting(each -> each.event().data().get("status"))
        .containsExactly("RENEWED");
  }

  @Test
  void eventsOfAContractAreNumberedInOrderAndToldOnceEach() {
    RenewalTown town = town();
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.liveTo("2026-03-03", "00:00");
    Map<String, Integer> last = new LinkedHashMap<>();
    for (Recorded each : heard) {
      int before = last.getOrDefault(each.id().contract().value(), 0);
      assertThat(each.id().number()).isEqualTo(before + 1);
      last.put(each.id().contract().value(), each.id().number());
    }
    assertThat(last).containsOnlyKeys("A", "B");
    int told = heard.size();
    assertThat(town.kit.events().runDue()).isZero();
    assertThat(heard).hasSize(told);
  }

  @Test
  void whatWasNotTakenIsToldAgainBeforeWhatFollows() {
    RenewalTown town = town();
    town.let("A", lease -> {});
    answer = Events.Answer.FAILED;
    town.goTo("2026-01-20", "01:00");
    assertThat(heard).hasSize(1);
    town.goTo("2026-01-20", "01:00");
    assertThat(heard).hasSize(1);
    town.clock.set(RenewalTown.at("2026-01-20", "01:01"));
    town.kit.events().runDue();
    assertThat(heard).extracting(Recorded::attempts).containsExactly(0, 1);
    answer = Events.Answer.TAKEN;
    town.clock.set(RenewalTown.at("2026-01-20", "01:02"));
    assertThat(town.kit.events().runDue()).isZero();
    town.clock.set(RenewalTown.at("2026-01-20", "01:03"));
    assertThat(town.kit.events().runDue()).isPositive();
    assertThat(heard.subList(0, 3)).extracting(Recorded::id).containsOnly(heard.get(0).id());
    assertThat(heard.subList(2, heard.size())).extracting(each -> each.id().number()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whatIsRolledBackIsNeverTold() {
    RenewalTown town = town();
    town.let("A", lease -> {});
    town.goTo("2026-01-20", "01:00");
    heard.clear();
    assertThatThrownBy(
            () ->
                town.stores
                    .unitOfWork()
                    .run(
                        () -> {
                          town.pay("A", "P1", "1000.00").orElseThrow();
                          throw new IllegalStateException("the host thinks better of it");
                        }))
        .isInstanceOf(IllegalStateException.class);
    town.kit.events().runDue();
    assertThat(heard).isEmpty();
    town.pay("A", "P1", "1000.00").orElseThrow();
    town.pay("A", "P1", "1000.00").orElseThrow();
    town.kit.events().runDue();
    assertThat(typesOf("A").stream().filter("payment.received"::equals)).hasSize(1);
  }

  @Test
  void locksAndTasksAndLapsesAreTold() {
    RenewalTown town = town();
    town.let("A", lease -> lease.contacts = List.of());
    town.goTo("2026-01-20", "01:00");
    town.kit
        .locks()
        .freeze(
            new LockReceivables(
                "L-1", new LockScope.WholeContract(new ContractNo("A")), LockReason.SUSPENSION, "mail", "tenant",
                "manager", RenewalTown.at("2026-01-01", "00:00"), null, false))
        .orElseThrow();
    town.liveTo("2026-04-01", "01:00");
    assertThat(typesOf("A"))
        .containsSubsequence("receivable.locked", "case.opened", "task.opened", "case.lapsed", "offer.expired")
        .contains("task.closed", "contract.ended");
  }

  @Test
  void aContractThatGoesOnAfterAllIsToldSo() {
    RenewalTown town = town();
    town.let("A", lease -> {});
    town.kit
        .amendments()
        .amend(AmendmentJourney.termination("A", "2026-02-01", SubsAtEnd.REFUSE))
        .orElseThrow();
    town.goTo("2026-02-01", "01:00");
    town.kit
        .amendments()
        .withdraw(new WithdrawAmendment("A", 1, "steward-a", "a mistake", "mail 8"))
        .orElseThrow();
    town.goTo("2026-02-01", "02:00");
    assertThat(typesOf("A"))
        .containsSubsequence("contract.amended", "contract.ended", "contract.revived", "receivable.raised");
  }

  @Test
  void noEventTellsWhoItWas() {
    RenewalTown town = town();
    town.let("A", lease -> {});
    town.let("B", lease -> lease.birthDate = "1950-01-01");
    town.liveTo("2026-03-20", "00:00");
    assertThat(heard).extracting(each -> each.event().type()).contains("notice.sent", "task.opened");
    for (Recorded each : heard) {
      assertThat(each.event().data().toString() + each.event() + each.id())
          .doesNotContain("王伟", "19900000001", "wm00000001", "tenant-A", "tenant-B", "steward-a");
    }
  }

  @Test
  void whereNobodyListensNothingIsKept() {
    Stores stores = stores();
    RenewalTown town = new RenewalTown(stores, validator(), "2026-01-20");
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    assertThat(stores.events().claimDue(RenewalTown.LESSOR, town.clock.instant(), 10)).isEmpty();
    assertThatThrownBy(() -> town.kit.events()).isInstanceOf(IllegalStateException.class).hasMessageContaining("events");
    assertThat(town.kit.payments().receive(new ReceivePayment("P1", "A", RenewalTown.yuan("1.00"))).isAccepted()).isTrue();
  }
}
