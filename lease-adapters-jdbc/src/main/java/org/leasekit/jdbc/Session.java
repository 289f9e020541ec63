package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
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

  /**
   * What the calling thread works on.
   *
   * @param isolation as JDBC counts it; READ COMMITTED where it makes no difference
   */
  private record Bound(Handle handle, int isolation) {}

  private final Dialect dialect;
  private final int isolation;
  private final HostTransactions host;
  private final Jdbi own;
  private final Jdbi joined;
  private final ThreadLocal<@Nullable Bound> current = new ThreadLocal<>();

  /**
   * Opens nothing yet.
   *
   * @param isolation the level at which connections of the data source come
   */
  Session(DataSource dataSource, Dialect dialect, int isolation, @Nullable HostTransactions host) {
    this.dialect = dialect;
    this.isolation = isolation;
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

  /** What a read of rows that others may just have committed needs at its end. */
  String currentRead() {
    return dialect.isMySqlFamily() && bound().isolation() > Connection.TRANSACTION_READ_COMMITTED
        ? "LOCK IN SHARE MODE"
        : "";
  }

  /**
   * Refuses work that has to see what others commit, where it neither can nor fails by itself: at REPEATABLE
   * READ, H2 takes its snapshot table by table.
   */
  void requireSight() {
    if (dialect == Dialect.H2 && bound().isolation() == Connection.TRANSACTION_REPEATABLE_READ) {
      throw new IllegalStateException("the host's transaction on H2 must not be at REPEATABLE READ");
    }
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
        undo(connection, e);
        return false;
      }
      dialect.release(connection, "lk_attempt");
      return true;
    } catch (SQLException e) {
      throw new StorageException("statements could not be undone", e);
    }
  }

  private void undo(Connection connection, RuntimeException duplicate) throws SQLException {
    try {
      dialect.rollbackTo(connection, "lk_attempt");
    } catch (SQLException gone) {
      // The rest of a batch, sent in one go, ran into a deadlock after the duplicate that was reported.
      SQLException deadlock =
          new SQLTransactionRollbackException("the database rolled the transaction back", "40001", gone);
      deadlock.addSuppressed(duplicate);
      throw deadlock;
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
      // PostgreSQL is not asked, which would cost a round trip: it fails by itself where others interfere.
      int isolation =
          dialect == Dialect.POSTGRESQL
              ? Connection.TRANSACTION_READ_COMMITTED
              : connection.getTransactionIsolation();
      return bind(new Bound(handle, isolation), work);
    } catch (SQLException e) {
      throw new StorageException("the connection of the host's transaction failed", e);
    }
  }

  private <T> T inOwnTransaction(Supplier<T> work) {
    try (Handle handle = own.open()) {
      Connection connection = handle.getConnection();
      boolean autoCommit = connection.getAutoCommit();
      int before = dialect.beginReadCommitted(connection, isolation);
      T result;
      try {
        result = bind(new Bound(handle, Connection.TRANSACTION_READ_COMMITTED), work);
        connection.commit();
      } catch (Throwable failure) {
        rollback(connection, failure);
        restore(connection, autoCommit, before, failure);
        throw failure;
      }
      restore(connection, autoCommit, before, null);
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
      Connection connection, boolean autoCommit, int before, @Nullable Throwable failure)
      throws SQLException {
    try {
      connection.setAutoCommit(autoCommit);
      if (before != 0) {
        connection.setTransactionIsolation(before);
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
