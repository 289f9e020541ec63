package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.leasekit.testkit.HostTransaction;

/** A host application with transactions of its own, at the isolation its database begins with. */
final class TestHost implements HostTransaction, HostTransactions {

  private final TestDatabase database;
  private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

  TestHost(TestDatabase database) {
    this.database = database;
  }

  /** Stores that hold nothing and join transactions of this host. */
  JdbcStores emptyStores() {
    database.empty();
    return JdbcStores.builder(database.dataSource()).hostTransactions(this).build();
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
    try (Connection connection = database.dataSource().getConnection()) {
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
    Connection connection = current.get();
    if (connection == null) {
      throw new IllegalStateException("the host has begun no transaction on this thread");
    }
    return connection;
  }
}
