package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.contract.Contract;
import org.leasekit.port.Contracts.Added;
import org.leasekit.testkit.Samples;

/** Whose connection is used, what is done to it, and in what state it is handed back. */
class SessionTest {

  private static final Contract CONTRACT = Samples.contract("C-1").build();

  private final List<String> calls = new ArrayList<>();
  private DataSource database;
  private Connection only;
  private DataSource pool;

  @BeforeEach
  void open() throws SQLException {
    database = TestDatabase.H2.fresh();
    JdbcStores.builder(database).migrate();
    only = database.getConnection();
    pool = proxy(DataSource.class, (method, args) -> method.equals("getConnection") ? watched() : null);
  }

  @AfterEach
  void close() throws SQLException {
    only.close();
  }

  private interface Answer {
    Object to(String method, Object[] args) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> answer.to(method.getName(), args)));
  }

  /** The one connection of a pool: what ends something is written down, and it is not closed. */
  private Connection watched() {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, args) -> {
              String name = method.getName();
              if (List.of("commit", "rollback", "close").contains(name)) {
                calls.add(name);
              }
              try {
                return name.equals("close") ? null : method.invoke(only, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private boolean isStored() {
    JdbcStores others = JdbcStores.builder(database).build();
    return others.contracts().find(CONTRACT.lessor(), CONTRACT.no()).isPresent();
  }

  private static void add(JdbcStores stores) {
    assertThat(stores.contracts().add(CONTRACT, List.of())).isEqualTo(Added.ADDED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConnectionIsHandedBackAsItCame(boolean autoCommit) throws SQLException {
    only.setAutoCommit(autoCommit);
    only.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    JdbcStores stores = JdbcStores.builder(pool).build();
    calls.clear();

    add(stores);
    assertThat(calls).containsExactly("commit", "close");
    assertThat(isStored()).isTrue();
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          throw new IllegalStateException("work");
                        }))
        .hasMessage("work")
        .hasNoSuppressedExceptions();

    assertThat(calls).containsExactly("commit", "close", "rollback", "close");
    assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
    assertThat(only.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReadLeavesNoTransactionBehind(boolean autoCommit) throws SQLException {
    only.setAutoCommit(autoCommit);
    JdbcStores stores = JdbcStores.builder(pool).build();
    calls.clear();

    stores.contracts().find(CONTRACT.lessor(), CONTRACT.no());

    assertThat(calls.get(calls.size() - 1)).isEqualTo("close");
    assertThat(calls.contains("commit")).isEqualTo(!autoCommit);
    assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
  }

  @Test
  void aUnitOfWorkUsesOneConnection() {
    AtomicInteger taken = new AtomicInteger();
    DataSource counting =
        proxy(
            DataSource.class,
            (method, args) -> {
              taken.incrementAndGet();
              return database.getConnection();
            });
    JdbcStores stores = JdbcStores.builder(counting).build();
    taken.set(0);
    stores
        .unitOfWork()
        .run(
            () -> {
              add(stores);
              stores.unitOfWork().run(() -> stores.contracts().find(CONTRACT.lessor(), CONTRACT.no()));
              stores.records().contracts(CONTRACT.lessor(), each -> stores.tasks().open(each.lessor()));
            });
    assertThat(taken).hasValue(1);
  }

  @Test
  void aHostsConnectionIsReleasedOnceAndNeitherEndedNorClosed() throws SQLException {
    only.setAutoCommit(false);
    AtomicInteger released = new AtomicInteger();
    JdbcStores stores = JdbcStores.builder(database).hostTransactions(host(released)).build();

    stores
        .unitOfWork()
        .run(
            () -> {
              add(stores);
              stores.contracts().find(CONTRACT.lessor(), CONTRACT.no());
            });
    assertThat(released).hasValue(1);
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          throw new IllegalStateException("work");
                        }))
        .hasMessage("work");

    assertThat(released).hasValue(2);
    assertThat(calls).isEmpty();
    assertThat(only.isClosed()).isFalse();
    assertThat(isStored()).isFalse();
    only.commit();
    assertThat(isStored()).isTrue();
  }

  @Test
  void aHostsConnectionThatCommitsByItselfIsRefused() {
    AtomicInteger released = new AtomicInteger();
    JdbcStores stores = JdbcStores.builder(database).hostTransactions(host(released)).build();
    assertThatThrownBy(() -> add(stores))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("commits by itself");
    assertThat(released).hasValue(1);
    assertThat(isStored()).isFalse();
  }

  private HostTransactions host(AtomicInteger released) {
    return new HostTransactions() {
      @Override
      public boolean isActive() {
        return true;
      }

      @Override
      public Connection connection() {
        return watched();
      }

      @Override
      public void release(Connection connection) {
        released.incrementAndGet();
      }
    };
  }

  @Test
  void whatHappensAtTheRollbackDoesNotHideTheFailure() {
    SQLException lost = new SQLException("connection lost");
    DataSource breaking =
        proxy(
            DataSource.class,
            (method, args) ->
                Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (self, called, values) -> {
                      if (called.getName().equals("rollback")) {
                        throw lost;
                      }
                      return called.getName().equals("close") ? null : called.invoke(only, values);
                    }));
    JdbcStores stores = JdbcStores.builder(breaking).build();
    IllegalStateException failure = new IllegalStateException("work");
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          throw failure;
                        }))
        .isSameAs(failure)
        .hasSuppressedException(lost);
  }

  @Test
  void aDatabaseThatCannotBeReachedIsSaid() {
    DataSource dead =
        proxy(
            DataSource.class,
            (method, args) -> {
              throw new SQLException("refused");
            });
    assertThatThrownBy(() -> JdbcStores.builder(dead).build())
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("could not be reached")
        .hasRootCauseMessage("refused");
    assertThatThrownBy(() -> JdbcStores.builder(dead).migrate())
        .isInstanceOf(StorageException.class);
  }

  @Test
  void aDatabaseThatIsNotSupportedIsRefused() {
    DatabaseMetaData meta =
        proxy(DatabaseMetaData.class, (method, args) -> "Oracle");
    Connection oracle =
        proxy(Connection.class, (method, args) -> method.equals("getMetaData") ? meta : null);
    assertThatThrownBy(() -> Dialect.of(oracle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Oracle");
  }
}
