package org.leasekit.jdbc;

import java.util.List;
import java.util.Map;
import org.leasekit.port.StaleVersionException;

/**
 * Rows that let one transaction at a time pass, and are made for the first one that comes. The row is written, not only
 * locked: where the host runs at a higher isolation level, a second writer that cannot see what the first one did then
 * fails, instead of doing it again.
 *
 * <p>MariaDB and MySQL get one statement. There an insert that meets a key which is taken keeps a shared lock on it, also
 * when it is undone: two that came at once for a new row would then hold it both, and each wait for the other to update it.
 */
final class Turnstile {
  private static final int ATTEMPTS = 5;

  private final String update;
  private final String insert;
  private final String upsert;

  /**
   * For one table.
   *
   * @param counter the column that is written; all others are the key
   */
  Turnstile(String table, String counter, List<String> key) {
    List<String> tests = key.stream().map(column -> column + " = :" + column).toList();
    List<String> values = key.stream().map(column -> ":" + column).toList();
    this.update =
        "UPDATE " + table + " SET " + counter + " = " + counter + " + 1 WHERE " + String.join(" AND ", tests);
    this.insert =
        "INSERT INTO " + table + " (" + String.join(", ", key) + ", " + counter + ") VALUES ("
            + String.join(", ", values) + ", 1)";
    this.upsert = insert + " ON DUPLICATE KEY UPDATE " + counter + " = " + counter + " + 1";
  }

  /**
   * Waits until no other transaction is in there, and stays in until this one ends.
   *
   * @throws StaleVersionException if others are or were and this transaction cannot see how
   */
  void pass(Session session, Map<String, String> key) {
    session.requireSight();
    if (session.dialect().isMySqlFamily()) {
      execute(session, upsert, key);
      return;
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (execute(session, update, key) > 0
          || session.attempt(() -> execute(session, insert, key))) {
        return;
      }
    }
    throw new StaleVersionException("row " + key);
  }

  private static int execute(Session session, String sql, Map<String, String> key) {
    return session.handle().createUpdate(sql).bindMap(key).execute();
  }
}
