package org.leasekit.http.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.failsafe.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.port.MessageGateway;

/**
 * Hands messages to a gateway over HTTP, signed as Standard Webhooks lay down.
 *
 * <p>One call makes at most one HTTP request. There is no retry in here: the library repeats an attempt itself,
 * because it asks for silence before each one and records each as a touch. A redirect is not followed.
 *
 * <p>What is posted is {@code {"lessor", "channel", "recipient", "template", "locale", "text", "link"}}, all strings; a message to the actual user has no link.
 * {@code Idempotency-Key} and {@code webhook-id} carry the message's idempotency key, which is unique within its
 * lessor; characters that a header cannot carry, and {@code %}, are percent-encoded.
 *
 * <table>
 * <caption>What an answer means</caption>
 * <tr><th>answer</th><th>result</th></tr>
 * <tr><td>200 with {@code {"status":"DELIVERED"}}</td><td>{@code DELIVERED}</td></tr>
 * <tr><td>200, 404, 410 or 422 with {@code {"status":"DEAD"}}</td><td>{@code DEAD_CONTACT}</td></tr>
 * <tr><td>no connection or no whole answer within the time-outs</td><td>{@code TIMED_OUT}</td></tr>
 * <tr><td>nothing was posted: the circuit is open, or the gateway has asked for a pause ({@code Retry-After} with 429 or
 * 503)</td><td>{@code NOT_ASKED}</td></tr>
 * <tr><td>anything else, an interrupted thread</td><td>{@code FAILED}</td></tr>
 * </table>
 *
 * <p>An interrupted thread is still interrupted afterwards. Safe for use by many threads; one object serves all
 * messages, because the circuit breaker counts per object.
 */
public final class HttpMessageGateway implements MessageGateway {

  private static final int OK = 200;
  private static final Set<Integer> DEAD_STATUSES = Set.of(OK, 404, 410, 422);

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Outlet outlet;

  private HttpMessageGateway(Outlet outlet) {
    this.outlet = outlet;
  }

  /**
   * Begins a gateway.
   *
   * @param endpoint absolute http or https address that messages are posted to
   * @param signingSecret {@code whsec_} and 24 to 64 bytes in base64
   */
  public static Builder builder(URI endpoint, String signingSecret) {
    return new Builder(endpoint, signingSecret);
  }

  @Override
  public Delivery send(Message message) {
    return outlet.post(request(message), Deliveries.ANSWERS);
  }

  @Override
  public Duration rest() {
    return outlet.rest();
  }

  /** Its circuit, for its tests. */
  @Nullable CircuitBreaker<Object> circuit() {
    return outlet.circuit();
  }

  private HttpRequest request(Message message) {
    byte[] body;
    try {
      body = JSON.writeValueAsBytes(GatewayRequest.of(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is always JSON", e);
    }
    String key = Headers.value(message.idempotencyKey());
    return outlet
        .request(key, body)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Idempotency-Key", key)
        .build();
  }

  /** What a gateway's answers mean. */
  private static final class Deliveries implements Outlet.Answers<Delivery> {
    static final Deliveries ANSWERS = new Deliveries();

    @Override
    public Delivery answered(HttpResponse<byte[]> response) {
      return delivery(response);
    }

    @Override
    public Delivery timedOut() {
      return Delivery.TIMED_OUT;
    }

    @Override
    public Delivery failed() {
      return Delivery.FAILED;
    }

    @Override
    public Delivery notAsked() {
      return Delivery.NOT_ASKED;
    }

    @Override
    public boolean isFailure(Delivery delivery) {
      return delivery == Delivery.FAILED || delivery == Delivery.TIMED_OUT;
    }
  }

  private static Delivery delivery(HttpResponse<byte[]> response) {
    String status;
    try {
      GatewayAnswer answer = JSON.readValue(response.body(), GatewayAnswer.class);
      status = answer == null || answer.status() == null ? "" : answer.status();
    } catch (IOException e) {
      return Delivery.FAILED;
    }
    if (status.equals("DELIVERED") && response.statusCode() == OK) {
      return Delivery.DELIVERED;
    }
    if (status.equals("DEAD") && DEAD_STATUSES.contains(response.statusCode())) {
      return Delivery.DEAD_CONTACT;
    }
    return Delivery.FAILED;
  }

  /**
   * Collects what a gateway needs. Defaults: connect within 2 seconds, answer within 10 seconds, the system's clock,
   * and a circuit that opens for 30 seconds when 10 of the last 20 attempts have failed. A failure is {@code FAILED} or
   * {@code TIMED_OUT}, unless the gateway has refused the message with 400 to 499 (other than 408 and 429).
   */
  public static final class Builder extends Outlet.Builder<Builder> {

    private Builder(URI endpoint, String secret) {
      super(endpoint, secret);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The gateway.
     *
     * @throws IllegalArgumentException if the endpoint or the secret is unusable
     */
    public HttpMessageGateway build() {
      return new HttpMessageGateway(outlet());
    }
  }
}
