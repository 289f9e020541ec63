package org.leasekit.jdbc.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.TriggerAdapter;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Occupancy;

/**
 * Refuses a row of {@code lk_hold} with which contracts would hold more than a whole unit at some time, whoever writes it:
 * the trigger of that name. It writes the row of the unit in {@code lk_unit} first, as the stores do, so that of two
 * transactions the second one waits and then sees what the first one let.
 *
 * <p>Refused with SQL state 23P01, as PostgreSQL refuses what its constraint excludes.
 */
public final class UnitNeverLetBeyondTheWhole extends TriggerAdapter {

  private static final String EXCLUDED = "23P01";

  private static final String TAKEN = "23505";

  private static final String UPDATE =
      "UPDATE lk_unit SET lets = lets + 1 WHERE lessor = ? AND project = ? AND unit = ?";

  private static final String INSERT = "INSERT INTO lk_unit (lessor, project, unit, lets) VALUES (?, ?, ?, 1)";

  private static final String HELD =
      """
      SELECT contract_no, start_day, end_day, half, days_of_week, share_parts
      FROM lk_hold
      WHERE lessor = ? AND unit_project = ? AND unit = ? AND half = ? AND end_day > ? AND start_day < ?
      """;

  /** Called by H2. */
  public UnitNeverLetBeyondTheWhole() {}

  @Override
  public void fire(Connection connection, @Nullable ResultSet before, ResultSet row) throws SQLException {
    UnitRef unit = new UnitRef(row.getString("unit_project"), row.getString("unit"));
    String lessor = row.getString("lessor");
    lock(connection, lessor, unit);
    if (!Occupancy.of(held(connection, lessor, unit, row)).letTwice().isEmpty()) {
      throw new SQLException(
          "lk_unit_never_let_beyond_the_whole: unit " + unit.unit() + " of " + unit.project() + " is held already",
          EXCLUDED);
    }
  }

  private static void lock(Connection connection, String lessor, UnitRef unit) throws SQLException {
    if (execute(connection, UPDATE, lessor, unit) > 0) {
      return;
    }
    try {
      execute(connection, INSERT, lessor, unit);
    } catch (SQLException e) {
      if (!TAKEN.equals(e.getSQLState())) {
        throw e;
      }
      // Another one was quicker, and has ended meanwhile; a transaction that cannot see that has to be run again.
      if (execute(connection, UPDATE, lessor, unit) == 0) {
        throw new SQLTransactionRollbackException("unit " + unit + " was let meanwhile", "40001", e);
      }
    }
  }

  private static int execute(Connection connection, String sql, String lessor, UnitRef unit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, lessor);
      statement.setString(2, unit.project());
      statement.setString(3, unit.unit());
      return statement.executeUpdate();
    }
  }

  private static List<Hold> held(Connection connection, String lessor, UnitRef unit, ResultSet row)
      throws SQLException {
    List<Hold> held = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(HELD)) {
      statement.setString(1, lessor);
      statement.setString(2, unit.project());
      statement.setString(3, unit.unit());
      statement.setString(4, row.getString("half"));
      statement.setObject(5, row.getObject("start_day", LocalDate.class));
      statement.setObject(6, row.getObject("end_day", LocalDate.class));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          held.add(hold(unit, found));
        }
      }
    }
    return held;
  }

  private static Hold hold(UnitRef unit, ResultSet row) throws SQLException {
    Portion portion =
        new Portion(
            Slot.valueOf(row.getString("half")),
            Week.valueOf(row.getString("days_of_week")),
            new Share(row.getInt("share_parts")));
    DateRange days =
        DateRange.of(row.getObject("start_day", LocalDate.class), row.getObject("end_day", LocalDate.class));
    return new Hold(new ContractNo(row.getString("contract_no")), unit, portion, days, false);
  }
}
