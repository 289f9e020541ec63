package org.leasekit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/** One row, read as the types of the core. */
record Columns(ResultSet row, Dialect dialect) {

  /** Makes a value of a row. */
  interface Reader<T> {
    T read(Columns row) throws SQLException;
  }

  static <T> RowMapper<T> mapper(Dialect dialect, Reader<T> reader) {
    return (row, context) -> reader.read(new Columns(row, dialect));
  }

  LessorId lessor() throws SQLException {
    return new LessorId(text("lessor"));
  }

  String text(String column) throws SQLException {
    return row.getString(column);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return row.getString(column);
  }

  ContractNo contractNo(String column) throws SQLException {
    return new ContractNo(text(column));
  }

  @Nullable ContractNo contractNoOrNull(String column) throws SQLException {
    String value = textOrNull(column);
    return value == null ? null : new ContractNo(value);
  }

  int integer(String column) throws SQLException {
    return row.getInt(column);
  }

  long number(String column) throws SQLException {
    return row.getLong(column);
  }

  double real(String column) throws SQLException {
    return row.getDouble(column);
  }

  boolean isNull(String column) throws SQLException {
    return row.getObject(column) == null;
  }

  boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  LocalDate date(String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  @Nullable LocalDate dateOrNull(String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  DateRange range(String start, String end) throws SQLException {
    return DateRange.of(date(start), date(end));
  }

  Instant instant(String column) throws SQLException {
    return Objects.requireNonNull(instantOrNull(column), column);
  }

  @Nullable Instant instantOrNull(String column) throws SQLException {
    return dialect.getInstant(row, column);
  }

  MonetaryAmount money(String minor, String currency) throws SQLException {
    return MinorUnits.amount(number(minor), text(currency));
  }
}
