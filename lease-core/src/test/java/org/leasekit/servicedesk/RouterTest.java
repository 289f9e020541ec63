package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.party.StaffId;

class RouterTest {
  private static final FaultKind COOLING = new FaultKind("AIR_CONDITIONING");
  private static final Skill COLD = new Skill("COLD");
  private static final Area PUDONG = new Area("Pudong");
  private static final RoutingPolicy POLICY =
      RoutingPolicy.standard(Map.of(COOLING, Set.of(COLD)));

  /**
   * Candidates as {@code ann 10 h0 t0}: minutes of travel ({@code ?} for unknown), what they hold ({@code h}
   * with one priority letter each, {@code s} after a letter for on site), how many they were sent to today
   * ({@code t}); then {@code noskill}, {@code else}where or {@code off} shift.
   */
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P3 | ann 10 h t0, bob 20 h t0 | ann 10 min = travel 10 + open 0 + today 0
          P3 | ann 20 h t0, bob 20 h t0 | ann 20 min = travel 20 + open 0 + today 0
          P3 | ann 10 h3 t0, bob 20 h t0 | bob 20 min = travel 20 + open 0 + today 0
          P3 | ann 10 h t2, bob 20 h t0 | bob 20 min = travel 20 + open 0 + today 0
          P3 | ann 10 h t1, bob 20 h t0 | ann 20 min = travel 10 + open 0 + today 10
          P3 | ann ? h t0, bob 61 h t0 | ann 60 min = travel 60 + open 0 + today 0
          P3 | ann 10 h t0 noskill, bob 90 h t0 | bob 90 min = travel 90 + open 0 + today 0
          P3 | ann 10 h t0 else, bob 90 h t0 | bob 90 min = travel 90 + open 0 + today 0
          P3 | ann 10 h t0 off, bob 90 h t0 | bob 90 min = travel 90 + open 0 + today 0
          P3 | cid 10 h t0, bob 90 h t0 | bob 90 min = travel 90 + open 0 + today 0
          P3 | ann 10 h44 t0 | nobody
          P2 | ann 10 h44 t0 | ann 100 min = travel 10 + open 30 + today 0 + taking ann-1 away 60
          P1 | ann 10 h34 t0 | ann 100 min = travel 10 + open 30 + today 0 + taking ann-1 away 60
          P1 | ann 10 h43 t0 | ann 100 min = travel 10 + open 30 + today 0 + taking ann-0 away 60
          P1 | ann 10 h4s3 t0 | ann 100 min = travel 10 + open 30 + today 0 + taking ann-1 away 60
          P1 | ann 10 h4s3s t0 | nobody
          P1 | ann 10 h22 t0 | nobody
          P1 | ann 10 h44 t0, bob 90 h t0 | bob 90 min = travel 90 + open 0 + today 0
          P1 | ann 10 h t0 off, bob 10 h11 t0, cid 5 h t0 | nobody
          """)
  void theChoiceIsMadeAndExplained(Priority priority, String candidates, String expected) {
    RoutingDecision decision = Router.choose(job(priority), candidates(candidates), POLICY);
    assertThat(decision.choice().map(Object::toString).orElse("nobody")).isEqualTo(expected);
    assertThat(decision.verdicts()).hasSize(candidates.split(",").length);
  }

  @Test
  void whoCannotGoIsNamedWithTheReason() {
    String all =
        Router.choose(
                job(Priority.P3),
                candidates(
                    "ann 10 h t0 off, bob 9 h33 t0, cid 1 h t0, dan 1 h t0 noskill,"
                        + " eve 1 h t0 else, fay 7 h3 t1"),
                POLICY)
            .explain();
    assertThat(all)
        .isEqualTo(
            "fay 47 min = travel 7 + open 30 + today 10; ann OFF_SHIFT; bob FULL;"
                + " cid PASSED_OVER; dan LACKS_SKILL; eve OTHER_AREA");
    assertThat(Router.choose(job(Priority.P3), List.of(), POLICY).explain())
        .isEqualTo("no technicians");
  }

  @Test
  void ofManyTheBestAreNamed() {
    StringBuilder all = new StringBuilder("t0 0 h t0");
    for (int i = 1; i < 25; i++) {
      all.append(", t").append(i).append(' ').append(i).append(" h t0");
    }
    assertThat(
            Router.choose(job(Priority.P3), candidates(all.toString()), POLICY).explain())
        .startsWith("t0 0 min = travel 0 + open 0 + today 0; t1 1 min")
        .endsWith("; t19 19 min = travel 19 + open 0 + today 0; and 5 more");
  }

  @Test
  void whoServesNoAreaInParticularServesAll() {
    Technician everywhere =
        new Technician(
            Desk.LESSOR, Desk.ANN, "Ann", Set.of(COLD), Set.of(), "day", 1, null);
    Candidate candidate = new Candidate(everywhere, true, List.of(), Duration.ZERO, 0);
    assertThat(Router.choose(job(Priority.P3), List.of(candidate), POLICY).choice()).isPresent();
  }

  @Property(tries = 300)
  void theOrderOfTheCandidatesDoesNotMatter(
      @ForAll Priority priority, @ForAll List<@IntRange(max = 90) Integer> minutes,
      @ForAll Random random) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i++) {
      int loaded = random.nextInt(3);
      candidates.addAll(
          candidates("t" + i + " " + minutes.get(i) + " h" + "4".repeat(loaded) + " t" + i % 4));
    }
    List<Candidate> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, random);
    RoutingDecision decision = Router.choose(job(priority), candidates, POLICY);
    assertThat(Router.choose(job(priority), shuffled, POLICY)).isEqualTo(decision);
    decision
        .choice()
        .ifPresent(
            chosen ->
                assertThat(decision.verdicts())
                    .filteredOn(RoutingDecision.Able.class::isInstance)
                    .allMatch(
                        able ->
                            ((RoutingDecision.Able) able).total().compareTo(chosen.total()) >= 0));
  }

  /** Fairness: of equals nobody is ever more than one request ahead of another. */
  @Property(tries = 100)
  void workIsSharedAmongEquals(
      @ForAll @IntRange(min = 1, max = 6) int staff, @ForAll @IntRange(max = 40) int jobs) {
    Map<String, Integer> served = new TreeMap<>();
    for (int i = 0; i < staff; i++) {
      served.put("t" + i, 0);
    }
    for (int i = 0; i < jobs; i++) {
      List<Candidate> now =
          served.entrySet().stream()
              .flatMap(one -> candidates(one.getKey() + " 15 h t" + one.getValue()).stream())
              .toList();
      StaffId chosen =
          Router.choose(job(Priority.P3), now, POLICY).choice().orElseThrow().technician();
      served.merge(chosen.value(), 1, Integer::sum);
    }
    assertThat(Collections.max(served.values()) - Collections.min(served.values()))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void policiesThatMakeNoSenseAreRefused() {
    Duration minute = Duration.ofMinutes(1);
    assertThatThrownBy(
            () -> new RoutingPolicy(Map.of(), minute, minute, minute, 0, minute, minute))
        .hasMessageContaining("preemptSteps");
    assertThatThrownBy(
            () -> new RoutingPolicy(Map.of(), minute, minute, minute, 1, minute, Duration.ZERO))
        .hasMessageContaining("answerWithin");
  }

  private static Job job(Priority priority) {
    return new Job(Desk.ID, priority, COOLING, PUDONG, Set.of(new StaffId("cid")));
  }

  private static List<Candidate> candidates(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(RouterTest::candidate)
        .collect(Collectors.toList());
  }

  private static Candidate candidate(String text) {
    String[] words = text.split(" ");
    List<Candidate.Held> held = new ArrayList<>();
    String load = words[2].substring(1);
    for (int i = 0; i < load.length(); i++) {
      boolean onSite = i + 1 < load.length() && load.charAt(i + 1) == 's';
      held.add(
          new Candidate.Held(
              new RequestId(words[0] + "-" + held.size()),
              Priority.valueOf("P" + load.charAt(i)),
              onSite ? RequestState.ON_SITE : RequestState.DISPATCHED));
      i += onSite ? 1 : 0;
    }
    Technician technician =
        new Technician(
            Desk.LESSOR, new StaffId(words[0]), words[0],
            text.contains("noskill") ? Set.of() : Set.of(COLD),
            Set.of(text.contains("else") ? new Area("Minhang") : PUDONG),
            "day", 2, null);
    return new Candidate(
        technician,
        !text.endsWith("off"),
        held,
        words[1].equals("?") ? null : Duration.ofMinutes(Integer.parseInt(words[1])),
        Integer.parseInt(words[3].substring(1)));
  }
}
