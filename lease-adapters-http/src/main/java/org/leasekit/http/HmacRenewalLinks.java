package org.leasekit.http;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.leasekit.party.LessorId;
import org.leasekit.port.RenewalLinks;
import org.leasekit.renewal.CaseId;

/**
 * Personal links that carry their own proof: {@code <base>/r/<token>}, where the token is a base64url payload
 * (version, expiry, lessor, case), a dot, and the payload's HMAC-SHA256. Nothing is stored.
 *
 * <p>While a secret is being changed, give both: links are made with the first and verified with any, so that links
 * already sent go on working. Use the secret for nothing else. Immutable and safe for use by many threads.
 */
public final class HmacRenewalLinks implements RenewalLinks {

  private static final byte VERSION = 1;
  private static final int LEAST_SECRET_BYTES = 32;
  /** Longer than any token made here; what is longer is not worth a digest. */
  private static final int LONGEST_TOKEN = 1024;
  /** Version, expiry and length of the lessor. */
  private static final int FIXED_BYTES = 1 + Long.BYTES + 1;

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String prefix;
  private final List<HmacSha256> keys;

  /**
   * Links below an address.
   *
   * @param base absolute http or https address under which the renewal page is reachable by tenants, without query
   *     and fragment; {@code /r/<token>} is added to its path
   * @param secret at least 32 bytes
   * @param olderSecrets still accepted when verifying
   * @throws IllegalArgumentException if the base or a secret is unusable
   */
  public HmacRenewalLinks(URI base, byte[] secret, byte[]... olderSecrets) {
    this.prefix = prefix(base);
    List<HmacSha256> all = new ArrayList<>();
    all.add(key(secret));
    for (byte[] older : olderSecrets) {
      all.add(key(older));
    }
    this.keys = List.copyOf(all);
  }

  /**
   * What a token says.
   *
   * @param expires the first instant at which the link is worth nothing, in whole seconds
   */
  public record Claims(LessorId lessor, CaseId renewalCase, Instant expires) {}

  /** What verifying found. */
  public sealed interface Verdict {

    /** Made with one of the secrets, and not expired. */
    record Valid(Claims claims) implements Verdict {}

    /** Made with one of the secrets, but expired. */
    record Expired(Claims claims) implements Verdict {}

    /** Not made with one of the secrets, altered, or no token at all. */
    record Forged() implements Verdict {}
  }

  /**
   * {@inheritDoc}
   *
   * <p>A fraction of a second in {@code expires} is cut off, so that the link never outlives it.
   *
   * @throws IllegalArgumentException if {@code expires} lies before 1970
   */
  @Override
  public URI linkFor(LessorId lessor, CaseId renewalCase, Instant expires) {
    if (expires.getEpochSecond() < 0) {
      throw new IllegalArgumentException("expires: not before 1970, but was " + expires);
    }
    String payload = ENCODER.encodeToString(payload(lessor, renewalCase, expires));
    return linkOf(payload + "." + signature(keys.get(0), payload));
  }

  @Override
  public URI inLargeType(URI link) {
    return URI.create(link + (link.getRawQuery() == null ? "?" : "&") + "large=1");
  }

  /**
   * The link that a token belongs to.
   *
   * @param token as {@link #verify} has found it valid or expired
   */
  public URI linkOf(String token) {
    return URI.create(prefix + token);
  }

  /** Verifies a token in a time that does not depend on how much of its signature is right. */
  public Verdict verify(String token, Instant now) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > LONGEST_TOKEN) {
      return new Verdict.Forged();
    }
    String payload = token.substring(0, dot);
    String given = token.substring(dot + 1);
    boolean matches = false;
    for (HmacSha256 key : keys) {
      matches |= HmacSha256.same(signature(key, payload), given);
    }
    if (!matches) {
      return new Verdict.Forged();
    }
    Claims claims = claims(Base64.getUrlDecoder().decode(payload));
    return now.isBefore(claims.expires())
        ? new Verdict.Valid(claims)
        : new Verdict.Expired(claims);
  }

  private static byte[] payload(LessorId lessor, CaseId renewalCase, Instant expires) {
    byte[] lessorBytes = lessor.value().getBytes(StandardCharsets.UTF_8);
    byte[] caseBytes = renewalCase.value().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(FIXED_BYTES + lessorBytes.length + caseBytes.length)
        .put(VERSION)
        .putLong(expires.getEpochSecond())
        .put((byte) lessorBytes.length)
        .put(lessorBytes)
        .put(caseBytes)
        .array();
  }

  /** Reads a payload whose signature is right, so that it is one of ours. */
  private static Claims claims(byte[] payload) {
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    if (bytes.get() != VERSION) {
      throw new IllegalStateException("signed payload of an unknown version");
    }
    Instant expires = Instant.ofEpochSecond(bytes.getLong());
    int lessorLength = Byte.toUnsignedInt(bytes.get());
    String lessor = utf8(bytes.slice(bytes.position(), lessorLength));
    String renewalCase = utf8(bytes.position(bytes.position() + lessorLength).slice());
    return new Claims(new LessorId(lessor), new CaseId(renewalCase), expires);
  }

  private static String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("signed payload that is not UTF-8", e);
    }
  }

  private static String signature(HmacSha256 key, String payload) {
    return ENCODER.encodeToString(key.of(payload.getBytes(StandardCharsets.UTF_8)));
  }

  private static HmacSha256 key(byte[] secret) {
    if (secret.length < LEAST_SECRET_BYTES) {
      throw new IllegalArgumentException("secret: at least 32 bytes, but were " + secret.length);
    }
    return new HmacSha256(secret);
  }

  private static String prefix(URI base) {
    String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "base: an absolute http or https address without query and fragment, but was " + base);
    }
    String text = base.toString();
    return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/r/";
  }
}
