package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DueReport;
import org.leasekit.application.Outreach;
import org.leasekit.memory.MemoryStores;
import org.leasekit.party.Channel;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Outbox;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.Touch;

/** Storage that fails between the gateway's answer and its record: no message without a touch, and none twice. */
class LostAnswerTest {
  private final List<Message> asked = new ArrayList<>();

  /** Which touches cannot be stored, as often as they are asked about. */
  private Predicate<Touch> lost = touch -> false;

  private RenewalTown town;

  private final class Losing {
    private final RenewalCases right;

    Losing(RenewalCases right) {
      this.right = right;
    }

    void addTouch(Touch touch) {
      if (lost.test(touch)) {
        throw new IllegalStateException("the connection is gone");
      }
      right.addTouch(touch);
    }
  }

  /** Notices that cannot be changed. */
  private Predicate<Notice> stuck = notice -> false;

  private final class Stuck {
    private final Outbox right;

    Stuck(Outbox right) {
      this.right = right;
    }

    void update(Notice notice) {
      if (stuck.test(notice)) {
        throw new IllegalStateException("the row is broken");
      }
      right.update(notice);
    }
  }

  @BeforeEach
  void settle() {
    Stores stores =
        Wrong.methods(
            Wrong.methods(new MemoryStores(), RenewalCases.class, Losing::new), Outbox.class, Stuck::new);
    town =
        new RenewalTown(
            stores, MemoryJourneyTest.VALIDATOR, "2026-01-20",
            RenewalTown.profile().withOutreach(Outreach.STANDARD.withDigests(true)));
    for (String number : List.of("A", "B", "C")) {
      town.let(number, lease -> lease.tenant = "many");
    }
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
  }

  private void answering(Delivery delivery) {
    town.answer =
        message -> {
          asked.add(message);
          return message.contact().channel() == Channel.SMS ? delivery : Delivery.DELIVERED;
        };
  }

  /** Loses the first touch of B. */
  private void loseOnce() {
    boolean[] gone = new boolean[1];
    lost =
        touch -> {
          boolean first = !gone[0] && touch.contract().value().equals("B");
          gone[0] |= first;
          return first;
        };
  }

  private List<String> touches() {
    return town.touches().stream().map(touch -> touch.contract() + " " + touch.channel() + " " + touch.result()).toList();
  }

  @Test
  void whatArrivedIsRecordedInAnotherUnitOfWorkAndNotSentAgain() {
    answering(Delivery.DELIVERED);
    loseOnce();
    DueReport report = town.kit.runDue();
    assertThat(touches())
        .containsExactlyInAnyOrder("A SMS DELIVERED", "B SMS DELIVERED", "C SMS DELIVERED");
    assertThat(report.setAside())
        .extracting(DueReport.SetAside::reason)
        .containsOnly("the connection is gone")
        .hasSize(3);
    town.liveTo("2026-02-28", "13:00");
    assertThat(asked).hasSize(1);
    assertThat(town.touches()).hasSize(3);
  }

  @Test
  void whatMayHaveArrivedIsRepeatedTogetherUnderTheSameKey() {
    answering(Delivery.TIMED_OUT);
    loseOnce();
    town.kit.runDue();
    assertThat(touches())
        .containsExactlyInAnyOrder("A SMS TIMEOUT", "B SMS TIMEOUT", "C SMS TIMEOUT");
    answering(Delivery.DELIVERED);
    town.goTo("2026-02-28", "11:00");
    assertThat(asked).extracting(Message::idempotencyKey).hasSize(2).containsOnly(asked.get(0).idempotencyKey());
    assertThat(town.touches()).hasSize(6);
  }

  @Test
  void whatCannotBeRecordedAtAllHoldsNobodyElseUp() {
    answering(Delivery.DELIVERED);
    lost = touch -> touch.contract().value().equals("B");
    town.kit.runDue();
    assertThat(touches()).containsExactlyInAnyOrder("A SMS DELIVERED", "C SMS DELIVERED");
    assertThat(town.stores.outbox().ofCase(RenewalTown.LESSOR, town.caseOf("B")))
        .extracting(Notice::state, Notice::nextAttemptAt)
        .containsExactly(tuple(Notice.State.PENDING, RenewalTown.at("2026-02-28", "11:00")));
  }

  @Test
  void aNoticeThatCannotEvenBePutOffHoldsNobodyElseUp() {
    answering(Delivery.DELIVERED);
    for (String number : List.of("0", "Z")) {
      town.let(number, lease -> {});
    }
    stuck = notice -> notice.contract().value().equals("A");
    // nothing of it can be made either, so that it is not sent again and again
    town.withoutLink.add(town.caseOf("A"));
    DueReport report = town.kit.runDue();
    assertThat(touches())
        .containsExactlyInAnyOrder("B SMS DELIVERED", "C SMS DELIVERED", "0 SMS DELIVERED", "Z SMS DELIVERED");
    assertThat(report.setAside())
        .extracting(DueReport.SetAside::reason)
        .containsExactly("the row is broken");
  }

  @Test
  void aDeadContactWhoseRecordWasLostGivesWayToTheNext() {
    answering(Delivery.DEAD_CONTACT);
    loseOnce();
    town.kit.runDue();
    town.liveTo("2026-02-28", "13:00");
    assertThat(touches()).filteredOn(touch -> touch.contains("WECOM")).hasSize(3);
  }
}
