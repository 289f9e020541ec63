package org.leasekit.http.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant sends from the page of an offer. What cannot be read counts as not sent.
 *
 * @param addOn an add-on to have {@code pieces} of from now on; null when none is meant
 * @param code as it was typed; empty when none was
 * @param yes whether the tenant says yes
 * @param shown first payment that the page showed
 * @param offer fingerprint of the offer that the page showed
 */
record OfferForm(
    @Nullable String addOn, int pieces, String code, boolean yes, @Nullable BigDecimal shown, @Nullable String offer) {

  /** Names of the fields. */
  static final String SET = "set";
  static final String CODE = "code";
  static final String ACT = "act";
  static final String ACCEPT = "accept";
  static final String SHOWN = "shown";
  static final String OFFER = "offer";

  private static final String PRICE = "[0-9]{1,15}(\\.[0-9]{1,4})?";
  private static final String PIECES_OF = "[0-9]{1,4}:.{1,24}";
  private static final String FINGERPRINT = "[0-9a-f]{1,64}";

  /** The value of {@link #SET}. */
  static String pieces(int pieces, String addOn) {
    return pieces + ":" + addOn;
  }

  /**
   * Reads a body of the type {@code application/x-www-form-urlencoded} in UTF-8.
   *
   * @throws jakarta.ws.rs.WebApplicationException 413 when it is too long
   */
  static OfferForm read(InputStream body, Texts texts) throws IOException {
    Map<String, String> fields = fields(body, texts);
    String set = fields.getOrDefault(SET, "");
    boolean chosen = set.matches(PIECES_OF);
    String offer = fields.get(OFFER);
    return new OfferForm(
        chosen ? set.substring(set.indexOf(':') + 1) : null,
        chosen ? Integer.parseInt(set.substring(0, set.indexOf(':'))) : 0,
        fields.getOrDefault(CODE, "").strip(),
        ACCEPT.equals(fields.get(ACT)),
        price(fields.get(SHOWN)),
        offer != null && offer.matches(FINGERPRINT) ? offer : null);
  }

  /** A plain decimal; null for anything else. */
  static @Nullable BigDecimal price(@Nullable String text) {
    return text != null && text.matches(PRICE) ? new BigDecimal(text) : null;
  }

  /**
   * The fields of a body of the type {@code application/x-www-form-urlencoded} in UTF-8, the first of each name.
   *
   * @throws jakarta.ws.rs.WebApplicationException 413 when it is too long
   */
  static Map<String, String> fields(InputStream body, Texts texts) throws IOException {
    return fields(new String(RequestBody.read(body, texts), StandardCharsets.UTF_8));
  }

  private static Map<String, String> fields(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
  }
}
