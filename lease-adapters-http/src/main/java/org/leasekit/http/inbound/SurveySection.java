package org.leasekit.http.inbound;

import org.leasekit.application.RenewalView;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.SurveyAnswer;

/** Draws the one question that is asked when a renewal has come to its end. */
final class SurveySection {

  /** Names of the fields. */
  static final String SCORE = "score";
  static final String COMMENT = "comment";

  private SurveySection() {}

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
