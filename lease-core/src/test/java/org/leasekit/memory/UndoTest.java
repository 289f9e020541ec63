package org.leasekit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leasekit.party.LessorId;

/** Tables and indexes against plain maps that are copied before each unit of work and put back when it fails. */
class UndoTest {

  /** A change of one value of a lessor. */
  record Change(LessorId lessor, int key, boolean remove, int value) {}

  /** Changes that are made together, or not at all. */
  record Work(List<Change> changes, boolean fails) {}

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final List<LessorId> LESSORS = List.of(new LessorId("a"), new LessorId("b"));

  @Provide
  Arbitrary<List<Work>> works() {
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.of(LESSORS),
                Arbitraries.integers().between(0, 4),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 2))
            .as(Change::new);
    return Combinators.combine(change.list().ofMaxSize(12), Arbitraries.of(true, false))
        .as(Work::new)
        .list()
        .ofMaxSize(8);
  }

  private static void run(MemoryUnitOfWork unit, Work work, Runnable changes) {
    try {
      unit.run(
          () -> {
            changes.run();
            if (work.fails()) {
              throw new Failed();
            }
          });
    } catch (Failed asked) {
      assertThat(work.fails()).isTrue();
    }
  }

  @Property
  void tablesHoldWhatWasCommitted(@ForAll("works") List<Work> works) {
    MemoryUnitOfWork unit = new MemoryUnitOfWork();
    Table<Integer, Integer> table = new Table<>(unit);
    Map<LessorId, TreeMap<Integer, Integer>> expected = new HashMap<>();
    LESSORS.forEach(lessor -> expected.put(lessor, new TreeMap<>()));
    for (Work work : works) {
      run(
          unit,
          work,
          () -> {
            for (Change change : work.changes()) {
              if (change.remove()) {
                table.remove(change.lessor(), change.key());
              } else {
                table.put(change.lessor(), change.key(), change.value());
              }
            }
          });
      for (Change change : work.fails() ? List.<Change>of() : work.changes()) {
        TreeMap<Integer, Integer> mine = expected.get(change.lessor());
        if (change.remove()) {
          mine.remove(change.key());
        } else {
          mine.put(change.key(), change.value());
        }
      }
      for (LessorId lessor : LESSORS) {
        assertThat(table.entries(lessor).toList()).isEqualTo(List.copyOf(expected.get(lessor).entrySet()));
      }
    }
  }

  @Property
  void indexesHoldWhatWasCommitted(@ForAll("works") List<Work> works) {
    MemoryUnitOfWork unit = new MemoryUnitOfWork();
    Index<Integer, Integer> index = new Index<>(unit);
    Map<Change, TreeSet<Integer>> expected = new HashMap<>();
    for (Work work : works) {
      run(
          unit,
          work,
          () -> {
            for (Change change : work.changes()) {
              if (change.remove()) {
                index.remove(change.lessor(), change.key(), change.value());
              } else {
                index.add(change.lessor(), change.key(), change.value());
              }
            }
          });
      for (Change change : work.fails() ? List.<Change>of() : work.changes()) {
        TreeSet<Integer> mine = expected.computeIfAbsent(owner(change), none -> new TreeSet<>());
        if (change.remove()) {
          mine.remove(change.value());
        } else {
          mine.add(change.value());
        }
      }
      for (Change change : work.changes()) {
        assertThat(index.of(change.lessor(), change.key()).toList())
            .isEqualTo(List.copyOf(expected.getOrDefault(owner(change), new TreeSet<>())));
      }
    }
  }

  private static Change owner(Change change) {
    return new Change(change.lessor(), change.key(), false, 0);
  }
}
