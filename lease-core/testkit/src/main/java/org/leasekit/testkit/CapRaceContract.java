package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.leasekit.application.NoticeDispatcher.DispatchReport;
import org.leasekit.application.Outreach;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Touch;

/**
 * Sixteen threads on two nodes that write to the same two people at once, through the front door on an adapter's stores: the cap
 * is never passed, nobody waits for ever, and what was held back is sent in time.
 */
public abstract class CapRaceContract {
  private static final int THREADS = 16;
  private static final int CAP = 2;
  private static final int OF_THE_TENANT = 8;
  private static final int OF_THE_USER = 4;
  private static final int LOOKS_AWAY = 200;

  private static final List<Contact> PHONES =
      List.of(
          new Contact(Channel.SMS, "19900000001"),
          new Contact(Channel.WECOM, "wm00000001"),
          new Contact(Channel.SMS, "19900000002"));

  private static final Contact USER = new Contact(Channel.SMS, "19900000009", PartyRole.OCCUPANT);

  /** For subclasses. */
  protected CapRaceContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** Two nodes on one set of stores, and all stages fired. */
  private List<RenewalTown> nodes(Outreach outreach) {
    Stores stores = stores();
    List<RenewalTown> nodes = new ArrayList<>();
    for (int node = 0; node < 2; node++) {
      RenewalTown town =
          new RenewalTown(
              stores, validator(), "2026-01-20", RenewalTown.profile().withOutreach(outreach));
      town.answer = CapRaceContract::deliver;
      nodes.add(town);
    }
    for (int i = 0; i < OF_THE_TENANT + OF_THE_USER; i++) {
      Contact contact = i < OF_THE_TENANT ? PHONES.get(i % PHONES.size()) : USER;
      nodes
          .get(0)
          .let(
              "C-" + i,
              lease -> {
                lease.tenant = "many";
                lease.occupant = "徐超";
                lease.contacts = List.of(contact);
              });
    }
    set(nodes, LocalDate.of(2026, 2, 28));
    nodes.get(0).kit.sweep().runDue();
    return nodes;
  }

  /** Lets others come in between. */
  private static Delivery deliver(Message message) {
    for (int i = 0; i < LOOKS_AWAY; i++) {
      Thread.yield();
    }
    return Delivery.DELIVERED;
  }

  private static void set(List<RenewalTown> nodes, LocalDate day) {
    nodes.forEach(town -> town.clock.set(RenewalTown.at(day.toString(), "10:00")));
  }

  private static void dispatch(List<RenewalTown> nodes) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<DispatchReport>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        RenewalTown town = nodes.get(i % nodes.size());
        Callable<DispatchReport> one =
            () -> {
              start.await(60, TimeUnit.SECONDS);
              return town.kit.notices().dispatchDue();
            };
        running.add(pool.submit(one));
      }
      for (Future<DispatchReport> one : running) {
        assertThat(one.get(120, TimeUnit.SECONDS).setAside()).isEmpty();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Message> takeShown(List<RenewalTown> nodes) {
    List<Message> shown = new ArrayList<>();
    nodes.forEach(
        town -> {
          shown.addAll(town.shown);
          town.shown.clear();
        });
    return shown;
  }

  private static long to(PartyRole role, List<Message> shown) {
    return shown.stream().filter(message -> message.contact().owner() == role).count();
  }

  @Test
  void twoNodesNeverPassTheCapTogetherAndNothingIsLost() throws Exception {
    List<RenewalTown> nodes =
        nodes(Outreach.STANDARD.withCap(new Outreach.Cap(CAP, Duration.ofDays(1))));
    List<Message> all = new ArrayList<>();
    for (int day = 0; day < OF_THE_TENANT / CAP; day++) {
      set(nodes, LocalDate.of(2026, 2, 28).plusDays(day));
      dispatch(nodes);
      List<Message> shown = takeShown(nodes);
      assertThat(to(PartyRole.TENANT, shown)).as("day %s", day).isEqualTo(CAP);
      assertThat(to(PartyRole.OCCUPANT, shown)).as("day %s", day).isEqualTo(day < OF_THE_USER / CAP ? CAP : 0);
      all.addAll(shown);
    }
    assertThat(all).extracting(Message::idempotencyKey).doesNotHaveDuplicates().hasSize(OF_THE_TENANT + OF_THE_USER);
    assertThat(nodes.get(0).touches())
        .hasSize(OF_THE_TENANT + OF_THE_USER)
        .allMatch(touch -> touch.result() == Touch.Result.DELIVERED);
  }

  @Test
  void aDigestCountsOnceWhicheverNodeSendsIt() throws Exception {
    List<RenewalTown> nodes =
        nodes(Outreach.STANDARD.withDigests(true).withCap(new Outreach.Cap(CAP, Duration.ofDays(1))));
    dispatch(nodes);
    List<Message> first = takeShown(nodes);
    assertThat(to(PartyRole.TENANT, first)).isEqualTo(CAP);
    assertThat(to(PartyRole.OCCUPANT, first)).isEqualTo(1);
    set(nodes, LocalDate.of(2026, 3, 1));
    dispatch(nodes);
    assertThat(to(PartyRole.TENANT, takeShown(nodes))).isEqualTo(1);
    assertThat(nodes.get(0).touches()).hasSize(OF_THE_TENANT + OF_THE_USER);
  }
}
