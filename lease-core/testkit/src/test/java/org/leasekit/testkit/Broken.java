package org.leasekit.testkit;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Stores;
import org.leasekit.port.UnitOfWork;

/**
 * An adapter that is wrong in one way.
 *
 * @param name what is wrong
 * @param adapter for the contract tests
 * @param rules what they have to find broken, and nothing else
 */
record Broken(String name, StoresAdapter adapter, Set<String> rules) {

  /** Stores in memory, after something was done to them. */
  static class Damaged implements StoresAdapter {
    private final UnaryOperator<Stores> damage;
    private Stores right = new MemoryStores();

    Damaged(UnaryOperator<Stores> damage) {
      this.damage = damage;
    }

    @Override
    public Stores stores() {
      right = new MemoryStores();
      return damage.apply(right);
    }

    @Override
    public HostTransaction host(Stores stores) {
      return new EnclosingUnitOfWork(right.unitOfWork());
    }

    @Override
    public boolean runsSideBySide() {
      return false;
    }

    @Override
    public boolean keepsObjects() {
      return true;
    }
  }

  /** Stores in memory with another unit of work. */
  static Broken unit(String name, Function<UnitOfWork, UnitOfWork> wrong, String... rules) {
    return new Broken(
        name,
        new Damaged(right -> Wrong.port(right, UnitOfWork.class, wrong.apply(right.unitOfWork()))),
        Set.of(rules));
  }

  /** Stores in memory with some methods of one port replaced, see {@link Wrong#methods}. */
  static <P> Broken methods(String name, Class<P> port, Function<P, Object> methods, String... rules) {
    return new Broken(
        name, new Damaged(right -> Wrong.methods(right, port, methods)), Set.of(rules));
  }

  /** Stores in memory with some methods of one port replaced by ones that know {@link Snapshots}. */
  static <P> Broken blind(
      String name, Class<P> port, BiFunction<P, Snapshots, Object> methods, String... rules) {
    UnaryOperator<Stores> damage =
        right -> {
          Snapshots snapshots = new Snapshots(right);
          return Wrong.methods(
              Wrong.port(right, UnitOfWork.class, snapshots),
              port,
              rightPort -> methods.apply(rightPort, snapshots));
        };
    return new Broken(name, new Damaged(damage), Set.of(rules));
  }

  @Override
  public String toString() {
    return name;
  }

  /** Every adapter there is. */
  static List<Broken> all() {
    return Stream.of(
            BrokenUnits.all(), BrokenContracts.all(), BrokenDrafts.all(), BrokenAmendments.all(), BrokenHolds.all(), BrokenMoney.all(),
            BrokenLocks.all(), BrokenMeters.all(), BrokenRenewals.all(), BrokenOffers.all(),
            BrokenServiceDesk.all(), BrokenAccess.all(), BrokenPlans.all(), BrokenCourtesies.all(),
            BrokenEventLogs.all(), BrokenSettlements.all())
        .flatMap(List::stream)
        .toList();
  }
}
