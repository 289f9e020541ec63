package org.leasekit.http.inbound;

import java.util.Map;
import org.leasekit.application.AnswerSurvey;
import org.leasekit.application.RenewalView;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.SurveyAnswer;

/** Draws the one question that is asked when a renewal has come to its end. */
final class SurveySection {

  /** Names of the fields. */
  private static final String SCORE = "score";
  private static final String COMMENT = "comment";

  private SurveySection() {}

  /** The answer in the fields of a form; what is no number, or none that is a score, is one that the door refuses. */
  static AnswerSurvey answer(String caseId, Map<String, String> fields) {
    String score = fields.getOrDefault(SCORE, "");
    int given = score.matches("[0-9]{1,2}") ? Integer.parseInt(score) : SurveyAnswer.MOST + 1;
    return new AnswerSurvey(caseId, given, fields.getOrDefault(COMMENT, ""));
  }

  /** Whether the page of a case asks, or thanks for the answer. */
  static boolean belongsTo(RenewalView view) {
    CaseState state = view.renewal().state();
    return state == CaseState.RENEWED || state == CaseState.DECLINED;
  }

  static void draw(Html html, Texts texts, String action, boolean answered) {
    html.open("section", "class", "survey", "id", "survey");
    if (answered) {
      html.leaf("p", texts.get("survey.thanks"), "class", "thanks");
      html.close();
      return;
    }
    html.open("form", "method", "post", "action", action);
    html.open("fieldset");
    html.leaf("legend", texts.get("survey.question"));
    html.open("div", "class", "scores");
    for (int score = 0; score <= SurveyAnswer.MOST; score++) {
      String value = Integer.toString(score);
      html.open("label");
      html.empty("input", "type", "radio", "name", SCORE, "value", value, "required", "required");
      html.leaf("span", value);
      html.close();
    }
    html.close();
    html.open("p", "class", "ends");
    html.leaf("span", texts.get("survey.least")).leaf("span", texts.get("survey.most"));
    html.close();
    html.close();
    html.leaf("label", texts.get("survey.comment"), "for", "comment");
    html.leaf("textarea", "", "id", "comment", "name", COMMENT, "rows", "3",
        "maxlength", Integer.toString(SurveyAnswer.LONGEST_COMMENT));
    html.leaf("button", texts.get("survey.send"), "class", "small", "id", "answer");
    html.close().close();
  }
}
