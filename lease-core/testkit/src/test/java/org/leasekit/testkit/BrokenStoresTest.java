package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.port.Stores;

/** Runs the kit on adapters that break one rule each: a kit that never fails proves nothing. */
class BrokenStoresTest {

  /** The kit, on whatever adapter it is given. */
  static class UnderProof extends StoresContract {
    private static StoresAdapter adapter = new Broken.Damaged(right -> right);

    @Override
    public Stores stores() {
      return adapter.stores();
    }

    @Override
    public HostTransaction host(Stores stores) {
      return adapter.host(stores);
    }

    @Override
    public boolean runsSideBySide() {
      return adapter.runsSideBySide();
    }

    @Override
    public boolean keepsObjects() {
      return adapter.keepsObjects();
    }
  }

  private static KitRun run(StoresAdapter adapter) {
    UnderProof.adapter = adapter;
    return KitRun.of(UnderProof.class);
  }

  static List<Broken> broken() {
    return Broken.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void findsTheRuleThatIsBroken(Broken broken) {
    KitRun run = run(broken.adapter());
    assertThat(run.rulesFailed()).as("%s", run.failed()).isEqualTo(broken.rules());
  }

  @Test
  void findsNothingWhereNothingIsBroken() {
    KitRun run = run(new BrokenUnits.Copies(BrokenUnits.StreamsTasks::new));
    assertThat(run.failed()).isEmpty();
    assertThat(run.skipped()).as("the claims that wait for nobody").hasSize(3);
  }

  @Test
  void everyRuleIsBrokenBySomeAdapter() {
    Set<String> rules = new TreeSet<>(run(new Broken.Damaged(right -> right)).rulesTested());
    rules.removeIf(rule -> !rule.contains(" rule "));
    Set<String> broken = new TreeSet<>();
    Broken.all().forEach(each -> broken.addAll(each.rules()));
    assertThat(broken).containsAll(rules);
  }
}
