package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The numbers in the ports' Javadoc and the numbers in the names of the tests are the same. */
class EveryRuleHasATestTest {

  private static final Path PORTS = Path.of("../src/main/java/org/leasekit/port");

  @Test
  void rulesAndTestsCarryTheSameNumbers() throws IOException {
    Set<String> tested = new TreeSet<>();
    for (Class<?> kit :
        new Class<?>[] {
          BrokenStoresTest.UnderProof.class, BrokenGatewayTest.UnderProof.class,
          BrokenLinksTest.UnderProof.class, BrokenTablesTest.UnderProof.class,
          BrokenTravelTimesTest.UnderProof.class, BrokenDocumentsTest.UnderProof.class,
          BrokenVouchersTest.UnderProof.class, BrokenEventsTest.UnderProof.class
        }) {
      tested.addAll(KitRun.of(kit).rulesTested());
    }
    tested.removeIf(rule -> !rule.contains(" rule "));
    assertThat(tested).isEqualTo(rulesInJavadoc());
  }

  @Test
  void everyPortHasTheContractTestThatItsPackageNames() throws IOException {
    String table = Files.readString(PORTS.resolve("package-info.java"));
    for (String rule : rulesInJavadoc()) {
      String port = rule.substring(0, rule.indexOf(' '));
      assertThat(table).contains("<td>" + port + "Contract</td>");
      assertThat(Path.of("src/main/java/org/leasekit/testkit/" + port + "Contract.java")).exists();
    }
  }

  private static Set<String> rulesInJavadoc() throws IOException {
    Set<String> rules = new TreeSet<>();
    try (Stream<Path> files = Files.list(PORTS)) {
      for (Path file : files.toList()) {
        String port = file.getFileName().toString().replace(".java", "");
        long count = Files.readString(file).lines().filter(line -> line.startsWith(" *   <li>")).count();
        for (int number = 1; number <= count; number++) {
          rules.add(port + " rule " + number);
        }
      }
    }
    return rules;
  }
}
