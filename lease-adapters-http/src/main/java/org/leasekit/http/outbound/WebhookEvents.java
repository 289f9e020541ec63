package org.leasekit.http.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.failsafe.CircuitBreaker;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.leasekit.event.Recorded;
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
 * 200 to 299 within the time-out; a redirect is not followed. While the circuit is open, or a pause lasts that the receiver has
 * asked for ({@code Retry-After} with 429 or 503), nothing is posted and nothing taken: a receiver that is dead costs no time-out
 * for each of the events that wait. An interrupted thread is still interrupted
 * afterwards. Safe for use by many threads; one object serves all events, because the circuit breaker counts per object.
 */
public final class WebhookEvents implements Events {
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Outlet outlet;

  private WebhookEvents(Outlet outlet) {
    this.outlet = outlet;
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
    return outlet.post(request(event), Hearing.ANSWERS);
  }

  private HttpRequest request(Recorded event) {
    byte[] body;
    try {
      body = JSON.writeValueAsBytes(CloudEvent.of(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is always JSON", e);
    }
    return outlet
        .request(Headers.value(event.id().toString()), body)
        .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
        .build();
  }

  /** Its circuit, for its tests. */
  @Nullable CircuitBreaker<Object> circuit() {
    return outlet.circuit();
  }

  /** What a receiver's answers mean. */
  private static final class Hearing implements Outlet.Answers<Answer> {
    static final Hearing ANSWERS = new Hearing();

    @Override
    public Answer answered(HttpResponse<byte[]> response) {
      int status = response.statusCode();
      return status >= OK && status < MULTIPLE_CHOICES ? Answer.TAKEN : Answer.FAILED;
    }

    @Override
    public Answer timedOut() {
      return Answer.FAILED;
    }

    @Override
    public Answer failed() {
      return Answer.FAILED;
    }

    @Override
    public Answer notAsked() {
      return Answer.FAILED;
    }

    @Override
    public boolean isFailure(Answer answer) {
      return answer == Answer.FAILED;
    }
  }

  /**
   * Collects what a webhook needs. Defaults: connect within 2 seconds, answer within 10 seconds, the system's clock, and a
   * circuit that opens for 30 seconds when 10 of the last 20 events were not taken; an event that is refused with 400 to 499 (other
   * than 408 and 429) does not count.
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
     * The webhook.
     *
     * @throws IllegalArgumentException if the endpoint or the secret is unusable
     */
    public WebhookEvents build() {
      return new WebhookEvents(outlet());
    }
  }
}
