package org.leasekit.examples.season;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.UnitRef;
import org.leasekit.examples.report.Findings;
import org.leasekit.examples.report.Kpi;
import org.leasekit.examples.report.ReportData;
import org.leasekit.insight.MasterCohort;
import org.leasekit.insight.NetPromoter;
import org.leasekit.insight.RenewalKpis;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.ledger.AccountRole;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.JournalLine;
import org.leasekit.money.MinorUnits;

/** What the report shows of a season. */
final class SeasonReport {
  private final SeasonResult season;
  private final SeasonFigures figures;
  private final Function<Contract, String> tenants;

  private SeasonReport(SeasonResult season, Function<Contract, String> tenants) {
    this.season = season;
    this.figures = season.figures();
    this.tenants = tenants;
  }

  static ReportData of(
      SeasonResult season,
      List<QuarantinedRow> quarantined,
      Function<Contract, String> tenants,
      Findings findings) {
    SeasonReport report = new SeasonReport(season, tenants);
    return new ReportData(
        report.season(),
        report.kpis(),
        report.outcomes(),
        report.curve(),
        report.stages(),
        report.cash(),
        report.masters(),
        quarantined.stream().map(SeasonReport::quarantined).toList(),
        report.trialBalance(),
        findings);
  }

  private ReportData.Season season() {
    return new ReportData.Season(
        figures.heading(season.plan().business()),
        season.plan().business().unit(),
        season.start(),
        season.start().plusDays(season.plan().days()),
        season.plan().stages(),
        season.plan().seed(),
        figures.currency().getCurrencyCode(),
        season.rows(),
        season.contracts());
  }

  private List<Kpi> kpis() {
    RenewalKpis kpis = figures.kpis();
    boolean any = kpis.opened() > 0;
    return List.of(
        responseRate(
            any ? percent(kpis.responseRate()) : null,
            of(kpis.responded(), kpis.opened(), "cases")),
        Kpi.of(
            "Renewal rate",
            "续约率",
            Kpi.Unit.PERCENT,
            any ? percent(kpis.renewalRate()) : null,
            of(kpis.renewed(), kpis.opened(), "cases")),
        cycleDays(
            days(figures.telling()),
            "first reminder to 95 % signed, of the "
                + of(figures.commonest().opened(), kpis.opened(), "cases")
                + figures.commonestDay().map(day -> " that end on " + day + ", the commonest last day").orElse("")),
        Kpi.of(
            "Days to renew, median",
            "单份续约天数(中位数)",
            Kpi.Unit.DAYS,
            days(kpis.medianCycle()),
            "first reminder to renewal, by case"),
        Kpi.of(
            "Reminders that reached somebody",
            "触达率",
            Kpi.Unit.PERCENT,
            kpis.reminders() > 0 ? percent(kpis.reachRate()) : null,
            of(kpis.remindersReached(), kpis.reminders(), "reminders")),
        disputeRate(
            any ? percent(kpis.disputeRate()) : null,
            of(kpis.disputed(), kpis.opened(), "cases")),
        staffHours(
            figures.staffHoursAQuarter(),
            figures.staffHours() + " hours in " + season.plan().days() + " days"),
        Kpi.of(
            "Cost of a case",
            "单案成本",
            Kpi.Unit.MONEY,
            any ? plain(kpis.costPerCase()) : null,
            "messages and work"),
        promoters());
  }

  private Kpi promoters() {
    NetPromoter nps = figures.promoters();
    boolean any = nps.score().isPresent();
    return Kpi.of(
        "Would recommend us (NPS)",
        "净推荐值",
        Kpi.Unit.POINTS,
        any ? SeasonFigures.points(nps.score().getAsDouble()) : null,
        any
            ? of(nps.answers(), nps.asked(), "answered") + ": " + nps.promoters() + " promoters, " + nps.detractors()
                + " detractors; 95 %: " + SeasonFigures.points(nps.low()) + " to " + SeasonFigures.points(nps.high())
            : "");
  }

  private Kpi beside(Kpi field) {
    return season.plan().business().hasFieldFigures()
        ? field
        : Kpi.of(field.label(), field.term(), field.unit(), field.season(), field.basis());
  }

  private Kpi responseRate(@Nullable BigDecimal rate, String basis) {
    return beside(Kpi.responseRate(rate, basis));
  }

