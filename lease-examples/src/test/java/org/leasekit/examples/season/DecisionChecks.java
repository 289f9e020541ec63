package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the decisions and tasks of any season have to say, beside its cases and touches. */
record DecisionChecks(
    SeasonOutput out,
    Map<String, NamedCsvRecord> cases,
    Function<NamedCsvRecord, LocalDate> expiry) {

  /** Each stage of a case fires once, and what was sent or worked off has its decision. */
  void whatWasSentWasDecided() {
    Set<String> decided = new HashSet<>();
    for (NamedCsvRecord decision : out.decisions()) {
      NamedCsvRecord renewal = cases.get(decision.getField("case_id"));
      assertThat(decision.getField("contract_no")).isEqualTo(renewal.getField("contract_no"));
      assertThat(decision.getField("expiry")).isEqualTo(expiry.apply(renewal).toString());
      assertThat(decision.getField("action")).isNotEmpty();
      assertThat(decided.add(decision.getField("case_id") + " " + decision.getField("stage"))).isTrue();
    }
    for (NamedCsvRecord touch : out.touches()) {
      assertThat(decided).contains(touch.getField("case_id") + " " + touch.getField("stage"));
    }
    Set<String> tasks = new HashSet<>();
    for (NamedCsvRecord task : out.tasks()) {
      assertThat(cases).containsKey(task.getField("case_id"));
      assertThat(tasks.add(task.getField("task_id"))).isTrue();
      assertThat(task.getField("closed_at").isEmpty()).isEqualTo(task.getField("outcome").isEmpty());
    }
  }
}
