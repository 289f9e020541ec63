package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.renewal.SurveyAnswer;

/** The one question at the end, over HTTP. */
class SurveyPageTest {

  private Garage garage;

  @BeforeEach
  void open() {
    garage = new Garage();
  }

  @AfterEach
  void close() {
    garage.close();
  }

  private void renew() {
    garage.sign("s-1");
    garage.pay("p-1", "680.00");
  }

  private HttpResponse<String> answer(String... fields) {
    return garage.submit(garage.at("/survey?lang=en"), fields);
  }

  private Optional<SurveyAnswer> stored() {
    return garage.stores.surveys().find(Garage.LESSOR, Garage.CASE);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void asksWhoHasRenewedInEitherLanguageAndNobodyBefore() {
    assertThat(garage.get(garage.at("?lang=en")).body()).doesNotContain("recommend");
    garage.sign("s-1");
    assertThat(garage.get(garage.at("?lang=en")).body()).doesNotContain("recommend");
    garage.pay("p-1", "680.00");
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("How likely are you to recommend us", "value=\"0\"", "value=\"10\"", "Why? (optional)")
        .doesNotContain("value=\"11\"");
    assertThat(garage.get(garage.at("?lang=zh")).body()).contains("您有多大可能向朋友推荐我们");
  }

  @Test
  void takesOneAnswerAndThanksForIt() {
    renew();
    assertThat(location(answer("score", "9", "comment", "好 & <b>easy</b>"))).isEqualTo(garage.at("?lang=en"));
    assertThat(stored()).isPresent();
    assertThat(stored().orElseThrow().score()).isEqualTo(9);
    assertThat(stored().orElseThrow().comment()).isEqualTo("好 & <b>easy</b>");
    assertThat(stored().orElseThrow().recordedBy()).isNull();
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("Thank you for your answer")
        .doesNotContain("How likely", "easy");
    assertThat(location(answer("score", "9", "comment", "好 & <b>easy</b>"))).isEqualTo(garage.at("?lang=en"));
    assertThat(location(answer("score", "2"))).endsWith("&refused=SURVEY_ANSWERED");
    assertThat(stored().orElseThrow().score()).isEqualTo(9);
  }

  @Test
  void asksWhoLeavesAsWell() {
    garage.post(garage.at("/decline"));
    assertThat(garage.get(garage.at("?lang=en")).body()).contains("How likely");
    answer("score", "0");
    assertThat(stored().orElseThrow().attitude()).isEqualTo(SurveyAnswer.Attitude.DETRACTOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "11", "-1", "9.5", "ten", "999999999999", "９"})
  void whatIsNoScoreIsNotTaken(String score) {
    renew();
    assertThat(location(answer("score", score, "comment", "x"))).endsWith("&refused=INVALID_COMMAND");
    assertThat(stored()).isEmpty();
    assertThat(garage.get(garage.at("?lang=en&refused=INVALID_COMMAND")).body())
        .contains("Please choose a number from 0 to 10");
  }

  @Test
  void whoIsNotDoneAndWhoHasNoLinkDoNotAnswer() {
    assertThat(location(answer("score", "9"))).endsWith("&refused=SURVEY_NOT_FINISHED");
    assertThat(garage.submit(garage.base() + "/r/none/survey", "score", "9").statusCode()).isEqualTo(404);
    assertThat(answer("comment", "A".repeat(RequestBody.MOST_BYTES)).statusCode()).isEqualTo(413);
    assertThat(stored()).isEmpty();
  }
}
