package org.leasekit.http.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.leasekit.event.Recorded;
import org.leasekit.http.WebhookSignatures;
import org.leasekit.port.Events;

/**
 * Posts events to a webhook: a CloudEvent 1.0 in JSON ({@code application/cloudevents+json}), signed as Standard Webhooks
 * lay down.
 *
 * <p>{@code id} of the event and {@code webhook-id} are the same however often an event is told, so that the receiver knows
 * what it had; in the header, characters that it cannot carry, and {@code %}, are percent-encoded. Of one contract the
 * extension {@code sequence} counts from 1. The data holds masked personal data at most.
 *
 * <p>One call makes at most one HTTP request; the library tells again what was not taken. Taken is what is answered with
 * 200 to 299 within the time-out; a redirect is not followed. An interrupted thread is still interrupted afterwards. Safe for
 * use by many threads.
 */
public final class WebhookEvents implements Events {
  private static final int LONGEST_ANSWER = 16 * 1024;
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final URI endpoint;
  private final WebhookSignatures signatures;
  private final Duration responseTimeout;
  private final HttpClient client;

  private WebhookEvents(Builder builder, HttpClient client) {
    this.endpoint = builder.endpoint;
    this.signatures = new WebhookSignatures(builder.time, builder.secret);
    this.responseTimeout = builder.responseTimeout;
    this.client = client;
  }

  /**
   * Begins a webhook.
   *
   * @param endpoint absolute http or https address that events are posted to
   * @param signingSecret {@code whsec_} and 24 to 64 bytes in base64
   */
  public static Builder builder(URI endpoint, String signingSecret) {
    return new Builder(endpoint, signingSecret);
  }

  @Override
  public Answer tell(Recorded event) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request(event), SmallBody.ofAtMost(LONGEST_ANSWER));
    try {
      // a time-out of the request itself would end with the headers; this one holds for the body as well
      int status = exchange.get(responseTimeout.toNanos(), TimeUnit.NANOSECONDS).statusCode();
      return status >= OK && status < MULTIPLE_CHOICES ? Answer.TAKEN : Answer.FAILED;
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return Answer.FAILED;
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return Answer.FAILED;
    } catch (ExecutionException e) {
      return Answer.FAILED;
    }
  }

  private HttpRequest request(Recorded event) {
    byte[] body;
    try {
      body = JSON.writeValueAsBytes(CloudEvent.of(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is always JSON", e);
    }
    WebhookSignatures.Headers signed = signatures.sign(Headers.value(event.id().toString()), body);
    return HttpRequest.newBuilder(endpoint)
        .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
        .header(WebhookSignatures.ID, signed.id())
        .header(WebhookSignatures.TIMESTAMP, signed.timestamp())
        .header(WebhookSignatures.SIGNATURE, signed.signature())
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  /** Collects what a webhook needs. Defaults: connect within 2 seconds, answer within 10 seconds, the system's clock. */
  public static final class Builder {
    private final URI endpoint;
    private final String secret;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration responseTimeout = Duration.ofSeconds(10);
    private InstantSource time = InstantSource.system();
    private @Nullable HttpClient client;

    private Builder(URI endpoint, String secret) {
      this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
      this.secret = Objects.requireNonNull(secret, "signingSecret");
    }

    /** How long to wait for a connection; of no effect with a {@link #client} of one's own. */
    public Builder connectTimeout(Duration timeout) {
      connectTimeout = positive(timeout, "connectTimeout");
      return this;
    }

    /** How long telling one event may take in all, from connecting to the last byte of the answer. */
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
     * The webhook.
     *
     * @throws IllegalArgumentException if the endpoint or the secret is unusable
     */
    public WebhookEvents build() {
      HttpRequest.newBuilder(endpoint); // refuses here what it would refuse at the first event
      HttpClient used = client;
      if (used == null) {
        used =
            HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
      }
      return new WebhookEvents(this, used);
    }

    private static Duration positive(Duration duration, String name) {
      if (duration.isZero() || duration.isNegative()) {
        throw new IllegalArgumentException(name + ": greater than zero, but was " + duration);
      }
      return duration;
    }
  }
}
