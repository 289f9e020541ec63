package org.leasekit.testkit;

import org.jspecify.annotations.Nullable;
import org.leasekit.port.Stores;

/** What the contract tests of the stores need of the adapter they test. Only {@link #stores} has no default. */
@FunctionalInterface
public interface StoresAdapter {

  /** Stores that hold nothing; called once for each test. */
  Stores stores();

  /**
   * The host's transaction that the units of work of these stores are to join; null, the default, when the
   * adapter knows no host. The tests of what happens inside one are skipped then.
   *
   * @param stores what {@link #stores} answered with for the running test
   */
  default @Nullable HostTransaction host(Stores stores) {
    return null;
  }

  /**
   * Whether two units of work can be under way at once, as in a database; true by default. Stores that let one
   * wait for the other's end answer false, and the test that nobody waits for a claimed case is skipped.
   */
  default boolean runsSideBySide() {
    return true;
  }

  /**
   * Whether the stores pass on the very objects they keep, as stores in memory do; false by default. How many of
   * them are held while all are read is not asked then.
   */
  default boolean keepsObjects() {
    return false;
  }
}
