package org.leasekit.jdbc;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;

/**
 * Reads a table from end to end, page after page, each beginning after the last key of the one before.
 * Memory holds one page on every database, whatever its driver makes of a fetch size, and whoever takes the
 * records may use the stores meanwhile.
 */
final class Pages {

  /** Rows in memory at once. */
  static final int SIZE = 500;

  /** Turns a page into records. */
  interface Page<T> {
    List<T> of(Query query);
  }

  /** Names the key after which the next page begins. */
  interface After<T> {
    void bind(Query query, T last);
  }

  /**
   * A table to be read.
   *
   * @param sql asks for a page by {@code :lessor}, {@code <after>} and {@code :limit}, by key
   * @param after condition on the rows after the first page, with {@code AND} at its beginning
   */
  record Table<T>(String sql, String after, After<T> bind, Page<T> page) {

    void read(Session session, LessorId lessor, Consumer<T> each) {
      @Nullable T last = null;
      List<T> records;
      do {
        T previous = last;
        records = session.read(handle -> next(handle, lessor, previous));
        records.forEach(each);
        last = records.isEmpty() ? null : records.get(records.size() - 1);
      } while (records.size() == SIZE);
    }

    private List<T> next(Handle handle, LessorId lessor, @Nullable T previous) {
      Query query =
          handle
              .createQuery(sql)
              .define("after", previous == null ? "" : after)
              .bind("lessor", lessor.value())
              .bind("limit", SIZE);
      if (previous != null) {
        bind.bind(query, previous);
      }
      return page.of(query);
    }
  }

  private Pages() {}
}
