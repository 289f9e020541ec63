package org.leasekit.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leasekit.LeaseKit;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.EventId;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Recorded;
import org.leasekit.memory.MemoryStores;
import org.leasekit.memory.SettableClock;
import org.leasekit.party.LessorId;
import org.leasekit.port.Events.Answer;
import org.leasekit.port.MessageGateway;

/** A receiver that is dead: nobody waits for it, nothing is lost, and what waited arrives in its order. */
@Timeout(60)
class WebhookFaultsTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final LessorId LESSOR = new LessorId("town");
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  private GatewayStub other;

  @BeforeEach
  void start() throws IOException {
    other = new GatewayStub();
    other.answer(GatewayStub.Behaviour.of(204, ""));
  }

  @AfterEach
  void stop() {
    other.close();
  }

  private WebhookEvents webhook(int failures, int attempts) {
    return WebhookEvents.builder(other.uri(), SECRET)
        .time(() -> NOW)
        .circuitBreaker(failures, attempts, Duration.ofHours(1))
        .build();
  }

  private static LeaseEvent event(String no) {
    return new LeaseEvent.OfContract(
        new LeaseEvent.Head(LESSOR, new ContractNo(no), NOW), LeaseEvent.OfContract.What.AMENDED, null);
  }

  private static Recorded recorded(int number) {
    return new Recorded(new EventId(LESSOR, new ContractNo("A"), number), event("A"), 0);
  }

  @Test
  void aDeadReceiverIsNotAskedAgainWhileTheCircuitIsOpen() {
    WebhookEvents events = webhook(3, 4);
    assertThat(events.tell(recorded(1))).isEqualTo(Answer.TAKEN);
    other.answer(GatewayStub.Behaviour.of(503, ""));
    for (int i = 2; i <= 12; i++) {
      assertThat(events.tell(recorded(i))).isEqualTo(Answer.FAILED);
    }
    assertThat(other.received()).as("one that was taken, three failures, then none").hasSize(4);
  }

  @Test
  void aReceiverThatRefusesAnEventIsAlive() {
    WebhookEvents events = webhook(2, 2);
    other.answer(GatewayStub.Behaviour.of(422, ""));
    for (int i = 1; i <= 6; i++) {
      assertThat(events.tell(recorded(i))).isEqualTo(Answer.FAILED);
    }
    assertThat(other.received()).hasSize(6);
    assertThat(Objects.requireNonNull(events.circuit()).isClosed()).isTrue();
  }

  @Test
  void aReceiverThatWantsAPauseGetsIt() {
    SettableClock clock = new SettableClock(NOW);
    WebhookEvents events = WebhookEvents.builder(other.uri(), SECRET).time(clock).build();
    other.answer(
        (exchange, released) -> {
          exchange.getResponseHeaders().set("Retry-After", "60");
          exchange.sendResponseHeaders(429, -1);
        });
    assertThat(events.tell(recorded(1))).isEqualTo(Answer.FAILED);
    other.answer(GatewayStub.Behaviour.of(204, ""));
    assertThat(events.tell(recorded(2))).isEqualTo(Answer.FAILED);
    assertThat(other.received()).hasSize(1);
    clock.set(NOW.plusSeconds(60));
    assertThat(events.tell(recorded(2))).isEqualTo(Answer.TAKEN);
  }

  @Test
  void timeOutsOpenTheCircuitToo() {
    WebhookEvents events =
        WebhookEvents.builder(other.uri(), SECRET)
            .responseTimeout(Duration.ofMillis(100))
            .circuitBreaker(2, 2, Duration.ofHours(1))
            .build();
    other.answer(GatewayStub.Behaviour.HANG_BEFORE_HEADERS);
    for (int i = 1; i <= 6; i++) {
      assertThat(events.tell(recorded(i))).isEqualTo(Answer.FAILED);
    }
    assertThat(Objects.requireNonNull(events.circuit()).isOpen()).isTrue();
    assertThat(other.received()).hasSize(2);
  }

  /** Half open: while the one that probes is under way, the others fail at once. */
  @Test
  void oneAttemptDecidesWhetherTheCircuitCloses() throws InterruptedException {
    WebhookEvents events = webhook(1, 1);
    other.answer(GatewayStub.Behaviour.of(500, ""));
    events.tell(recorded(1));
    assertThat(Objects.requireNonNull(events.circuit()).isOpen()).isTrue();

    Objects.requireNonNull(events.circuit()).halfOpen();
    assertThat(events.tell(recorded(1))).as("the probe fails").isEqualTo(Answer.FAILED);
    assertThat(Objects.requireNonNull(events.circuit()).isOpen()).isTrue();
    assertThat(other.received()).hasSize(2);

    Objects.requireNonNull(events.circuit()).halfOpen();
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    other.answer(
        (exchange, released) -> {
          arrived.countDown();
          answered.await();
          exchange.sendResponseHeaders(204, -1);
        });
    CompletableFuture<Answer> probe = CompletableFuture.supplyAsync(() -> events.tell(recorded(1)));
    arrived.await();
    assertThat(events.tell(recorded(2))).isEqualTo(Answer.FAILED);
    assertThat(other.received()).hasSize(3);
    answered.countDown();
    assertThat(probe.join()).isEqualTo(Answer.TAKEN);
    assertThat(Objects.requireNonNull(events.circuit()).isClosed()).isTrue();
    assertThat(events.tell(recorded(2))).isEqualTo(Answer.TAKEN);
  }

  @Test
  void asksEveryTimeWithoutACircuitBreaker() {
    WebhookEvents events = WebhookEvents.builder(other.uri(), SECRET).withoutCircuitBreaker().build();
    assertThat(events.circuit()).isNull();
    other.answer(GatewayStub.Behaviour.of(500, ""));
    for (int i = 1; i <= 30; i++) {
      events.tell(recorded(i));
    }
    assertThat(other.received()).hasSize(30);
    assertThatThrownBy(() -> webhook(5, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Twelve contracts with three events each; the receiver dies after the first few and comes back. */
  @Test
  void whatWaitedIsToldAfterTheRecoveryInOrder() {
    WebhookEvents webhook = webhook(4, 4);
    MemoryStores stores = new MemoryStores();
    SettableClock clock = new SettableClock(NOW);
    LeaseKit kit = kit(stores, clock, webhook);
    List<LeaseEvent> all = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      all.add(event("C-" + (10 + i % 12)));
    }
    stores.events().append(all);
    other.answer(GatewayStub.Behaviour.CLOSE);
    assertThat(kit.events().runDue()).isZero();
    assertThat(other.received()).as("a dead receiver is asked four times for twelve contracts").hasSize(4);
    clock.set(NOW.plusSeconds(60));
    assertThat(kit.events().runDue()).isZero();
    assertThat(other.received()).hasSize(4);

    other.answer(GatewayStub.Behaviour.of(204, ""));
    Objects.requireNonNull(webhook.circuit()).halfOpen();
    int before = other.received().size();
    clock.set(NOW.plusSeconds(3 * 60 + 60));
    assertThat(kit.events().runDue()).isEqualTo(36);
    Map<String, Integer> last = new HashMap<>();
    for (GatewayStub.Received each : other.received().subList(before, other.received().size())) {
      JsonNode told = json(each);
      int number = told.get("sequence").asInt();
      assertThat(number).isEqualTo(last.getOrDefault(told.get("subject").asText(), 0) + 1);
      last.put(told.get("subject").asText(), number);
    }
    assertThat(last).hasSize(12).allSatisfy((no, number) -> assertThat(number).isEqualTo(3));
    assertThat(kit.events().runDue()).isZero();
  }

  private static LeaseKit kit(MemoryStores stores, SettableClock clock, WebhookEvents webhook) {
    return LeaseKit.builder()
        .profile(
            LessorProfile.standard(
                LESSOR, ZoneId.of("Asia/Shanghai"), Locale.SIMPLIFIED_CHINESE, ShippedCalendars.china()))
        .stores(stores)
        .gateway(message -> MessageGateway.Delivery.DELIVERED)
        .links((lessor, renewalCase, expires) -> URI.create("https://town.example/r/1"))
        .validator(
            Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator())
        .clock(clock)
        .events(webhook)
        .build();
  }

  private static JsonNode json(GatewayStub.Received received) {
    try {
      return new ObjectMapper().readTree(received.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
