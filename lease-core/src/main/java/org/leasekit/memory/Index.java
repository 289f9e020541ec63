package org.leasekit.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leasekit.party.LessorId;

/**
 * Which records belong to something, in their order. Changes are taken back when the unit of work is rolled back.
 *
 * @param <B> what they belong to
 * @param <K> key of a record
 */
final class Index<B, K extends Comparable<? super K>> {

  private record Owner<B>(LessorId lessor, B of) {}

  private final MemoryUnitOfWork unit;
  private final Map<Owner<B>, NavigableSet<K>> keys = new HashMap<>();

  Index(MemoryUnitOfWork unit) {
    this.unit = unit;
  }

  void add(LessorId lessor, B owner, K key) {
    NavigableSet<K> mine = keys.computeIfAbsent(new Owner<>(lessor, owner), unknown -> new TreeSet<>());
    if (mine.add(key)) {
      unit.onRollback(() -> mine.remove(key));
    }
  }

  void remove(LessorId lessor, B owner, K key) {
    NavigableSet<K> mine = keys.get(new Owner<>(lessor, owner));
    if (mine != null && mine.remove(key)) {
      unit.onRollback(() -> mine.add(key));
    }
  }

  /** Keys in order. Not to be held on to while the index changes. */
  Stream<K> of(LessorId lessor, B owner) {
    NavigableSet<K> mine = keys.get(new Owner<>(lessor, owner));
    return mine == null ? Stream.empty() : mine.stream();
  }
}
