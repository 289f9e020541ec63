package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.ledger.AccountRole;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.JournalLine;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.Journal;

final class JournalStore implements Journal {

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT id FROM lk_journal_entry WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String ADD_ENTRY =
      """
      INSERT INTO lk_journal_entry (lessor, id, posted_at, cause)
      VALUES (:lessor, :id, :at, :cause)
      """;

  private static final String ADD_LINE =
      """
      INSERT INTO lk_journal_line (
        lessor, entry_id, line_no, account, side, amount_minor, currency, contract_no)
      VALUES (:lessor, :entry, :line, :account, :side, :amount, :currency, :no)
      """;

  /** A page of entries with the lines of each. */
  static final String PAGE =
      """
      SELECT e.lessor, e.id, e.posted_at, e.cause, l.account, l.side, l.amount_minor, l.currency, l.contract_no
      FROM (
        SELECT lessor, id, posted_at, cause FROM lk_journal_entry
        WHERE lessor = :lessor <after>
        ORDER BY lessor, posted_at, id LIMIT :limit) e
      JOIN lk_journal_line l ON l.lessor = e.lessor AND l.entry_id = e.id
      ORDER BY e.posted_at, e.id, l.line_no
      """;

  /** A line and its place in its entry. */
  private record Placed(JournalEntry entry, int number, JournalLine line) {}

  /** A line as read, with the entry it belongs to. */
  private record Line(LessorId lessor, EntryId entry, Instant at, String cause, JournalLine line) {}

  private final Session session;

  JournalStore(Session session) {
    this.session = session;
  }

  @Override
  public void post(List<JournalEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    session.run(
        handle ->
            NewRows.byKey(entries, JournalEntry::lessor, entry -> entry.id().value())
                .forEach(
                    (lessor, wanted) ->
                        NewRows.insert(session, lessor, wanted, KNOWN, JournalStore::insert)));
  }

  private static void insert(Handle handle, List<JournalEntry> entries) {
    Batches.execute(handle, ADD_ENTRY, entries, JournalStore::bindEntry);
    List<Placed> lines = new ArrayList<>();
    for (JournalEntry entry : entries) {
      for (int i = 0; i < entry.lines().size(); i++) {
        lines.add(new Placed(entry, i + 1, entry.lines().get(i)));
      }
    }
    Batches.execute(handle, ADD_LINE, lines, JournalStore::bindLine);
  }

  private static <S extends SqlStatement<S>> void bindEntry(S statement, JournalEntry entry) {
    statement
        .bind("lessor", entry.lessor().value())
        .bind("id", entry.id().value())
        .bind("at", entry.at())
        .bind("cause", entry.cause());
  }

  private static <S extends SqlStatement<S>> void bindLine(S statement, Placed placed) {
    JournalLine line = placed.line();
    statement
        .bind("lessor", placed.entry().lessor().value())
        .bind("entry", placed.entry().id().value())
        .bind("line", placed.number())
        .bind("account", line.account().name())
        .bind("side", line.side().name())
        .bind("amount", MinorUnits.of(line.amount()))
        .bind("currency", line.amount().getCurrency().getCurrencyCode())
        .bind("no", line.contract().value());
  }

  /** The entries of a {@link #PAGE}. */
  static List<JournalEntry> entries(Query page, Dialect dialect) {
    Map<EntryId, List<Line>> byEntry = new LinkedHashMap<>();
    page.map(Columns.mapper(dialect, JournalStore::readLine))
        .forEach(line -> byEntry.computeIfAbsent(line.entry(), entry -> new ArrayList<>()).add(line));
    return byEntry.values().stream().map(JournalStore::entry).toList();
  }

  private static JournalEntry entry(List<Line> lines) {
    Line first = lines.get(0);
    return new JournalEntry(
        first.lessor(), first.entry(), first.at(), first.cause(), lines.stream().map(Line::line).toList());
  }

  private static Line readLine(Columns row) throws SQLException {
    return new Line(
        row.lessor(),
        new EntryId(row.text("id")),
        row.instant("posted_at"),
        row.text("cause"),
        new JournalLine(
            row.constant("account", AccountRole.class),
            row.constant("side", JournalLine.Side.class),
            row.money("amount_minor", "currency"),
            row.contractNo("contract_no")));
  }
}
