package org.leasekit.examples.season;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.leasekit.escalation.Fired;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.Stores;

/**
 * A storage that fails now and then: for a share of the stages of cases, recording that the stage fired fails at the instant of
 * the first attempt, so that all that was done with it is undone and tried again later. Which hangs on the seed, the case and the stage.
 */
final class Outages {
  private final long seed;
  private final double share;
  private final InstantSource clock;
  private final Map<String, Instant> failed = new HashMap<>();

  private Outages(long seed, double share, InstantSource clock) {
    this.clock = clock;
    this.seed = seed;
    this.share = share;
  }

  /** The same storage, failing for a share of the stages; the same object for none. */
  static Stores of(Stores stores, long seed, double share, InstantSource clock) {
    if (share == 0) {
      return stores;
    }
    Outages outages = new Outages(seed, share, clock);
    RenewalCases cases =
        (RenewalCases)
            Proxy.newProxyInstance(
                Outages.class.getClassLoader(),
                new Class<?>[] {RenewalCases.class},
                (proxy, method, args) -> outages.call(stores.cases(), method, args));
    return (Stores)
        Proxy.newProxyInstance(
            Outages.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (proxy, method, args) -> method.getName().equals("cases") ? cases : invoke(stores, method, args));
  }

  private Object call(RenewalCases cases, Method method, Object[] args) throws Throwable {
    if (method.getName().equals("addFired")) {
      // the lessor, the case and what fired
      String stage = args[1] + "/" + ((Fired) args[2]).stage();
      Instant now = clock.instant();
      if (Dice.share(seed, "outage:" + stage) < share && failed.computeIfAbsent(stage, first -> now).equals(now)) {
        throw new IllegalStateException("the storage is away for a moment: " + stage);
      }
    }
    return invoke(cases, method, args);
  }

  private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
