package org.leasekit.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies webhooks as <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> lay down: the
 * header {@code webhook-signature} holds {@code v1,} and the base64 HMAC-SHA256 of {@code id.timestamp.body}.
 *
 * <p>While a secret is being changed, give both: signing uses the first, and verifying accepts any of them. Immutable
 * and safe for use by many threads.
 */
public final class WebhookSignatures {

  /** Name of the header with the message's identifier. */
  public static final String ID = "webhook-id";

  /** Name of the header with the time of sending, in whole seconds since the epoch. */
  public static final String TIMESTAMP = "webhook-timestamp";

  /** Name of the header with the signatures, separated by spaces. */
  public static final String SIGNATURE = "webhook-signature";

  /** How far the time of sending may lie from now, in either direction; exactly this far is still accepted. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION_PREFIX = "v1,";
  private static final int LEAST_SECRET_BYTES = 24;
  private static final int MOST_SECRET_BYTES = 64;
  private static final byte[] DOT = {'.'};

  private final InstantSource time;
  private final List<HmacSha256> keys;

  /**
   * Signatures with these secrets.
   *
   * @param time tells the time of signing and of verifying
   * @param secret {@code whsec_} and 24 to 64 bytes in base64
   * @param olderSecrets still accepted when verifying
   * @throws IllegalArgumentException if a secret is malformed; the message does not contain it
   */
  public WebhookSignatures(InstantSource time, String secret, String... olderSecrets) {
    this.time = Objects.requireNonNull(time, "time");
    List<HmacSha256> all = new ArrayList<>();
    all.add(key(secret));
    for (String older : olderSecrets) {
      all.add(key(older));
    }
    this.keys = List.copyOf(all);
  }

  /**
   * The values of the three headers of one signed message.
   *
   * @param id value of {@link #ID}
   * @param timestamp value of {@link #TIMESTAMP}
   * @param signature value of {@link #SIGNATURE}
   */
  public record Headers(String id, String timestamp, String signature) {}

  /** What verifying found. */
  public enum Verdict {
    /** Signed with one of the secrets, and recent. */
    VALID,
    /** A header is missing, or the time of sending is no number of seconds. */
    INCOMPLETE,
    /** Signed with one of the secrets, but too long ago, or too far ahead. */
    OUTSIDE_TOLERANCE,
    /** No signature was made with one of the secrets for this message. */
    FORGED
  }

  /**
   * Signs a message as sent now.
   *
   * @param id unique for the message, the same when it is sent again
   * @param body exactly the bytes that are sent
   */
  public Headers sign(String id, byte[] body) {
    String timestamp = Long.toString(time.instant().getEpochSecond());
    return new Headers(id, timestamp, signature(keys.get(0), id, timestamp, body));
  }

  /**
   * Verifies a message that arrives now.
   *
   * @param id value of {@link #ID}; null when the header is missing
   * @param timestamp value of {@link #TIMESTAMP}; null when the header is missing
   * @param signatures value of {@link #SIGNATURE}; null when the header is missing
   * @param body exactly the bytes that arrived, before any parsing
   */
  public Verdict verify(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
    if (id == null || timestamp == null || signatures == null || !timestamp.matches("[0-9]{1,11}")) {
      return Verdict.INCOMPLETE;
    }
    if (!anyMatches(id, timestamp, signatures, body)) {
      return Verdict.FORGED;
    }
    Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    Duration distance = Duration.between(sentAt, time.instant()).abs();
    return distance.compareTo(TOLERANCE) > 0 ? Verdict.OUTSIDE_TOLERANCE : Verdict.VALID;
  }

  private boolean anyMatches(String id, String timestamp, String signatures, byte[] body) {
    boolean matches = false;
    for (HmacSha256 key : keys) {
      String expected = signature(key, id, timestamp, body);
      for (String given : signatures.split(" ")) {
        // no early exit: which of the secrets fits is nobody's business
        matches |= HmacSha256.same(expected, given);
      }
    }
    return matches;
  }

  private static String signature(HmacSha256 key, String id, String timestamp, byte[] body) {
    byte[] mac =
        key.of(
            id.getBytes(StandardCharsets.UTF_8),
            DOT,
            timestamp.getBytes(StandardCharsets.UTF_8),
            DOT,
            body);
    return VERSION_PREFIX + Base64.getEncoder().encodeToString(mac);
  }

  private static HmacSha256 key(String secret) {
    if (!secret.startsWith(SECRET_PREFIX)) {
      throw new IllegalArgumentException("secret: starts with " + SECRET_PREFIX);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("secret: base64 after " + SECRET_PREFIX);
    }
    if (bytes.length < LEAST_SECRET_BYTES || bytes.length > MOST_SECRET_BYTES) {
      throw new IllegalArgumentException("secret: 24 to 64 bytes, but were " + bytes.length);
    }
    return new HmacSha256(bytes);
  }
}
