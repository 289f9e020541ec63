package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.escalation.EscalationPropertyTest.Asked;
import org.leasekit.escalation.EscalationPropertyTest.History;
import org.leasekit.escalation.Story.Line;

/** Each sentence of a story is compared with the records, by a plain reading of the policy that knows nothing of the engine. */
class StoryPropertyTest {
  private static final BusinessCalendar CHINA = ShippedCalendars.china();
  private static final Pattern TOLD = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d|-?\\d+(?:#\\d+)?|vip");

  /** What is asked, with its story and a plain reading of it. */
  private record Told(History history, Asked asked, Log log, Instant at, Story story) {

    PolicyVersions.Activated governing() {
      return history.versions().at(at);
    }

    EscalationPolicy policy() {
      return governing().policy();
    }

    List<Stage> stages() {
      return policy().occurrences();
    }

    boolean silent() {
      return asked.facts().silent();
    }

    @Nullable Fired fired(String id) {
      return log.fired().stream().filter(one -> one.stage().equals(id)).findFirst().orElse(null);
    }

    /** When the subject came under the governing version. */
    Instant entered() {
      boolean first = governing().equals(history.versions().versions().get(0));
      return first || !log.entered().isBefore(governing().from()) ? log.entered() : governing().from();
    }

    /** The stage after this one in order that fired first, or fires now; null when there is none. */
    @Nullable String after(String id) {
      List<String> ids = stages().stream().map(Stage::id).toList();
      String due = asked.decision().due().map(each -> each.stage().id()).orElse("");
      return ids.subList(ids.indexOf(id) + 1, ids.size()).stream()
          .filter(later -> fired(later) != null || later.equals(due))
          .findFirst()
          .orElse(null);
    }

    private LocalDate day(Stage stage) {
      LocalDate anchor = history.anchor().day();
      Trigger trigger = stage.trigger();
      if (trigger instanceof Trigger.DaysBefore before) {
        return anchor.minusDays(before.days());
      } else if (trigger instanceof Trigger.DaysAfter after) {
        return anchor.plusDays(after.days());
      }
      return trigger instanceof Trigger.BusinessDaysBefore before
          ? walk(anchor, before.days(), -1)
          : walk(anchor, ((Trigger.BusinessDaysAfter) trigger).days(), 1);
    }

    private Instant on(LocalDate day) {
      return day.atTime(policy().at()).atZone(policy().zone()).toInstant();
    }

    Instant planned(Stage stage) {
      return on(day(stage));
    }

    /** After holidays, before anything else. */
    Instant rolled(Stage stage) {
      return on(EscalationPropertyTest.day(policy(), stage.id(), history.anchor().day()));
    }

    /** When it may fire at the earliest; of what is skipped it says nothing. */
    Instant earliest(Stage stage) {
      Instant own = rolled(stage);
      return loud(own.isBefore(entered()) ? caughtUp() : own);
    }

    private Instant caughtUp() {
      if (policy().catchUp() == CatchUp.AT_ONCE) {
        return entered();
      }
      ZonedDateTime entry = entered().atZone(policy().zone());
      LocalDate first = entry.toLocalTime().isAfter(policy().at()) ? entry.toLocalDate().plusDays(1) : entry.toLocalDate();
      LocalDate day = first;
      while (!CHINA.isBusinessDay(day)) {
        day = day.plusDays(1);
      }
      LocalDate anchor = history.anchor().day();
      return on(!first.isAfter(anchor) && day.isAfter(anchor) ? first : day);
    }

    /** Half hour by half hour to where the hour is not quiet. */
    Instant loud(Instant from) {
      Instant at = from;
      QuietHours quiet = policy().quiet();
      while (quiet != null && quiet.isQuiet(at.atZone(policy().zone()).toLocalTime())) {
        at = Instant.ofEpochSecond((at.getEpochSecond() / 1800 + 1) * 1800);
      }
      return at;
    }
  }

  private static LocalDate walk(LocalDate from, int days, int step) {
    LocalDate day = from;
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(step);
      counted += CHINA.isBusinessDay(day) ? 1 : 0;
    }
    return day;
  }

  /** Some of the questions of a random life; who is silent is so since then, since nobody knows when, or until somebody approves. */
  private static List<Told> told(long seed) {
    History history = EscalationPropertyTest.live(seed);
    RandomPolicies draw = new RandomPolicies(seed ^ 7);
    List<Told> told = new ArrayList<>();
    for (Asked asked : history.asked()) {
      if (asked.decision().due().isEmpty() && !draw.oneIn(3)) {
        continue;
      }
      Silence silence =
          !asked.facts().silent() || draw.oneIn(4)
              ? null
              : draw.oneIn(4)
                  ? new Silence(Silence.Why.WITHHELD, null)
                  : new Silence(Silence.Why.values()[draw.below(5)], history.silentFrom());
      Log log = new Log(asked.log().entered(), asked.log().fired(), asked.log().failedAt(), silence);
      Instant at = silence != null && silence.since() != null ? silence.since() : asked.now();
      Story story = Escalation.explain(history.versions(), history.anchor(), asked.facts(), log, asked.now());
      told.add(new Told(history, asked, log, at, story));
    }
    return told;
  }

