package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.LessorId;
import org.leasekit.port.RenewalLinks;
import org.leasekit.renewal.CaseId;

/** The rules of {@link RenewalLinks}, shown by what opens the links. */
public abstract class RenewalLinksContract {

  /** What a link opens. */
  public record Opened(LessorId lessor, CaseId renewalCase) {}

  private static final Instant EXPIRES = Samples.NOW.plusSeconds(30 * 86_400);
  private static final Instant BEFORE = EXPIRES.minusSeconds(1);
  private static final CaseId CASE = Samples.caseIdOf("C-1");

  /** For the test of an adapter. */
  protected RenewalLinksContract() {}

  /** A factory of links with some secret, the same one each time. */
  protected abstract RenewalLinks links();

  /** A factory of links with another secret, as somebody has who does not know ours. */
  protected abstract RenewalLinks linksWithAnotherSecret();

  /**
   * Opens a link as the page behind {@link #links} does.
   *
   * @return what the link claims and proves; empty when it is worth nothing at that instant
   */
  protected abstract Optional<Opened> open(URI link, Instant now);

  private URI link() {
    return links().linkFor(Samples.LESSOR, CASE, EXPIRES);
  }

  private static Opened opened(LessorId lessor, CaseId renewalCase) {
    return new Opened(lessor, renewalCase);
  }

  @Test
  @DisplayName("RenewalLinks rule 1: a link opens its case, and no other")
  void opensItsCase() {
    List<CaseId> ids =
        List.of(CASE, Samples.caseIdOf("C-2"), new CaseId("c-1-20260331"), new CaseId("合同/1 ?&#+%"),
            new CaseId("1".repeat(96)));
    List<URI> all = new ArrayList<>();
    for (LessorId lessor : List.of(Samples.LESSOR, Samples.OTHER_LESSOR)) {
      for (CaseId id : ids) {
        URI link = links().linkFor(lessor, id, EXPIRES);
        assertThat(open(link, Samples.NOW)).contains(opened(lessor, id));
        all.add(link);
      }
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("RenewalLinks rule 1: a link opens until it expires and is worth nothing from then on")
  void expires() {
    assertThat(open(link(), BEFORE)).contains(opened(Samples.LESSOR, CASE));
    assertThat(open(link(), EXPIRES)).isEmpty();
    assertThat(open(link(), EXPIRES.plusSeconds(365 * 86_400))).isEmpty();
  }

  @Test
  @DisplayName("RenewalLinks rule 1: a link of whoever does not know the secret opens nothing")
  void cannotBeGuessed() {
    URI guessed = linksWithAnotherSecret().linkFor(Samples.LESSOR, CASE, EXPIRES);
    assertThat(guessed).isNotEqualTo(link());
    assertThat(open(guessed, Samples.NOW)).isEmpty();
  }

  @Test
  @DisplayName("RenewalLinks rule 1: a link with one character altered opens nothing else and nothing longer")
  void cannotBeAltered() {
    for (URI altered : alterations(link())) {
      assertThat(open(altered, BEFORE))
          .as("opened by %s", altered).isIn(Optional.empty(), Optional.of(opened(Samples.LESSOR, CASE)));
      assertThat(open(altered, EXPIRES)).as("opened late by %s", altered).isEmpty();
    }
  }

  @Test
  @DisplayName("RenewalLinks rule 1: a link that is cut off opens nothing")
  void cannotBeCut() {
    String whole = link().toString();
    int start = whole.indexOf(link().getRawAuthority()) + link().getRawAuthority().length();
    for (int end = start; end < whole.length(); end++) {
      String cut = whole.substring(0, end);
      parse(cut).ifPresent(link -> assertThat(open(link, Samples.NOW)).as("opened by %s", cut).isEmpty());
    }
  }

  @Test
  @DisplayName("RenewalLinks rule 2: the same arguments give the same link")
  void isRepeatable() {
    assertThat(link()).isEqualTo(link());
    RenewalLinks links = links();
    assertThat(links.linkFor(Samples.LESSOR, CASE, EXPIRES))
        .isEqualTo(links.linkFor(Samples.LESSOR, CASE, EXPIRES))
        .isEqualTo(link());
  }

  /** Every link that differs in one character behind the authority. */
  private static List<URI> alterations(URI link) {
    String whole = link.toString();
    int start = whole.indexOf(link.getRawAuthority()) + link.getRawAuthority().length();
    List<URI> altered = new ArrayList<>();
    for (int i = start; i < whole.length(); i++) {
      for (char other : "0129ABYZabyz-_".toCharArray()) {
        if (other != whole.charAt(i)) {
          parse(whole.substring(0, i) + other + whole.substring(i + 1)).ifPresent(altered::add);
        }
      }
    }
    return altered;
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException notALink) {
      return Optional.empty();
    }
  }
}