  private Kpi cycleDays(@Nullable BigDecimal cycle, String basis) {
    return beside(Kpi.cycleDays(cycle, basis));
  }

  private Kpi disputeRate(@Nullable BigDecimal rate, String basis) {
    return beside(Kpi.disputeRate(rate, basis));
  }

  private Kpi staffHours(@Nullable BigDecimal hours, String basis) {
    return beside(Kpi.staffHours(hours, basis));
  }

  private static String of(int part, int whole, String what) {
    return part + " of " + whole + " " + what;
  }

  private ReportData.Outcomes outcomes() {
    RenewalKpis kpis = figures.kpis();
    return new ReportData.Outcomes(kpis.renewed(), kpis.declined(), kpis.lapsed(), kpis.open());
  }

  private ReportData.Curve curve() {
    return new ReportData.Curve(
        figures.curve().cases(),
        figures.curve().points().stream()
            .map(
                point ->
                    new ReportData.CurvePoint(
                        point.daysToExpiry(), point.responded(), point.renewed()))
            .toList());
  }

  private List<ReportData.Stage> stages() {
    return figures.stages().rows().stream()
        .map(
            row ->
                new ReportData.Stage(
                    row.stage().equals(SeasonFigures.EARLY_BIRD) ? "Early bird 早鸟" : "T-" + row.stage(),
                    daysBefore(row.stage()),
                    row.fired(),
                    row.reached(),
                    row.responded(),
                    row.renewed()))
        .toList();
  }

  private int daysBefore(String stage) {
    SeasonPlan plan = season.plan();
    return stage.equals(SeasonFigures.EARLY_BIRD)
        ? plan.stages().get(0) + plan.business().earlyBirdDays()
        : Integer.parseInt(stage);
  }

  private ReportData.Cash cash() {
    Set<LocalDate> pressure = new HashSet<>(figures.pressure());
    return new ReportData.Cash(
        figures.cash().days().stream()
            .map(
                day ->
                    new ReportData.CashDay(
                        day.date(),
                        plain(day.due()),
                        plain(day.received()),
                        pressure.contains(day.date())))
            .toList(),
        SeasonFigures.PRESSURE_RULE);
  }

  private List<ReportData.Master> masters() {
    return figures.masters().stream()
        .filter(cohort -> cohort.currency().equals(figures.currency()))
        .map(this::master)
        .toList();
  }

  private ReportData.Master master(MasterCohort cohort) {
    return new ReportData.Master(
        cohort.master().no().value(),
        tenants.apply(cohort.master()),
        plain(cohort.billed()),
        plain(cohort.own()),
        cohort.subs().stream().map(SeasonReport::sub).toList());
  }

  private static ReportData.SubContract sub(MasterCohort.Sub sub) {
    UnitRef unit = sub.contract().unit();
    return new ReportData.SubContract(
        sub.contract().no().value(),
        unit == null ? "" : unit.unit(),
        ReportData.Outcome.valueOf(sub.standing().name()),
        plain(sub.billed()));
  }

  private static ReportData.QuarantinedRow quarantined(QuarantinedRow row) {
    return new ReportData.QuarantinedRow(
        row.line(), SeasonFiles.fields(row), SeasonFiles.reason(row), CsvFile.line(row.cells()));
  }

  private List<ReportData.Account> trialBalance() {
    Map<AccountRole, BigDecimal[]> sums = new EnumMap<>(AccountRole.class);
    for (JournalEntry entry : figures.records().journal()) {
      for (JournalLine line : entry.lines()) {
        if (line.amount().getCurrency().equals(figures.currency())) {
          BigDecimal[] sides =
              sums.computeIfAbsent(
                  line.account(), role -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
          int side = line.side() == JournalLine.Side.DEBIT ? 0 : 1;
          sides[side] = sides[side].add(plain(line.amount()));
        }
      }
    }
    return sums.entrySet().stream()
        .map(
            each ->
                new ReportData.Account(
                    each.getKey().name(), each.getValue()[0], each.getValue()[1]))
        .toList();
  }

  private static BigDecimal percent(BigDecimal rate) {
    return rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal days(Optional<Duration> time) {
    return time.map(SeasonFigures::days).orElse(null);
  }

  private static BigDecimal plain(MonetaryAmount amount) {
    return new BigDecimal(MinorUnits.plain(amount));
  }
}