  @Property(tries = 400)
  void eachStageIsToldOnceAndTheFiredAsTheyAreRecorded(@ForAll long seed) {
    for (Told told : told(seed)) {
      List<String> expected = new ArrayList<>();
      List<String> ids = told.stages().stream().map(Stage::id).toList();
      told.log().fired().stream().map(Fired::stage).filter(id -> !ids.contains(id)).forEach(expected::add);
      expected.addAll(ids);
      assertThat(told.story().lines()).extracting(Line::stage).containsExactlyElementsOf(expected);
      for (Line line : told.story().lines()) {
        Fired fired = told.fired(line.stage());
        assertThat(line.status() == Story.Status.FIRED).isEqualTo(fired != null);
        if (fired != null) {
          assertThat(line.plannedFor()).isEqualTo(fired.plannedFor());
          assertThat(line.at()).isEqualTo(fired.at());
          assertThat(line.movedBy()).isEqualTo(fired.movedBy());
          assertThat(line.detail()).isEqualTo(String.join(", ", fired.actions()));
        }
      }
    }
  }

  @Property(tries = 400)
  void theReasonOfEachOtherIsTrue(@ForAll long seed) {
    for (Told told : told(seed)) {
      for (Stage stage : told.stages()) {
        Line line =
            told.story().lines().stream().filter(each -> each.stage().equals(stage.id())).findFirst().orElseThrow();
        if (line.status() != Story.Status.FIRED) {
          assertThat(line.plannedFor()).isEqualTo(told.planned(stage));
          isTrue(told, stage, line);
        }
      }
    }
  }

  private static void isTrue(Told told, Stage stage, Line line) {
    Instant earliest = told.earliest(stage);
    Instant now = told.at();
    String after = told.after(stage.id());
    boolean met = stage.when().holds(told.asked().facts());
    switch (line.status()) {
      case PASSED_OVER -> {
        assertThat(line.at()).isEqualTo(told.rolled(stage)).isBefore(told.entered());
        assertThat(told.policy().catchUp() == CatchUp.SKIP || heard(told, stage) != null).isTrue();
        return;
      }
      case BEHIND_OLDER -> {
        assertThat(line.detail()).isEqualTo(heard(told, stage));
        return;
      }
      case SUPERSEDED -> assertThat(line.detail()).isEqualTo(after);
      case NOT_MET -> {
        assertThat(line.detail()).isEqualTo(after);
        Fired first = told.fired(line.detail());
        assertThat(earliest).isBeforeOrEqualTo(first == null ? now : first.at());
        assertThat(line.facts()).isEqualTo(first == null ? told.asked().facts() : first.facts());
        assertThat(stage.when().holds(Objects.requireNonNull(line.facts()))).isFalse();
      }
      default -> assertThat(after).as("nothing came first").isNull();
    }
    assertThat(told.policy().catchUp() == CatchUp.SKIP && told.rolled(stage).isBefore(told.entered())).isFalse();
    assertThat(heard(told, stage)).isNull();
    switch (line.status()) {
      case SILENT -> {
        assertThat(told.silent()).isTrue();
        assertThat(earliest).isAfter(now);
      }
      case LEFT_OPEN -> {
        assertThat(told.silent()).isTrue();
        assertThat(earliest).isBeforeOrEqualTo(now);
      }
      case WITHHELD -> assertThat(Objects.requireNonNull(told.story().silence()).why()).isEqualTo(Silence.Why.WITHHELD);
      case UNMET -> {
        assertThat(told.silent() || met).isFalse();
        assertThat(earliest).isBeforeOrEqualTo(now);
      }
      case WAITING -> {
        assertThat(told.silent()).isFalse();
        if (earliest.isAfter(now)) {
          assertThat(line.at()).isEqualTo(told.loud(earliest));
        } else {
          assertThat(line.at()).isAfter(now).isEqualTo(told.loud(Objects.requireNonNull(line.at())));
          firesThenAndNotBefore(told, stage, line.at());
        }
      }
      case DUE -> {
        assertThat(told.silent()).isFalse();
        assertThat(met).isTrue();
        assertThat(earliest).isBeforeOrEqualTo(now);
        assertThat(told.loud(now)).isEqualTo(now);
        assertThat(line.movedBy()).isEqualTo(told.asked().decision().due().orElseThrow().movedBy());
      }
      default -> assertThat(line.status()).isIn(Story.Status.SUPERSEDED, Story.Status.NOT_MET);
    }
  }

