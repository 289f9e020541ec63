package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the answers of any season have to say: each case answers once, when it was closed, and the score is their sum. */
record SurveyChecks(SeasonOutput out, Map<String, NamedCsvRecord> cases) {
  private static final Set<String> ASKED = Set.of("RENEWED", "DECLINED", "LAPSED");

  void theScoreIsThatOfTheAnswers() {
    Set<String> answered = new HashSet<>();
    int promoters = 0;
    int detractors = 0;
    for (NamedCsvRecord answer : out.surveys()) {
      String id = answer.getField("case_id");
      assertThat(answered.add(id)).as(id).isTrue();
      assertThat(ASKED).contains(cases.get(id).getField("state"));
      assertThat(SeasonOutput.instant(answer, "answered_at"))
          .isAfterOrEqualTo(SeasonOutput.instant(cases.get(id), "closed_at"));
      int score = Integer.parseInt(answer.getField("score"));
      assertThat(score).isBetween(0, 10);
      promoters += score >= 9 ? 1 : 0;
      detractors += score <= 6 ? 1 : 0;
    }
    JsonNode nps = out.kpi().get("nps");
    assertThat(nps.get("asked").asLong())
        .isEqualTo(out.cases().stream().filter(row -> ASKED.contains(row.getField("state"))).count());
    assertThat(nps.get("answers").asInt()).isEqualTo(answered.size());
    assertThat(nps.get("promoters").asInt()).isEqualTo(promoters);
    assertThat(nps.get("detractors").asInt()).isEqualTo(detractors);
    if (answered.isEmpty()) {
      assertThat(nps.get("score").isNull()).isTrue();
    } else {
      BigDecimal score =
          BigDecimal.valueOf(100L * (promoters - detractors))
              .divide(BigDecimal.valueOf(answered.size()), 1, RoundingMode.HALF_UP);
      assertThat(nps.get("score").decimalValue()).isEqualByComparingTo(score);
      assertThat(score).isBetween(nps.get("low").decimalValue(), nps.get("high").decimalValue());
    }
  }
}
