package org.leasekit.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.leasekit.port.StaleVersionException;

/** The same statement for many rows. */
final class Batches {

  /** Gives a statement the values of a row. */
  interface Binder<T> {
    <S extends SqlStatement<S>> void bind(S statement, T row);
  }

  private Batches() {}

  static <T> void execute(Handle handle, String sql, Collection<T> rows, BiConsumer<PreparedBatch, T> bind) {
    for (List<T> some : NewRows.chunks(rows)) {
      try (PreparedBatch batch = handle.prepareBatch(sql)) {
        for (T row : some) {
          bind.accept(batch, row);
          batch.add();
        }
        batch.execute();
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
    if (rows.size() > 1 && dialect.countsBatches()) {
      for (List<T> some : NewRows.chunks(rows)) {
        updateBatch(handle, sql, some, binder, name);
      }
      return;
    }
    for (T row : rows) {
      try (Update update = handle.createUpdate(sql)) {
        binder.bind(update, row);
        if (update.execute() == 0) {
          throw new StaleVersionException(name.apply(row));
        }
      }
    }
  }

  private static <T> void updateBatch(
      Handle handle, String sql, List<T> rows, Binder<T> binder, Function<T, String> name) {
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (T row : rows) {
        binder.bind(batch, row);
        batch.add();
      }
      int[] counts = batch.execute();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 0) {
          throw new StaleVersionException(name.apply(rows.get(i)));
        }
      }
    }
  }
}
