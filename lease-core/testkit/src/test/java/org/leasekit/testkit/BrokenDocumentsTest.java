package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leasekit.port.Documents;

/** Runs the contract tests of documents on an adapter that is right, and on some that break a rule. */
class BrokenDocumentsTest {

  /** What may be wrong with it, and the rule it breaks. */
  enum Fault {
    NONE(Set.of()),
    COMES_AS_FILED(Set.of("Documents rule 1")),
    NAMES_ANY_CONTRACT(Set.of("Documents rule 1")),
    FORGETS_THE_LESSOR(Set.of("Documents rule 2"));

    private final Set<String> rules;

    Fault(Set<String> rules) {
      this.rules = rules;
    }
  }

  /** The contract tests, on whatever documents they are given. */
  static class UnderProof extends DocumentsContract {
    private static Fault fault = Fault.NONE;

    @Override
    protected Documents holding(List<Documents.Document> documents) {
      Fault wrong = fault;
      return (lessor, contract) -> {
        Stream<Documents.Document> found =
            documents.stream()
                .filter(each -> wrong == Fault.FORGETS_THE_LESSOR || each.lessor().equals(lessor))
                .filter(each -> wrong == Fault.NAMES_ANY_CONTRACT || each.contract().equals(contract));
        return wrong == Fault.COMES_AS_FILED
            ? found.toList()
            : found
                .sorted(
                    Comparator.comparing(Documents.Document::at)
                        .thenComparing(Documents.Document::id))
                .toList();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheRuleThatIsBroken(Fault fault) {
    UnderProof.fault = fault;
    KitRun run = KitRun.of(UnderProof.class);
    UnderProof.fault = Fault.NONE;
    assertThat(run.rulesFailed()).as("%s", run.failed()).isEqualTo(fault.rules);
  }
}
