package org.leasekit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.party.Channel;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

class CurveAndFunnelTest {
  private static final List<String> STAGES = List.of("30", "15", "3");

  private final Season season = new Season();

  @Test
  void theCurveCountsByTheLessorsDay() {
    season.renewal("A", CaseState.RENEWED, "03-30 00:30");
    season.renewal("B", CaseState.DECLINED, "03-30 23:30");
    season.renewal("C", CaseState.LAPSED, null);
    season.renewal("D", CaseState.RENEWED, "03-31 23:59");
    ResponseCurve curve = ResponseCurve.of(season.cases, Season.ZONE);
    assertThat(curve.cases()).isEqualTo(4);
    // opened on March 1, thirty days before the last
    assertThat(curve.points()).hasSize(31);
    assertThat(curve.points().get(0)).isEqualTo(new ResponseCurve.Point(30, 0, 0));
    assertThat(curve.points().get(28)).isEqualTo(new ResponseCurve.Point(2, 0, 0));
    assertThat(curve.points().get(29)).isEqualTo(new ResponseCurve.Point(1, 2, 1));
    assertThat(curve.points().get(30)).isEqualTo(new ResponseCurve.Point(0, 3, 2));
  }

  @Test
  void noCaseNoCurve() {
    assertThat(ResponseCurve.of(List.of(), Season.ZONE).points()).isEmpty();
  }

  @Test
  void anAnswerBelongsToTheStageThatCameLastBeforeIt() {
    season.renewal("A", CaseState.RENEWED, "03-02 12:00");
    season.renewal("B", CaseState.DECLINED, "03-20 12:00");
    season.renewal("C", CaseState.RENEWED, "03-01 09:00");
    season.renewal("D", CaseState.LAPSED, null);
    season.renewal("E", CaseState.RENEWED, "03-27 12:00");
    for (String no : List.of("A", "B", "C", "D", "E")) {
      season.touch(no, "03-01 10:00", "30", Channel.SMS, Touch.Result.FAILED);
      season.touch(no, "03-01 10:15", "30", Channel.SMS, Touch.Result.DELIVERED);
    }
    season.touch("B", "03-16 10:00", "15", Channel.WECOM, Touch.Result.DELIVERED);
    season.touch("D", "03-16 10:00", "15", Channel.WECOM, Touch.Result.DEAD);
    // the task shows that the stage fired, though nobody called before the answer came
    season.task("E", StewardTask.Kind.CALL, "3", "03-27 10:00", false);
    season.task("E", StewardTask.Kind.PAYMENT_MISSING, "", "03-27 11:00", false);

    StageFunnel funnel = StageFunnel.of(STAGES, season.cases, season.touches, season.tasks);
    assertThat(funnel.unprompted()).isEqualTo(1);
    assertThat(funnel.rows())
        .containsExactly(
            new StageFunnel.Row("30", 5, 10, 5, 1, 1),
            new StageFunnel.Row("15", 2, 2, 1, 1, 0),
            new StageFunnel.Row("3", 1, 0, 0, 1, 1));
  }
}
