package org.leasekit.jdbc;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.Contract;
import org.leasekit.port.Contracts.Added;
import org.leasekit.testkit.Samples;

/** What the schema promises, read from the database itself, and how it comes about. */
abstract class SchemaContract {

  /** What a row is in the domain. */
  private static final Map<String, String> NATURAL_KEYS =
      Map.ofEntries(
          entry("lk_absence", "lessor, staff, starts_at"),
          entry("lk_add_on", "lessor, id"),
          entry("lk_adjustment", "lessor, contract_no, charge, period_start, period_end, revision"),
          entry("lk_agenda", "lessor, contract_no"),
          entry("lk_allocation", "lessor, payment_id, seq_no"),
          entry("lk_amendment", "lessor, contract_no, amendment_no"),
          entry("lk_amendment_agenda", "lessor, contract_no"),
          entry("lk_booking", "lessor, id"),
          entry("lk_contract", "lessor, contract_no"),
          entry("lk_contract_number", "lessor, contract_no"),
          entry("lk_contract_change", "lessor, contract_no, seq_no"),
          entry("lk_decision", "lessor, decided_at, id"),
          entry("lk_discount_code", "lessor, code"),
          entry("lk_draft", "lessor, contract_no"),
          entry("lk_dunning", "lessor, payer_no"),
          entry("lk_dunned", "lessor, payer_no, late_since, stage"),
          entry("lk_duty", "lessor, level_no, staff, starts_at"),
          entry("lk_duty_task", "lessor, id"),
          entry("lk_event", "lessor, contract_no, event_no"),
          entry("lk_fired", "lessor, case_id, stage"),
          entry("lk_grant", "lessor, account_no, grant_no"),
          entry("lk_hierarchy", "lessor"),
          entry("lk_hold", "lessor, contract_no, start_day, half"),
          entry("lk_journal_entry", "lessor, id"),
          entry("lk_journal_line", "lessor, entry_id, line_no"),
          entry("lk_lock", "lessor, id"),
          entry("lk_lock_release", "lessor, lock_id, seq_no"),
          entry("lk_meter", "lessor, meter"),
          entry("lk_meter_end", "lessor, contract_no, charge, end_no"),
          entry("lk_meter_reading", "lessor, meter, id"),
          entry("lk_metered_charge", "lessor, contract_no, charge"),
          entry("lk_move", "lessor, contract_no, move_no"),
          entry("lk_notice", "lessor, id"),
          entry("lk_person", "lessor, tenant, role, name"),
          entry("lk_person_wishes", "lessor, tenant, role, name"),
          entry("lk_planned_move", "lessor, contract_no, plan_no"),
          entry("lk_origin", "lessor, contract_no"),
          entry("lk_payment", "lessor, id"),
          entry("lk_proposal", "lessor, case_id"),
          entry("lk_receivable", "lessor, contract_no, charge, period_start, period_end, revision"),
          entry("lk_renewal_case", "lessor, id"),
          entry("lk_sent_to", "lessor, tenant, role, name, sent_at, notice_id"),
          entry("lk_service_entry", "lessor, request_id, seq_no"),
          entry("lk_service_request", "lessor, id"),
          entry("lk_sighting", "lessor, technician, seen_at"),
          entry("lk_site", "lessor, id"),
          entry("lk_one_off_charge", "lessor, id"),
          entry("lk_settlement", "lessor, contract_no"),
          entry("lk_settlement_claim", "lessor, contract_no, statement_no, line_no"),
          entry("lk_settlement_fund", "lessor, contract_no, statement_no, line_no"),
          entry("lk_settlement_item", "lessor, contract_no, line_no"),
          entry("lk_settlement_statement", "lessor, contract_no, statement_no"),
          entry("lk_survey_answer", "lessor, case_id"),
          entry("lk_task", "lessor, id"),
          entry("lk_technician", "lessor, id"),
          entry("lk_tenant", "lessor, id"),
          entry("lk_touch", "lessor, case_id, seq_no"),
          entry("lk_unit", "lessor, project, unit"));

  private final TestDatabase database;

  SchemaContract(TestDatabase database) {
    this.database = database;
  }

