package org.leasekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.http.HmacRenewalLinks.Claims;
import org.leasekit.http.HmacRenewalLinks.Verdict;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;

class HmacRenewalLinksTest {

  private static final URI BASE = URI.create("https://renew.example.com");
  private static final LessorId LESSOR = new LessorId("parkside");
  private static final CaseId CASE = new CaseId("P-2025-0001-20260331");
  private static final Instant EXPIRES = Instant.parse("2026-03-31T16:00:00Z");

  private final HmacRenewalLinks links = new HmacRenewalLinks(BASE, secret(1));

  @Test
  void opensItsOwnCaseOnlyUntilItExpires() {
    String token = token(links.linkFor(LESSOR, CASE, EXPIRES));
    Claims claims = new Claims(LESSOR, CASE, EXPIRES);
    assertThat(links.verify(token, EXPIRES.minusSeconds(1))).isEqualTo(new Verdict.Valid(claims));
    assertThat(links.verify(token, EXPIRES.minusNanos(1))).isEqualTo(new Verdict.Valid(claims));
    assertThat(links.verify(token, EXPIRES)).isEqualTo(new Verdict.Expired(claims));
  }

  @Test
  void cutsAFractionOfASecondOffSoThatTheLinkNeverOutlivesIt() {
    Instant between = EXPIRES.plusMillis(400);
    String token = token(links.linkFor(LESSOR, CASE, between));
    assertThat(links.verify(token, between)).isInstanceOf(Verdict.Expired.class);
    assertThat(links.verify(token, EXPIRES.minusNanos(1))).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void largeTypeIsAskedForBesideTheToken() {
    var link = links.linkFor(LESSOR, CASE, EXPIRES);
    assertThat(links.inLargeType(link)).hasToString(link + "?large=1");
    assertThat(links.inLargeType(URI.create("https://page.example/?r=1")))
        .hasToString("https://page.example/?r=1&large=1");
  }

  @Test
  void staysShortEnoughForAShortMessage() {
    assertThat(links.linkFor(LESSOR, CASE, EXPIRES).toString().length()).isLessThan(140);
  }

  @Property(tries = 200)
  void saysBackWhatItWasGiven(
      @ForAll("names") String lessor,
      @ForAll("names") String renewalCase,
      @ForAll @LongRange(min = 0, max = 253402300799L) long seconds) {
    Claims claims =
        new Claims(new LessorId(lessor), new CaseId(renewalCase), Instant.ofEpochSecond(seconds));
    URI link = links.linkFor(claims.lessor(), claims.renewalCase(), claims.expires());
    assertThat(links.linkFor(claims.lessor(), claims.renewalCase(), claims.expires())).isEqualTo(link);
    assertThat(links.linkOf(token(link))).isEqualTo(link);
    assertThat(links.verify(token(link), claims.expires().minusSeconds(1)))
        .isEqualTo(new Verdict.Valid(claims));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("abcXYZ019-./:续约车位".toCharArray())
        .ofMinLength(1)
        .ofMaxLength(64);
  }

  @Property
  void refusesAnyAlteredCharacter(@ForAll @IntRange(max = 200) int where, @ForAll("put") char put) {
    String token = token(links.linkFor(LESSOR, CASE, EXPIRES));
    int index = where % token.length();
    StringBuilder altered = new StringBuilder(token);
    altered.setCharAt(index, put);
    Verdict verdict = links.verify(altered.toString(), EXPIRES.minusSeconds(1));
    if (put == token.charAt(index)) {
      assertThat(verdict).isInstanceOf(Verdict.Valid.class);
    } else {
      assertThat(verdict).isEqualTo(new Verdict.Forged());
    }
  }

  @Provide
  Arbitrary<Character> put() {
    Arbitrary<Character> base64 =
        Arbitraries.chars().range('a', 'z').range('A', 'Z').range('0', '9').with('-', '_', '.', '=');
    return Arbitraries.oneOf(base64, Arbitraries.chars().all());
  }

  @Property
  void refusesWhatIsNoToken(@ForAll String token) {
    assertThat(links.verify(token, EXPIRES)).isEqualTo(new Verdict.Forged());
  }

  @Test
  void refusesTokensThatAreCutOrLengthened() {
    String token = token(links.linkFor(LESSOR, CASE, EXPIRES));
    for (int length = 0; length < token.length(); length++) {
      assertThat(links.verify(token.substring(0, length), EXPIRES)).isEqualTo(new Verdict.Forged());
    }
    assertThat(links.verify(token + "A", EXPIRES)).isEqualTo(new Verdict.Forged());
    assertThat(links.verify(token + "=", EXPIRES)).isEqualTo(new Verdict.Forged());
    assertThat(links.verify("." + token, EXPIRES)).isEqualTo(new Verdict.Forged());
    assertThat(links.verify("A".repeat(2000) + "." + token, EXPIRES)).isEqualTo(new Verdict.Forged());
  }

  @Test
  void acceptsBothSecretsWhileTheyAreChangedAndSignsWithTheFirst() {
    URI old = links.linkFor(LESSOR, CASE, EXPIRES);
    HmacRenewalLinks both = new HmacRenewalLinks(BASE, secret(2), secret(1));
    HmacRenewalLinks fresh = new HmacRenewalLinks(BASE, secret(2));
    Instant now = EXPIRES.minusSeconds(60);
    assertThat(both.verify(token(old), now)).isInstanceOf(Verdict.Valid.class);
    assertThat(both.linkFor(LESSOR, CASE, EXPIRES)).isEqualTo(fresh.linkFor(LESSOR, CASE, EXPIRES));
    assertThat(fresh.verify(token(old), now)).isEqualTo(new Verdict.Forged());
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example/r/",
    "https://a.example/, https://a.example/r/",
    "http://a.example:8080/lease, http://a.example:8080/lease/r/",
    "https://a.example/lease/, https://a.example/lease/r/"
  })
  void addsItsPathToTheBase(URI base, String prefix) {
    assertThat(new HmacRenewalLinks(base, secret(1)).linkFor(LESSOR, CASE, EXPIRES).toString())
        .startsWith(prefix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/r", "ftp://a.example", "https:///x", "https://a.example/?q", "https://a.example/#f"})
  void refusesABaseThatNoTenantCouldOpen(URI base) {
    assertThatThrownBy(() -> new HmacRenewalLinks(base, secret(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("base");
  }

  @Test
  void refusesAShortSecretAndATimeBefore1970() {
    assertThatThrownBy(() -> new HmacRenewalLinks(BASE, new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("secret");
    assertThatThrownBy(() -> links.linkFor(LESSOR, CASE, Instant.ofEpochSecond(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expires");
  }

  private static String token(URI link) {
    String path = link.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static byte[] secret(int fill) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) fill);
    return secret;
  }
}
