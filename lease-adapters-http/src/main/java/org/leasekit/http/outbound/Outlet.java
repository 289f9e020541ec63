package org.leasekit.http.outbound;

import dev.failsafe.CircuitBreaker;
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

/**
 * One address that is posted to, signed as Standard Webhooks lay down, within time-outs and behind a circuit breaker. One call
 * makes at most one HTTP request, and none while the circuit is open or the other end has asked for a pause (a {@code
 * Retry-After} with 429 or 503). An interrupted thread is still interrupted afterwards. Safe for use by many threads.
 */
final class Outlet {

  /** An answer is one short object. */
  private static final int LONGEST_ANSWER = 16 * 1024;

  private final URI endpoint;
  private final WebhookSignatures signatures;
  private final Duration responseTimeout;
  private final HttpClient client;
  private final @Nullable CircuitBreaker<Object> breaker;
  private final Pause pause;

  private Outlet(Builder<?> builder, HttpClient client) {
    this.endpoint = builder.endpoint;
    this.signatures = new WebhookSignatures(builder.time, builder.secret);
    this.responseTimeout = builder.responseTimeout;
    this.client = client;
    this.breaker = builder.breaker();
    this.pause = new Pause(builder.time);
  }

  /** What becomes of a request, in the words of whoever posts. */
  interface Answers<T> {

    /** The whole answer is there. */
    T answered(HttpResponse<byte[]> response);

    /** No connection, or no whole answer, in time. */
    T timedOut();

    /** No whole answer for any other reason, an interrupted thread among them. */
    T failed();

    /** Nobody was asked. */
    T notAsked();

    /** Whether the other end did not do what it was asked to. */
    boolean isFailure(T answer);
  }

  /**
   * Begins a request with a body.
   *
   * @param key what {@code webhook-id} carries, as it goes into a header
   */
  HttpRequest.Builder request(String key, byte[] body) {
    WebhookSignatures.Headers signed = signatures.sign(key, body);
    return HttpRequest.newBuilder(endpoint)
        .header(WebhookSignatures.ID, signed.id())
        .header(WebhookSignatures.TIMESTAMP, signed.timestamp())
        .header(WebhookSignatures.SIGNATURE, signed.signature())
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /** Posts, unless the circuit is open or a pause was asked for. */
  <T> T post(HttpRequest request, Answers<T> answers) {
    if (pause.isOn() || breaker != null && !breaker.tryAcquirePermit()) {
      return answers.notAsked();
    }
    Exchange<T> exchange = new Exchange<>(answers);
    if (breaker == null) {
      return exchange(request, exchange);
    }
    boolean failed = true;
    try {
      T answer = exchange(request, exchange);
      failed = exchange.speaksAgainstTheOtherEnd(answer);
      return answer;
    } finally {
      // whatever happens: a permit that is not given back would leave the circuit half open for ever
      if (failed) {
        breaker.recordFailure();
      } else {
        breaker.recordSuccess();
      }
    }
  }

  /** One request and what came of it. */
  private static final class Exchange<T> {
    private static final int REFUSALS = 400;
    private static final int FAULTS = 500;
    private static final Set<Integer> NO_REFUSALS = Set.of(408, 429);

    private final Answers<T> answers;
    private boolean refused;

    Exchange(Answers<T> answers) {
      this.answers = answers;
    }

    T answered(HttpResponse<byte[]> response) {
      int status = response.statusCode();
      refused = status >= REFUSALS && status < FAULTS && !NO_REFUSALS.contains(status);
      return answers.answered(response);
    }

    /** What refuses one request, for what is in it, is alive and answers others. */
    boolean speaksAgainstTheOtherEnd(T answer) {
      return answers.isFailure(answer) && !refused;
    }
  }

  /** How long nobody is asked from now on; zero when the next call asks. */
  Duration rest() {
    Duration open = breaker == null ? Duration.ZERO : breaker.getRemainingDelay();
    Duration wanted = pause.left();
    return open.compareTo(wanted) > 0 ? open : wanted;
  }

  private <T> T exchange(HttpRequest request, Exchange<T> one) {
    Answers<T> answers = one.answers;
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, SmallBody.ofAtMost(LONGEST_ANSWER));
    try {
      // a time-out of the request itself would end with the headers; this one holds for the body as well
      HttpResponse<byte[]> response = exchange.get(responseTimeout.toNanos(), TimeUnit.NANOSECONDS);
      pause.heed(response);
      return one.answered(response);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return answers.timedOut();
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return answers.failed();
    } catch (ExecutionException e) {
      return e.getCause() instanceof HttpTimeoutException ? answers.timedOut() : answers.failed();
    }
  }

