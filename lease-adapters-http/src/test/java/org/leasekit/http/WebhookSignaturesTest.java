package org.leasekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.http.WebhookSignatures.Headers;
import org.leasekit.http.WebhookSignatures.Verdict;

class WebhookSignaturesTest {

  /** The example that the libraries of Standard Webhooks share. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant SENT = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = utf8("{\"test\": 2432232314}");
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static final String OTHER_SECRET = secret((byte) 7, 32);

  @Test
  void agreesWithTheStandardsExample() {
    assertThat(at(SENT, SECRET).sign(ID, BODY)).isEqualTo(new Headers(ID, "1614265330", SIGNATURE));
    assertThat(at(SENT, SECRET).verify(ID, "1614265330", SIGNATURE, BODY)).isEqualTo(Verdict.VALID);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, VALID",
    "PT5M, VALID",
    "-PT5M, VALID",
    "PT5M0.001S, OUTSIDE_TOLERANCE",
    "-PT5M0.001S, OUTSIDE_TOLERANCE",
    "P400D, OUTSIDE_TOLERANCE"
  })
  void acceptsFiveMinutesInEitherDirection(Duration later, Verdict expected) {
    assertThat(at(SENT.plus(later), SECRET).verify(ID, "1614265330", SIGNATURE, BODY))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1614265330.0", "1614265330 ", "999999999999"})
  void refusesATimeThatIsNoNumberOfSeconds(String timestamp) {
    assertThat(at(SENT, SECRET).verify(ID, timestamp, SIGNATURE, BODY)).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void refusesMissingHeaders() {
    WebhookSignatures signatures = at(SENT, SECRET);
    assertThat(signatures.verify(null, "1614265330", SIGNATURE, BODY)).isEqualTo(Verdict.INCOMPLETE);
    assertThat(signatures.verify(ID, null, SIGNATURE, BODY)).isEqualTo(Verdict.INCOMPLETE);
    assertThat(signatures.verify(ID, "1614265330", null, BODY)).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void findsTheRightOneAmongSeveralSignatures() {
    String many = "v1a,b3RoZXI= v1,AAAA " + SIGNATURE + " v2,AAAA";
    assertThat(at(SENT, SECRET).verify(ID, "1614265330", many, BODY)).isEqualTo(Verdict.VALID);
    String none = "v1a,b3RoZXI= v1,AAAA " + SIGNATURE.replace("v1,", "v2,");
    assertThat(at(SENT, SECRET).verify(ID, "1614265330", none, BODY)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void acceptsBothSecretsWhileTheyAreChangedAndSignsWithTheFirst() {
    WebhookSignatures both = at(SENT, OTHER_SECRET, SECRET);
    assertThat(both.verify(ID, "1614265330", SIGNATURE, BODY)).isEqualTo(Verdict.VALID);
    Headers signed = both.sign(ID, BODY);
    assertThat(at(SENT, OTHER_SECRET).verify(ID, signed.timestamp(), signed.signature(), BODY))
        .isEqualTo(Verdict.VALID);
    assertThat(at(SENT, SECRET).verify(ID, signed.timestamp(), signed.signature(), BODY))
        .isEqualTo(Verdict.FORGED);
  }

  @Property
  void refusesAnyAlteredByteOfTheBody(@ForAll @IntRange(max = 19) int index, @ForAll byte put) {
    byte[] altered = BODY.clone();
    altered[index] = put;
    assertThat(at(SENT, SECRET).verify(ID, "1614265330", SIGNATURE, altered))
        .isEqualTo(put == BODY[index] ? Verdict.VALID : Verdict.FORGED);
  }

  @Property
  void refusesAnyAlteredCharacterOfTheSignature(
      @ForAll @IntRange(max = 46) int index, @ForAll char put) {
    StringBuilder altered = new StringBuilder(SIGNATURE);
    altered.setCharAt(index, put);
    assertThat(at(SENT, SECRET).verify(ID, "1614265330", altered.toString(), BODY))
        .isEqualTo(put == SIGNATURE.charAt(index) ? Verdict.VALID : Verdict.FORGED);
  }

  @Property
  void refusesAnotherIdAndAnotherTime(@ForAll String id, @ForAll @IntRange(min = 1) int seconds) {
    assertThat(at(SENT, SECRET).verify(id, "1614265330", SIGNATURE, BODY)).isEqualTo(Verdict.FORGED);
    String later = Long.toString(SENT.getEpochSecond() + seconds);
    assertThat(at(SENT, SECRET).verify(ID, later, SIGNATURE, BODY)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void refusesMalformedSecretsWithoutPrintingThem() {
    for (String bad :
        new String[] {
          "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_???", secret((byte) 1, 23), secret((byte) 1, 65)
        }) {
      assertThatThrownBy(() -> at(SENT, bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("secret")
          .hasMessageNotContaining(bad);
    }
  }

  private static WebhookSignatures at(Instant now, String secret, String... older) {
    return new WebhookSignatures(InstantSource.fixed(now), secret, older);
  }

  private static String secret(byte fill, int length) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, fill);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
