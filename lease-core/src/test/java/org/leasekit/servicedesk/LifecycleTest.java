package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.outcome.Outcome;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.PolicyId;

class LifecycleTest {

  /** What leads to a state, and every step from there: the state after it, or the rule that forbids it. */
  @ParameterizedTest(name = "{0} | {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPENED:P3 | OPENED:P1   | REQUEST_ALREADY_OPENED
          OPENED:P3 | PRIORITY:P1 | RECEIVED P1
          OPENED:P3 | ACCEPTED    | ACCEPTED P3
          OPENED:P3 | OFFERED     | STEP_NOT_POSSIBLE
          OPENED:P3 | DISPATCHED  | STEP_NOT_POSSIBLE
          OPENED:P3 | ARRIVED     | STEP_NOT_POSSIBLE
          OPENED:P3 | PAUSED:WAITING_PARTS | RECEIVED P3 WAITING_PARTS
          OPENED:P3 | RESUMED     | REQUEST_NOT_PAUSED
          OPENED:P3 | RESOLVED    | RESOLVED P3
          OPENED:P3 | REOPENED    | STEP_NOT_POSSIBLE
          OPENED:P3 | VERIFIED    | STEP_NOT_POSSIBLE
          OPENED:P3 | RATED       | STEP_NOT_POSSIBLE
          OPENED:P3 | ESCALATED:80% | RECEIVED P3
          OPENED:P3 | MERGED      | MERGED P3
          OPENED:P3 | CANCELLED   | CANCELLED P3
          OPENED:P3 5 ACCEPTED | ACCEPTED   | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED | OFFERED    | ACCEPTED P3 offered ann
          OPENED:P3 5 ACCEPTED | DISPATCHED | DISPATCHED P3 ann
          OPENED:P3 5 ACCEPTED | CHECKED_IN | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED | ARRIVED    | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 OFFERED | OFFERED:bob  | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 OFFERED | REFUSED      | ACCEPTED P3
          OPENED:P3 5 ACCEPTED 6 OFFERED | REFUSED:bob  | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 OFFERED | UNANSWERED   | ACCEPTED P3
          OPENED:P3 5 ACCEPTED 6 OFFERED | UNANSWERED:bob | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 OFFERED | PREEMPTED    | ACCEPTED P3
          OPENED:P3 5 ACCEPTED 6 OFFERED | DISPATCHED   | DISPATCHED P3 ann
          OPENED:P3 5 ACCEPTED 6 OFFERED 7 REFUSED | DISPATCHED:bob | DISPATCHED P3 bob
          OPENED:P3 5 ACCEPTED 6 DISPATCHED | DISPATCHED:bob | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 DISPATCHED | CHECKED_IN     | DISPATCHED P3 ann
          OPENED:P3 5 ACCEPTED 6 DISPATCHED | ARRIVED        | ON_SITE P3 ann
          OPENED:P3 5 ACCEPTED 6 DISPATCHED | PREEMPTED      | ACCEPTED P3
          OPENED:P3 5 ACCEPTED 6 DISPATCHED | PREEMPTED:bob  | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 DISPATCHED | REFUSED        | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 DISPATCHED 9 ARRIVED | ARRIVED   | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 DISPATCHED 9 ARRIVED | PREEMPTED | ACCEPTED P3
          OPENED:P3 5 ACCEPTED 6 DISPATCHED 9 ARRIVED | RESOLVED  | RESOLVED P3
          OPENED:P3 5 PAUSED:A | PAUSED:A | REQUEST_ALREADY_PAUSED
          OPENED:P3 5 PAUSED:A | PAUSED:B | RECEIVED P3 A B
          OPENED:P3 5 PAUSED:A | RESUMED  | RECEIVED P3
          OPENED:P3 5 PAUSED:A | RESUMED:A | RECEIVED P3
          OPENED:P3 5 PAUSED:A | RESUMED:B | REQUEST_NOT_PAUSED
          OPENED:P3 5 PAUSED:A PAUSED:B | RESUMED:A | RECEIVED P3 B
          OPENED:P3 5 PAUSED:A PAUSED:B | RESUMED | RECEIVED P3
          OPENED:P3 5 PAUSED:A | WAITED:A/90 | RECEIVED P3 A
          OPENED:P3 | WAITED:A/90 | RECEIVED P3
          OPENED:P3 | POLICY:gold | RECEIVED P3
          OPENED:P3 5 RESOLVED | WAITED:A/90 | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED 6 VERIFIED | POLICY:gold | STEP_NOT_POSSIBLE
          OPENED:P3 5 PAUSED:A | ACCEPTED | ACCEPTED P3 A
          OPENED:P3 5 PAUSED:A | RESOLVED | RESOLVED P3
          OPENED:P3 5 RESOLVED | RESOLVED    | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED | ACCEPTED    | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED | PAUSED:A    | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED | RESUMED     | REQUEST_NOT_PAUSED
          OPENED:P3 5 RESOLVED | PRIORITY:P1 | RESOLVED P1
          OPENED:P3 5 RESOLVED | REOPENED    | RECEIVED P3
          OPENED:P3 5 RESOLVED | VERIFIED    | VERIFIED P3
          OPENED:P3 5 RESOLVED | RATED:1     | RESOLVED P3
          OPENED:P3 5 RESOLVED | MERGED      | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED | CANCELLED   | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 RESOLVED 7 REOPENED | ACCEPTED   | STEP_NOT_POSSIBLE
          OPENED:P3 5 ACCEPTED 6 RESOLVED 7 REOPENED | DISPATCHED | DISPATCHED P3 ann
          OPENED:P3 5 RESOLVED 6 VERIFIED | REOPENED    | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED 6 VERIFIED | VERIFIED    | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED 6 VERIFIED | PRIORITY:P1 | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED 6 VERIFIED | ESCALATED:9 | STEP_NOT_POSSIBLE
          OPENED:P3 5 RESOLVED 6 VERIFIED | RATED:3     | VERIFIED P3
          OPENED:P3 5 MERGED    | RESOLVED | STEP_NOT_POSSIBLE
          OPENED:P3 5 CANCELLED | REOPENED | STEP_NOT_POSSIBLE
          """)
  void aStepIsTakenOrForbidden(String before, String step, String expected) {
    String[] parts = step.split(":", 2);
    RequestEvent event = Desk.event(parts[0], parts.length > 1 ? parts[1] : "");
    RequestHistory history = Desk.history(before);
    Outcome<RequestHistory> after = history.with(Desk.entry(0, event, 60));
    assertThat(after.isAccepted() ? say(after.orElseThrow()) : after.rejection().rule())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED", "RESOLVED", "PAUSED:A", "RESUMED", "VERIFIED"})
  void nothingHappensToWhatIsNotOpened(String step) {
    RequestHistory.Arranged arranged = RequestHistory.arrange(Desk.ID, Desk.entries(step));
    assertThat(arranged.history()).isEmpty();
    assertThat(arranged.aside()).extracting(aside -> aside.why().rule())
        .containsExactly("REQUEST_NOT_OPENED");
  }

  @ParameterizedTest
  @CsvSource({"en", "zh"})
  void everyRejectionHasASentence(String language) {
    List<ServiceRejection> all =
        List.of(
            new ServiceRejection.NoSuchRequest(Desk.ID),
            new ServiceRejection.NotOpened(Desk.ID, RequestEvent.Kind.ACCEPTED, Desk.START),
            new ServiceRejection.AlreadyOpened(Desk.ID, Desk.START),
            new ServiceRejection.AlreadyRecorded(Desk.ID, RequestEvent.Kind.OPENED, Desk.START),
            new ServiceRejection.NotPossible(
                Desk.ID, RequestEvent.Kind.OPENED, RequestState.MERGED),
            new ServiceRejection.AlreadyPaused(Desk.ID, new PauseReason("WAITING_PARTS")),
            new ServiceRejection.NotPaused(Desk.ID),
            new ServiceRejection.ContradictsRecord(
                Desk.ID, RequestEvent.Kind.RESOLVED, RequestEvent.Kind.ARRIVED, Desk.START),
            new ServiceRejection.NotYet(Desk.ID, Desk.START),
            new ServiceRejection.NotTheirs(Desk.ID, Desk.ANN),
            new ServiceRejection.VerifiedByWorker(Desk.ID, "ann"),
            new ServiceRejection.NotEntitled(Desk.ID, RequestEvent.Kind.VERIFIED),
            new ServiceRejection.NothingToOverride(Desk.ID),
            new ServiceRejection.NotTheSameFault(Desk.ID, new RequestId("R-2")),
            new ServiceRejection.EndsBeforeItBegins(Desk.ID, Desk.START, Desk.START),
            new ServiceRejection.NoSuchPolicy(Desk.ID, new PolicyId("gold")));
    assertThat(all.stream().map(Object::getClass))
        .containsExactlyInAnyOrder(ServiceRejection.class.getPermittedSubclasses());
    for (ServiceRejection rejection : all) {
      String sentence = rejection.message(Locale.forLanguageTag(language));
      assertThat(sentence).contains(Desk.ID.value()).doesNotContain("{");
      rejection.data().forEach(value -> assertThat(sentence).contains(value));
    }
  }

  private static String say(RequestHistory history) {
    return history.state() + " " + history.priority()
        + history.pauses().stream().sorted().map(reason -> " " + reason).collect(Collectors.joining())
        + history.technician().map(who -> " " + who).orElse("")
        + Optional.of(history).flatMap(RequestHistory::offer)
            .map(offer -> " offered " + offer.technician()).orElse("");
  }
}
