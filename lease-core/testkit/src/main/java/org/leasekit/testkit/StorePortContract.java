package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.Contracts.Added;
import org.leasekit.port.StaleVersionException;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.testkit.Overlap.Answers;

/**
 * What the contract tests of all store ports have in common. Before a record is stored the tests store what it
 * refers to (tenant before contract, contract before case and so on), so that an adapter may have the database
 * check references.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class StorePortContract {

  /** For the test of an adapter. */
  protected StorePortContract() {}

  static final String UPDATED = "UPDATED";
  static final String STALE = "STALE";

  /** Empty before each test. */
  Stores stores;

  /** The adapter under test. */
  protected abstract StoresAdapter adapter();

  @BeforeEach
  void openEmptyStores() {
    stores = adapter().stores();
    assertThat(Everything.in(stores)).as("stores() must answer with empty stores").isEqualTo(Everything.NOTHING);
  }

  Everything everything() {
    return Everything.in(stores);
  }

  /** Stores a contract with its tenant, and answers with it as stored. */
  Contract given(ContractSample sample) {
    Contract contract = sample.build();
    stores.tenants().putAll(List.of(Samples.tenantOf(contract)));
    assertThat(stores.contracts().add(contract, List.of())).isEqualTo(Added.ADDED);
    return stored(contract);
  }

  /** Stores a case, and answers with it as stored. */
  RenewalCase given(RenewalCase renewal) {
    assertThat(stores.cases().add(renewal)).isTrue();
    return stored(renewal);
  }

  /** Stores a case for a contract that is stored already. */
  RenewalCase givenCase(Contract contract) {
    return given(Samples.renewalCase(contract, Samples.NOW));
  }

  Contract stored(Contract contract) {
    return stores.contracts().find(contract.lessor(), contract.no()).orElseThrow();
  }

  RenewalCase stored(RenewalCase renewal) {
    return stores.cases().find(renewal.lessor(), renewal.id()).orElseThrow();
  }

  /** What two units of work answer that are under way at the same time. */
  <T> Answers<T> overlap(Overlap.First<T> first, Supplier<T> second) {
    return Overlap.of(stores.unitOfWork(), adapter().runsSideBySide(), first, second);
  }

  /** What becomes of two updates of the same version at the same time: {@link #UPDATED} or {@link #STALE}. */
  Answers<String> updateAtOnce(Runnable first, Runnable second) {
    return overlap(
        hold -> {
          String answer = tried(first);
          hold.untilTheOtherHasTried();
          return answer;
        },
        () -> tried(second));
  }

  private static String tried(Runnable update) {
    try {
      update.run();
      return UPDATED;
    } catch (StaleVersionException stale) {
      return STALE;
    }
  }

  static List<String> numbers(List<Contract> contracts) {
    return contracts.stream().map(Contract::no).map(ContractNo::value).toList();
  }
}
