package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
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

  private static final String LINES =
      """
      SELECT entry_id, account, side, amount_minor, currency, contract_no FROM lk_journal_line
      WHERE lessor = :lessor AND entry_id IN (<entries>)
      ORDER BY entry_id, line_no
      """;

  /** A line and its place in its entry. */
  private record Placed(JournalEntry entry, int number, JournalLine line) {}

  /** A line as read. */
  private record Line(String entry, JournalLine line) {}

  /** An entry whose lines are still to be read. */
  record Head(LessorId lessor, EntryId id, Instant at, String cause) {

    JournalEntry withLines(List<JournalLine> lines) {
      return new JournalEntry(lessor, id, at, cause, lines);
    }
  }

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
                        NewRows.insert(session, handle, lessor, wanted, KNOWN, JournalStore::insert)));
  }

  private static void insert(Handle handle, List<JournalEntry> entries) {
    Batches.execute(handle, ADD_ENTRY, entries, JournalStore::bindEntry);
    List<Placed> lines = new ArrayList<>();
    for (JournalEntry entry : entries) {
      for (JournalLine line : entry.lines()) {
        lines.add(new Placed(entry, lines.size() + 1, line));
      }
    }
    Batches.execute(handle, ADD_LINE, lines, JournalStore::bindLine);
  }

  private static void bindEntry(PreparedBatch batch, JournalEntry entry) {
    batch
        .bind("lessor", entry.lessor().value())
        .bind("id", entry.id().value())
        .bind("at", entry.at())
        .bind("cause", entry.cause());
  }

  private static void bindLine(PreparedBatch batch, Placed placed) {
    JournalLine line = placed.line();
    batch
        .bind("lessor", placed.entry().lessor().value())
        .bind("entry", placed.entry().id().value())
        .bind("line", placed.number())
        .bind("account", line.account().name())
        .bind("side", line.side().name())
        .bind("amount", MinorUnits.of(line.amount()))
        .bind("currency", line.amount().getCurrency().getCurrencyCode())
        .bind("no", line.contract().value());
  }

  /** Lines by entry, each in their order. */
  static Map<String, List<JournalLine>> lines(
      Handle handle, Dialect dialect, LessorId lessor, List<String> entries) {
    Map<String, List<JournalLine>> lines = new LinkedHashMap<>();
    for (List<String> some : NewRows.chunks(entries)) {
      handle
          .createQuery(LINES)
          .bind("lessor", lessor.value())
          .bindList("entries", some)
          .map(Columns.mapper(dialect, JournalStore::readLine))
          .forEach(
              line -> lines.computeIfAbsent(line.entry(), entry -> new ArrayList<>()).add(line.line()));
    }
    return lines;
  }

  static Head readHead(Columns row) throws SQLException {
    return new Head(
        row.lessor(), new EntryId(row.text("id")), row.instant("posted_at"), row.text("cause"));
  }

  private static Line readLine(Columns row) throws SQLException {
    return new Line(
        row.text("entry_id"),
        new JournalLine(
            row.constant("account", AccountRole.class),
            row.constant("side", JournalLine.Side.class),
            row.money("amount_minor", "currency"),
            row.contractNo("contract_no")));
  }
}
