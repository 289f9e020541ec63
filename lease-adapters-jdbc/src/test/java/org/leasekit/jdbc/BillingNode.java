package org.leasekit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.leasekit.port.Stores;

/**
 * A node of its own that bills until a certain call, says so, and waits there to be killed. Arguments: URL, user and password of
 * the database; port, method and number of the call after which it waits.
 */
final class BillingNode {

  static final String REACHED = "reached the point to be killed at";

  private BillingNode() {}

  public static void main(String[] args) {
    new BillingWorld(waiting(args)).run();
    System.out.println("done, and not killed");
  }

  /** Stores that wait after the call that the arguments name. */
  static Stores waiting(String[] args) {
    DataSource database =
        proxy(
            DataSource.class,
            (method, values) -> DriverManager.getConnection(args[0], args[1], args[2]));
    Stores right = JdbcStores.builder(database).build();
    AtomicInteger left = new AtomicInteger(Integer.parseInt(args[5]));
    return proxy(
        Stores.class,
        (accessor, none) -> {
          Object port = call(right, accessor, none);
          return accessor.getName().equals(args[3])
              ? proxy(
                  accessor.getReturnType(),
                  (method, values) -> {
                    Object answer = call(port, method, values);
                    if (method.getName().equals(args[4]) && left.decrementAndGet() == 0) {
                      waitForTheEnd();
                    }
                    return answer;
                  })
              : port;
        });
  }

  private static void waitForTheEnd() throws InterruptedException {
    System.out.println(REACHED);
    new CountDownLatch(1).await();
  }

  private interface Calls {
    Object answer(Method method, Object[] args) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Calls calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> calls.answer(method, args)));
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
