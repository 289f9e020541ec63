package org.leasekit.http.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.failsafe.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.leasekit.http.WebhookSignatures;
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
 * <tr><td>anything else, an open circuit, an interrupted thread</td><td>{@code FAILED}</td></tr>
 * </table>
 *
 * <p>An interrupted thread is still interrupted afterwards. Safe for use by many threads; one object serves all
 * messages, because the circuit breaker counts per object.
 */
public final class HttpMessageGateway implements MessageGateway {

  private static final int OK = 200;
  private static final Set<Integer> DEAD_STATUSES = Set.of(OK, 404, 410, 422);
  /** An answer is one short object. */
  private static final int LONGEST_ANSWER = 16 * 1024;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final URI endpoint;
  private final WebhookSignatures signatures;
  private final Duration responseTimeout;
  private final HttpClient client;
  private final @Nullable CircuitBreaker<Delivery> breaker;

  private HttpMessageGateway(Builder builder, HttpClient client) {
    this.endpoint = builder.endpoint;
    this.signatures = new WebhookSignatures(builder.time, builder.secret);
    this.responseTimeout = builder.responseTimeout;
    this.client = client;
    this.breaker = builder.breaker();
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
    HttpRequest request = request(message);
    if (breaker == null) {
      return exchange(request);
    }
    if (!breaker.tryAcquirePermit()) {
      return Delivery.FAILED;
    }
    Delivery delivery = exchange(request);
    breaker.recordResult(delivery);
    return delivery;
  }

  private HttpRequest request(Message message) {
    byte[] body;
    try {
      body = JSON.writeValueAsBytes(GatewayRequest.of(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is always JSON", e);
    }
    String key = Headers.value(message.idempotencyKey());
    WebhookSignatures.Headers signed = signatures.sign(key, body);
    return HttpRequest.newBuilder(endpoint)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Idempotency-Key", key)
        .header(WebhookSignatures.ID, signed.id())
        .header(WebhookSignatures.TIMESTAMP, signed.timestamp())
        .header(WebhookSignatures.SIGNATURE, signed.signature())
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private Delivery exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, SmallBody.ofAtMost(LONGEST_ANSWER));
    try {
      // a time-out of the request itself would end with the headers; this one holds for the body as well
      return delivery(exchange.get(responseTimeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return Delivery.TIMED_OUT;
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return Delivery.FAILED;
    } catch (ExecutionException e) {
      return e.getCause() instanceof HttpTimeoutException ? Delivery.TIMED_OUT : Delivery.FAILED;
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
   * and a circuit that opens for 30 seconds when 10 of the last 20 attempts have failed.
   */
  public static final class Builder {

    private final URI endpoint;
    private final String secret;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration responseTimeout = Duration.ofSeconds(10);
    private InstantSource time = InstantSource.system();
    private @Nullable HttpClient client;
    private int failures = 10;
    private int attempts = 20;
    private Duration open = Duration.ofSeconds(30);

    private Builder(URI endpoint, String secret) {
      this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
      this.secret = Objects.requireNonNull(secret, "signingSecret");
    }

    /** How long to wait for a connection; of no effect with a {@link #client} of one's own. */
    public Builder connectTimeout(Duration timeout) {
      connectTimeout = positive(timeout, "connectTimeout");
      return this;
    }

    /** How long one attempt may take in all, from connecting to the last byte of the answer. */
    public Builder responseTimeout(Duration timeout) {
      responseTimeout = positive(timeout, "responseTimeout");
      return this;
    }

    /** Where the time in {@code webhook-timestamp} comes from. */
    public Builder time(InstantSource source) {
      time = Objects.requireNonNull(source, "time");
      return this;
    }

    /** A client of the host's own, with its proxy, its TLS and its connect time-out. */
    public Builder client(HttpClient own) {
      client = Objects.requireNonNull(own, "client");
      return this;
    }

    /**
     * When to stop asking a gateway that does not answer. While the circuit is open every message fails at once;
     * afterwards one attempt decides whether it closes. A failure is {@code FAILED} or {@code TIMED_OUT}.
     *
     * @param failures how many of the last {@code attempts} have to fail, 1 to {@code attempts}
     * @param attempts how many attempts are looked at, 1 or more
     * @param open how long the circuit stays open, by the machine's own clock, greater than zero
     */
    public Builder circuitBreaker(int failures, int attempts, Duration open) {
      if (failures < 1 || failures > attempts) {
        throw new IllegalArgumentException("failures: 1 to " + attempts + ", but was " + failures);
      }
      this.failures = failures;
      this.attempts = attempts;
      this.open = positive(open, "open");
      return this;
    }

    /**
     * Asks the gateway whatever happened before: for simulated time, which runs faster than the clock that closes
     * circuits.
     */
    public Builder withoutCircuitBreaker() {
      attempts = 0;
      return this;
    }

    /**
     * The gateway.
     *
     * @throws IllegalArgumentException if the endpoint or the secret is unusable
     */
    public HttpMessageGateway build() {
      HttpRequest.newBuilder(endpoint); // refuses here what it would refuse at the first message
      HttpClient used = client;
      if (used == null) {
        used =
            HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
      }
      return new HttpMessageGateway(this, used);
    }

    private @Nullable CircuitBreaker<Delivery> breaker() {
      if (attempts == 0) {
        return null;
      }
      return CircuitBreaker.<Delivery>builder()
          .handleResultIf(result -> result == Delivery.FAILED || result == Delivery.TIMED_OUT)
          .withFailureThreshold(failures, attempts)
          .withDelay(open)
          .withSuccessThreshold(1)
          .build();
    }

    private static Duration positive(Duration duration, String name) {
      if (duration.isZero() || duration.isNegative()) {
        throw new IllegalArgumentException(name + ": greater than zero, but was " + duration);
      }
      return duration;
    }
  }
}
