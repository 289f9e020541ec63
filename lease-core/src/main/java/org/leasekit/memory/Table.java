package org.leasekit.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;

/**
 * Values of each lessor in the order of their keys. Changes are taken back when the unit of work is rolled back.
 *
 * @param <K> key, unique for its lessor
 * @param <V> immutable
 */
final class Table<K extends Comparable<? super K>, V> {

  private final MemoryUnitOfWork unit;
  private final Map<LessorId, NavigableMap<K, V>> rows = new HashMap<>();

  Table(MemoryUnitOfWork unit) {
    this.unit = unit;
  }

  @Nullable V get(LessorId lessor, K key) {
    return of(lessor).get(key);
  }

  boolean contains(LessorId lessor, K key) {
    return of(lessor).containsKey(key);
  }

  /** Sets or replaces a value. */
  void put(LessorId lessor, K key, V value) {
    NavigableMap<K, V> mine = of(lessor);
    restoreOnRollback(mine, key, mine.put(key, value));
  }

  /** Removes a value, if there is one. */
  void remove(LessorId lessor, K key) {
    NavigableMap<K, V> mine = of(lessor);
    restoreOnRollback(mine, key, mine.remove(key));
  }

  /** Sets a value unless there is one already. */
  boolean putIfAbsent(LessorId lessor, K key, V value) {
    if (contains(lessor, key)) {
      return false;
    }
    put(lessor, key, value);
    return true;
  }

  /** Values by key. Not to be held on to while the table changes. */
  Stream<V> values(LessorId lessor) {
    return of(lessor).values().stream();
  }

  /** Keys and values by key. Not to be held on to while the table changes. */
  Stream<Map.Entry<K, V>> entries(LessorId lessor) {
    return of(lessor).entrySet().stream();
  }

  /** The values of those keys that have one, by key. */
  List<V> select(LessorId lessor, Stream<K> keys) {
    NavigableMap<K, V> mine = of(lessor);
    return keys.sorted().flatMap(key -> Stream.ofNullable(mine.get(key))).toList();
  }

  /** Passes every value by key, one at a time, so that whoever receives it may change the table. */
  void forEach(LessorId lessor, Consumer<? super V> each) {
    NavigableMap<K, V> mine = of(lessor);
    for (var row = mine.firstEntry(); row != null; row = mine.higherEntry(row.getKey())) {
      each.accept(row.getValue());
    }
  }

  private NavigableMap<K, V> of(LessorId lessor) {
    return rows.computeIfAbsent(lessor, unknown -> new TreeMap<>());
  }

  private void restoreOnRollback(NavigableMap<K, V> mine, K key, @Nullable V before) {
    if (before == null) {
      unit.onRollback(() -> mine.remove(key));
    } else {
      unit.onRollback(() -> mine.put(key, before));
    }
  }
}
