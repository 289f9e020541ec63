package org.leasekit.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

class RenewalKpisTest {
  private final Season season = new Season();

  private RenewalKpis kpis() {
    return RenewalKpis.of(season.cases, season.touches, season.tasks, Effort.standard());
  }

  @Test
  void nothingGivesNothing() {
    RenewalKpis kpis = kpis();
    assertThat(kpis.opened()).isZero();
    assertThat(kpis.responseRate()).isEqualByComparingTo("0");
    assertThat(kpis.reachRate()).isEqualByComparingTo("0");
    assertThat(kpis.cycle()).isEmpty();
    assertThat(kpis.medianCycle()).isEmpty();
    assertThat(kpis.costPerCase().isZero()).isTrue();
  }

  @Test
  void everyFigureByHand() {
    sixCases();
    RenewalKpis kpis = kpis();
    assertThat(kpis.opened()).isEqualTo(6);
    assertThat(kpis.responded()).isEqualTo(4);
    assertThat(kpis.renewed()).isEqualTo(2);
    assertThat(kpis.declined()).isEqualTo(1);
    assertThat(kpis.lapsed()).isEqualTo(1);
    assertThat(kpis.open()).isEqualTo(2);
    assertThat(kpis.responseRate()).isEqualByComparingTo("0.6667");
    assertThat(kpis.renewalRate()).isEqualByComparingTo("0.3333");
    // one case, however many payments of it are disputed
    assertThat(kpis.disputed()).isEqualTo(1);
    assertThat(kpis.touches()).isEqualTo(7);
    // A30 B30 C30 C15 C3 F15, of which A30 B30 F15 reached somebody
    assertThat(kpis.reminders()).isEqualTo(6);
    assertThat(kpis.reachRate()).isEqualByComparingTo("0.5");
    // two calls and two disputes were done, the help was not needed
    assertThat(kpis.staffMinutes()).isEqualTo(10 + 10 + 45 + 45);
    // 4 SMS at 0.05 and 110 minutes at 60.00 an hour
    assertThat(kpis.cost()).isEqualTo(MinorUnits.amount(4 * 5 + 110_00, "CNY"));
    assertThat(kpis.costPerCase()).isEqualTo(MinorUnits.amount(1837, "CNY"));
    assertThat(kpis.cycle()).contains(Duration.ofDays(19).plusHours(2));
    assertThat(kpis.medianCycle()).contains(Duration.ofHours(26));
  }

  private void sixCases() {
    season.renewal("A", CaseState.RENEWED, "03-02 12:00");
    season.renewal("B", CaseState.DECLINED, "03-03 12:00");
    season.renewal("C", CaseState.LAPSED, null);
    season.renewal("D", CaseState.NOTIFIED, null);
    season.renewal("E", CaseState.ACCEPTED, "03-05 12:00");
    season.renewal("F", CaseState.RENEWED, "03-20 12:00");
    season.touch("A", "03-01 10:00", "30", Channel.SMS, Touch.Result.DELIVERED);
    season.touch("B", "03-01 10:00", "30", Channel.SMS, Touch.Result.FAILED);
    season.touch("B", "03-01 10:15", "30", Channel.SMS, Touch.Result.DELIVERED);
    season.touch("C", "03-01 10:00", "30", Channel.SMS, Touch.Result.DEAD);
    season.touch("C", "03-16 10:00", "15", Channel.WECOM, Touch.Result.TIMEOUT);
    season.touch("C", "03-27 14:00", "3", Channel.CALL, Touch.Result.NO_ANSWER);
    season.touch("F", "03-16 10:00", "15", Channel.CALL, Touch.Result.ANSWERED);
    season.task("C", StewardTask.Kind.CALL, "3", "03-27 10:00", true);
    season.task("F", StewardTask.Kind.CALL, "15", "03-16 10:00", true);
    season.task("F", StewardTask.Kind.SIGNATURE_MISSING, "", "03-17 10:00", false);
    season.task("A", StewardTask.Kind.DISPUTED_PAYMENT, "", "03-18 10:00", true);
    season.task("A", StewardTask.Kind.DISPUTED_PAYMENT, "", "03-19 10:00", true);
  }

