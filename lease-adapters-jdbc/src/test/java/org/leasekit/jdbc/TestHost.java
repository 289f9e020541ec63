package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.leasekit.testkit.HostTransaction;

/** A host application with transactions of its own. */
final class TestHost implements HostTransaction, HostTransactions {

  private final DataSource dataSource;
  private final int isolation;
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  /** At the isolation that the database begins with. */
  TestHost(DataSource dataSource) {
    this(dataSource, Connection.TRANSACTION_NONE);
  }

  TestHost(DataSource dataSource, int isolation) {
    this.dataSource = dataSource;
    this.isolation = isolation;
  }

  /** Stores that join transactions of this host. */
  JdbcStores stores() {
    return JdbcStores.builder(dataSource).hostTransactions(this).build();
  }

  @Override
  public void commit(Runnable work) {
    run(work, true);
  }

  @Override
  public void rollBack(Runnable work) {
    run(work, false);
  }

  private void run(Runnable work, boolean commit) {
    try (Connection connection = dataSource.getConnection()) {
      int before = connection.getTransactionIsolation();
      if (isolation != Connection.TRANSACTION_NONE) {
        connection.setTransactionIsolation(isolation);
      }
      connection.setAutoCommit(false);
      current.set(connection);
      try {
        work.run();
        if (commit) {
          connection.commit();
        } else {
          connection.rollback();
        }
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        current.remove();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(before);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the host's transaction failed", e);
    }
  }

  @Override
  public boolean isActive() {
    return current.get() != null;
  }

  @Override
  public Connection connection() {
    return current.get();
  }
}
