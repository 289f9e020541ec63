package org.leasekit.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.outcome.Outcome;

/**
 * Every kind of amendment on the first of June (rows) with every kind on the first of July (columns). Merging back and
 * resuming in June follow a split or a suspension in February; those of July follow nothing but the row.
 */
class AmendmentPairsTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private static final String COLUMNS = "EXT REN PRI IDX SWP SPL MRG SUB ASG CON OCC PAY SUS RES TER";

  /** June is recorded first: what becomes of July. */
  private static final String IN_ORDER =
      """
      EXT  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      REN  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      PRI  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      IDX  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      SWP  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      SPL  ok  ok  ok  ok spl spl  ok  ok  ok  ok  ok  ok  ok nsu  ok
      MRG  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      SUB  ok  ok  ok  ok sub sub nsp sub sub  ok  ok  ok sub nsu run
      ASG  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      CON  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      OCC  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      PAY  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      SUS  ok  ok  ok  ok  ok  ok nsp sus  ok  ok  ok  ok sus  ok  ok
      RES  ok  ok  ok  ok  ok  ok nsp  ok  ok  ok  ok  ok  ok nsu  ok
      TER end end end end end end end end end end end end end end end
      """;

  /**
   * July is recorded first, where it can be (else a dash): what becomes of June, learnt late. A rule here is the one that
   * the later amendment would break.
   */
  private static final String LEARNT_LATE =
      """
      EXT  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      REN  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      PRI  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      IDX  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      SWP  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      SPL  ok  ok  ok  ok spl spl   -  ok  ok  ok  ok  ok  ok   -  ok
      MRG  ok  ok  ok  ok   -   - nsp  ok  ok  ok  ok  ok  ok   -  ok
      SUB  ok  ok  ok  ok sub sub   - sub sub  ok  ok  ok sub   - run
      ASG  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      CON  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      OCC  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      PAY  ok  ok  ok  ok  ok  ok   -  ok  ok  ok  ok  ok  ok   -  ok
      SUS  ok  ok  ok  ok  ok  ok   - sus  ok  ok  ok  ok sus   -  ok
      RES  ok  ok  ok  ok  ok  ok   -   -  ok  ok  ok  ok   - nsu  ok
      TER end end end end end end   - end end end end end end   - end
      """;

  private static final Map<String, AmendmentRule> RULES =
      Map.of(
          "nsp", AmendmentRule.CONTRACT_NOT_SPLIT,
          "spl", AmendmentRule.CONTRACT_IS_SPLIT,
          "sub", AmendmentRule.CONTRACT_IS_SUBLET,
          "nsu", AmendmentRule.CONTRACT_NOT_SUSPENDED,
          "sus", AmendmentRule.CONTRACT_IS_SUSPENDED,
          "run", AmendmentRule.SUBLEASE_RUNS_ON,
          "end", AmendmentRule.TERMINATED_ALREADY);

  /** Kinds that stand beside each other; a withdrawal stands above them. */
  private static final List<ChangeKind> KINDS =
      Arrays.stream(ChangeKind.values()).filter(kind -> kind != ChangeKind.WITHDRAWAL).toList();

  static List<Arguments> inOrder() {
    return cells(IN_ORDER);
  }

  static List<Arguments> learntLate() {
    return cells(LEARNT_LATE);
  }

  private static List<Arguments> cells(String table) {
    assertThat(COLUMNS.split(" ")).hasSameSizeAs(KINDS);
    List<Arguments> cells = new ArrayList<>();
    List<String> lines = table.lines().toList();
    for (int row = 0; row < KINDS.size(); row++) {
      String[] line = lines.get(row).split(" +");
      assertThat(line[0]).isEqualTo(COLUMNS.split(" ")[row]);
      for (int column = 0; column < KINDS.size(); column++) {
        cells.add(Arguments.of(KINDS.get(row), KINDS.get(column), line[column + 1]));
      }
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} then {1}: {2}")
  @MethodSource("inOrder")
  void recordedInOrderOfEffect(ChangeKind june, ChangeKind july, String expected) {
    ContractHistory first =
        Town.record(before(june), JUNE, Town.change(june, JUNE, 1)).orElseThrow();
    Outcome<ContractHistory> second = Town.record(first, JULY, Town.change(july, JULY, 2));
    if (expected.equals("ok")) {
      assertThat(second.orElseThrow().recorded()).hasSize(first.recorded().size() + 1);
    } else {
      AmendmentRejection rejection = (AmendmentRejection) second.rejection();
      assertThat(rejection.broken()).isEqualTo(RULES.get(expected));
      assertThat(rejection.later()).isNull();
    }
  }

  @ParameterizedTest(name = "{0} learnt after {1}: {2}")
  @MethodSource("learntLate")
  void recordedAgainstTheOrderOfEffect(ChangeKind june, ChangeKind july, String expected) {
    Outcome<ContractHistory> first = Town.record(before(june), JULY, Town.change(july, JULY, 2));
    assertThat(first.isAccepted()).isEqualTo(!expected.equals("-"));
    if (!first.isAccepted()) {
      return;
    }
    ContractHistory recorded = first.orElseThrow();
    Outcome<ContractHistory> second = Town.record(recorded, JUNE, Town.change(june, JUNE, 1));
    if (expected.equals("ok")) {
      ContractHistory inOrder =
          Town.record(before(june), JUNE, Town.change(june, JUNE, 1))
              .then(history -> Town.record(history, JULY, Town.change(july, JULY, 2)))
              .orElseThrow();
      ContractHistory late = second.orElseThrow();
      assertThat(late.asOf(JULY, late.latest())).isEqualTo(inOrder.asOf(JULY, inOrder.latest()));
      assertThat(late.asOf(JUNE, late.latest())).isEqualTo(inOrder.asOf(JUNE, inOrder.latest()));
    } else {
      AmendmentRejection rejection = (AmendmentRejection) second.rejection();
      assertThat(rejection.broken()).isEqualTo(AmendmentRule.CONFLICTS_WITH_LATER);
      assertThat(rejection.laterRule()).isEqualTo(RULES.get(expected));
      assertThat(rejection.later()).isEqualTo(recorded.recorded().get(recorded.recorded().size() - 1).id());
    }
  }

  /** Withdrawing June is possible unless July rests on it. */
  @ParameterizedTest(name = "{0} withdrawn before {1}")
  @MethodSource("inOrder")
  void withdrawnBelowALaterOne(ChangeKind june, ChangeKind july, String expected) {
    if (!expected.equals("ok")) {
      return;
    }
    ContractHistory both =
        Town.record(before(june), JUNE, Town.change(june, JUNE, 1))
            .then(history -> Town.record(history, JULY, Town.change(july, JULY, 2)))
            .orElseThrow();
    int number = both.recorded().size() - 1;
    Outcome<ContractHistory> withdrawn = Town.record(both, JUNE, new Change.Withdrawal(number));
    boolean rests = !Town.record(before(june), JULY, Town.change(july, JULY, 2)).isAccepted();
    assertThat(withdrawn.isAccepted()).isEqualTo(!rests);
    if (rests) {
      assertThat(((AmendmentRejection) withdrawn.rejection()).later())
          .isEqualTo(new AmendmentId(Town.NO, number + 1));
    }
  }

  private static ContractHistory before(ChangeKind june) {
    ContractHistory plain = ContractHistory.begin(Town.origin());
    return switch (june) {
      case MERGE_BACK ->
          Town.record(plain, FEBRUARY, Town.change(ChangeKind.SPLIT, FEBRUARY, 0)).orElseThrow();
      case RESUMPTION ->
          Town.record(plain, FEBRUARY, Town.change(ChangeKind.SUSPENSION, FEBRUARY, 0)).orElseThrow();
      default -> plain;
    };
  }
}
