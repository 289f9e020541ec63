package org.leasekit.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.EventId;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Masked;
import org.leasekit.event.Recorded;
import org.leasekit.http.WebhookSignatures;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.port.Events;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.sla.TargetId;
import org.leasekit.testkit.EventsContract;

/** The rules of {@link Events}, over HTTP, and what is in the envelope. */
class WebhookEventsTest extends EventsContract {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  private final GatewayStub other = stub();
  private final WebhookEvents events = webhook(Duration.ofSeconds(30));

  private static GatewayStub stub() {
    try {
      GatewayStub stub = new GatewayStub();
      stub.answer(GatewayStub.Behaviour.of(204, ""));
      return stub;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private WebhookEvents webhook(Duration patience) {
    return WebhookEvents.builder(other.uri(), SECRET).responseTimeout(patience).time(() -> NOW).build();
  }

  @AfterEach
  void close() {
    other.close();
  }

  @Override
  protected Events events() {
    return events;
  }

  @Override
  protected List<String> arrived() {
    return other.received().stream().map(each -> json(each).get("id").asText()).toList();
  }

  @Override
  protected void breakDown() {
    other.answer(GatewayStub.Behaviour.CLOSE);
  }

  @Override
  protected void mend() {
    other.answer(GatewayStub.Behaviour.of(204, ""));
  }

  private static JsonNode json(GatewayStub.Received received) {
    try {
      return new ObjectMapper().readTree(received.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Recorded sent() {
    LessorId lessor = new LessorId("停车 场");
    ContractNo no = new ContractNo("合同-1");
    return new Recorded(
        new EventId(lessor, no, 7),
        new LeaseEvent.OfNotice(
            new LeaseEvent.Head(lessor, no, NOW), LeaseEvent.OfNotice.What.SENT, "30", Channel.SMS,
            Masked.of("13800001234")),
        2);
  }

  @Test
  void postsASignedCloudEvent() {
    assertThat(events.tell(sent())).isEqualTo(Events.Answer.TAKEN);
    GatewayStub.Received received = other.received().get(0);
    JsonNode event = json(received);
    assertThat(event.get("specversion").asText()).isEqualTo("1.0");
    assertThat(event.get("id").asText()).isEqualTo("停车 场/合同-1/7");
    assertThat(event.get("type").asText()).isEqualTo("org.leasekit.notice.sent");
    assertThat(URI.create(event.get("source").asText()).getPath()).isEqualTo("/leasekit/停车 场");
    assertThat(event.get("subject").asText()).isEqualTo("合同-1");
    assertThat(event.get("time").asText()).isEqualTo("2026-03-01T02:00:00Z");
    assertThat(event.get("sequence").asText()).isEqualTo("7");
    assertThat(event.get("data").toString())
        .isEqualTo("{\"channel\":\"SMS\",\"recipient\":\"138****1234\",\"stage\":\"30\"}");
    assertThat(received.header("Content-Type")).startsWith("application/cloudevents+json");
    assertThat(
            new WebhookSignatures(() -> NOW, SECRET)
                .verify(
                    received.header(WebhookSignatures.ID), received.header(WebhookSignatures.TIMESTAMP),
                    received.header(WebhookSignatures.SIGNATURE), received.body().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(WebhookSignatures.Verdict.VALID);
  }

  @Test
  void whatHappensToARequestComesBackFromItsEnvelope() {
    LessorId lessor = new LessorId("town");
    LeaseEvent.Head head = new LeaseEvent.Head(lessor, LeaseEvent.NO_CONTRACT, NOW);
    for (LeaseEvent.OfRequest.What what : LeaseEvent.OfRequest.What.values()) {
      LeaseEvent event =
          new LeaseEvent.OfRequest(
              head, what, new RequestId("报修-1"), Priority.P1, NOW.minusSeconds(60), TargetId.RESOLVE);
      int number = 1 + what.ordinal();
      assertThat(events.tell(new Recorded(new EventId(lessor, head.contract(), number), event, 0)))
          .isEqualTo(Events.Answer.TAKEN);
      JsonNode told = json(other.received().get(what.ordinal()));
      assertThat(told.get("type").asText()).isEqualTo("org.leasekit.request." + what.name().toLowerCase(Locale.ROOT));
      assertThat(told.get("subject").asText()).isEqualTo("(none)");
      assertThat(read(told)).isEqualTo(event);
    }
    assertThat(json(other.received().get(0)).get("data").toString())
        .isEqualTo(
            "{\"happened\":\"2026-03-01T01:59:00Z\",\"priority\":\"P1\",\"request\":\"报修-1\",\"target\":\"resolve\"}");
  }

  /** What a receiver makes of an envelope. */
  private static LeaseEvent read(JsonNode told) {
    Map<String, String> data = new TreeMap<>();
    told.get("data").properties().forEach(field -> data.put(field.getKey(), field.getValue().asText()));
    return LeaseEvent.of(
        new LeaseEvent.Head(
            new LessorId(URI.create(told.get("source").asText()).getPath().substring("/leasekit/".length())),
            new ContractNo(told.get("subject").asText()),
            Instant.parse(told.get("time").asText())),
        told.get("type").asText().substring("org.leasekit.".length()),
        data);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 404, 410, 429, 500, 503})
  void whateverIsNoSuccessIsToldAgain(int status) {
    other.answer(GatewayStub.Behaviour.of(status, "{}"));
    assertThat(events.tell(sent())).isEqualTo(Events.Answer.FAILED);
    assertThat(other.received()).hasSize(1);
  }

  @Test
  void waitsNoLongerThanItsTimeOut() {
    WebhookEvents impatient = webhook(Duration.ofMillis(200));
    for (GatewayStub.Behaviour slow :
        List.of(GatewayStub.Behaviour.HANG_BEFORE_HEADERS, GatewayStub.Behaviour.HANG_IN_BODY, GatewayStub.Behaviour.ENDLESS)) {
      other.answer(slow);
      assertThat(impatient.tell(sent())).isEqualTo(Events.Answer.FAILED);
    }
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatThrownBy(() -> WebhookEvents.builder(URI.create("ftp://x"), SECRET).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WebhookEvents.builder(other.uri(), "secret").build())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
