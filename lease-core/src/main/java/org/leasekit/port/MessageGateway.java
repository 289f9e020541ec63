package org.leasekit.port;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;

/**
 * Sends one message.
 *
 * <ol>
 *   <li>One call is one attempt: the library repeats, because it asks for silence before each attempt
 *       and records each as a touch.
 *   <li>Every attempt of one notice carries the same idempotency key, and so does every attempt of one digest with the
 *       same contents; the receiver shows the message once.
 *   <li>No exception for what a network does: a refusal, an error and a time-out are results.
 *   <li>A gateway that does not ask the other end for a while, because its circuit is open or the other end wants a pause,
 *       answers {@link Delivery#NOT_ASKED} without asking, and nothing else does so; {@link #rest} says for how long. That is no
 *       attempt: the library keeps the message for later, and counts and records nothing.
 * </ol>
 */
public interface MessageGateway {

  /**
   * A message to one contact.
   *
   * @param idempotencyKey the same for every attempt of one notice, or of one digest with the same contents
   * @param contact where it goes, and whose address that is
   * @param template name of the template, for example {@code renewal.30}; the actual user gets {@code renewal.user}
   * @param text what the person reads, without the link
   * @param link personal and signed; null for whoever may do nothing there, such as the actual user, who is no party to the lease
   */
  record Message(
      LessorId lessor,
      String idempotencyKey,
      Contact contact,
      String template,
      Locale locale,
      String text,
      @Nullable URI link) {}

  /** What became of the attempt. */
  enum Delivery {
    DELIVERED,
    /** The address does not exist: never try it again. */
    DEAD_CONTACT,
    /** It failed, and a later attempt may succeed. */
    FAILED,
    /** No answer in time: it may have been delivered. */
    TIMED_OUT,
    /** Nothing was sent: nobody is asked for as long as {@link #rest} says. */
    NOT_ASKED
  }

  /** Makes one attempt, or none while the gateway rests. */
  Delivery send(Message message);

  /** How long nobody is asked from now on, as far as is known; zero while messages are sent. */
  default Duration rest() {
    return Duration.ZERO;
  }
}
