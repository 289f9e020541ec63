package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.outcome.Outcome;

class RequestHistoryTest {

  /** What is recorded, what is learnt after it, and what is made of both. */
  @ParameterizedTest(name = "{0} | {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPENED:P3 10 ACCEPTED 60 RESOLVED | 30 PAUSED:WAITING_PARTS | OPENED ACCEPTED PAUSED RESOLVED
          OPENED:P3 10 ACCEPTED 60 RESOLVED | 5 PRIORITY:P1 | OPENED PRIORITY ACCEPTED RESOLVED
          OPENED:P3 10 ACCEPTED 60 DISPATCHED | 30 RESOLVED | CONTRADICTS_RECORD
          OPENED:P3 10 PAUSED:A 40 RESUMED | 20 RESUMED | CONTRADICTS_RECORD
          OPENED:P3 10 PAUSED:A 40 RESUMED | 20 PAUSED:B | OPENED PAUSED PAUSED RESUMED
          OPENED:P3 10 PAUSED:A 20 RESUMED 50 RESOLVED | 20 PAUSED:B | OPENED PAUSED RESUMED PAUSED RESOLVED
          OPENED:P3 10 RESOLVED 20 VERIFIED | 15 REOPENED | CONTRADICTS_RECORD
          OPENED:P3 10 RESOLVED | 10 RESOLVED:bob | OPENED RESOLVED
          OPENED:P3 10 ACCEPTED | 10 ACCEPTED | OPENED ACCEPTED
          5 OPENED:P3 10 ACCEPTED | 3 PAUSED:A | REQUEST_NOT_OPENED
          5 OPENED:P3 10 ACCEPTED | 3 OPENED:P1 | CONTRADICTS_RECORD
          """)
  void whatIsLearntLateIsPutInItsPlace(String recorded, String late, String expected) {
    RequestEntry learnt = Desk.entries(late).get(0).withSequence(0);
    Outcome<RequestHistory> after = Desk.history(recorded).with(learnt);
    assertThat(after.isAccepted() ? kinds(after.orElseThrow()) : after.rejection().rule())
        .isEqualTo(expected);
  }

  @Test
  void aPauseThatEndsWhenTheNextBeginsIsPossibleWhicheverIsLearntFirst() {
    assertThat(kinds(Desk.history("OPENED:P3 10 PAUSED:A 20 PAUSED:A 20 RESUMED 30 RESUMED")))
        .isEqualTo("OPENED PAUSED RESUMED PAUSED RESUMED");
    assertThat(kinds(Desk.history("OPENED:P3 10 PAUSED:A 20 RESUMED 20 PAUSED:A 30 RESUMED")))
        .isEqualTo("OPENED PAUSED RESUMED PAUSED RESUMED");
  }

  @Test
  void storedEntriesThatContradictEachOtherAreAFault() {
    assertThatThrownBy(() -> Desk.history("OPENED:P3 10 VERIFIED"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("contradict");
    assertThatThrownBy(() -> Desk.history("10 VERIFIED"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aReworkedRequestRemembersEverybodyWhoWorkedOnItAndForgetsWhoRefused() {
    RequestHistory history =
        Desk.history(
            "OPENED:P2 1 ACCEPTED 2 OFFERED:cid 3 REFUSED:cid 4 DISPATCHED:ann 5 ARRIVED:ann"
                + " 6 RESOLVED:ann 7 REOPENED 8 DISPATCHED:bob");
    assertThat(history.workers()).containsExactlyInAnyOrder(Desk.ANN, Desk.BOB);
    assertThat(history.passedOver()).isEmpty();
    assertThat(history.standing().technician()).isEqualTo(Desk.BOB);
    assertThat(history.upTo(Desk.minute(3)).orElseThrow().passedOver())
        .extracting(Object::toString).containsExactly("cid");
    assertThat(history.upTo(Desk.minute(6)).orElseThrow().state())
        .isEqualTo(RequestState.RESOLVED);
    assertThat(history.upTo(Desk.START.minusNanos(1))).isEmpty();
  }

  /** The order of rows is nothing: what is possible is found whatever order the entries come in. */
  @Property(tries = 500)
  void theOrderInWhichEntriesComeDoesNotMatter(
      @ForAll("stories") List<RequestEntry> entries, @ForAll Random random) {
    List<RequestEntry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    RequestHistory.Arranged one = RequestHistory.arrange(Desk.ID, entries);
    RequestHistory.Arranged other = RequestHistory.arrange(Desk.ID, shuffled);
    assertThat(other).isEqualTo(one);
    assertThat(one.aside().size()
            + one.history().map(history -> history.entries().size()).orElse(0))
        .as("nothing is dropped")
        .isEqualTo(entries.size());
  }

  /** Whatever has a place in the end is accepted one by one too, in the order in which it happened. */
  @Property(tries = 500)
  void enteringOneByOneGivesTheSame(@ForAll("stories") List<RequestEntry> entries) {
    RequestHistory.arrange(Desk.ID, entries)
        .history()
        .ifPresent(
            whole -> {
              RequestHistory grown =
                  RequestHistory.of(Desk.ID, whole.entries().subList(0, 1));
              for (RequestEntry entry : whole.entries()) {
                grown = grown.with(entry).orElseThrow();
              }
              assertThat(kinds(grown)).isEqualTo(kinds(whole));
              assertThat(grown.standing()).isEqualTo(whole.standing());
              assertThat(grown.workers()).isEqualTo(whole.workers());
            });
  }

  @Provide
  Arbitrary<List<RequestEntry>> stories() {
    Arbitrary<String> words =
        Arbitraries.of(
            "OPENED:P1", "OPENED:P3", "PRIORITY:P2", "ACCEPTED", "OFFERED:ann", "OFFERED:bob",
            "REFUSED:ann", "UNANSWERED:bob", "DISPATCHED:ann", "ARRIVED:ann", "PREEMPTED:ann",
            "PAUSED:A", "PAUSED:B", "RESUMED", "RESOLVED", "REOPENED", "VERIFIED");
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 12);
    return words
        .flatMap(word -> minutes.map(minute -> minute + " " + word))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(all -> Desk.entries("0 OPENED:P2 " + String.join(" ", all)));
  }

  private static String kinds(RequestHistory history) {
    return String.join(
        " ", history.entries().stream().map(entry -> entry.event().kind().name()).toList());
  }
}
