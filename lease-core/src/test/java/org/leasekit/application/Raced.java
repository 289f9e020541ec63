package org.leasekit.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.leasekit.port.Contracts;
import org.leasekit.port.Stores;

/** Stores in which somebody else is quicker by a moment. */
final class Raced {

  private Raced() {}

  /** The same stores, where something happens just before the first contract is added through them. */
  static Stores before(Stores stores, Runnable theirs) {
    boolean[] done = new boolean[1];
    Contracts contracts =
        proxy(
            Contracts.class,
            (method, arguments) -> {
              if (method.getName().equals("add") && !done[0]) {
                done[0] = true;
                theirs.run();
              }
              return method.invoke(stores.contracts(), arguments);
            });
    return proxy(
        Stores.class,
        (method, arguments) ->
            method.getName().equals("contracts") ? contracts : method.invoke(stores, arguments));
  }

  private interface Call {
    Object on(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.on(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
