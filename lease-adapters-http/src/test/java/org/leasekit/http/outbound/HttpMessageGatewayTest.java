package org.leasekit.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.CircuitBreaker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.http.WebhookSignatures;
import org.leasekit.http.WebhookSignatures.Verdict;
import org.leasekit.http.outbound.GatewayStub.Behaviour;
import org.leasekit.http.outbound.GatewayStub.Received;
import org.leasekit.memory.SettableClock;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyRole;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;

@Timeout(60)
class HttpMessageGatewayTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  private GatewayStub stub;

  @BeforeEach
  void start() throws IOException {
    stub = new GatewayStub();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"status\":\"DELIVERED\"}              | DELIVERED",
        "200 | {\"status\":\"DELIVERED\",\"id\":7}     | DELIVERED",
        "200 | {\"status\":\"DEAD\"}                   | DEAD_CONTACT",
        "404 | {\"status\":\"DEAD\"}                   | DEAD_CONTACT",
        "410 | {\"status\":\"DEAD\"}                   | DEAD_CONTACT",
        "422 | {\"status\":\"DEAD\"}                   | DEAD_CONTACT",
        "400 | {\"status\":\"DEAD\"}                   | FAILED",
        "500 | {\"status\":\"DEAD\"}                   | FAILED",
        "404 | {\"status\":\"DELIVERED\"}              | FAILED",
        "202 | {\"status\":\"DELIVERED\"}              | FAILED",
        "404 | not found                               | FAILED",
        "429 | {\"status\":\"DELIVERED\"}              | FAILED",
        "500 | {}                                      | FAILED",
        "503 | ''                                      | FAILED",
        "200 | ''                                      | FAILED",
        "200 | null                                    | FAILED",
        "200 | {}                                      | FAILED",
        "200 | []                                      | FAILED",
        "200 | {\"status\":null}                       | FAILED",
        "200 | {\"status\":\"delivered\"}              | FAILED",
        "200 | {\"status\":\"DELIVERED\"               | FAILED",
        "200 | <html>DELIVERED</html>                  | FAILED",
        "302 | {\"status\":\"DELIVERED\"}              | FAILED"
      })
  void readsTheAnswer(int status, String body, Delivery expected) {
    stub.answer(Behaviour.of(status, body));
    assertThat(gateway().build().send(message("n-1"))).isEqualTo(expected);
    assertThat(stub.received()).hasSize(1);
  }

  @Test
  void postsTheMessageSignedWithItsKeyAndTheGivenTime() throws IOException {
    assertThat(gateway().build().send(message("case-1:T-30:SMS"))).isEqualTo(Delivery.DELIVERED);
    Received request = stub.received().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(request.header("Idempotency-Key")).isEqualTo("case-1:T-30:SMS");
    assertThat(request.header(WebhookSignatures.ID)).isEqualTo("case-1:T-30:SMS");
    assertThat(request.header(WebhookSignatures.TIMESTAMP))
        .isEqualTo(Long.toString(NOW.getEpochSecond()));
    assertThat(verdict(request)).isEqualTo(Verdict.VALID);
    JsonNode json = new ObjectMapper().readTree(request.body());
    assertThat(json)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"lessor":"parkside","channel":"SMS","recipient":"13800000001","template":"renewal.T-30",
                     "locale":"zh-CN","text":"您的车位将于3月31日到期","link":"https://renew.example.com/r/abc"}
                    """));
  }

  @Test
  void aMessageToAUserHasNoLink() throws IOException {
    Message told = message("n-1");
    Message toUser =
        new Message(
            told.lessor(), told.idempotencyKey(), told.contact().ownedBy(PartyRole.OCCUPANT), "renewal.user",
            told.locale(), told.text(), null);
    assertThat(gateway().build().send(toUser)).isEqualTo(Delivery.DELIVERED);
    JsonNode json = new ObjectMapper().readTree(stub.received().get(0).body());
    assertThat(json.has("link")).isFalse();
    assertThat(json.path("recipient").asText()).isEqualTo("13800000001");
  }

  @ParameterizedTest
  @CsvSource({
    "续约 1, %E7%BB%AD%E7%BA%A6%201",
    "50%, 50%25",
    "a.b_c~d:e, a.b_c~d:e"
  })
  void carriesAnyKeyInAHeader(String key, String header) {
    assertThat(gateway().build().send(message(key))).isEqualTo(Delivery.DELIVERED);
    Received request = stub.received().get(0);
    assertThat(request.header("Idempotency-Key")).isEqualTo(header);
    assertThat(verdict(request)).isEqualTo(Verdict.VALID);
  }

  @Test
  void aRepeatedAttemptCarriesTheSameKey() {
    HttpMessageGateway gateway = gateway().build();
    stub.answer(Behaviour.of(500, ""));
    assertThat(gateway.send(message("n-1"))).isEqualTo(Delivery.FAILED);
    stub.answer(Behaviour.DELIVERED);
    assertThat(gateway.send(message("n-1"))).isEqualTo(Delivery.DELIVERED);
    assertThat(stub.received())
        .extracting(r -> r.header("Idempotency-Key"))
        .containsExactly("n-1", "n-1");
  }

  @Test
  @Timeout(5)
  void timesOutWhenNoAnswerComes() {
    stub.answer(Behaviour.HANG_BEFORE_HEADERS);
    assertThat(gateway().responseTimeout(Duration.ofMillis(300)).build().send(message("n-1")))
        .isEqualTo(Delivery.TIMED_OUT);
    assertThat(stub.received()).hasSize(1);
  }

  @Test
  @Timeout(5)
  void timesOutWhenTheAnswerStopsHalfWay() {
    stub.answer(Behaviour.HANG_IN_BODY);
    assertThat(gateway().responseTimeout(Duration.ofMillis(300)).build().send(message("n-1")))
        .isEqualTo(Delivery.TIMED_OUT);
    assertThat(stub.received()).hasSize(1);
  }

  @Test
  void failsOnceWhenTheConnectionIsClosedWithoutAnAnswer() {
    HttpMessageGateway gateway = gateway().build();
    assertThat(gateway.send(message("warm-up"))).isEqualTo(Delivery.DELIVERED);
    stub.answer(Behaviour.CLOSE);
    assertThat(gateway.send(message("n-1"))).isEqualTo(Delivery.FAILED);
    assertThat(stub.received()).hasSize(2);
  }

  @Test
  void failsOnAnEndlessAnswer() {
    stub.answer(Behaviour.ENDLESS);
    assertThat(gateway().build().send(message("n-1"))).isEqualTo(Delivery.FAILED);
  }

  @Test
  void failsWhenNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    HttpMessageGateway gateway =
        HttpMessageGateway.builder(URI.create("http://127.0.0.1:" + port + "/"), SECRET).build();
    assertThat(gateway.send(message("n-1"))).isEqualTo(Delivery.FAILED);
  }

  @Test
  void staysInterruptedAndFails() {
    stub.answer(Behaviour.HANG_BEFORE_HEADERS);
    HttpMessageGateway gateway = gateway().build();
    Thread.currentThread().interrupt();
    Delivery delivery = gateway.send(message("n-1"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(delivery).isEqualTo(Delivery.FAILED);
  }

  @Test
  void stopsAskingAGatewayThatKeepsFailing() {
    HttpMessageGateway gateway = gateway().circuitBreaker(3, 4, Duration.ofHours(1)).build();
    stub.answer(Behaviour.of(200, "{\"status\":\"DEAD\"}"));
    gateway.send(message("n-0"));
    stub.answer(Behaviour.of(500, ""));
    for (int i = 1; i <= 10; i++) {
      assertThat(gateway.send(message("n-" + i))).isEqualTo(i <= 3 ? Delivery.FAILED : Delivery.NOT_ASKED);
    }
    assertThat(stub.received()).as("one dead, three failures, then none").hasSize(4);
    assertThat(gateway.rest()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"400, true", "401, true", "404, true", "409, true", "422, true", "499, true", "408, false", "429, false",
    "500, false", "503, false", "200, false", "302, false"})
  void aRefusalSpeaksAgainstTheMessageAndNotAgainstTheGateway(int status, boolean asksOn) {
    HttpMessageGateway gateway = gateway().circuitBreaker(2, 2, Duration.ofHours(1)).build();
    stub.answer(Behaviour.of(status, "{\"error\":\"bad number\"}"));
    for (int i = 1; i <= 4; i++) {
      Delivery expected = asksOn || i <= 2 ? Delivery.FAILED : Delivery.NOT_ASKED;
      assertThat(gateway.send(message("n-" + i))).as("message %s", i).isEqualTo(expected);
    }
    assertThat(stub.received()).hasSize(asksOn ? 4 : 2);
  }

  @Test
  void aRefusalClosesACircuitThatIsHalfOpen() {
    HttpMessageGateway gateway = gateway().circuitBreaker(1, 1, Duration.ofHours(1)).build();
    stub.answer(Behaviour.of(500, ""));
    gateway.send(message("n-1"));
    CircuitBreaker<Object> circuit = Objects.requireNonNull(gateway.circuit());
    circuit.halfOpen();
    stub.answer(Behaviour.of(400, "{}"));
    assertThat(gateway.send(message("n-2"))).isEqualTo(Delivery.FAILED);
    assertThat(circuit.isClosed()).isTrue();
    assertThat(gateway.rest()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | 120                             | 120",
        "503 | 120                             | 120",
        "503 | ' 7 '                           | 7",
        "503 | Sun, 01 Mar 2026 02:01:30 GMT   | 90",
        "503 | Sun, 01 Mar 2026 01:00:00 GMT   | 0",
        "503 | 999999999                       | 86400",
        "503 | 99999999999999999999            | 0",
        "503 | -5                              | 0",
        "503 | soon                            | 0",
        "500 | 120                             | 0",
        "400 | 120                             | 0"
      })
  void restsAsLongAsTheGatewayWants(int status, String wanted, long seconds) {
    SettableClock clock = new SettableClock(NOW);
    HttpMessageGateway gateway =
        HttpMessageGateway.builder(stub.uri(), SECRET).time(clock).withoutCircuitBreaker().build();
    stub.answer(
        (exchange, released) -> {
          exchange.getResponseHeaders().set("Retry-After", wanted);
          exchange.sendResponseHeaders(status, -1);
        });
    assertThat(gateway.send(message("n-1"))).isEqualTo(Delivery.FAILED);
    assertThat(gateway.rest()).isEqualTo(Duration.ofSeconds(seconds));
    stub.answer(Behaviour.DELIVERED);
    if (seconds > 0) {
      clock.set(NOW.plusSeconds(seconds).minusNanos(1));
      assertThat(gateway.send(message("n-2"))).isEqualTo(Delivery.NOT_ASKED);
      assertThat(stub.received()).hasSize(1);
      clock.set(NOW.plusSeconds(seconds));
    }
    assertThat(gateway.send(message("n-2"))).isEqualTo(Delivery.DELIVERED);
    assertThat(gateway.rest()).isZero();
  }

  @Test
  void aDeadContactIsNoFailureOfTheGateway() {
    HttpMessageGateway gateway = gateway().circuitBreaker(1, 1, Duration.ofHours(1)).build();
    stub.answer(Behaviour.of(404, "{\"status\":\"DEAD\"}"));
    gateway.send(message("n-1"));
    gateway.send(message("n-2"));
    assertThat(stub.received()).hasSize(2);
  }

  @Test
  void asksAgainWhenTheCircuitHasBeenOpenLongEnough() {
    HttpMessageGateway gateway = gateway().circuitBreaker(1, 1, Duration.ofNanos(1)).build();
    stub.answer(Behaviour.of(500, ""));
    assertThat(gateway.send(message("n-1"))).isEqualTo(Delivery.FAILED);
    stub.answer(Behaviour.DELIVERED);
    assertThat(gateway.send(message("n-1"))).isEqualTo(Delivery.DELIVERED);
  }

  @Test
  void asksEveryTimeWithoutACircuitBreaker() {
    HttpMessageGateway gateway =
        gateway().circuitBreaker(1, 1, Duration.ofHours(1)).withoutCircuitBreaker().build();
    stub.answer(Behaviour.of(500, ""));
    for (int i = 0; i < 30; i++) {
      gateway.send(message("n-" + i));
    }
    assertThat(stub.received()).hasSize(30);
  }

  @Test
  void refusesUnusableSettings() {
    assertThatThrownBy(() -> HttpMessageGateway.builder(URI.create("ftp://a"), SECRET).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HttpMessageGateway.builder(stub.uri(), "secret").build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> gateway().responseTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> gateway().circuitBreaker(5, 4, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private HttpMessageGateway.Builder gateway() {
    return HttpMessageGateway.builder(stub.uri(), SECRET).time(InstantSource.fixed(NOW));
  }

  private static Verdict verdict(Received request) {
    return new WebhookSignatures(InstantSource.fixed(NOW), SECRET)
        .verify(
            request.header(WebhookSignatures.ID),
            request.header(WebhookSignatures.TIMESTAMP),
            request.header(WebhookSignatures.SIGNATURE),
            request.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Message message(String key) {
    return new Message(
        new LessorId("parkside"),
        key,
        new Contact(Channel.SMS, "13800000001"),
        "renewal.T-30",
        Locale.forLanguageTag("zh-CN"),
        "您的车位将于3月31日到期",
        URI.create("https://renew.example.com/r/abc"));
  }
}
