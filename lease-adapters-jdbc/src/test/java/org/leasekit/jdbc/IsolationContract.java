package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.port.Contracts.Added;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.testkit.Samples;

/**
 * A host's transaction that goes on seeing the database as it was when it began: what others commit meanwhile makes it
 * answer rightly or fail, never do a thing twice.
 */
abstract class IsolationContract {

  private final TestDatabase database;
  private JdbcStores stores;

  IsolationContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void empty() {
    stores = database.emptyStores();
  }

  /** What the host's transaction and the others answered; empty when one failed. */
  private record Answers<T>(Optional<T> ours, Optional<T> theirs) {}

  /** The host's transaction looks around, then the others do their work and commit, then the host's does its own. */
  private <T> Answers<T> overtaken(int isolation, Function<JdbcStores, T> theirs, Function<JdbcStores, T> ours) {
    TestHost host = new TestHost(database.dataSource(), isolation);
    JdbcStores joined = host.stores();
    AtomicReference<Optional<T>> first = new AtomicReference<>(Optional.empty());
    AtomicReference<T> second = new AtomicReference<>();
    Optional<T> committed =
        attempt(
            () -> {
              host.commit(
                  () -> {
                    lookAround(joined);
                    first.set(elsewhere(() -> theirs.apply(stores)));
                    second.set(ours.apply(joined));
                  });
              return second.get();
            });
    return new Answers<>(committed, first.get());
  }

  private static void lookAround(JdbcStores joined) {
    joined.contracts().find(Samples.LESSOR, new ContractNo("nobody"));
    joined.receivables().open(Samples.LESSOR, new ContractNo("nobody"));
    joined.records().touches(Samples.LESSOR, touch -> {});
  }

  /** Others may have to wait for what the host's transaction has read, longer than the database lets them. */
  private static <T> Optional<T> elsewhere(Callable<T> work) {
    return attempt(() -> Race.elsewhere(work));
  }

  private static <T> Optional<T> attempt(Callable<T> work) {
    try {
      return Optional.of(work.call());
    } catch (Exception failed) {
      return Optional.empty();
    }
  }

  private Added let(JdbcStores by, String number) {
    return by.contracts().add(Samples.contract(number).on("U-1").build(), List.of());
  }

  private List<String> letting() {
    List<String> numbers = new ArrayList<>();
    stores
        .records()
        .contracts(
            Samples.LESSOR,
            contract -> {
              if (contract.status() != ContractStatus.TERMINATED) {
                numbers.add(contract.no().value());
              }
            });
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
  void aUnitIsNotLetTwice(int isolation) {
    Answers<Added> answers = overtaken(isolation, others -> let(others, "C-1"), host -> let(host, "C-2"));
    assertThat(letting()).hasSize(1).isEqualTo(added(answers));
  }

  @ParameterizedTest
  @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
  void aUnitThatWasLetBeforeIsNotLetTwice(int isolation) {
    Contract before = Samples.contract("C-0").on("U-1").as(ContractStatus.TERMINATED).terminatingOn(Samples.YEAR.start()).build();
    stores.contracts().add(before, List.of());
    Answers<Added> answers = overtaken(isolation, others -> let(others, "C-1"), host -> let(host, "C-2"));
    assertThat(letting()).hasSize(1).isEqualTo(added(answers));
  }

  private static List<String> added(Answers<Added> answers) {
    List<String> numbers = new ArrayList<>();
    answers.theirs().filter(Added.ADDED::equals).ifPresent(added -> numbers.add("C-1"));
    answers.ours().filter(Added.ADDED::equals).ifPresent(added -> numbers.add("C-2"));
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
  void aReceivableIsNotRaisedTwice(int isolation) {
    Receivable rent = Samples.rent(new ContractNo("C-1"), Samples.APRIL);
    Function<JdbcStores, Integer> raise = by -> by.receivables().addAll(List.of(rent)).size();
    Answers<Integer> answers = overtaken(isolation, raise, raise);
    assertThat(answers.ours().orElse(0) + answers.theirs().orElse(0)).isEqualTo(1);
    assertThat(stores.receivables().open(Samples.LESSOR, new ContractNo("C-1"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
  void noChangeIsOverwritten(int isolation) {
    let(stores, "C-1");
    Contract read = stores.contracts().find(Samples.LESSOR, new ContractNo("C-1")).orElseThrow();
    Answers<String> answers =
        overtaken(isolation, others -> succeed(others, read, "C-2"), host -> succeed(host, read, "C-3"));
    assertThat(answers.ours().isPresent()).isNotEqualTo(answers.theirs().isPresent());
    Contract now = stores.contracts().find(read.lessor(), read.no()).orElseThrow();
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.successor().map(ContractNo::value)).isEqualTo(answers.ours().or(answers::theirs));
  }

  private static String succeed(JdbcStores by, Contract read, String successor) {
    by.contracts().update(read.withLinks(Links.NONE.withSuccessor(new ContractNo(successor))));
    return successor;
  }

  @ParameterizedTest
  @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
  void noTouchIsLost(int isolation) {
    RenewalCase renewal = Samples.renewalCase(Samples.contract("C-1").build(), null);
    stores.cases().add(renewal);
    Function<JdbcStores, Boolean> touch =
        by -> {
          by.cases().addTouch(Samples.touch(renewal, Samples.NOW));
          return true;
        };
    Answers<Boolean> answers = overtaken(isolation, touch, touch);
    int kept = (answers.ours().isPresent() ? 1 : 0) + (answers.theirs().isPresent() ? 1 : 0);
    List<Integer> numbers = new ArrayList<>();
    stores.records().touches(Samples.LESSOR, one -> numbers.add(one.sequence()));
    assertThat(numbers).isNotEmpty().isEqualTo(List.of(1, 2).subList(0, kept));
  }
}
