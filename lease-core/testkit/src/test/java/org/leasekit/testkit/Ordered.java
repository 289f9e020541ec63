package org.leasekit.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Contracts;
import org.leasekit.port.Holds;
import org.leasekit.port.Moves;
import org.leasekit.port.Stores;
import org.leasekit.port.UnitOfWork;

/**
 * Stores on which nobody may lock in another order than the one there is: the hierarchy, contracts by number, units. What a
 * unit of work has added itself is its own; one that several threads enter is watched thread by thread.
 */
final class Ordered {

  /** What one unit of work holds. */
  private static final class Held {
    private final Set<ContractNo> contracts = new HashSet<>();
    private ContractNo highest = new ContractNo("!");
    private boolean hierarchy;
    private boolean anyContract;
    private boolean units;
  }

  private final Stores sound = new MemoryStores();
  private final ThreadLocal<Held> held = new ThreadLocal<>();

  private Ordered() {}

  static Stores stores() {
    return new Ordered().watched();
  }

  private Stores watched() {
    UnitOfWork unit = new Watched();
    Moves moves = watched(Moves.class, sound.moves());
    Contracts contracts = watched(Contracts.class, sound.contracts());
    Holds holds = watched(Holds.class, sound.holds());
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "unitOfWork" -> unit;
                  case "moves" -> moves;
                  case "contracts" -> contracts;
                  case "holds" -> holds;
                  default -> method.invoke(sound, arguments);
                });
  }

  private final class Watched implements UnitOfWork {
    @Override
    public <T> T required(Supplier<T> work) {
      if (held.get() != null) {
        return sound.unitOfWork().required(work);
      }
      held.set(new Held());
      try {
        return sound.unitOfWork().required(work);
      } finally {
        held.remove();
      }
    }
  }

  private <P> P watched(Class<P> port, P sound) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              Held mine = held.get();
              if (mine != null && method.getName().equals("lock")) {
                look(mine, port, arguments);
              }
              if (mine != null && method.getName().equals("add")) {
                Contract added = (Contract) arguments[0];
                mine.contracts.add(added.no());
                mine.units |= added.unit() != null;
              }
              try {
                return method.invoke(sound, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static void look(Held mine, Class<?> port, Object[] arguments) {
    if (port == Moves.class) {
      if (!mine.hierarchy && (mine.anyContract || mine.units)) {
        throw new AssertionError("the hierarchy after contracts");
      }
      mine.hierarchy = true;
    } else if (port == Holds.class) {
      mine.units = true;
    } else if (mine.contracts.add((ContractNo) arguments[1])) {
      ContractNo no = (ContractNo) arguments[1];
      if (mine.units || no.compareTo(mine.highest) < 0) {
        throw new AssertionError(no + " after " + (mine.units ? "units" : mine.highest));
      }
      mine.highest = no;
      mine.anyContract = true;
    }
  }
}