  /** Its circuit; null when it has none. */
  @Nullable CircuitBreaker<Object> circuit() {
    return breaker;
  }

  /**
   * Collects what an address needs. Defaults: connect within 2 seconds, answer within 10 seconds, the system's clock, and a
   * circuit that opens for 30 seconds when 10 of the last 20 attempts have failed.
   *
   * @param <B> the builder itself
   */
  abstract static class Builder<B extends Builder<B>> {

    private final URI endpoint;
    private final String secret;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration responseTimeout = Duration.ofSeconds(10);
    private InstantSource time = InstantSource.system();
    private @Nullable HttpClient client;
    private int failures = 10;
    private int attempts = 20;
    private Duration open = Duration.ofSeconds(30);

    Builder(URI endpoint, String secret) {
      this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
      this.secret = Objects.requireNonNull(secret, "signingSecret");
    }

    abstract B self();

    /** How long to wait for a connection; of no effect with a {@link #client} of one's own. */
    public B connectTimeout(Duration timeout) {
      connectTimeout = positive(timeout, "connectTimeout");
      return self();
    }

    /** How long one attempt may take in all, from connecting to the last byte of the answer. */
    public B responseTimeout(Duration timeout) {
      responseTimeout = positive(timeout, "responseTimeout");
      return self();
    }

    /** Where the time in {@code webhook-timestamp} comes from, and the time that a pause is counted by which the other end asks for. */
    public B time(InstantSource source) {
      time = Objects.requireNonNull(source, "time");
      return self();
    }

    /** A client of the host's own, with its proxy, its TLS and its connect time-out. */
    public B client(HttpClient own) {
      client = Objects.requireNonNull(own, "client");
      return self();
    }

    /**
     * When to stop asking an address that does not answer. While the circuit is open nobody is asked; afterwards one
     * attempt decides whether it closes. An answer of 400 to 499 other than 408 and 429 refuses what was posted and shows that the
     * other end is alive: it counts as a success.
     *
     * @param failures how many of the last {@code attempts} have to fail, 1 to {@code attempts}
     * @param attempts how many attempts are looked at, 1 or more
     * @param open how long the circuit stays open, by the machine's own clock, greater than zero
     */
    public B circuitBreaker(int failures, int attempts, Duration open) {
      if (failures < 1 || failures > attempts) {
        throw new IllegalArgumentException("failures: 1 to " + attempts + ", but was " + failures);
      }
      this.failures = failures;
      this.attempts = attempts;
      this.open = positive(open, "open");
      return self();
    }

    /**
     * Asks whatever happened before: for simulated time, which runs faster than the clock that closes circuits.
     */
    public B withoutCircuitBreaker() {
      attempts = 0;
      return self();
    }

    /**
     * The address.
     *
     * @throws IllegalArgumentException if the endpoint or the secret is unusable
     */
    Outlet outlet() {
      HttpRequest.newBuilder(endpoint); // refuses here what it would refuse at the first request
      HttpClient used = client;
      if (used == null) {
        used =
            HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
      }
      return new Outlet(this, used);
    }

    private @Nullable CircuitBreaker<Object> breaker() {
      if (attempts == 0) {
        return null;
      }
      return CircuitBreaker.builder()
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
