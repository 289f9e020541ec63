package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How the stores join a transaction of the host. What they write on its connection is committed or rolled
 * back with everything else the host wrote there; they never commit, roll back or close it.
 *
 * <p>For a host on Spring, with its transaction manager on {@code dataSource}:
 *
 * <pre>{@code
 * new HostTransactions() {
 *   public boolean isActive() {
 *     return TransactionSynchronizationManager.isActualTransactionActive();
 *   }
 *   public Connection connection() {
 *     return DataSourceUtils.getConnection(dataSource);
 *   }
 *   public void release(Connection connection) {
 *     DataSourceUtils.releaseConnection(connection, dataSource);
 *   }
 * }
 * }</pre>
 *
 * <p>The host chooses the isolation of its transactions. READ COMMITTED is what leasekit uses for its own;
 * at a higher level nothing is billed or let twice either, but more transactions fail with a serialisation
 * error, a deadlock or a {@link org.leasekit.port.StaleVersionException} and have to be run again. On H2,
 * contracts cannot be added at REPEATABLE READ.
 */
public interface HostTransactions {

  /** True while the calling thread is in a transaction of the host. */
  boolean isActive();

  /**
   * The connection of that transaction, with autocommit off; asked for only while {@link #isActive}, once
   * for each outermost unit of work.
   */
  Connection connection() throws SQLException;

  /** Takes the connection back when the unit of work has ended; does nothing unless overridden. */
  default void release(Connection connection) throws SQLException {}
}