  @Test
  void theCycleEndsWithTheSignatureThatMakesNinetyFivePerCent() {
    for (int i = 1; i <= 20; i++) {
      season.renewal("N" + i, CaseState.RENEWED, String.format("03-%02d 10:00", i + 1));
    }
    season.touch("N1", "03-01 10:00", "30", Channel.SMS, Touch.Result.DELIVERED);
    assertThat(kpis().cycle()).contains(Duration.ofDays(19));
    season.renewal("N21", CaseState.RENEWED, "03-30 10:00");
    // 95 % of 21 are 19.95: the twentieth
    assertThat(kpis().cycle()).contains(Duration.ofDays(20));
  }

  @Test
  void aCohortIsTheCasesGiven() {
    season.renewal("A", CaseState.RENEWED, "03-02 12:00");
    season.touch("A", "03-01 10:00", "30", Channel.SMS, Touch.Result.DELIVERED);
    season.touch("B", "02-01 10:00", "30", Channel.SMS, Touch.Result.DELIVERED);
    season.task("B", StewardTask.Kind.VISIT, "30", "03-01 10:00", true);
    RenewalKpis kpis = kpis();
    assertThat(kpis.touches()).isEqualTo(1);
    assertThat(kpis.staffMinutes()).isZero();
    assertThat(kpis.cycle()).contains(Duration.ofHours(26));
  }

  @Property(tries = 200)
  void sumsAreThoseOfTheRawRecords(
      @ForAll @Size(max = 40) List<CaseState> states,
      @ForAll @Size(max = 60) List<Touch.Result> results,
      @ForAll @IntRange(min = 1, max = 7) int spread) {
    Season random = new Season();
    for (int i = 0; i < states.size(); i++) {
      CaseState state = states.get(i);
      boolean silent = state == CaseState.LAPSED || state == CaseState.OPEN;
      random.renewal("C" + i, state, silent ? null : "03-1" + (i % 10) + " 12:00");
    }
    for (int i = 0; i < results.size(); i++) {
      String stage = i % 2 == 0 ? "30" : "15";
      random.touch("C" + i % spread, "03-02 10:00", stage, Channel.SMS, results.get(i));
    }
    RenewalKpis kpis =
        RenewalKpis.of(random.cases, random.touches, random.tasks, Effort.standard());
    List<Touch> raw =
        random.touches.stream()
            .filter(t -> Cohort.of(random.cases).stream().anyMatch(c -> c.id().equals(t.renewalCase())))
            .toList();
    assertThat(kpis.opened())
        .isEqualTo((int) states.stream().filter(state -> state != CaseState.SUPERSEDED).count());
    assertThat(kpis.touches()).isEqualTo(raw.size());
    assertThat(kpis.renewed() + kpis.declined() + kpis.lapsed() + kpis.open())
        .isEqualTo(kpis.opened());
    assertThat(kpis.responded()).isBetween(kpis.renewed() + kpis.declined(), kpis.opened());
    long reached =
        raw.stream()
            .filter(t -> t.result().reached())
            .map(t -> t.renewalCase() + " " + t.stage())
            .distinct()
            .count();
    assertThat(kpis.remindersReached()).isEqualTo((int) reached);
    assertFunnelAddsUp(random, kpis, raw.size());
  }

  private static void assertFunnelAddsUp(Season random, RenewalKpis kpis, int touches) {
    StageFunnel funnel =
        StageFunnel.of(List.of("30", "15"), random.cases, random.touches, random.tasks);
    assertThat(funnel.rows().stream().mapToInt(StageFunnel.Row::attempts).sum())
        .isEqualTo(touches);
    assertThat(funnel.rows().stream().mapToInt(StageFunnel.Row::fired).sum())
        .isEqualTo(kpis.reminders());
    assertThat(
            funnel.unprompted()
                + funnel.rows().stream().mapToInt(StageFunnel.Row::responded).sum())
        .isEqualTo(kpis.responded());
  }

  @Test
  void effortIsInOneCurrency() {
    assertThatThrownBy(
            () ->
                new Effort(
                    Map.of(),
                    Map.of(Channel.SMS, MinorUnits.amount(1, "USD")),
                    MinorUnits.amount(1, "CNY")))
        .hasMessageContaining("currency");
  }
}
