package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.occupancy.Hold;
import org.leasekit.testkit.Samples;

/** A hold as somebody writes it by hand, past every store. */
record RawLet(String no, UnitRef unit, Slot slot, Week week, Share share, int from, int to) {

  /** A Monday. */
  static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private static final String INSERT =
      "INSERT INTO lk_hold (lessor, contract_no, start_day, half, end_day, unit_project, unit, slot, days_of_week,"
          + " share_parts, resting, exclusive_half) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, NULL)";

  static RawLet of(String no, Slot slot, Week week, Share share, int from, int to) {
    return new RawLet(no, new UnitRef("garage", "R-1"), slot, week, share, from, to);
  }

  Hold hold() {
    DateRange days = DateRange.of(MONDAY.plusDays(from), MONDAY.plusDays(to));
    return new Hold(new ContractNo(no), unit, new Portion(slot, week, share), days, false);
  }

  /** In a transaction of its own; all of it or nothing. */
  void write(DataSource database) throws SQLException {
    write(database, Connection.TRANSACTION_READ_COMMITTED);
  }

  /** The same, at a level of isolation. */
  void write(DataSource database, int isolation) throws SQLException {
    try (Connection connection = database.getConnection()) {
      int before = connection.getTransactionIsolation();
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(false);
      try {
        write(connection);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(before);
      }
    }
  }

  /** In the transaction of the connection. */
  void write(Connection connection) throws SQLException {
    for (Slot half : Stream.of(Slot.DAY, Slot.NIGHT).filter(slot::collidesWith).toList()) {
      try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
        statement.setString(1, Samples.LESSOR.value());
        statement.setString(2, no);
        statement.setObject(3, MONDAY.plusDays(from));
        statement.setString(4, half.name());
        statement.setObject(5, MONDAY.plusDays(to));
        statement.setString(6, unit.project());
        statement.setString(7, unit.unit());
        statement.setString(8, slot.name());
        statement.setString(9, week.name());
        statement.setInt(10, share.parts());
        statement.executeUpdate();
      }
    }
  }
}
