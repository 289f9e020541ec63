package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.application.AnswerSurvey;
import org.leasekit.insight.NetPromoter;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.SurveyAnswer;

/** Surveys through the front door, on an adapter's stores: each case is asked once, when it has come to its end. */
public abstract class SurveyJourneyContract {

  /** For subclasses. */
  protected SurveyJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town() {
    RenewalTown town = new RenewalTown(stores(), validator(), "2026-03-02");
    for (String no : List.of("A", "B", "C", "D")) {
      town.let(no, lease -> {});
    }
    town.goTo("2026-03-02", "10:00");
    return town;
  }

  private static Outcome<SurveyAnswer> answer(RenewalTown town, String no, int score, String comment) {
    return town.kit.surveys().answer(new AnswerSurvey(town.caseOf(no).value(), score, comment));
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "ACCEPTED" : outcome.rejection().rule();
  }

  private static List<SurveyAnswer> all(RenewalTown town) {
    List<SurveyAnswer> all = new ArrayList<>();
    town.kit.surveys().answers(all::add);
    return all;
  }

  @Test
  void aCaseIsAskedOnceWhenItHasComeToItsEnd() {
    RenewalTown town = town();
    assertThat(rule(answer(town, "A", 9, ""))).isEqualTo("SURVEY_NOT_FINISHED");
    town.accept("A").orElseThrow();
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    assertThat(rule(answer(town, "A", 9, ""))).isEqualTo("SURVEY_NOT_FINISHED");
    town.sign("A", "S-1").orElseThrow();
    SurveyAnswer first = answer(town, "A", 9, " 很好 ").orElseThrow();
    assertThat(first.comment()).isEqualTo("很好");
    assertThat(first.recordedBy()).isNull();
    town.goTo("2026-03-03", "10:00");
    // pressed twice is pressed once
    assertThat(answer(town, "A", 9, "很好").orElseThrow().at()).isEqualTo(first.at());
    assertThat(rule(answer(town, "A", 3, "很好"))).isEqualTo("SURVEY_ANSWERED");
    assertThat(rule(answer(town, "A", 9, ""))).isEqualTo("SURVEY_ANSWERED");
    assertThat(town.kit.surveys().find(town.caseOf("A")).orElseThrow()).contains(first);
    assertThat(town.kit.surveys().find(town.caseOf("B")).orElseThrow()).isEmpty();
    AnswerSurvey nobodys = new AnswerSurvey("NONE-20260331", 9, "");
    assertThat(rule(town.kit.surveys().answer(nobodys))).isEqualTo("NO_SUCH_CASE");
    assertThat(all(town)).containsExactly(first);
  }

  @Test
  void whatIsNoAnswerIsNotTaken() {
    RenewalTown town = town();
    town.decline("A").orElseThrow();
    assertThat(rule(answer(town, "A", 11, ""))).isEqualTo("INVALID_COMMAND");
    assertThat(rule(answer(town, "A", -1, ""))).isEqualTo("INVALID_COMMAND");
    assertThat(rule(answer(town, "A", 5, "x".repeat(501)))).isEqualTo("INVALID_COMMAND");
    assertThat(all(town)).isEmpty();
    assertThat(answer(town, "A", 0, "x".repeat(500)).orElseThrow().toString()).doesNotContain("xx");
  }

  @Test
  void staffRecordWhatTheyWereToldAndTheScoreIsOfTheRecords() {
    RenewalTown town = town();
    town.decline("B").orElseThrow();
    town.sign("C", "S-1").orElseThrow();
    town.payRenewal("C", "P-1", "1000.00").orElseThrow();
    town.goTo("2026-04-01", "10:00");
    AnswerSurvey told = new AnswerSurvey(town.caseOf("B").value(), 6, "太贵", "steward-a");
    Actor steward = new Actor.Staff(new StaffId("steward-a"), Actor.Role.STEWARD);
    assertThat(town.kit.as(steward).surveys().answer(told).orElseThrow().recordedBy())
        .isEqualTo(new StaffId("steward-a"));
    // D has lapsed
    answer(town, "D", 7, "").orElseThrow();
    answer(town, "C", 10, "").orElseThrow();
    List<RenewalCase> cases = new ArrayList<>();
    town.kit.records().cases(RenewalTown.LESSOR, cases::add);
    assertThat(NetPromoter.of(cases, all(town))).isEqualTo(new NetPromoter(4, 1, 1, 1));
    assertThat(NetPromoter.of(each -> each.id().equals(town.caseOf("C")), cases, all(town)).score())
        .hasValue(100);
  }
}
