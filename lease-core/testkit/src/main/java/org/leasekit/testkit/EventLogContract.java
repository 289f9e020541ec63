package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.event.EventId;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Masked;
import org.leasekit.event.Recorded;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.EventLog;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.sla.TargetId;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link EventLog}. */
public abstract class EventLogContract extends StorePortContract {

  /** For the test of an adapter. */
  protected EventLogContract() {}

  private static final Instant NOW = Samples.NOW;
  private static final Instant LATER = NOW.plusSeconds(3600);

  private EventLog log() {
    return stores.events();
  }

  private static LeaseEvent.Head head(LessorId lessor, String no) {
    return new LeaseEvent.Head(lessor, new ContractNo(no), NOW);
  }

  private static LeaseEvent paid(String no, String payment) {
    return new LeaseEvent.OfPayment(
        head(Samples.LESSOR, no), LeaseEvent.OfPayment.What.RECEIVED, new PaymentId(payment), Samples.yuan(100_00));
  }

  private static EventId id(String no, int number) {
    return new EventId(Samples.LESSOR, new ContractNo(no), number);
  }

  private List<Recorded> claim(Instant now) {
    return log().claimDue(Samples.LESSOR, now, 10);
  }

  /** Everything there is to tell, told. */
  private List<Recorded> tellAll() {
    List<Recorded> told = new ArrayList<>();
    List<Recorded> due = claim(NOW);
    while (!due.isEmpty()) {
      due.forEach(each -> log().told(each.id()));
      told.addAll(due);
      due = claim(NOW);
    }
    return told;
  }

  @Test
  @DisplayName("EventLog rule 1: an event of every kind is found as it was appended")
  void findsEveryKind() {
    LeaseEvent.Head head = head(Samples.LESSOR, "C-1");
    CaseId renewal = new CaseId("C-1-20261231");
    List<LeaseEvent> every =
        List.of(
            new LeaseEvent.OfContract(head, LeaseEvent.OfContract.What.SIGNED, null),
            new LeaseEvent.OfContract(head, LeaseEvent.OfContract.What.ENDED, ContractStatus.EXPIRED),
            new LeaseEvent.OfReceivable(
                head, LeaseEvent.OfReceivable.What.RAISED, "钥匙 \"C-1\"\t2026", Samples.yuan(1)),
            new LeaseEvent.OfReceivable(head, LeaseEvent.OfReceivable.What.LOCKED, "L-1", null),
            new LeaseEvent.OfPayment(
                head, LeaseEvent.OfPayment.What.REVERSED, new PaymentId("P-1"), Samples.yuan(123_45)),
            new LeaseEvent.OfNotice(
                head, LeaseEvent.OfNotice.What.SENT, "30", Channel.SMS, Masked.of("13800001234")),
            new LeaseEvent.OfCase(
                head, LeaseEvent.OfCase.What.LAPSED, renewal, Samples.YEAR.lastDay()),
            new LeaseEvent.OfOffer(head, LeaseEvent.OfOffer.What.MADE, renewal, Samples.yuan(1200_00)),
            new LeaseEvent.OfTask(
                head, LeaseEvent.OfTask.What.OPENED, StewardTask.Kind.CALL, "", "steward"),
            new LeaseEvent.OfRequest(
                head, LeaseEvent.OfRequest.What.OPENED, new RequestId("R-1"), Priority.P1, Samples.MICROS, null),
            new LeaseEvent.OfRequest(
                head, LeaseEvent.OfRequest.What.BREACHED, new RequestId("报修-1"), Priority.P4, NOW, TargetId.RESOLVE));
    log().append(every);
    assertThat(tellAll()).extracting(Recorded::event).isEqualTo(every);
  }

  @Test
  @DisplayName("EventLog rule 1: what was rolled back did not happen, and takes no number")
  void rollsBack() {
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          log().append(List.of(paid("C-1", "P-0")));
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    assertThat(claim(LATER)).isEmpty();
    log().append(List.of(paid("C-1", "P-1")));
    assertThat(claim(NOW)).extracting(Recorded::id).containsExactly(id("C-1", 1));
  }

  @Test
  @DisplayName("EventLog rule 1: events of a contract are numbered from 1 without gap, and go on after they were told")
  void numbers() {
    log().append(List.of(paid("C-1", "P-1"), paid("C-2", "P-2"), paid("C-1", "P-3")));
    assertThat(tellAll())
        .extracting(Recorded::id)
        .containsExactlyInAnyOrder(id("C-1", 1), id("C-1", 2), id("C-2", 1));
    log().append(List.of(paid("C-1", "P-4")));
    assertThat(tellAll()).extracting(Recorded::id).containsExactly(id("C-1", 3));
  }

