package org.leasekit.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * What came of running contract tests on one adapter.
 *
 * @param passed names of the tests that passed
 * @param failed names of the tests that failed
 * @param skipped names of the tests that gave up on a missing condition
 */
record KitRun(List<String> passed, List<String> failed, List<String> skipped) {

  static KitRun of(Class<?> contract) {
    Events tests = EngineTestKit.engine("junit-jupiter").selectors(selectClass(contract)).execute().testEvents();
    return new KitRun(names(tests.succeeded()), names(tests.failed()), names(tests.aborted()));
  }

  /** The rules, or queries, of which at least one test failed. */
  Set<String> rulesFailed() {
    return rules(failed);
  }

  /** The rules and queries that have a test. */
  Set<String> rulesTested() {
    Set<String> all = rules(passed);
    all.addAll(rules(failed));
    all.addAll(rules(skipped));
    return all;
  }

  private static Set<String> rules(List<String> names) {
    return names.stream()
        .map(name -> name.substring(0, name.indexOf(':')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> names(Events events) {
    return events.stream().map(Event::getTestDescriptor).map(test -> test.getDisplayName()).toList();
  }
}
