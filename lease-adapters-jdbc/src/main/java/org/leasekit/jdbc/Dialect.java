package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The few things in which the databases differ. Everything else is the same SQL on all of them. */
enum Dialect {
  H2("", ""),
  POSTGRESQL("COLLATE \"C\"", ""),
  // Names are compared by code point and with their trailing blanks, as in Java and on the other databases.
  MARIADB("", "ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"),
  MYSQL("", "ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin");

  private static final int MYSQL_DUPLICATE_KEY = 1062;

  /** Number of the lock that nodes take before they migrate. */
  private static final long MIGRATION = 5_327_364_411L;

  private final String binary;
  private final String options;

  Dialect(String binary, String options) {
    this.binary = binary;
    this.options = options;
  }

  /**
   * The dialect of the database behind a connection.
   *
   * @throws IllegalArgumentException if it is none of those supported
   */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product.toLowerCase(Locale.ROOT)) {
      case "h2" -> H2;
      case "postgresql" -> POSTGRESQL;
      case "mariadb" -> MARIADB;
      // MySQL's own driver calls either server MySQL; the version tells.
      case "mysql" ->
          connection.getMetaData().getDatabaseProductVersion().toLowerCase(Locale.ROOT).contains("mariadb")
              ? MARIADB
              : MYSQL;
      default ->
          throw new IllegalArgumentException(
              "database: H2, PostgreSQL, MariaDB or MySQL, but was " + product);
    };
  }

  /** What the migrations leave open. */
  Map<String, String> placeholders() {
    return Map.of(
        "text", this == H2 ? "CHARACTER VARYING" : "TEXT",
        "instant", isMySqlFamily() ? "DATETIME(6)" : "TIMESTAMP(6) WITH TIME ZONE",
        "binary", binary,
        // H2 computes a generated column when the row is written, and has no word for it
        "stored", this == H2 ? "" : "STORED",
        "options", options);
  }

  /** Directories of the migrations, the common one first. */
  List<String> migrations() {
    return switch (this) {
      case POSTGRESQL -> List.of("common", "postgresql");
      case MARIADB -> List.of("common", "mysql", "mariadb");
      case MYSQL -> List.of("common", "mysql");
      case H2 -> List.of("common", "h2");
    };
  }

  boolean isMySqlFamily() {
    return this == MARIADB || this == MYSQL;
  }

  /**
   * How many keys to look up in one statement. H2 takes a list to an index only if its column comes first
   * there, and ours come after the lessor: it would read every row of the lessor.
   */
  int keysAtOnce() {
    return this == H2 ? 1 : 500;
  }

  /**
   * True when a batch of updates tells for each whether it met a row. The drivers of MariaDB and MySQL may
   * send a batch in one piece and not know.
   */
  boolean countsBatches() {
    return !isMySqlFamily();
  }

  /**
   * Begins a transaction that sees what others have committed before each statement.
   *
   * @param usual the level at which connections come, as far as is known
   * @return the level to go back to, 0 for none
   */
  int beginReadCommitted(Connection connection, int usual) throws SQLException {
    int before = 0;
    if (this == H2 && connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      before = connection.getTransactionIsolation();
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
    connection.setAutoCommit(false);
    // On PostgreSQL a connection at another level than usual does no harm, and the round trip is saved.
    if (isMySqlFamily() || (this == POSTGRESQL && usual != Connection.TRANSACTION_READ_COMMITTED)) {
      // For this transaction alone: nothing to go back to.
      execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }
    return before;
  }

  /** Waits until no other node migrates. H2 runs within one process or on its own: locked there. */
  void lockMigration(Connection connection) throws SQLException {
    switch (this) {
      case POSTGRESQL -> execute(connection, "SELECT pg_advisory_lock(" + MIGRATION + ")");
      case MARIADB, MYSQL -> execute(connection, "SELECT GET_LOCK('leasekit." + MIGRATION + "', 600)");
      case H2 -> {}
    }
  }

  void unlockMigration(Connection connection) throws SQLException {
    switch (this) {
      case POSTGRESQL -> execute(connection, "SELECT pg_advisory_unlock(" + MIGRATION + ")");
      case MARIADB, MYSQL -> execute(connection, "SELECT RELEASE_LOCK('leasekit." + MIGRATION + "')");
      case H2 -> {}
    }
  }

  /** Savepoints by statement: drivers refuse the method, not the statement, in a distributed transaction. */
  void savepoint(Connection connection, String name) throws SQLException {
    execute(connection, "SAVEPOINT " + name);
  }

  void rollbackTo(Connection connection, String name) throws SQLException {
    execute(connection, "ROLLBACK TO SAVEPOINT " + name);
  }

  /** H2 has no such statement: a savepoint of the same name replaces the older one. */
  void release(Connection connection, String name) throws SQLException {
    if (this != H2) {
      execute(connection, "RELEASE SAVEPOINT " + name);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** True when a statement failed because a key or the time of a unit was taken already. */
  boolean isDuplicate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return isMySqlFamily()
            ? sql.getErrorCode() == MYSQL_DUPLICATE_KEY
            : "23505".equals(sql.getSQLState()) || "23P01".equals(sql.getSQLState());
      }
    }
    return false;
  }

  int instantType() {
    return isMySqlFamily() ? Types.TIMESTAMP : Types.TIMESTAMP_WITH_TIMEZONE;
  }

  /**
   * Cut to microseconds. MariaDB and MySQL know no zone and get the wall clock of UTC, by way of a calendar:
   * as a local time it would pass through the zone of the machine, in which an hour of each year is missing.
   */
  void setInstant(PreparedStatement statement, int position, Instant instant) throws SQLException {
    Instant stored = instant.truncatedTo(ChronoUnit.MICROS);
    if (isMySqlFamily()) {
      statement.setTimestamp(position, Timestamp.from(stored), utc());
    } else {
      statement.setObject(position, stored.atOffset(ZoneOffset.UTC));
    }
  }

  @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
    if (isMySqlFamily()) {
      Timestamp at = row.getTimestamp(column, utc());
      return at == null ? null : at.toInstant();
    }
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
  }
}
