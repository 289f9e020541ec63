package org.leasekit.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.money.MonetaryAmount;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.PartyRole;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Key figures of a cohort of renewal cases.
 *
 * @param opened all cases of the cohort
 * @param responded those in which the tenant answered in any way: accepted, declined, paid or signed
 * @param renewed paid and signed
 * @param declined the tenant said no
 * @param lapsed the term ended without payment and signature both
 * @param disputed those with money that came for a closed or paid renewal
 * @param touches attempts to reach somebody
 * @param reminders stages of cases in which at least one attempt was made
 * @param remindersReached those of them in which somebody was certainly reached
 * @param remindersReachedTenant those of them in which the registered tenant was; in the others it was the actual user alone
 * @param cycle from the first touch of the cohort to the instant by which 95 % of the signatures of its
 *     renewed cases were there; empty when nothing was renewed after a touch
 * @param medianCycle the median, over renewed cases that were touched, of the time from the case's first
 *     touch to its renewal; empty when there is none
 * @param staffMinutes work in the tasks that were done
 * @param cost of attempts and work
 */
public record RenewalKpis(
    int opened,
    int responded,
    int renewed,
    int declined,
    int lapsed,
    int disputed,
    int touches,
    int reminders,
    int remindersReached,
    int remindersReachedTenant,
    Optional<Duration> cycle,
    Optional<Duration> medianCycle,
    long staffMinutes,
    MonetaryAmount cost) {

  private static final int RATE_DIGITS = 4;
  private static final double SIGNED_SHARE = 0.95;

  /** The figures of the cases that a predicate holds for, such as those of one project, policy or group. */
  public static RenewalKpis of(
      Predicate<RenewalCase> cohort,
      Collection<RenewalCase> cases,
      Collection<Touch> touches,
      Collection<StewardTask> tasks,
      Effort effort) {
    return of(cases.stream().filter(cohort).toList(), touches, tasks, effort);
  }

  /**
   * The figures of the cases given; touches and tasks of other cases are passed over, and so are superseded cases, in
   * which there was nothing left to renew.
   */
  public static RenewalKpis of(
      Collection<RenewalCase> given,
      Collection<Touch> touches,
      Collection<StewardTask> tasks,
      Effort effort) {
    List<RenewalCase> cases = Cohort.of(given);
    Set<CaseId> cohort = new HashSet<>();
    cases.forEach(renewal -> cohort.add(renewal.id()));
    List<Touch> made =
        touches.stream().filter(touch -> cohort.contains(touch.renewalCase())).toList();
    List<StewardTask> work =
        tasks.stream().filter(task -> cohort.contains(task.renewalCase())).toList();
    Map<CaseId, Instant> firstTouch = firstTouches(made);
    return new RenewalKpis(
        cases.size(),
        (int) cases.stream().filter(each -> each.progress().respondedAt() != null).count(),
        count(cases, CaseState.RENEWED),
        count(cases, CaseState.DECLINED),
        count(cases, CaseState.LAPSED),
        disputed(work),
        made.size(),
        stages(made, touch -> true),
        stages(made, touch -> touch.result().reached()),
        stages(made, touch -> touch.result().reached() && touch.owner() == PartyRole.TENANT),
        cycle(cases, firstTouch),
        medianCycle(cases, firstTouch),
        effort.minutesOf(work),
        effort.costOf(made, work));
  }

  /** Cases that had not ended. */
  public int open() {
    return opened - renewed - declined - lapsed;
  }

  /** Responded of opened, 0 to 1 with four digits; 0 when there is no case. So are the other rates. */
  public BigDecimal responseRate() {
    return rate(responded, opened);
  }

  /** Renewed of opened. */
  public BigDecimal renewalRate() {
    return rate(renewed, opened);
  }

  /** Reminders that reached somebody, of all reminders. */
  public BigDecimal reachRate() {
    return rate(remindersReached, reminders);
  }

  /** Reminders that reached the actual user and not the tenant. */
  public int remindersReachedUserOnly() {
    return remindersReached - remindersReachedTenant;
  }

  /** Disputed of opened. */
  public BigDecimal disputeRate() {
    return rate(disputed, opened);
  }

  /** Cost by case, rounded half up to the minor unit; zero when there is no case. */
  public MonetaryAmount costPerCase() {
    long each =
        opened == 0
            ? 0
            : BigDecimal.valueOf(MinorUnits.of(cost))
                .divide(BigDecimal.valueOf(opened), 0, RoundingMode.HALF_UP)
                .longValueExact();
    return MinorUnits.amount(each, cost.getCurrency());
  }

  private static BigDecimal rate(int part, int whole) {
    return whole == 0
        ? BigDecimal.ZERO.setScale(RATE_DIGITS)
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), RATE_DIGITS, RoundingMode.HALF_UP);
  }

  private static int count(Collection<RenewalCase> cases, CaseState state) {
    return (int) cases.stream().filter(renewal -> renewal.state() == state).count();
  }

  private static int disputed(List<StewardTask> tasks) {
    return (int)
        tasks.stream()
            .filter(task -> task.kind() == StewardTask.Kind.DISPUTED_PAYMENT)
            .map(StewardTask::renewalCase)
            .distinct()
            .count();
  }

  private static int stages(List<Touch> touches, Predicate<Touch> counts) {
    record Reminder(CaseId renewalCase, String stage) {}
    return (int)
        touches.stream()
            .filter(counts)
            .map(touch -> new Reminder(touch.renewalCase(), touch.stage()))
            .distinct()
            .count();
  }

  private static Map<CaseId, Instant> firstTouches(List<Touch> touches) {
    Map<CaseId, Instant> first = new HashMap<>();
    touches.forEach(
        touch -> first.merge(touch.renewalCase(), touch.at(), (a, b) -> a.isBefore(b) ? a : b));
    return first;
  }

  private static Optional<Duration> cycle(
      Collection<RenewalCase> cases, Map<CaseId, Instant> firstTouch) {
    List<Instant> signed = new ArrayList<>();
    for (RenewalCase renewal : cases) {
      Instant at = renewal.progress().signedAt();
      if (renewal.state() == CaseState.RENEWED && at != null) {
        signed.add(at);
      }
    }
    signed.sort(null);
    Optional<Instant> first = firstTouch.values().stream().min(Instant::compareTo);
    if (signed.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    Instant enough = signed.get((int) Math.ceil(signed.size() * SIGNED_SHARE) - 1);
    return Optional.of(Duration.between(first.get(), enough)).filter(time -> !time.isNegative());
  }

  private static Optional<Duration> medianCycle(
      Collection<RenewalCase> cases, Map<CaseId, Instant> firstTouch) {
    List<Duration> times = new ArrayList<>();
    for (RenewalCase renewal : cases) {
      Instant touched = firstTouch.get(renewal.id());
      Instant closed = renewal.closedAt();
      if (renewal.state() == CaseState.RENEWED && closed != null && touched != null) {
        times.add(Duration.between(touched, closed));
      }
    }
    times.sort(null);
    // of an even number the earlier of the two in the middle, so that it is a time that was
    return times.isEmpty() ? Optional.empty() : Optional.of(times.get((times.size() - 1) / 2));
  }
}