  @Test
  @DisplayName("EventLog rule 1: of two that append at once both are numbered")
  void numbersBoth() {
    overlap(
        hold -> {
          log().append(List.of(paid("C-1", "P-1")));
          hold.untilTheOtherHasTried();
          return true;
        },
        () -> {
          log().append(List.of(paid("C-1", "P-2")));
          return true;
        });
    assertThat(tellAll()).extracting(Recorded::id).containsExactly(id("C-1", 1), id("C-1", 2));
  }

  @Test
  @DisplayName("EventLog rule 2: only the first event of a contract is claimed, and the others wait for it")
  void claimsTheFirst() {
    log().append(List.of(paid("C-1", "P-1"), paid("C-1", "P-2"), paid("C-2", "P-3")));
    assertThat(claim(NOW)).extracting(Recorded::id).containsExactly(id("C-1", 1), id("C-2", 1));
    log().retryAt(id("C-1", 1), LATER);
    assertThat(claim(NOW)).extracting(Recorded::id).containsExactly(id("C-2", 1));
    assertThat(claim(LATER))
        .extracting(Recorded::id, Recorded::attempts)
        .contains(tuple(id("C-1", 1), 1))
        .hasSize(2);
    assertThat(log().claimDue(Samples.LESSOR, LATER, 1)).extracting(Recorded::id).containsExactly(id("C-2", 1));
  }

  @Test
  @DisplayName("EventLog rule 2: of two that claim at once no event goes to both")
  void claimsAreDisjoint() {
    log().append(List.of(paid("C-1", "P-1"), paid("C-2", "P-2")));
    Answers<List<EventId>> claimed =
        overlap(
            hold -> {
              EventId mine = log().claimDue(Samples.LESSOR, NOW, 1).get(0).id();
              hold.untilTheOtherHasTried();
              log().retryAt(mine, LATER);
              return List.of(mine);
            },
            () -> claim(NOW).stream().map(Recorded::id).toList());
    List<EventId> all = new ArrayList<>(claimed.first());
    all.addAll(claimed.second());
    assertThat(all).containsExactlyInAnyOrder(id("C-1", 1), id("C-2", 1));
  }

  @Test
  @DisplayName("EventLog rule 2: a claim passes over contracts whose first event others hold, and waits for nobody")
  void claimPassesOver() {
    assumeThat(adapter().runsSideBySide()).as("units of work run side by side").isTrue();
    log().append(List.of(paid("C-1", "P-1"), paid("C-1", "P-2"), paid("C-2", "P-3")));
    AtomicReference<List<EventId>> meanwhile = new AtomicReference<>(List.of());
    overlap(
        hold -> {
          log().claimDue(Samples.LESSOR, NOW, 1);
          hold.untilTheOtherHasEnded();
          assertThat(meanwhile.get()).as("claimed while others hold the rest").containsExactly(id("C-2", 1));
          return true;
        },
        () -> {
          meanwhile.set(claim(NOW).stream().map(Recorded::id).toList());
          return true;
        });
  }

  @Test
  @DisplayName("EventLog rule 3: what was told is not claimed again")
  void tellsOnce() {
    log().append(List.of(paid("C-1", "P-1"), paid("C-1", "P-2")));
    log().told(id("C-1", 1));
    assertThat(claim(LATER)).extracting(Recorded::id).containsExactly(id("C-1", 2));
    log().told(id("C-1", 2));
    assertThat(claim(LATER)).isEmpty();
  }

  @Test
  @DisplayName("EventLog rule 4: events of another lessor are not seen, and are numbered by themselves")
  void separatesLessors() {
    LeaseEvent theirs =
        new LeaseEvent.OfContract(head(Samples.OTHER_LESSOR, "C-1"), LeaseEvent.OfContract.What.SIGNED, null);
    log().append(List.of(paid("C-1", "P-1"), theirs));
    assertThat(claim(NOW)).extracting(Recorded::id).containsExactly(id("C-1", 1));
    assertThat(log().claimDue(Samples.OTHER_LESSOR, NOW, 10))
        .extracting(each -> each.id().number(), Recorded::event)
        .containsExactly(tuple(1, theirs));
  }
}
