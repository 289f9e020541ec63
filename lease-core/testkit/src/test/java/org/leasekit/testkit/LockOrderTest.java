package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Contracts;
import org.leasekit.port.Moves;
import org.leasekit.port.Stores;

/** Who moves subs takes the hierarchy before any contract: the other way round, two could wait for each other. */
class LockOrderTest {
  private final List<String> locks = new ArrayList<>();

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

  /** Stores that write down in which order hierarchy and contracts are locked. */
  private Stores watched() {
    Stores sound = new MemoryStores();
    Moves moves = watched(Moves.class, sound.moves(), "moves");
    Contracts contracts = watched(Contracts.class, sound.contracts(), "contracts");
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "moves" -> moves;
                  case "contracts" -> contracts;
                  default -> method.invoke(sound, arguments);
                });
  }

  private <P> P watched(Class<P> port, P sound, String name) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.getName().equals("lock")) {
                locks.add(name);
              }
              try {
                return method.invoke(sound, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
