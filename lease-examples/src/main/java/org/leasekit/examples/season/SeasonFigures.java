package org.leasekit.examples.season;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.leasekit.billing.Locks;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.insight.CashFlowByDay;
import org.leasekit.insight.EarlyBirds;
import org.leasekit.insight.Effort;
import org.leasekit.insight.MasterCohort;
import org.leasekit.insight.MasterCohorts;
import org.leasekit.insight.NetPromoter;
import org.leasekit.insight.RenewalKpis;
import org.leasekit.insight.ResponseCurve;
import org.leasekit.insight.StageFunnel;
import org.leasekit.intent.Effect;
import org.leasekit.payment.Payment;
import org.leasekit.renewal.RenewalCase;

/**
 * What the records of a season come to.
 *
 * @param currency the one in which most contracts are; sums of money are in it
 * @param kpis of all cases
 * @param commonest of the cases with the commonest last day
 * @param cash from the first simulated day on, without what was taken over from the old books
 * @param end the first instant after the season
 */
record SeasonFigures(
    SeasonRecords records,
    CurrencyUnit currency,
    RenewalKpis kpis,
    RenewalKpis commonest,
    ResponseCurve curve,
    StageFunnel stages,
    CashFlowByDay cash,
    List<LocalDate> pressure,
    List<MasterCohort> masters,
    Instant end) {

  /** When a day is one of liquidity pressure, for people. */
  static final String PRESSURE_RULE =
      "Something falls due, and in the seven days that end with the day less than three fifths of what"
          + " fell due has come in.";

  /** The stage under which early birds are told. */
  static final String EARLY_BIRD = "early-bird";

  /** Of the season's cases, one in so many has to end on a day for its cycle to tell something. */
  private static final int TELLING = 10;

  private static final int PRESSURE_WINDOW = 7;
  private static final BigDecimal PRESSURE_SHARE = new BigDecimal("0.6");
  private static final String USUAL_CURRENCY = "CNY";
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int MINUTES_PER_HOUR = 60;
  private static final int DAYS_PER_QUARTER = 91;

  static SeasonFigures of(
      SeasonRecords records, SeasonPlan plan, LocalDate start, Effort effort) {
    CurrencyUnit currency = commonestCurrency(records);
    CashFlowByDay cash =
        CashFlowByDay.of(
            records.receivables(),
            held(records, start.plusDays(plan.days()).atStartOfDay(plan.business().zone()).toInstant()),
            sinceTakeOver(records, start.atStartOfDay(plan.business().zone()).toInstant()),
            currency,
            DateRange.of(start, start.plusDays(plan.days())),
            plan.business().zone());
    List<RenewalCase> cases = records.cases();
    Instant end = start.plusDays(plan.days()).atStartOfDay(plan.business().zone()).toInstant();
    return new SeasonFigures(
        records,
        currency,
        RenewalKpis.of(cases, records.touches(), records.tasks(), effort),
        RenewalKpis.of(commonest(cases), records.touches(), records.tasks(), effort),
        ResponseCurve.of(cases, plan.business().zone()),
        StageFunnel.of(
            stages(plan),
            cases,
            records.touches(),
            records.tasks()),
        cash,
        cash.pressureDays(PRESSURE_WINDOW, PRESSURE_SHARE),
        MasterCohorts.of(
            records.contracts(), records.changes(), records.moves(), records.receivables(), cases),
        end);
  }

  /** Early birds come first, where there are any. */
  private static List<String> stages(SeasonPlan plan) {
    List<String> stages = new ArrayList<>();
    if (plan.business().earlyBirdDays() > 0) {
      stages.add(EARLY_BIRD);
    }
    plan.stages().forEach(days -> stages.add(String.valueOf(days)));
    return stages;
  }

  /** What freezes hold of a receivable at an instant. */
  private static ToLongFunction<Receivable> held(SeasonRecords records, Instant at) {
    Map<ContractNo, Contract> contracts =
        records.contracts().stream().collect(Collectors.toMap(Contract::no, contract -> contract));
    return receivable -> {
      if (receivable.outstandingMinor() == 0) {
        return 0;
      }
      ReceivableKey key = receivable.key();
      Set<ContractNo> above = new HashSet<>();
      Optional<ContractNo> next = Optional.ofNullable(contracts.get(key.contract())).flatMap(Contract::parent);
      while (next.isPresent() && above.add(next.get())) {
        next = Optional.ofNullable(contracts.get(next.get())).flatMap(Contract::parent);
      }
      return Locks.heldMinor(
          records.locks(), Locks.Outstanding.of(receivable, records.receivables()), above, at);
    };
  }

  /** What the old books had received is reported at the first instant of the season; it is no flow of it. */
  private static List<Payment> sinceTakeOver(SeasonRecords records, Instant start) {
    return records.payments().stream()
        .filter(payment -> payment.receivedAt().isAfter(start))
        .toList();
  }

  private static CurrencyUnit commonestCurrency(SeasonRecords records) {
    Map<String, Long> counts =
        records.contracts().stream()
            .collect(
                Collectors.groupingBy(
                    contract -> contract.terms().currency().getCurrencyCode(),
                    TreeMap::new,
                    Collectors.counting()));
    return Monetary.getCurrency(commonestKey(counts, USUAL_CURRENCY));
  }

  private static List<RenewalCase> commonest(List<RenewalCase> cases) {
    Map<LocalDate, Long> counts =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    RenewalCase::expiry, TreeMap::new, Collectors.counting()));
    LocalDate day = commonestKey(counts, LocalDate.EPOCH);
    return cases.stream().filter(renewal -> renewal.expiry().equals(day)).toList();
  }

  private static <K extends Comparable<? super K>> K commonestKey(Map<K, Long> counts, K otherwise) {
    Comparator<Map.Entry<K, Long>> order = Map.Entry.comparingByValue();
    return counts.entrySet().stream()
        .max(order.thenComparing(Map.Entry.<K, Long>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }

  /** What the early bird did, beside those who were held back. */
  Effect earlyBirds() {
    return EarlyBirds.effect(records.cases(), records.proposals(), end);
  }

  /** The commonest last day of all cases; empty when there is none. */
  Optional<LocalDate> commonestDay() {
    return commonest(records.cases()).stream().map(RenewalCase::expiry).findFirst();
  }

  /**
   * The cycle of the commonest last day where it tells something: all its cases have ended, and they are at least one in
   * {@value #TELLING} of the season's.
   */
  Optional<Duration> telling() {
    boolean many = commonest.opened() * TELLING >= kpis.opened();
    return many && commonest.open() == 0 ? commonest.cycle() : Optional.empty();
  }

  /** Whether tenants would recommend the lessor. */
  NetPromoter promoters() {
    return NetPromoter.of(records.cases(), records.answers());
  }

  /** A score or an end of its interval in points with one decimal. */
  static BigDecimal points(double score) {
    return BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP);
  }

  /** The one project there is, or else what the business calls itself. */
  String heading(Business business) {
    long projects = records.contracts().stream().map(each -> each.project()).distinct().count();
    return projects > 1 ? business.label().orElseGet(this::project) : project();
  }

  /** The project with most contracts; empty when there is none. */
  private String project() {
    Map<String, Long> counts =
        records.contracts().stream()
            .collect(
                Collectors.groupingBy(
                    contract -> contract.project(), TreeMap::new, Collectors.counting()));
    return commonestKey(counts, "");
  }

  /** A time in days with one decimal, rounded half up. */
  static BigDecimal days(Duration time) {
    return BigDecimal.valueOf(time.toSeconds())
        .divide(BigDecimal.valueOf(SECONDS_PER_DAY), 1, RoundingMode.HALF_UP);
  }

  /** Hours of staff with one decimal, rounded half up. */
  BigDecimal staffHours() {
    return BigDecimal.valueOf(kpis.staffMinutes())
        .divide(BigDecimal.valueOf(MINUTES_PER_HOUR), 1, RoundingMode.HALF_UP);
  }

  /** Hours of staff as they would be over a quarter, with one decimal. */
  BigDecimal staffHoursAQuarter() {
    return BigDecimal.valueOf(kpis.staffMinutes() * DAYS_PER_QUARTER)
        .divide(
            BigDecimal.valueOf((long) MINUTES_PER_HOUR * cash.days().size()),
            1,
            RoundingMode.HALF_UP);
  }
}
