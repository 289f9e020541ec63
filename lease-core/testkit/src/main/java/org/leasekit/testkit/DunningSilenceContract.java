package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.Outreach;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.Touch;

/**
 * Silence about debts, as {@link org.leasekit.application.NoticeDispatcher} promises it: after the commit of a payment or a
 * freeze no message speaks of what it settled, whatever was on its way. Races, on an adapter's stores.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
public abstract class DunningSilenceContract {

  /** For subclasses. */
  protected DunningSilenceContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** Contracts of one tenant that owe the rent of March, at the minute at which they are to be reminded. */
  private RenewalTown town(Outreach outreach, String... numbers) {
    RenewalTown town = node(stores(), outreach);
    for (String no : numbers) {
      town.let(
          no,
          lease -> {
            lease.tenant = "many";
            lease.start = "2026-02-01";
            lease.lastDay = "2027-01-31";
            lease.deposit = "0.00";
          });
    }
    town.kit.billing().raiseDue();
    for (String no : numbers) {
      town.pay(no, "P-FEB-" + no, "1000.00").orElseThrow();
    }
    town.clock.set(RenewalTown.at("2026-03-05", "10:00"));
    town.kit.billing().raiseDue();
    town.kit.dunning().runDue();
    return town;
  }

  private RenewalTown node(Stores stores, Outreach outreach) {
    return new RenewalTown(
        stores, validator(), "2026-02-28", RenewalTown.profile().withOutreach(outreach), RenewalTown.dunning());
  }

  private static void freeze(RenewalTown town, String no) {
    town.kit
        .locks()
        .freeze(
            new LockReceivables(
                "L-" + no, new LockScope.WholeContract(new ContractNo(no)), LockReason.SUSPENSION, "mail",
                "tenant", "manager", RenewalTown.at("2026-02-01", "00:00"), null, false))
        .orElseThrow();
  }

  @Test
  void aPaymentWaitsForTheMessageUnderWayAndEndsAllThatWouldFollow() throws Exception {
    RenewalTown town = town(Outreach.STANDARD, "A");
    settledWhileAMessageIsUnderWay(town, () -> town.pay("A", "P-MAR", "1000.00").orElseThrow());
  }

  @Test
  void aFreezeWaitsForTheMessageUnderWayAndEndsAllThatWouldFollow() throws Exception {
    RenewalTown town = town(Outreach.STANDARD, "A");
    settledWhileAMessageIsUnderWay(town, () -> freeze(town, "A"));
  }

  private static void settledWhileAMessageIsUnderWay(RenewalTown town, Runnable settle) throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch mayFinish = new CountDownLatch(1);
    town.answer =
        message -> {
          sending.countDown();
          await(mayFinish);
          return Delivery.FAILED;
        };
    CompletableFuture<?> dispatch =
        CompletableFuture.supplyAsync(() -> town.kit.notices().dispatchDue());
    await(sending);
    CompletableFuture<Void> settled = CompletableFuture.runAsync(settle);
    mayFinish.countDown();
    settled.get(60, TimeUnit.SECONDS);
    dispatch.get(60, TimeUnit.SECONDS);
    assertThat(town.touches()).hasSize(1);
    town.answer = message -> Delivery.DELIVERED;
    town.liveTo("2026-03-05", "18:00");
    town.goTo("2026-03-12", "10:30");
    assertThat(town.shown).isEmpty();
    assertThat(town.touches()).hasSize(1);
    assertThat(notices(town, "A-overdue-20260302")).containsExactly(Notice.State.CANCELLED);
  }

  private static List<Notice.State> notices(RenewalTown town, String matter) {
    return town.stores.outbox().ofCase(RenewalTown.LESSOR, new CaseId(matter)).stream()
        .map(Notice::state)
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).as("the other side came").isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void aPaymentOnTheWayWins() {
    RenewalTown town = town(Outreach.STANDARD, "A");
    town.pay("A", "P-MAR", "1000.00").orElseThrow();
    assertThat(town.kit.notices().dispatchDue().attempts()).isZero();
    assertThat(town.shown).isEmpty();
    assertThat(notices(town, "A-overdue-20260302")).containsExactly(Notice.State.CANCELLED);
  }

  @Test
  void aPartPaymentIsInTheMessageThatWasWrittenBeforeIt() {
    RenewalTown town = town(Outreach.STANDARD, "A");
    town.pay("A", "P-MAR", "250.00").orElseThrow();
    town.kit.notices().dispatchDue();
    assertThat(town.shown.get(0).text()).contains("750.00 CNY");
  }

  @Test
  void aDigestInWhichNothingIsLeftDoesNotGo() {
    RenewalTown town = town(Outreach.STANDARD.withDigests(true), "A", "B", "C");
    town.pay("A", "P-A", "1000.00").orElseThrow();
    freeze(town, "B");
    town.pay("C", "P-C", "1000.00").orElseThrow();
    assertThat(town.kit.notices().dispatchDue().attempts()).isZero();
    assertThat(town.shown).isEmpty();
    assertThat(town.touches()).isEmpty();
  }

  /** Messages that began to be sent about a contract after its debt was settled. */
  private static final class Watch {
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());

    Delivery see(Message message) {
      for (String no : settled) {
        if (message.text().contains(no)) {
          violations.add(no + " in " + message.idempotencyKey());
        }
      }
      // half of them come back, so that there is something to repeat
      return message.idempotencyKey().hashCode() % 2 == 0 ? Delivery.FAILED : Delivery.DELIVERED;
    }
  }

  private void race(Outreach outreach, boolean freezes) throws Exception {
    String[] numbers = Stream.of("N01", "N02", "N03", "N04", "N05", "N06", "N07", "N08").toArray(String[]::new);
    RenewalTown town = town(outreach, numbers);
    Watch watch = new Watch();
    List<RenewalTown> nodes = List.of(town, node(town.stores, outreach));
    for (RenewalTown each : nodes) {
      each.answer = watch::see;
      each.clock.set(RenewalTown.at("2026-03-05", "10:00"));
    }
    CyclicBarrier start = new CyclicBarrier(3);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (RenewalTown each : nodes) {
        running.add(pool.submit(() -> dispatch(each, start)));
      }
      running.add(pool.submit(() -> settle(town, numbers, freezes, watch, start)));
      for (Future<?> one : running) {
        one.get(120, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
    for (int minute = 15; minute < 60; minute += 15) {
      town.goTo("2026-03-05", "10:" + minute);
    }
    assertThat(watch.settled).containsExactlyInAnyOrder(numbers);
    assertThat(watch.violations).isEmpty();
    assertThat(town.touches()).extracting(Touch::sequence).allMatch(number -> number <= 3);
  }

  private static Boolean dispatch(RenewalTown node, CyclicBarrier start) throws Exception {
    start.await(60, TimeUnit.SECONDS);
    for (int round = 0; round < 5; round++) {
      node.kit.notices().dispatchDue();
    }
    return true;
  }

  private static Boolean settle(
      RenewalTown town, String[] numbers, boolean freezes, Watch watch, CyclicBarrier start) throws Exception {
    start.await(60, TimeUnit.SECONDS);
    for (String no : numbers) {
      if (freezes) {
        freeze(town, no);
      } else {
        town.pay(no, "P-" + no, "1000.00").orElseThrow();
      }
      watch.settled.add(no);
    }
    return true;
  }

  @Test
  void noMessageFollowsAPayment() throws Exception {
    race(Outreach.STANDARD, false);
  }

  @Test
  void noMessageFollowsAFreeze() throws Exception {
    race(Outreach.STANDARD, true);
  }

  @Test
  void noDigestSpeaksOfWhatWasPaid() throws Exception {
    race(Outreach.STANDARD.withDigests(true), false);
  }

  @Test
  void noDigestSpeaksOfWhatWasFrozen() throws Exception {
    race(Outreach.STANDARD.withDigests(true), true);
  }

  @Test
  void ofManyNodesEachThingIsDoneByOne() throws Exception {
    String[] numbers = {"N1", "N2", "N3", "N4", "N5", "N6"};
    RenewalTown first = town(Outreach.STANDARD, numbers);
    List<RenewalTown> nodes =
        Stream.concat(Stream.of(first), Stream.generate(() -> node(first.stores, Outreach.STANDARD)).limit(3)).toList();
    nodes.forEach(node -> node.clock.set(RenewalTown.at("2026-03-12", "10:00")));
    List<CompletableFuture<Integer>> fired =
        nodes.stream()
            .map(
                node ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          int stages = node.kit.dunning().runDue().fired();
                          node.kit.notices().dispatchDue();
                          return stages;
                        }))
            .toList();
    assertThat(fired.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(numbers.length);
    first.kit.notices().dispatchDue();
    List<String> keys =
        nodes.stream().flatMap(node -> node.shown.stream()).map(Message::idempotencyKey).toList();
    // those of the first stage were never sent: their window is over
    assertThat(keys).hasSize(numbers.length).doesNotHaveDuplicates().allMatch(key -> key.contains(":late#2:"));
    assertThat(first.touches()).hasSize(numbers.length);
  }
}