  @Test
  void primaryKeysAreTheNaturalKeysAndBeginWithTheLessor() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      Map<String, String> found = new TreeMap<>();
      for (String table : TestDatabase.tables(connection)) {
        found.put(lower(table), primaryKey(connection, table));
      }
      assertThat(found).containsExactlyInAnyOrderEntriesOf(NATURAL_KEYS);
      assertThat(found.values()).allMatch(key -> (key + ", ").startsWith("lessor, "));
    }
  }

  @Test
  void everyIndexBeginsWithTheLessor() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      Set<String> seen = new TreeSet<>();
      for (String table : TestDatabase.tables(connection)) {
        for (Map.Entry<String, String> index : firstColumns(connection, table).entrySet()) {
          // The constraint of PostgreSQL is over ranges; its columns have no names.
          if (!lower(index.getKey()).equals("lk_unit_never_let_twice")) {
            assertThat(index.getValue()).as("%s of %s", index.getKey(), table).isEqualTo("lessor");
            seen.add(lower(table));
          }
        }
      }
      // none was passed over
      assertThat(seen).isEqualTo(NATURAL_KEYS.keySet());
    }
  }

  private static String primaryKey(Connection connection, String table) throws SQLException {
    Map<Integer, String> columns = new TreeMap<>();
    DatabaseMetaData meta = connection.getMetaData();
    try (ResultSet keys = meta.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (keys.next()) {
        columns.put(keys.getInt("KEY_SEQ"), lower(keys.getString("COLUMN_NAME")));
      }
    }
    return String.join(", ", columns.values());
  }

  private static Map<String, String> firstColumns(Connection connection, String table) throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    DatabaseMetaData meta = connection.getMetaData();
    try (ResultSet indexes =
        meta.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
      while (indexes.next()) {
        if (indexes.getInt("ORDINAL_POSITION") == 1) {
          columns.put(indexes.getString("INDEX_NAME"), lower(indexes.getString("COLUMN_NAME")));
        }
      }
    }
    return columns;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Test
  void migratingAgainChangesNothing() throws SQLException {
    DataSource fresh = database.fresh();
    JdbcStores stores = JdbcStores.builder(fresh).migrate(true).build();
    Contract contract = Samples.contract("C-1").build();
    assertThat(stores.contracts().add(contract, List.of())).isEqualTo(Added.ADDED);
    List<String> history = history(fresh);
    assertThat(history).isNotEmpty();

    assertThat(Migrations.migrate(fresh, dialect(fresh))).isZero();
    JdbcStores again = JdbcStores.builder(fresh).migrate(true).build();

    assertThat(history(fresh)).isEqualTo(history);
    assertThat(again.contracts().find(contract.lessor(), contract.no())).contains(contract.withVersion(1));
  }

  @Test
  void migratesBesideTablesOfTheHost() throws SQLException {
    DataSource fresh = database.fresh();
    TestDatabase.execute(fresh, "CREATE TABLE invoices (id INTEGER NOT NULL PRIMARY KEY)");
    TestDatabase.execute(fresh, "CREATE TABLE flyway_schema_history (id INTEGER NOT NULL PRIMARY KEY)");
    JdbcStores stores = JdbcStores.builder(fresh).migrate().build();
    assertThat(stores.contracts().add(Samples.contract("C-1").build(), List.of())).isEqualTo(Added.ADDED);
  }

  @Test
  void severalNodesMayMigrateAtOnce() throws Exception {
    DataSource fresh = database.fresh();
    List<Added> answers =
        Race.of(
            3,
            node ->
                JdbcStores.builder(fresh)
                    .migrate(true)
                    .build()
                    .contracts()
                    .add(Samples.contract("C-" + node).build(), List.of()));
    assertThat(answers).containsOnly(Added.ADDED);
    assertThat(history(fresh)).doesNotHaveDuplicates();
  }

  private static List<String> history(DataSource dataSource) throws SQLException {
    List<String> steps = new ArrayList<>();
    String quote = quote(dataSource);
    String table = quote + "leasekit_schema_history" + quote;
    String script = quote + "script" + quote;
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + script + " FROM " + table + " ORDER BY 1")) {
      while (rows.next()) {
        steps.add(rows.getString(1));
      }
    }
    return steps;
  }

  private static Dialect dialect(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Dialect.of(connection);
    }
  }

  private static String quote(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getIdentifierQuoteString();
    }
  }
}
