package org.leasekit.billing;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * One contract, what happens to it and what runs raise; and an oracle that knows nothing of spans, ranges and running
 * totals: it asks of each day for itself what it costs, in whole parts of {@link #UNIT}.
 */
final class LockWorld {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LessorId LESSOR = new LessorId("L");
  static final ContractNo NO = new ContractNo("C-1");

  /**
   * A multiple of 1 to 31, of 30, of 365 and of 10000: every share of a month by every convention, and each hundredth of a
   * percent of it, is a whole count of it.
   */
  private static final BigInteger UNIT =
      BigInteger.valueOf(72_201_776_446_800L).multiply(BigInteger.valueOf(30 * 365L * Discount.WHOLE));

  final LocalDate start;
  final int cycle;
  final Proration proration;
  final long rate;
  long days;
  Instant now;
  final List<ReceivableLock> locks = new ArrayList<>();
  final TreeMap<LocalDate, Long> steps = new TreeMap<>();
  final List<DateRange> free = new ArrayList<>();
  final List<Discount> discounts = new ArrayList<>();
  final List<Reckoning.TermsChange> changes = new ArrayList<>();
  final Map<ReceivableKey, Reckoning.Raised> raised = new TreeMap<>();

  LockWorld(LocalDate start, int days, int cycle, Proration proration, long rate) {
    this.start = start;
    this.days = days;
    this.cycle = cycle;
    this.proration = proration;
    this.rate = rate;
    this.now = start.atStartOfDay(ZONE).toInstant();
  }

  DateRange term() {
    return DateRange.of(start, start.plusDays(days));
  }

  Instant hour(long hours) {
    return start.atStartOfDay(ZONE).toInstant().plus(Duration.ofHours(hours));
  }

  void pass() {
    now = now.plus(Duration.ofHours(7));
  }

  ReceivableLock suspend(Instant from, Instant until) {
    ReceivableLock lock =
        new ReceivableLock(
            LESSOR, new LockId("L" + locks.size()), ReceivableLock.Effect.SUSPEND,
            new LockScope.OneCharge(NO, ChargeCode.RENT), LockReason.SUSPENSION, "", "tenant", "manager", from,
            until, false, now, List.of());
    locks.add(lock);
    return lock;
  }

  void release(int index, Instant at) {
    ReceivableLock lock = locks.get(index);
    if (lock.release() == null) {
      locks.set(index, lock.released(new ReceivableLock.Release(at, "manager", "over", now)));
    }
  }

  void step(LocalDate day, long minor) {
    steps.put(day, minor);
    changes.add(new Reckoning.TermsChange("S-" + changes.size(), now));
  }

  /** Takes back something of what was agreed, learnt late as ever. */
  void withdraw(int which) {
    List<Runnable> agreed = new ArrayList<>();
    steps.keySet().forEach(day -> agreed.add(() -> steps.remove(day)));
    free.forEach(days -> agreed.add(() -> free.remove(days)));
    discounts.forEach(discount -> agreed.add(() -> discounts.remove(discount)));
    if (!agreed.isEmpty()) {
      agreed.get(which % agreed.size()).run();
      changes.add(new Reckoning.TermsChange("S-" + changes.size(), now));
    }
  }

  void lasts(int newDays) {
    days = newDays;
    changes.add(new Reckoning.TermsChange("S-" + changes.size(), now));
  }

  Reckoning.Charge charge() {
    ChargeSchedule schedule =
        ChargeSchedule.of(term(), rate, "CNY")
            .every(Frequency.months(cycle))
            .proration(proration)
            .steps(
                steps.entrySet().stream()
                    .map(step -> new RateStep(step.getKey(), step.getValue()))
                    .toArray(RateStep[]::new))
            .rentFree(free.toArray(DateRange[]::new))
            .discounts(discounts.toArray(Discount[]::new))
            .build();
    return new Reckoning.Charge(NO, ChargeCode.RENT, Set.of(), schedule, changes, ZONE);
  }

  Reckoning.Plan plan(LocalDate through) {
    return Reckoning.plan(charge(), locks, raised.values(), through);
  }

  /** Applies the first so many amounts and corrections of a plan, as storage would: a key that is known is left alone. */
  void apply(Reckoning.Plan plan, int atMost) {
    List<Reckoning.Raised> items = new ArrayList<>();
    plan.corrections().forEach(each -> items.add(new Reckoning.Raised(each.key(), each.deltaMinor(), now)));
    plan.amounts().forEach(each -> items.add(new Reckoning.Raised(each.key(), each.minor(), now)));
    items.stream().limit(atMost).forEach(item -> raised.putIfAbsent(item.key(), item));
  }

  void run(LocalDate through) {
    apply(plan(through), Integer.MAX_VALUE);
  }

  void runAll() {
    run(term().endExclusive());
  }

  /** What was raised for one period of the grid, corrections and all. */
  long raisedFor(long period) {
    return raised.values().stream()
        .filter(each -> periodOf(each.key().period().start()) == period)
        .mapToLong(Reckoning.Raised::minor)
        .sum();
  }

  long total() {
    return raised.values().stream().mapToLong(Reckoning.Raised::minor).sum();
  }

  long periodOf(LocalDate day) {
    long period = 0;
    while (!start.plusMonths((period + 1) * cycle).isAfter(day)) {
      period++;
    }
    return period;
  }

  /** By the oracle: what is owed for each period of the grid, day by day, rounded half up. */
  Map<Long, Long> owed() {
    Map<Long, BigInteger> exact = new HashMap<>();
    for (LocalDate day = start; day.isBefore(term().endExclusive()); day = day.plusDays(1)) {
      exact.merge(periodOf(day), cost(day), BigInteger::add);
    }
    Map<Long, Long> owed = new HashMap<>();
    BigInteger two = BigInteger.TWO;
    exact.forEach(
        (period, sum) ->
            owed.put(period, sum.multiply(two).add(UNIT).divide(UNIT.multiply(two)).longValueExact()));
    return owed;
  }

  private BigInteger cost(LocalDate day) {
    return isSuspended(day) || isWaived(day)
        ? BigInteger.ZERO
        : share(day).divide(BigInteger.valueOf(Discount.WHOLE)).multiply(BigInteger.valueOf(rateOn(day) * kept(day)));
  }

  private long kept(LocalDate day) {
    int off =
        discounts.stream().filter(discount -> discount.days().contains(day)).mapToInt(Discount::basisPoints).sum();
    return Math.max(0, Discount.WHOLE - off);
  }

  boolean isSuspended(LocalDate day) {
    Instant noon = day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    for (ReceivableLock lock : locks) {
      boolean begun = !noon.isBefore(lock.from());
      boolean expired = lock.until() != null && !noon.isBefore(lock.until());
      boolean released = lock.release() != null && !noon.isBefore(lock.release().at());
      if (begun && !expired && !released) {
        return true;
      }
    }
    return false;
  }

  boolean isWaived(LocalDate day) {
    return rateOn(day) == 0
        || kept(day) == 0
        || share(day).signum() == 0
        || free.stream().anyMatch(range -> range.contains(day));
  }

  private long rateOn(LocalDate day) {
    Map.Entry<LocalDate, Long> step = steps.floorEntry(day);
    return step == null ? rate : step.getValue();
  }

  private BigInteger share(LocalDate day) {
    long month = 0;
    while (!start.plusMonths(month + 1).isAfter(day)) {
      month++;
    }
    LocalDate from = start.plusMonths(month);
    LocalDate to = start.plusMonths(month + 1);
    if (!to.isAfter(term().endExclusive())) {
      return part(1, to.toEpochDay() - from.toEpochDay());
    }
    LocalDate end = term().endExclusive();
    long left = end.toEpochDay() - from.toEpochDay();
    return switch (proration.code()) {
      case "ACTUAL_365" -> part(12, 365);
      case "WHOLE_PERIODS" -> part(1, left);
      case "THIRTY_360" -> part(Math.min(30, thirty(end) - thirty(from)), 30 * left);
      default -> {
        BigInteger all = from.datesUntil(end).map(each -> part(1, each.lengthOfMonth())).reduce(BigInteger.ZERO, BigInteger::add);
        yield all.compareTo(UNIT) > 0 ? part(1, left) : part(1, day.lengthOfMonth());
      }
    };
  }

  private static BigInteger part(long above, long below) {
    BigInteger[] parts = UNIT.multiply(BigInteger.valueOf(above)).divideAndRemainder(BigInteger.valueOf(below));
    if (parts[1].signum() != 0) {
      throw new IllegalStateException("not a whole count: " + above + "/" + below);
    }
    return parts[0];
  }

  private static long thirty(LocalDate day) {
    return 360L * day.getYear() + 30L * day.getMonthValue() + Math.min(30, day.getDayOfMonth());
  }
}