  /** Asked at that instant the engine fires the stage, or a later one in its place; asked before it does not, whatever happens then. */
  private static void firesThenAndNotBefore(Told told, Stage stage, Instant at) {
    PolicyVersions versions = told.history().versions();
    if (versions.nextActivation(told.at()).filter(next -> !next.isAfter(at)).isPresent()) {
      return;
    }
    List<String> ids = told.stages().stream().map(Stage::id).toList();
    Decision then =
        Escalation.decide(versions, told.history().anchor(), told.asked().facts(), told.log(), at);
    Decision before =
        Escalation.decide(versions, told.history().anchor(), told.asked().facts(), told.log(), at.minusSeconds(1));
    assertThat(then.due().map(due -> ids.indexOf(due.stage().id())).orElse(-1))
        .isGreaterThanOrEqualTo(ids.indexOf(stage.id()));
    assertThat(before.due().map(due -> due.stage().id())).isNotEqualTo(Optional.of(stage.id()));
  }

  /** The stage of an older version that was planned or fired last, if that was not before this one's time. */
  private static @Nullable String heard(Told told, Stage stage) {
    List<String> ids = told.stages().stream().map(Stage::id).toList();
    String last = null;
    Instant lastAt = told.planned(stage);
    for (Fired one : told.log().fired()) {
      Instant at = one.at().isAfter(one.plannedFor()) ? one.at() : one.plannedFor();
      if (!ids.contains(one.stage()) && !at.isBefore(lastAt)) {
        last = at.equals(lastAt) && last != null ? last : one.stage();
        lastAt = at;
      }
    }
    return last;
  }

  /** While the facts stay as they are, what is said to fire does, when and how it is said, or what may come in its place. */
  @Property(tries = 400)
  void whatIsForetoldComes(@ForAll long seed) {
    for (Told told : told(seed)) {
      if (told.silent() || told.asked().decision().due().isPresent()) {
        continue;
      }
      List<Fired> future = future(told);
      String[] sentences = told.story().text(Locale.ENGLISH, told.policy().zone()).split("\n");
      for (int i = 0; i < told.story().lines().size(); i++) {
        Line line = told.story().lines().get(i);
        boolean asks = line.unmet() != null && !line.unmet().holds(told.asked().facts());
        if (line.status() != Story.Status.WAITING || asks) {
          continue;
        }
        Fired fired = future.stream().filter(one -> one.stage().equals(line.stage())).findFirst().orElse(null);
        if (!sentences[i].contains(", unless ")) {
          assertThat(fired).as(line.stage()).isNotNull();
          assertThat(Objects.requireNonNull(fired).at()).isEqualTo(line.at());
          assertThat(fired.movedBy()).isEqualTo(line.movedBy());
        }
      }
    }
  }

  private static List<Fired> future(Told told) {
    List<Fired> fired = new ArrayList<>(told.log().fired());
    Instant now = told.asked().now();
    while (now != null) {
      Log log = new Log(told.log().entered(), fired, told.log().failedAt());
      Decision decision =
          Escalation.decide(told.history().versions(), told.history().anchor(), told.asked().facts(), log, now);
      Instant at = now;
      decision.due().ifPresent(due -> fired.add(due.firedAt(at)));
      now = decision.nextWake();
    }
    return fired;
  }

  /** Times, stages and marks of each sentence are the same in both languages. */
  @Property(tries = 300)
  void bothLanguagesTellTheSame(@ForAll long seed) {
    for (Told told : told(seed)) {
      ZoneId zone = told.policy().zone();
      String[] english = told.story().text(Locale.ENGLISH, zone).split("\n");
      String[] chinese = told.story().text(Locale.CHINESE, zone).split("\n");
      assertThat(chinese).hasSameSizeAs(english).hasSize(told.story().lines().size() + 1);
      for (int i = 0; i < english.length; i++) {
        assertThat(tokens(chinese[i])).as(english[i] + " / " + chinese[i]).isEqualTo(tokens(english[i]));
        assertThat(english[i] + chinese[i]).doesNotContain("{").doesNotContain("null");
      }
    }
  }

  private static TreeSet<String> tokens(String sentence) {
    TreeSet<String> tokens = new TreeSet<>();
    TOLD.matcher(sentence).results().forEach(found -> tokens.add(found.group()));
    return tokens;
  }
}
