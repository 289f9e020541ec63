package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.ServiceRequests;
import org.leasekit.port.StaleVersionException;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.RequestState;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link ServiceRequests}. */
public abstract class ServiceRequestsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected ServiceRequestsContract() {}

  private static final Instant NOW = Samples.NOW;
  private static final Instant LATER = NOW.plusSeconds(86_400);

  private ServiceRequests requests() {
    return stores.serviceDesk().requests();
  }

  private ServiceRequest added(String id, @Nullable Instant nextDueAt) {
    ServiceRequest request = ServiceSamples.request(id, nextDueAt);
    assertThat(requests().add(request, ServiceSamples.opened())).isTrue();
    return stored(request);
  }

  private ServiceRequest stored(ServiceRequest request) {
    return requests().find(request.lessor(), request.id()).orElseThrow();
  }

  private List<RequestEntry> entries(RequestId id) {
    return requests().entries(Samples.LESSOR, List.of(id)).getOrDefault(id, List.of());
  }

  private List<String> claim(Instant now, int limit) {
    return requests().claimDue(Samples.LESSOR, now, limit).stream()
        .map(request -> request.id().value())
        .toList();
  }

  private static ServiceRequest moved(ServiceRequest request) {
    return request.moved(
        new ServiceRequest.Standing(RequestState.DISPATCHED, Priority.P2, ServiceSamples.ANN),
        LATER);
  }

  @Test
  @DisplayName("ServiceRequests rule 1: an id that is known is answered with false and changes nothing")
  void addsOnce() {
    ServiceRequest request = added("R-1", NOW);
    assertThat(requests().add(ServiceSamples.request("R-1", LATER), ServiceSamples.opened()))
        .isFalse();
    RequestEntry other = ServiceSamples.entry(new RequestEvent.Opened(Priority.P4), LATER);
    assertThat(requests().add(ServiceSamples.request("R-1", null), other)).isFalse();
    assertThat(stored(request)).isEqualTo(request);
    assertThat(entries(request.id())).hasSize(1);
  }

  @Test
  @DisplayName("ServiceRequests rule 1: of two that add one id at once, exactly one adds, with one first entry")
  void oneOfTwoAdds() {
    ServiceRequest request = ServiceSamples.request("R-1", NOW);
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean answer = requests().add(request, ServiceSamples.opened());
              hold.untilTheOtherHasTried();
              return answer;
            },
            () -> requests().add(request, ServiceSamples.opened()));
    assertThat(List.of(answers.first(), answers.second()))
        .containsExactlyInAnyOrder(true, false);
    assertThat(stored(request)).isEqualTo(request.withVersion(1));
    assertThat(entries(request.id())).hasSize(1);
  }

  @Test
  @DisplayName("ServiceRequests rule 2: an update stores standing and next due, and leaves what was reported")
  void updates() {
    ServiceRequest request = added("R-1", NOW);
    assertThat(request.version()).isEqualTo(1);
    requests().update(moved(request));
    assertThat(stored(request)).isEqualTo(moved(request).withVersion(2));
    ServiceRequest forged =
        ServiceSamples.request(
                Samples.LESSOR, "R-1", "another asset", new ContractNo("C-1"), LATER, null)
            .withVersion(2);
    requests().update(forged);
    assertThat(stored(request))
        .isEqualTo(request.moved(forged.standing(), null).withVersion(3));
  }

  @Test
  @DisplayName("ServiceRequests rule 2: an update of any version but the stored one is refused")
  void refusesStaleVersion() {
    ServiceRequest old = added("R-1", NOW);
    requests().update(old);
    for (long version : new long[] {0, 1, 3}) {
      assertThatThrownBy(() -> requests().update(moved(old).withVersion(version)))
          .as("version %d", version)
          .isInstanceOf(StaleVersionException.class);
    }
    assertThatThrownBy(() -> requests().update(ServiceSamples.request("R-9", NOW).withVersion(1)))
        .as("of a request that is not there")
        .isInstanceOf(StaleVersionException.class);
    assertThat(stored(old)).isEqualTo(old.withVersion(2));
  }

  @Test
  @DisplayName("ServiceRequests rule 2: of two that update one version at once, one updates and one is too late")
  void oneOfTwoUpdates() {
    ServiceRequest changed = moved(added("R-1", NOW));
    Answers<String> answers =
        updateAtOnce(() -> requests().update(changed), () -> requests().update(changed));
    assertThat(List.of(answers.first(), answers.second()))
        .containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(stored(changed)).isEqualTo(changed.withVersion(2));
  }

  @Test
  @DisplayName("ServiceRequests rule 3: who locks a request that is locked or claimed sees it as the other left it")
  void lockHolds() {
    for (boolean byClaim : new boolean[] {false, true}) {
      ServiceRequest request = added("R-" + byClaim, NOW);
      Answers<ServiceRequest> seen =
          overlap(
              hold -> {
                ServiceRequest held =
                    byClaim
                        ? requests().claimDue(Samples.LESSOR, NOW, 1).get(0)
                        : requests().lock(Samples.LESSOR, request.id()).orElseThrow();
                hold.untilTheOtherHasTried();
                requests().update(moved(held));
                return held;
              },
              () -> requests().lock(Samples.LESSOR, request.id()).orElseThrow());
      assertThat(seen).isEqualTo(new Answers<>(request, moved(request).withVersion(2)));
    }
  }

  @Test
  @DisplayName("ServiceRequests rule 3: of two that claim at once no request goes to both")
  void claimsAreDisjoint() {
    added("R-1", NOW);
    added("R-2", NOW);
    Answers<List<String>> claimed =
        overlap(
            hold -> {
              ServiceRequest first = requests().claimDue(Samples.LESSOR, NOW, 1).get(0);
              hold.untilTheOtherHasTried();
              requests().update(moved(first));
              return List.of(first.id().value());
            },
            () -> claim(NOW, 10));
    List<String> all = new ArrayList<>(claimed.first());
    all.addAll(claimed.second());
    assertThat(all).containsExactlyInAnyOrder("R-1", "R-2");
  }

  @Test
  @DisplayName("ServiceRequests rule 3: a claim passes over requests that others hold, and waits for nobody")
  void claimPassesOver() {
    assumeThat(adapter().runsSideBySide()).as("units of work run side by side").isTrue();
    added("R-1", NOW);
    ServiceRequest second = added("R-2", NOW);
    added("R-3", NOW);
    AtomicReference<List<String>> meanwhile = new AtomicReference<>(List.of());
    overlap(
        hold -> {
          claim(NOW, 1);
          requests().lock(Samples.LESSOR, second.id());
          hold.untilTheOtherHasEnded();
          assertThat(meanwhile.get()).as("claimed while others hold the rest").containsExactly("R-3");
          return true;
        },
        () -> {
          meanwhile.set(claim(NOW, 10));
          return true;
        });
  }

  @Test
  @DisplayName("ServiceRequests.claimDue: those due at or before the instant, earliest first, then by id")
  void claimsThoseDue() {
    added("R-2", NOW);
    added("R-10", NOW);
    added("R-3", NOW.minusSeconds(1));
    added("not yet", Samples.MICROS);
    added("never", null);
    assertThat(claim(NOW, 10)).containsExactly("R-3", "R-10", "R-2");
    assertThat(claim(NOW, 2)).containsExactly("R-3", "R-10");
    assertThat(claim(NOW.minusSeconds(2), 10)).isEmpty();
    for (int i = 100; i < 160; i++) {
      added("S-" + i, NOW.plusSeconds(i));
    }
    assertThat(claim(LATER, 62)).hasSize(62).startsWith("R-3").endsWith("S-157");
  }

  @Test
  @DisplayName("ServiceRequests rule 4: an entry whose key is known answers false and changes nothing")
  void appendsOnce() {
    RequestId id = added("R-1", NOW).id();
    RequestEntry paused = ServiceSamples.entry(new RequestEvent.Accepted(), Samples.MICROS);
    assertThat(requests().append(Samples.LESSOR, id, paused)).isTrue();
    RequestEntry again =
        RequestEntry.learnt(
            paused.event(), paused.at(), ServiceSamples.opened().by(), LATER);
    assertThat(requests().append(Samples.LESSOR, id, again)).isFalse();
    assertThat(requests().append(Samples.LESSOR, id, paused)).isFalse();
    assertThat(entries(id))
        .containsExactly(ServiceSamples.opened().withSequence(1), paused.withSequence(2));
    RequestId other = added("R-2", NOW).id();
    assertThat(requests().append(Samples.LESSOR, other, paused)).isTrue();
  }

  @Test
  @DisplayName("ServiceRequests rule 4: of two that append one entry at once, exactly one does")
  void oneOfTwoAppends() {
    RequestId id = added("R-1", NOW).id();
    RequestEntry entry = ServiceSamples.entry(new RequestEvent.Accepted(), NOW);
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean answer = requests().append(Samples.LESSOR, id, entry);
              hold.untilTheOtherHasTried();
              return answer;
            },
            () -> requests().append(Samples.LESSOR, id, entry));
    assertThat(List.of(answers.first(), answers.second()))
        .containsExactlyInAnyOrder(true, false);
    assertThat(entries(id)).hasSize(2);
  }

  @Test
  @DisplayName("ServiceRequests rule 4: entries of every kind are kept as they were given, numbered as they were learnt")
  void keepsEveryKind() {
    RequestId id = added("R-1", null).id();
    List<RequestEntry> expected =
        new ArrayList<>(List.of(ServiceSamples.opened().withSequence(1)));
    Instant at = LATER;
    for (RequestEvent event : ServiceSamples.everyKind()) {
      // learnt in the opposite order of time: the number tells
      at = at.minusSeconds(60);
      RequestEntry entry = ServiceSamples.entry(event, at);
      assertThat(requests().append(Samples.LESSOR, id, entry)).as(event.toString()).isTrue();
      expected.add(entry.withSequence(expected.size() + 1));
    }
    assertThat(entries(id)).isEqualTo(expected);
    assertThat(expected).extracting(entry -> entry.event().kind())
        .contains(RequestEvent.Kind.values());
  }

  @Test
  @DisplayName("ServiceRequests.entries: of those requests that are known, many at once")
  void readsManyAtOnce() {
    List<RequestId> asked = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      asked.add(new RequestId("none-" + i));
    }
    asked.add(added("R-1", null).id());
    asked.add(added("R-2", null).id());
    List<RequestEntry> one = List.of(ServiceSamples.opened().withSequence(1));
    assertThat(requests().entries(Samples.LESSOR, asked))
        .isEqualTo(Map.of(new RequestId("R-1"), one, new RequestId("R-2"), one));
    assertThat(requests().entries(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("ServiceRequests rule 5: requests of another lessor are not seen")
  void separatesLessors() {
    ServiceRequest mine = added("R-1", NOW);
    assertThat(requests().find(Samples.OTHER_LESSOR, mine.id())).isEmpty();
    assertThat(requests().lock(Samples.OTHER_LESSOR, mine.id())).isEmpty();
    assertThat(requests().claimDue(Samples.OTHER_LESSOR, LATER, 10)).isEmpty();
    assertThat(requests().entries(Samples.OTHER_LESSOR, List.of(mine.id()))).isEmpty();
    ServiceRequest theirs =
        ServiceSamples.request(
            Samples.OTHER_LESSOR, "R-1", "AC-1", null, Samples.MICROS, Samples.MICROS);
    assertThat(requests().add(theirs, ServiceSamples.opened())).isTrue();
    assertThat(stored(mine)).isEqualTo(mine);
    assertThat(stored(theirs)).isEqualTo(theirs.withVersion(1));
  }
}
