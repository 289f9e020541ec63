package org.leasekit.jdbc;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.leasekit.party.LessorId;

/**
 * Inserts rows whose key is not taken, and tells which those were. The same on every database: look, insert
 * what is missing, and look again when somebody else was quicker. Counts of affected rows are not asked for,
 * since drivers that send a batch in one piece do not know them.
 */
final class NewRows {

  private static final int BLIND_ATTEMPTS = 5;

  /** Which of some keys of a lessor are taken. */
  interface Known<K> {
    Set<K> among(Session session, LessorId lessor, Collection<K> keys, String currentRead);
  }

  /** Inserts rows, or throws when a key is taken. */
  interface Insert<T> {
    void all(Handle handle, List<T> rows);
  }

  private NewRows() {}

  /** Items by lessor and key, the first of each key, in the order given. */
  static <K, T> Map<LessorId, Map<K, T>> byKey(
      Collection<T> items, Function<T, LessorId> lessor, Function<T, K> key) {
    Map<LessorId, Map<K, T>> wanted = new TreeMap<>();
    for (T item : items) {
      wanted.computeIfAbsent(lessor.apply(item), l -> new LinkedHashMap<>()).putIfAbsent(key.apply(item), item);
    }
    return wanted;
  }

  /** Inserts those whose key is not taken; answers with them, in the order given. */
  static <K extends Comparable<K>, T> List<T> insert(
      Session session, LessorId lessor, Map<K, T> wanted, Known<K> known, Insert<T> insert) {
    Map<K, T> missing = new LinkedHashMap<>(wanted);
    String currentRead = "";
    // Every attempt that fails has met somebody who was quicker, so all of them together get on. Only where
    // the host's transaction does not see them is there no use in looking again.
    for (int blind = 0; blind < BLIND_ATTEMPTS; ) {
      boolean others = missing.keySet().removeAll(known.among(session, lessor, missing.keySet(), currentRead));
      if (missing.isEmpty()) {
        return List.of();
      }
      if (session.attempt(() -> insert.all(session.handle(), inOrder(missing)))) {
        return List.copyOf(missing.values());
      }
      blind = others ? 0 : blind + 1;
      currentRead = session.currentRead();
    }
    insert.all(session.handle(), inOrder(missing));
    return List.copyOf(missing.values());
  }

  /** By key, so that two who insert the same wait for each other in one direction only. */
  private static <K extends Comparable<K>, T> List<T> inOrder(Map<K, T> rows) {
    return List.copyOf(new TreeMap<>(rows).values());
  }

  /** The one row, unless its key is taken; true when it was inserted. */
  static <K extends Comparable<K>, T> boolean insertOne(
      Session session, LessorId lessor, K key, T row, Known<K> known, Insert<T> insert) {
    return !insert(session, lessor, Map.of(key, row), known, insert).isEmpty();
  }

  /**
   * Looks keys up that are one text.
   *
   * @param sql asks for one column, with {@code :lessor}, {@code <keys>} and {@code <currentRead>} at its end
   */
  static Known<String> knownBy(String sql) {
    return knownBy(sql, query -> query);
  }

  /** The same, with more to bind. */
  static Known<String> knownBy(String sql, UnaryOperator<Query> bind) {
    return (session, lessor, keys, currentRead) -> {
      Set<String> known = new HashSet<>();
      for (List<String> some : chunks(keys, session.dialect().keysAtOnce())) {
        bind.apply(session.handle().createQuery(sql))
            .define("currentRead", currentRead)
            .bind("lessor", lessor.value())
            .bindList("keys", some)
            .map((row, context) -> row.getString(1))
            .forEach(known::add);
      }
      return known;
    };
  }

  /** The values in lists of at most {@code size}. */
  static <T> List<List<T>> chunks(Collection<T> values, int size) {
    List<T> all = List.copyOf(values);
    return IntStream.range(0, (all.size() + size - 1) / size)
        .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
        .toList();
  }
}
