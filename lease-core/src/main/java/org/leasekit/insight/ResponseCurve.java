package org.leasekit.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;

/**
 * How answers and renewals of a cohort came in against the days left of the term.
 *
 * @param cases all cases of the cohort
 * @param points one for each number of days, falling without a gap to the last day of the term; empty when
 *     there is no case
 */
public record ResponseCurve(int cases, List<Point> points) {

  /**
   * Where the cohort stood at the end of a day.
   *
   * @param daysToExpiry days left until the last day of the term: 0 is that day itself
   * @param responded cases that had answered by then
   * @param renewed cases that were paid and signed by then
   */
  public record Point(int daysToExpiry, int responded, int renewed) {}

  public ResponseCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of the cases given; it begins on the day on which the first of them was opened, counted by
   * its own days to expiry.
   *
   * @param zone where the lessor's days begin and end
   */
  public static ResponseCurve of(Collection<RenewalCase> given, ZoneId zone) {
    List<RenewalCase> cases = Cohort.of(given);
    int longest =
        cases.stream().mapToInt(each -> left(each.openedAt(), each, zone)).max().orElse(-1);
    int[] responded = new int[longest + 1];
    int[] renewed = new int[longest + 1];
    for (RenewalCase renewal : cases) {
      Instant answer = renewal.progress().respondedAt();
      if (answer != null) {
        responded[left(answer, renewal, zone)]++;
      }
      Instant closed = renewal.closedAt();
      if (closed != null && renewal.state() == CaseState.RENEWED) {
        renewed[left(closed, renewal, zone)]++;
      }
    }
    List<Point> points = new ArrayList<>();
    int answers = 0;
    int renewals = 0;
    for (int day = longest; day >= 0; day--) {
      answers += responded[day];
      renewals += renewed[day];
      points.add(new Point(day, answers, renewals));
    }
    return new ResponseCurve(cases.size(), points);
  }

  private static int left(Instant at, RenewalCase renewal, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return Math.max(0, (int) ChronoUnit.DAYS.between(day, renewal.expiry()));
  }
}
