package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.http.WebhookSignatures;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;

class CallbackTest {

  private static final String PAYMENTS = "/callbacks/payments";
  private static final String SIGNATURES = "/callbacks/signatures";
  private static final String PAYMENT =
      """
      {"paymentId":"p-1","reference":"PK-2025-0001-20260331","amount":"680.00","currency":"CNY"}""";

  private Garage garage;

  @BeforeEach
  void open() {
    garage = new Garage();
  }

  @AfterEach
  void close() {
    garage.close();
  }

  @Test
  void recordsAPaymentOnceHoweverOftenItIsReported() {
    HttpResponse<String> first = garage.pay("p-1", "680.00");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(json(first).toString()).isEqualTo("{\"paymentId\":\"p-1\",\"duplicate\":false}");
    HttpResponse<String> second = garage.pay("p-1", "680.00");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(json(second).toString()).isEqualTo("{\"paymentId\":\"p-1\",\"duplicate\":true}");
    assertThat(garage.stores.payments().byReference(Garage.LESSOR, Garage.CASE.value())).hasSize(1);
    assertThat(stored().progress().paidAt()).isEqualTo(Garage.START);
  }

  @Test
  void paidAndSignedInEitherOrderRenewsOnce() {
    assertThat(json(garage.sign("s-1")).toString())
        .isEqualTo("{\"caseId\":\"PK-2025-0001-20260331\",\"state\":\"NOTIFIED\"}");
    garage.pay("p-1", "680.00");
    HttpResponse<String> again = garage.sign("s-1");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("state").asText()).isEqualTo("RENEWED");
    assertThat(stored().state()).isEqualTo(CaseState.RENEWED);
  }

  @Test
  void aSignatureNamesTheOfferThatWasSigned() {
    String signed = "{\"caseId\":\"PK-2025-0001-20260331\",\"signatureId\":\"s-1\",\"offer\":\"%s\"}";
    HttpResponse<String> other = garage.callback(SIGNATURES, signed.formatted("0123456789abcdef"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).get("rule").asText()).isEqualTo("PRICE_CHANGED");
    assertThat(stored().progress().signedAt()).isNull();
    String offer = stored().offer().fingerprint();
    assertThat(garage.callback(SIGNATURES, signed.formatted(offer)).statusCode()).isEqualTo(200);
    assertThat(stored().progress().signedAt()).isNotNull();
  }

  @Test
  void moneyForAClosedCaseIsTaken() {
    garage.post(garage.at("/decline"));
    HttpResponse<String> late = garage.pay("p-1", "680.00");
    assertThat(late.statusCode()).isEqualTo(200);
    assertThat(json(late).get("duplicate").asBoolean()).isFalse();
    assertThat(garage.stores.payments().byReference(Garage.LESSOR, Garage.CASE.value())).hasSize(1);
  }

  @Test
  void aSignatureForAClosedCaseIsAConflictInTheReadersLanguage() {
    garage.post(garage.at("/decline"));
    HttpResponse<String> english = garage.sign("s-1");
    assertThat(english.statusCode()).isEqualTo(409);
    assertThat(english.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(english);
    assertThat(problem.get("type").asText()).isEqualTo("tag:leasekit.org,2026:problem/case-closed");
    assertThat(problem.get("title").asText()).isEqualTo("Conflict with the present state");
    assertThat(problem.get("status").asInt()).isEqualTo(409);
    assertThat(problem.get("rule").asText()).isEqualTo("CASE_CLOSED");
    assertThat(problem.get("field").asText()).isEqualTo("case_id");
    assertThat(problem.get("detail").asText()).contains("PK-2025-0001-20260331", "closed");
    HttpResponse<String> chinese =
        garage.callback(
            SIGNATURES,
            "{\"caseId\":\"PK-2025-0001-20260331\",\"signatureId\":\"s-1\"}",
            "Accept-Language",
            "zh-CN");
    assertThat(chinese.headers().firstValue("Content-Language")).contains("zh-CN");
    assertThat(json(chinese).get("title").asText()).isEqualTo("与当前状态冲突");
    assertThat(json(chinese).get("detail").asText()).contains("PK-2025-0001-20260331").doesNotContain("closed:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''                                                                                 | 400 | MALFORMED_JSON    | -",
        "{\"paymentId\":                                                                    | 400 | MALFORMED_JSON    | -",
        "null                                                                               | 400 | MALFORMED_JSON    | -",
        "[]                                                                                 | 400 | MALFORMED_JSON    | -",
        "\"text\"                                                                           | 400 | MALFORMED_JSON    | -",
        "{} {}                                                                              | 400 | MALFORMED_JSON    | -",
        "{\"paymentId\":\"a\",\"paymentId\":\"b\"}                                          | 400 | MALFORMED_JSON    | -",
        "{}                                                                                 | 422 | REQUIRED          | paymentId",
        "{\"paymentId\":\" \"}                                                              | 422 | REQUIRED          | paymentId",
        "{\"paymentId\":null}                                                               | 422 | REQUIRED          | paymentId",
        "{\"paymentId\":7}                                                                  | 422 | WRONG_TYPE        | paymentId",
        "{\"paymentId\":true}                                                               | 422 | WRONG_TYPE        | paymentId",
        "{\"paymentId\":{}}                                                                 | 422 | WRONG_TYPE        | paymentId",
        "{\"paymentId\":\"p\"}                                                              | 422 | REQUIRED          | reference",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"currency\":\"CNY\"}                     | 422 | REQUIRED          | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"1\"}                         | 422 | REQUIRED          | currency",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":680.00,\"currency\":\"CNY\"}   | 422 | WRONG_TYPE        | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"6e2\",\"currency\":\"CNY\"}  | 422 | NO_AMOUNT         | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"-1\",\"currency\":\"CNY\"}   | 422 | NO_AMOUNT         | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"+1\",\"currency\":\"CNY\"}   | 422 | NO_AMOUNT         | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"1,0\",\"currency\":\"CNY\"}  | 422 | NO_AMOUNT         | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\".5\",\"currency\":\"CNY\"}   | 422 | NO_AMOUNT         | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"１\",\"currency\":\"CNY\"}   | 422 | NO_AMOUNT         | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"0.00\",\"currency\":\"CNY\"} | 422 | NO_AMOUNT         | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"1234567890123456\",\"currency\":\"CNY\"} | 422 | NO_AMOUNT | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"1.005\",\"currency\":\"CNY\"}| 422 | TOO_MANY_DECIMALS | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"1.5\",\"currency\":\"JPY\"}  | 422 | TOO_MANY_DECIMALS | amount",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"1\",\"currency\":\"cny\"}    | 422 | UNKNOWN_CURRENCY  | currency",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"1\",\"currency\":\"XAU\"}    | 422 | UNKNOWN_CURRENCY  | currency",
        "{\"paymentId\":\"p\",\"reference\":\"r\",\"amount\":\"1\",\"currency\":\"CNY\"}    | 404 | UNKNOWN_REFERENCE | reference",
        "{\"paymentId\":\"p\",\"reference\":\"PK-2025-0001\",\"amount\":\"1\",\"currency\":\"USD\"} | 422 | CURRENCY_MISMATCH | currency"
      })
  void tellsWhatIsWrongWithAPayment(String body, int status, String rule, String field) {
    HttpResponse<String> answer = garage.callback(PAYMENTS, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("rule").asText()).isEqualTo(rule);
    assertThat(problem.path("field").asText(null)).isEqualTo(field);
    assertThat(problem.get("detail").asText()).isNotBlank();
    assertThat(garage.stores.payments().byReference(Garage.LESSOR, "r")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"680, 68000", "680.0, 68000", "680.000, 68000", "0.01, 1", "999999999999999, 99999999999999900"})
  void takesAmountsToTheCent(String amount, long minor) {
    assertThat(garage.pay("p-1", amount).statusCode()).isEqualTo(200);
    assertThat(garage.stores.payments().byReference(Garage.LESSOR, Garage.CASE.value()).get(0).amount())
        .isEqualTo(MinorUnits.amount(minor, "CNY"));
  }

  @Test
  void passesOverFieldsItDoesNotKnow() {
    String more = PAYMENT.replace("}", ",\"channel\":\"wechat\",\"raw\":{\"x\":[1]}}");
    assertThat(garage.callback(PAYMENTS, more).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsWhatIsWrongWithASignature() {
    HttpResponse<String> unknown =
        garage.callback(SIGNATURES, "{\"caseId\":\"none\",\"signatureId\":\"s\"}");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(json(unknown).get("rule").asText()).isEqualTo("NO_SUCH_CASE");
    HttpResponse<String> missing = garage.callback(SIGNATURES, "{\"caseId\":\"none\"}");
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(json(missing).get("field").asText()).isEqualTo("signatureId");
    HttpResponse<String> tooLong =
        garage.callback(
            SIGNATURES, "{\"caseId\":\"" + "x".repeat(97) + "\",\"signatureId\":\"s\"}");
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(json(tooLong).get("rule").asText()).isEqualTo("INVALID_COMMAND");
    assertThat(json(tooLong).get("field").asText()).isEqualTo("caseId");
  }

  @ParameterizedTest
  @ValueSource(strings = {PAYMENTS, SIGNATURES})
  void refusesWhatIsNotSignedBeforeReadingIt(String path) {
    HttpResponse<String> bare = garage.raw(path, "no json".getBytes(StandardCharsets.UTF_8));
    assertThat(bare.statusCode()).isEqualTo(401);
    assertThat(bare.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(bare.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(json(bare).get("rule").asText()).isEqualTo("SIGNATURE_INCOMPLETE");
    HttpResponse<String> forged = signedWith("whsec_" + "A".repeat(32), Garage.START, path, "no json");
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(json(forged).get("rule").asText()).isEqualTo("SIGNATURE_FORGED");
  }

  @Test
  void refusesAReplayAfterFiveMinutes() {
    Instant early = Garage.START.minusSeconds(301);
    HttpResponse<String> stale = signedWith(Garage.CALLBACK_SECRET, early, PAYMENTS, PAYMENT);
    assertThat(stale.statusCode()).isEqualTo(401);
    assertThat(json(stale).get("rule").asText()).isEqualTo("SIGNATURE_OUTSIDE_TOLERANCE");
    assertThat(signedWith(Garage.CALLBACK_SECRET, early.plusSeconds(1), PAYMENTS, PAYMENT).statusCode())
        .isEqualTo(200);
  }

  @Test
  void refusesABodyOfMoreThan64KiBAndTakesOneOfExactlyThat() {
    String fits = PAYMENT + " ".repeat(64 * 1024 - PAYMENT.length());
    HttpResponse<String> large = garage.callback(PAYMENTS, fits + " ");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(json(large).get("rule").asText()).isEqualTo("TOO_LARGE");
    assertThat(garage.callback(PAYMENTS, fits).statusCode()).isEqualTo(200);
  }

  @Test
  void survivesBytesThatAreNoTextAndDeepNesting() {
    byte[] noText = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
    WebhookSignatures.Headers signed =
        new WebhookSignatures(garage.clock, Garage.CALLBACK_SECRET).sign("m", noText);
    assertThat(
            garage
                .raw(
                    PAYMENTS,
                    noText,
                    WebhookSignatures.ID, signed.id(),
                    WebhookSignatures.TIMESTAMP, signed.timestamp(),
                    WebhookSignatures.SIGNATURE, signed.signature())
                .statusCode())
        .isEqualTo(400);
    assertThat(garage.callback(PAYMENTS, "{\"x\":" + "[".repeat(30_000)).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> signedWith(String secret, Instant at, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    WebhookSignatures.Headers signed =
        new WebhookSignatures(InstantSource.fixed(at), secret).sign("m", bytes);
    return garage.raw(
        path,
        bytes,
        WebhookSignatures.ID, signed.id(),
        WebhookSignatures.TIMESTAMP, signed.timestamp(),
        WebhookSignatures.SIGNATURE, signed.signature());
  }

  private RenewalCase stored() {
    return garage.stores.cases().find(Garage.LESSOR, Garage.CASE).orElseThrow();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
