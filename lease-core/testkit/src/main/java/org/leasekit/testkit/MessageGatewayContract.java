package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;

/**
 * The rules of {@link MessageGateway}, shown on a peer that the adapter's test brings along and that really
 * answers.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class MessageGatewayContract {

  /** What the peer does with the attempts that follow. */
  public enum Answer {
    /** Shows the message, unless it has shown one with the same idempotency key, and confirms. */
    DELIVER,
    /** Says that the address does not exist. */
    DEAD_CONTACT,
    /** Fails with an error of its own, such as an internal server error; shows nothing. */
    ERROR,
    /** Turns the attempt down in the way it does when the request itself is at fault; shows nothing. */
    REFUSE,
    /** Shows the message as for {@link #DELIVER}, and then does not answer within the gateway's patience. */
    HANG
  }

  /** The far end, as it looks to the adapter under test. */
  public interface Peer {

    /** Sets what it does from now on. */
    void answer(Answer answer);

    /** How many attempts have reached it. */
    int attempts();

    /** How many messages a person has been shown. */
    int shown();
  }

  /** More failures than any circuit lets pass. */
  private static final int MANY = 60;

  private MessageGateway gateway;
  private Peer peer;

  /** For the test of an adapter. */
  protected MessageGatewayContract() {}

  /** A new peer, which delivers; called once before each test. */
  protected abstract Peer peer();

  /**
   * The adapter under test, set up to be patient for a second or so; called once before each test.
   *
   * @param peer what {@link #peer} answered with
   */
  protected abstract MessageGateway gateway(Peer peer);

  /** The adapter under test, set up for a peer that cannot be reached. */
  protected abstract MessageGateway gatewayWithoutPeer();

  @BeforeEach
  void connect() {
    peer = peer();
    gateway = gateway(peer);
  }

  private Delivery send(String key) {
    return gateway.send(Samples.message(key));
  }

  @Test
  @DisplayName("MessageGateway rule 1: one call is one attempt, however it ends")
  void attemptsOnce() {
    int expected = 0;
    for (Answer answer : Answer.values()) {
      peer.answer(answer);
      send("key of " + answer);
      expected++;
      assertThat(peer.attempts()).as("attempts after %s", answer).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("MessageGateway rule 1: every call is an attempt, also after many that failed")
  void attemptsAgain() {
    peer.answer(Answer.ERROR);
    for (int call = 1; call <= 5; call++) {
      send("N-1");
      assertThat(peer.attempts()).isEqualTo(call);
    }
    peer.answer(Answer.DELIVER);
    assertThat(send("N-1")).isEqualTo(Delivery.DELIVERED);
    assertThat(peer.attempts()).isEqualTo(6);
  }

  @Test
  @DisplayName("MessageGateway rule 2: a message sent twice under one key is shown once")
  void showsOnce() {
    Message message = Samples.message("N-1");
    assertThat(gateway.send(message)).isEqualTo(Delivery.DELIVERED);
    assertThat(gateway.send(message)).isEqualTo(Delivery.DELIVERED);
    assertThat(peer.attempts()).isEqualTo(2);
    assertThat(peer.shown()).isEqualTo(1);
  }

  @Test
  @DisplayName("MessageGateway rule 2: a message is shown once when its first attempt timed out")
  void showsOnceAfterTimeOut() {
    peer.answer(Answer.HANG);
    assertThat(send("N-1")).isEqualTo(Delivery.TIMED_OUT);
    peer.answer(Answer.DELIVER);
    assertThat(send("N-1")).isEqualTo(Delivery.DELIVERED);
    assertThat(peer.shown()).isEqualTo(1);
  }

  @Test
  @DisplayName("MessageGateway rule 2: messages under different keys are all shown")
  void showsEach() {
    for (String key : new String[] {"N-1", "n-1", "合同/1 ?&\"", "N-" + "1".repeat(198)}) {
      assertThat(send(key)).as(key).isEqualTo(Delivery.DELIVERED);
    }
    assertThat(peer.shown()).isEqualTo(4);
  }

  @Test
  @DisplayName("MessageGateway rule 3: a refusal, an error and a time-out are results")
  void answersWithResults() {
    peer.answer(Answer.DELIVER);
    assertThat(send("N-1")).isEqualTo(Delivery.DELIVERED);
    peer.answer(Answer.DEAD_CONTACT);
    assertThat(send("N-2")).isEqualTo(Delivery.DEAD_CONTACT);
    peer.answer(Answer.ERROR);
    assertThat(send("N-3")).isEqualTo(Delivery.FAILED);
    peer.answer(Answer.REFUSE);
    assertThat(send("N-4")).isEqualTo(Delivery.FAILED);
    peer.answer(Answer.HANG);
    assertThat(send("N-5")).isEqualTo(Delivery.TIMED_OUT);
  }

  @Test
  @DisplayName("MessageGateway rule 4: whoever asks nobody says so and for how long, and only then")
  void saysWhenItRests() {
    peer.answer(Answer.ERROR);
    for (int call = 1; call <= MANY; call++) {
      int before = peer.attempts();
      boolean asked = send("N-" + call) != Delivery.NOT_ASKED;
      assertThat(peer.attempts() > before).as("asked by call %s", call).isEqualTo(asked);
      if (!asked) {
        assertThat(gateway.rest()).as("rest after call %s", call).isPositive();
      }
    }
  }

  @Test
  @DisplayName("MessageGateway rule 3: a peer that cannot be reached is a failure, not an exception")
  void failsWithoutPeer() {
    assertThat(gatewayWithoutPeer().send(Samples.message("N-1"))).isEqualTo(Delivery.FAILED);
  }
}
