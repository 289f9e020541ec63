package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.application.AmendContract;
import org.leasekit.application.AmendmentSweep;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;

/** Suspensions that extend the term, through the front door on an adapter's stores: each day is given once. */
public abstract class TermExtensionContract extends MoneyStage {

  /** For subclasses. */
  protected TermExtensionContract() {}

  private AmendmentSweep.Report sweep(String day) {
    town.clock.set(day(day));
    AmendmentSweep.Report report = town.kit.amendmentSweep().runDue();
    assertThat(report.setAside()).isEmpty();
    return report;
  }

  private LocalDate endOf(String no) {
    return town.contract(no).term().endExclusive();
  }

  private long open(String no) {
    return town.kit.locks().openExtensionDays(new ContractNo(no)).orElseThrow();
  }

  private List<Amendment> recorded(ContractNo no) {
    return town.kit.amendments().history(no).orElseThrow().recorded();
  }

  @Test
  void whenASuspensionExpiresItsDaysAreGivenOnce() {
    town.let("A");
    town.extending("L", march(11), march(21)).orElseThrow();
    assertThat(sweep("2026-03-20").extended()).isEmpty();
    assertThat(open("A")).isZero();
    assertThat(sweep("2026-03-21").extended()).containsExactly(entry(A, 10L));
    assertThat(endOf("A")).isEqualTo(LocalDate.of(2026, 9, 11));
    Amendment extension = recorded(A).get(0);
    assertThat(extension.change()).isEqualTo(new Change.Extension(LocalDate.of(2026, 9, 11)));
    assertThat(extension.proof().evidence()).isEqualTo("locks L");
    for (String later : List.of("2026-03-21", "2026-03-22", "2026-06-01")) {
      assertThat(sweep(later).extended()).isEmpty();
    }
    assertThat(recorded(A)).hasSize(1);
    town.runOn("2026-09-01");
    assertThat(town.months("A")).isEqualTo("2100.00 3100.00 3100.00 3100.00 3100.00 3100.00 1033.33");
  }

  @Test
  void daysOfOverlappingSuspensionsAreGivenOnceHoweverOftenItIsLookedAt() {
    town.let("A");
    town.extending("L1", march(11), march(21)).orElseThrow();
    sweep("2026-03-21");
    // learnt of late: five days more than those that were given
    town.extending("L2", march(16), march(26)).orElseThrow();
    assertThat(sweep("2026-03-26").extended()).containsExactly(entry(A, 5L));
    assertThat(endOf("A")).isEqualTo(LocalDate.of(2026, 9, 16));
    assertThat(recorded(A)).hasSize(2);
    assertThat(recorded(A).get(1).proof().evidence()).isEqualTo("locks L1, L2");
  }

  @Test
  void aReleaseGivesTheDaysUpToIt() {
    town.let("A");
    town.extending("L", march(11), day("2026-06-01")).orElseThrow();
    town.clock.set(march(16));
    town.release("L", march(18)).orElseThrow();
    assertThat(sweep("2026-03-17").extended()).isEmpty();
    assertThat(sweep("2026-03-18").extended()).containsExactly(entry(A, 7L));
    assertThat(endOf("A")).isEqualTo(LocalDate.of(2026, 9, 8));
  }

  @Test
  void aSuspensionThatOutlastsTheTermIsGivenTheDaysItGoesOn() {
    town.let("A");
    town.extending("L", day("2026-08-22"), day("2026-09-06")).orElseThrow();
    town.release("L", day("2026-08-31")).orElseThrow();
    sweep("2026-08-31");
    // nine days of August
    assertThat(endOf("A")).isEqualTo(LocalDate.of(2026, 9, 10));
    town.extending("M", day("2026-09-01"), day("2026-09-03")).orElseThrow();
    sweep("2026-09-03");
    assertThat(endOf("A")).isEqualTo(LocalDate.of(2026, 9, 12));
  }

  @Test
  void aSuspensionAfterAnExtensionCountsAsOneBeforeIt() {
    town.let("A");
    town.town.kit
        .amendments()
        .amend(
            new AmendContract.Extension(
                new AmendContract.Basis("A", LocalDate.parse("2026-06-01"), "manager", "agreed", "mail 7"),
                LocalDate.parse("2026-12-01")))
        .orElseThrow();
    town.extending("L1", march(11), march(21)).orElseThrow();
    town.extending("L2", day("2026-10-05"), day("2026-10-12")).orElseThrow();
    assertThat(town.kit.locks().extensionDays(A).orElseThrow()).isEqualTo(17);
    assertThat(sweep("2026-10-12").extended()).containsExactly(entry(A, 17L));
    assertThat(endOf("A")).isEqualTo(LocalDate.of(2026, 12, 18));
    town.extending("L3", day("2026-12-05"), day("2026-12-08")).orElseThrow();
    assertThat(town.kit.locks().extensionDays(A).orElseThrow()).isEqualTo(20);
  }

  @Test
  void aTermThatCannotBeExtendedIsNamedEveryDayAndExtendedOnceItCan() {
    town.let("A");
    town.let(
        "NEXT",
        lease -> {
          lease.unit = "U-A";
          lease.start = "2026-09-01";
          lease.lastDay = "2027-02-28";
        });
    town.extending("L", march(11), null).orElseThrow();
    town.clock.set(march(21));
    assertThat(town.release("L", march(21)).isAccepted()).isTrue();
    for (String day : List.of("2026-03-21", "2026-03-22")) {
      AmendmentSweep.Report report = sweep(day);
      assertThat(report.extended()).isEmpty();
      assertThat(report.notExtended()).containsOnlyKeys(A);
      report.notExtended().values().forEach(why -> assertRule(Outcome.rejected(why), "UNIT_ALREADY_LEASED"));
      assertThat(open("A")).isEqualTo(10);
    }
    assertThat(recorded(A)).isEmpty();
    assertThat(endOf("A")).isEqualTo(LocalDate.of(2026, 9, 1));
  }

  @Test
  void whatAPersonTookBackIsNotGivenAgain() {
    town.let("A");
    town.extending("L", march(11), march(21)).orElseThrow();
    sweep("2026-03-21");
    town.kit.amendments().withdraw(new WithdrawAmendment("A", 1, "manager", "agreed otherwise", "mail 7")).orElseThrow();
    assertThat(sweep("2026-03-22").extended()).isEmpty();
    assertThat(endOf("A")).isEqualTo(LocalDate.of(2026, 9, 1));
    assertThat(open("A")).isZero();
  }

  @Test
  void aLockOnATreeExtendsTheMasterAndThenWhatIsBelowIt() {
    ContractNo master = town.tree();
    town.kit.locks()
        .suspend(
            new LockReceivables(
                "TREE", new LockScope.Subtree(master), LockReason.SUSPENSION, "mail", "tenant", "manager", march(11),
                march(21), true))
        .orElseThrow();
    assertThat(sweep("2026-03-21").extended().keySet()).extracting(ContractNo::value)
        .containsExactlyInAnyOrder("A", "B", "M");
    for (String no : List.of("A", "B", "M")) {
      assertThat(endOf(no)).as(no).isEqualTo(LocalDate.of(2026, 9, 11));
    }
  }
}
