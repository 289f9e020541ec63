package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.Contract;
import org.leasekit.port.Records;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/** How {@link Records} passes many of them, and who stops it. */
public abstract class ManyRecordsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected ManyRecordsContract() {}

  private static final Instant NOW = Samples.NOW;
  /** More than one page of whatever an adapter reads at once. */
  private static final int MANY = 2500;

  private Records records() {
    return stores.records();
  }

  @Test
  @DisplayName("Records rule 1: many records are passed once each, in order, and a part of them is held only")
  void holdsAPart() {
    List<String> expected = givenManyTasks();
    List<String> passed = new ArrayList<>();
    List<WeakReference<StewardTask>> references = new ArrayList<>();
    records()
        .tasks(
            Samples.LESSOR,
            task -> {
              passed.add(task.id().value());
              references.add(new WeakReference<>(task));
              if (passed.size() == MANY) {
                assertThat(adapter().keepsObjects() || alive(references) < MANY / 2)
                    .as("a part of %d records is held only", MANY)
                    .isTrue();
              }
            });
    assertThat(passed).isEqualTo(expected);
  }

  private List<String> givenManyTasks() {
    RenewalCase renewal = givenCase(given(Samples.contract("C-1")));
    List<String> ids = IntStream.range(0, MANY).mapToObj(i -> String.format("W-%05d", i)).toList();
    stores
        .unitOfWork()
        .run(() -> ids.forEach(id -> stores.tasks().add(Samples.task(id, renewal, NOW))));
    return ids;
  }

  private static long alive(List<WeakReference<StewardTask>> references) {
    System.gc();
    return references.stream().filter(reference -> !reference.refersTo(null)).count();
  }

  @Test
  @DisplayName("Records rule 1: an exception of whoever receives the records ends the pass")
  void passesExceptionsOn() {
    given(Samples.contract("C-1"));
    given(Samples.contract("C-2"));
    List<Contract> passed = new ArrayList<>();
    RuntimeException full = new IllegalStateException("disk full");
    assertThatThrownBy(
            () ->
                records()
                    .contracts(
                        Samples.LESSOR,
                        contract -> {
                          passed.add(contract);
                          throw full;
                        }))
        .isSameAs(full);
    assertThat(passed).hasSize(1);
    assertThat(numbers(Everything.all(records()::contracts))).containsExactly("C-1", "C-2");
  }
}
