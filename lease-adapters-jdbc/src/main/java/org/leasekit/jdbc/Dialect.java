package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few things in which the databases differ. Everything else is the same SQL on all of them. */
enum Dialect {
  H2("", ""),
  POSTGRESQL("COLLATE \"C\"", ""),
  // Names are compared by code point and with their trailing blanks, as in Java and on the other databases.
  MARIADB("", "ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"),
  MYSQL("", "ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin");

  private static final int MYSQL_DUPLICATE_KEY = 1062;

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
        "options", options);
  }

  /** Directories of the migrations, the common one first. */
  List<String> migrations() {
    return this == POSTGRESQL ? List.of("common", "postgresql") : List.of("common");
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
   * @return the isolation level to go back to, 0 for none
   */
  int beginReadCommitted(Connection connection) throws SQLException {
    int before = 0;
    if (this == H2 && connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      before = connection.getTransactionIsolation();
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
    connection.setAutoCommit(false);
    if (this != H2) {
      // For this transaction alone: nothing to go back to.
      execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }
    return before;
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

  /** Cut to microseconds; in UTC where the database knows no zone. */
  void setInstant(PreparedStatement statement, int position, Instant instant) throws SQLException {
    OffsetDateTime utc = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    statement.setObject(position, isMySqlFamily() ? utc.toLocalDateTime() : utc);
  }

  @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
    if (isMySqlFamily()) {
      LocalDateTime utc = row.getObject(column, LocalDateTime.class);
      return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
