package org.leasekit.renewal;

import java.util.List;
import org.leasekit.outcome.Rejection;

/** Why an answer to the survey was not taken. */
public sealed interface SurveyRejection extends Rejection {

  @Override
  default String field() {
    return "case_id";
  }

  /** Nobody is asked before the renewal has come to its end, nor when there was nothing to renew. */
  record NotFinished(CaseId renewalCase, CaseState state) implements SurveyRejection {
    @Override
    public String rule() {
      return "SURVEY_NOT_FINISHED";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value(), state.name());
    }
  }

  /** Each case is asked once, and has answered something else. */
  record Answered(CaseId renewalCase) implements SurveyRejection {
    @Override
    public String rule() {
      return "SURVEY_ANSWERED";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value());
    }
  }
}
