package org.leasekit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leasekit.party.LessorId;

class TableTest {

  private static final LessorId LESSOR = new LessorId("a");

  private final MemoryUnitOfWork unit = new MemoryUnitOfWork();
  private final Table<Integer, String> table = new Table<>(unit);

  @Test
  void whoReceivesTheValuesMayChangeTheTable() {
    unit.run(
        () -> {
          table.put(LESSOR, 1, "one");
          table.put(LESSOR, 3, "three");
          List<String> passed = new ArrayList<>();
          table.forEach(
              LESSOR,
              value -> {
                passed.add(value);
                table.remove(LESSOR, 1);
                table.put(LESSOR, 2, "two");
              });
          assertThat(passed).containsExactly("one", "two", "three");
        });
  }

  @Test
  void selectsInOrderWhatThereIs() {
    unit.run(
        () -> {
          table.put(LESSOR, 1, "one");
          table.put(LESSOR, 2, "two");
          table.put(LESSOR, 3, "three");
        });
    assertThat(table.select(LESSOR, Stream.of(3, 9, 1))).containsExactly("one", "three");
    assertThat(table.select(new LessorId("b"), Stream.of(1))).isEmpty();
  }

  @Test
  void putIfAbsentKeepsWhatIsThere() {
    unit.run(
        () -> {
          assertThat(table.putIfAbsent(LESSOR, 1, "one")).isTrue();
          assertThat(table.putIfAbsent(LESSOR, 1, "two")).isFalse();
        });
    assertThat(table.get(LESSOR, 1)).isEqualTo("one");
  }
}
