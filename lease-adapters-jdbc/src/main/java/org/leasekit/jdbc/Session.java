package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.leasekit.port.UnitOfWork;

/** The transaction of the calling thread: one connection, bound to it from the outermost unit of work on. */
final class Session implements UnitOfWork {

  private static final HostTransactions NO_HOST =
      new HostTransactions() {
        @Override
        public boolean isActive() {
          return false;
        }

        @Override
        public Connection connection() {
          throw new IllegalStateException("there is no transaction of a host");
        }
      };

  /** What the calling thread works on. */
  private record Bound(Handle handle, boolean readCommitted) {}

  private final Dialect dialect;
  private final HostTransactions host;
  private final Jdbi own;
  private final Jdbi joined;
  private final ThreadLocal<@Nullable Bound> current = new ThreadLocal<>();

  Session(DataSource dataSource, Dialect dialect, @Nullable HostTransactions host) {
    this.dialect = dialect;
    this.host = host == null ? NO_HOST : host;
    this.own = configured(Jdbi.create(dataSource));
    this.joined = configured(Jdbi.create(new HostConnections(this.host)));
  }

  private Jdbi configured(Jdbi jdbi) {
    // Transactions end here and nowhere else.
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    jdbi.registerArgument(new Arguments.OfInstant(dialect));
    jdbi.registerArgument(new Arguments.OfDate());
    return jdbi;
  }

  Dialect dialect() {
    return dialect;
  }

  @Override
  public <T> T required(Supplier<T> work) {
    if (current.get() != null) {
      return work.get();
    }
    return host.isActive() ? inTransactionOfHost(work) : inOwnTransaction(work);
  }

  /** Runs statements in the current transaction, or in one of their own. */
  <T> T call(Function<Handle, T> statements) {
    return required(() -> statements.apply(handle()));
  }

  /** The connection of the current unit of work. */
  Handle handle() {
    return bound().handle();
  }

  /** Runs statements without an answer, as {@link #call}. */
  void run(Consumer<Handle> statements) {
    run(() -> statements.accept(handle()));
  }

  /**
   * Runs statements that read and need not see one state. Outside of a unit of work they go without a
   * transaction around them, which would cost more round trips than they do.
   */
  <T> T read(Function<Handle, T> statements) {
    if (current.get() != null || host.isActive()) {
      return call(statements);
    }
    try (Handle handle = own.open()) {
      if (handle.getConnection().getAutoCommit()) {
        return statements.apply(handle);
      }
    } catch (SQLException e) {
      throw new StorageException("a connection failed", e);
    }
    return call(statements);
  }

  /** What a read of rows that others may just have committed needs at its end; see {@link #call}. */
  String currentRead() {
    return dialect.isMySqlFamily() && !bound().readCommitted() ? "LOCK IN SHARE MODE" : "";
  }

  /**
   * Tries statements that may meet a key that is taken; when they do, they are undone, and the transaction
   * goes on.
   *
   * @return false when a key was taken
   */
  boolean attempt(Runnable statements) {
    Connection connection = handle().getConnection();
    try {
      dialect.savepoint(connection, "lk_attempt");
      try {
        statements.run();
      } catch (RuntimeException e) {
        if (!dialect.isDuplicate(e)) {
          throw e;
        }
        dialect.rollbackTo(connection, "lk_attempt");
        return false;
      }
      dialect.release(connection, "lk_attempt");
      return true;
    } catch (SQLException e) {
      throw new StorageException("a savepoint failed", e);
    }
  }

  private Bound bound() {
    Bound bound = current.get();
    if (bound == null) {
      throw new IllegalStateException("outside of a unit of work");
    }
    return bound;
  }

  private <T> T inTransactionOfHost(Supplier<T> work) {
    try (Handle handle = joined.open()) {
      Connection connection = handle.getConnection();
      if (connection.getAutoCommit()) {
        throw new IllegalStateException("the connection of the host's transaction commits by itself");
      }
      // Asked for only where the answer matters: elsewhere it may cost a round trip.
      boolean readCommitted =
          dialect.isMySqlFamily()
              && connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED;
      return bind(new Bound(handle, readCommitted), work);
    } catch (SQLException e) {
      throw new StorageException("the connection of the host's transaction failed", e);
    }
  }

  private <T> T inOwnTransaction(Supplier<T> work) {
    try (Handle handle = own.open()) {
      Connection connection = handle.getConnection();
      boolean autoCommit = connection.getAutoCommit();
      int isolation = dialect.beginReadCommitted(connection);
      T result;
      try {
        result = bind(new Bound(handle, true), work);
        connection.commit();
      } catch (Throwable failure) {
        rollback(connection, failure);
        restore(connection, autoCommit, isolation, failure);
        throw failure;
      }
      restore(connection, autoCommit, isolation, null);
      return result;
    } catch (SQLException e) {
      throw new StorageException("a transaction could not be begun or ended", e);
    }
  }

  private <T> T bind(Bound bound, Supplier<T> work) {
    current.set(bound);
    try {
      return work.get();
    } finally {
      current.remove();
    }
  }

  private static void rollback(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Hands the connection back as it came; a failure here must not hide what the work did. */
  private void restore(
      Connection connection, boolean autoCommit, int isolation, @Nullable Throwable failure)
      throws SQLException {
    try {
      connection.setAutoCommit(autoCommit);
      if (isolation != 0) {
        connection.setTransactionIsolation(isolation);
      }
    } catch (SQLException e) {
      if (failure == null) {
        throw e;
      }
      failure.addSuppressed(e);
    }
  }

  /** Lends the host's connection to a handle. */
  private record HostConnections(HostTransactions host) implements ConnectionFactory {
    @Override
    public Connection openConnection() throws SQLException {
      return host.connection();
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
      host.release(connection);
    }
  }
}
