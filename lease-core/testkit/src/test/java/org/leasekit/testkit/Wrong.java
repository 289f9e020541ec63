package org.leasekit.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.Stores;

/** Puts one wrong port, or one wrong method of a port, among stores that are right. */
final class Wrong {

  private Wrong() {}

  /** The same stores with another object behind one port. */
  static <P> Stores port(Stores right, Class<P> port, P wrong) {
    if (isOf(ServiceDeskStores.class, port)) {
      ServiceDeskStores rightDesk = right.serviceDesk();
      ServiceDeskStores wrongDesk =
          proxy(
              ServiceDeskStores.class,
              (method, args) ->
                  method.getReturnType() == port ? wrong : call(rightDesk, method, args));
      return port(right, ServiceDeskStores.class, wrongDesk);
    }
    return proxy(
        Stores.class, (method, args) -> method.getReturnType() == port ? wrong : call(right, method, args));
  }

  /**
   * The same stores with other methods in one port.
   *
   * @param methods given the right port, an object whose methods take the place of those with the same name and
   *     parameters
   */
  static <P> Stores methods(Stores right, Class<P> port, Function<P, Object> methods) {
    P rightPort = find(right, port);
    Object wrong = methods.apply(rightPort);
    return port(
        right,
        port,
        proxy(
            port,
            (method, args) -> {
              Method replacing = replacing(wrong, method);
              return replacing == null ? call(rightPort, method, args) : call(wrong, replacing, args);
            }));
  }

  private interface Calls {
    Object answer(Method method, Object[] args) throws Throwable;
  }

  private static <P> P proxy(Class<P> type, Calls calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> calls.answer(method, args)));
  }

  private static <P> P find(Stores stores, Class<P> port) {
    boolean ofDesk = isOf(ServiceDeskStores.class, port);
    for (Method accessor : (ofDesk ? ServiceDeskStores.class : Stores.class).getMethods()) {
      if (accessor.getReturnType() == port) {
        try {
          return port.cast(accessor.invoke(ofDesk ? stores.serviceDesk() : stores));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalArgumentException("no such port: " + port);
  }

  private static boolean isOf(Class<?> stores, Class<?> port) {
    return Stream.of(stores.getMethods()).anyMatch(accessor -> accessor.getReturnType() == port);
  }

  private static Method replacing(Object wrong, Method method) {
    try {
      Method found = wrong.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
