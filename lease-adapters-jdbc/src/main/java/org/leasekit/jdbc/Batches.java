package org.leasekit.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.leasekit.port.StaleVersionException;

/** The same statement for many rows. */
final class Batches {

  private static final int SIZE = 500;

  /** Gives a statement the values of a row. */
  interface Binder<T> {
    <S extends SqlStatement<S>> void bind(S statement, T row);
  }

  private Batches() {}

  /** Inserts the rows. */
  static <T> void execute(Handle handle, String sql, Collection<T> rows, Binder<T> binder) {
    for (List<T> some : NewRows.chunks(rows, SIZE)) {
      if (some.size() == 1) {
        one(handle, sql, some.get(0), binder);
      } else {
        batch(handle, sql, some, binder);
      }
    }
  }

  /**
   * Updates rows that name their version in the condition.
   *
   * @throws StaleVersionException for the first that met no row
   */
  static <T> void updateVersions(
      Handle handle, Dialect dialect, String sql, List<T> rows, Binder<T> binder, Function<T, String> name) {
    for (List<T> some : NewRows.chunks(rows, dialect.countsBatches() ? SIZE : 1)) {
      int[] counts =
          some.size() == 1
              ? new int[] {one(handle, sql, some.get(0), binder)}
              : batch(handle, sql, some, binder);
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 0) {
          throw new StaleVersionException(name.apply(some.get(i)));
        }
      }
    }
  }

  private static <T> int one(Handle handle, String sql, T row, Binder<T> binder) {
    try (Update update = handle.createUpdate(sql)) {
      binder.bind(update, row);
      return update.execute();
    }
  }

  private static <T> int[] batch(Handle handle, String sql, List<T> rows, Binder<T> binder) {
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (T row : rows) {
        binder.bind(batch, row);
        batch.add();
      }
      return batch.execute();
    }
  }
}
