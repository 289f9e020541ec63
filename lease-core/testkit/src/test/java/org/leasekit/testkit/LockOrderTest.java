package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.application.Outreach;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Contracts;
import org.leasekit.port.Moves;
import org.leasekit.port.Outbox;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.Stores;

/** Who moves subs takes the hierarchy before any contract: the other way round, two could wait for each other. */
class LockOrderTest {
  private final List<String> locks = new ArrayList<>();
  private final List<String> mail = new ArrayList<>();

  @Test
  void thePaymentThatRenewsAMasterTakesTheHierarchyFirst() {
    RenewalTown town = new RenewalTown(watched(), MemoryJourneyTest.VALIDATOR, "2026-01-20");
    town.let("M", lease -> lease.master = true);
    town.let("A", lease -> lease.parent = "M");
    town.goTo("2026-02-28", "10:00");
    town.sign("M", "signature").orElseThrow();
    locks.clear();
    town.payRenewal("M", "P-1", "1000.00").orElseThrow();
    assertThat(town.contract("M").successor()).isPresent();
    assertThat(locks).contains("contracts").startsWith("moves");
  }

  @Test
  void aPaymentThatMovesNobodyHoldsUpNoHierarchy() {
    RenewalTown town = new RenewalTown(watched(), MemoryJourneyTest.VALIDATOR, "2026-01-20");
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    town.sign("A", "signature").orElseThrow();
    locks.clear();
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    assertThat(locks).contains("contracts").doesNotContain("moves");
  }

  /** A person is taken last, so that nobody waits for a case or a notice while holding one. */
  @Test
  void aMessageTakesThePersonAfterItsCasesAndNotices() {
    Outreach outreach =
        Outreach.STANDARD.withDigests(true).withCap(new Outreach.Cap(1, Duration.ofDays(1)));
    RenewalTown town =
        new RenewalTown(
            watched(), MemoryJourneyTest.VALIDATOR, "2026-01-20", RenewalTown.profile().withOutreach(outreach));
    town.let("A", lease -> lease.tenant = "many");
    town.let("B", lease -> lease.tenant = "many");
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    town.kit.sweep().runDue();
    mail.clear();
    town.kit.notices().dispatchDue();
    assertThat(town.shown).hasSize(1);
    // the other notice of the digest is found sent, in a unit of work of its own
    assertThat(mail).containsExactly("cases", "cases", "outbox", "outbox", "person", "cases", "outbox");
  }

  /** Stores that write down in which order hierarchy and contracts are locked. */
  private Stores watched() {
    Stores sound = new MemoryStores();
    Moves moves = watched(Moves.class, sound.moves(), locks, "moves");
    Contracts contracts = watched(Contracts.class, sound.contracts(), locks, "contracts");
    RenewalCases cases = watched(RenewalCases.class, sound.cases(), mail, "cases");
    Outbox outbox = watched(Outbox.class, sound.outbox(), mail, "outbox");
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "moves" -> moves;
                  case "contracts" -> contracts;
                  case "cases" -> cases;
                  case "outbox" -> outbox;
                  default -> method.invoke(sound, arguments);
                });
  }

  private <P> P watched(Class<P> port, P sound, List<String> into, String name) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.getName().equals("lock")) {
                into.add(name);
              } else if (method.getName().equals("lockPerson")) {
                into.add("person");
              }
              try {
                return method.invoke(sound, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
