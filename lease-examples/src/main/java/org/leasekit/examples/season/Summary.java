package org.leasekit.examples.season;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.leasekit.insight.NetPromoter;
import org.leasekit.insight.RenewalKpis;
import org.leasekit.intent.Effect;
import org.leasekit.money.MinorUnits;

/** The key figures of a season as a table for the console, in plain ASCII. */
final class Summary {
  private static final String ROW = "%-44s %8s %8s   %s%n";
  private static final int POINTS = 100;
  private static final String UNKNOWN = "-";

  private final PrintStream out;
  private boolean isFieldKnown;

  Summary(PrintStream out) {
    this.out = out;
  }

  void print(SeasonResult season) {
    SeasonFigures figures = season.figures();
    RenewalKpis kpis = figures.kpis();
    line("%n%d rows: %d contracts, %d in quarantine%n",
        season.rows(), season.contracts(), season.rows() - season.contracts());
    if (season.contracts() == 0) {
      line("No row became a contract, so there was nothing to renew.%n");
    }
    line("%d renewal cases: %d renewed, %d declined, %d lapsed, %d still open%n%n",
        kpis.opened(), kpis.renewed(), kpis.declined(), kpis.lapsed(), kpis.open());
    isFieldKnown = season.plan().business().hasFieldFigures();
    line(ROW, "", isFieldKnown ? "field," : "", isFieldKnown ? "field," : "", "this simulation");
    line(ROW, "", isFieldKnown ? "before" : "", isFieldKnown ? "after" : "", "of tenants");
    row("Response rate", FieldFigures.RESPONSE_RATE, 2, " %", percent(kpis.responseRate()));
    line(ROW, "Renewal rate", UNKNOWN, UNKNOWN, percent(kpis.renewalRate()) + " %");
    row("Cycle in days, commonest last day", FieldFigures.CYCLE_DAYS, 0, "",
        days(figures.telling()));
    line(ROW, "Cycle in days, whole season", UNKNOWN, UNKNOWN, days(kpis.cycle()));
    line(ROW, "Days from first reminder to renewal, median", UNKNOWN, UNKNOWN,
        days(kpis.medianCycle()));
    line(ROW, "Reminders that reached somebody", UNKNOWN, UNKNOWN,
        percent(kpis.reachRate()) + " %");
    row("Disputes", FieldFigures.DISPUTE_RATE, 2, " %", percent(kpis.disputeRate()));
    row("Staff hours a quarter", FieldFigures.STAFF_HOURS_A_QUARTER, 0, "",
        figures.staffHoursAQuarter().toPlainString());
    line(ROW, "Cost of a case", UNKNOWN, UNKNOWN,
        MinorUnits.plain(kpis.costPerCase()) + " "
            + kpis.costPerCase().getCurrency().getCurrencyCode());
    NetPromoter nps = figures.promoters();
    nps.score().ifPresent(
        score ->
            line("%nNPS: %+.1f (95 %%: %+.1f to %+.1f), %d answers of %d asked%n",
                score, nps.low(), nps.high(), nps.answers(), nps.asked()));
    if (season.plan().business().earlyBirdDays() > 0) {
      Effect birds = figures.earlyBirds();
      line("%nEarly birds: %d of %d renewed, of those held back %d of %d: %+.1f points (95 %%: %+.1f to %+.1f)%n",
          birds.treatedRenewed(), birds.treated(), birds.heldBackRenewed(), birds.heldBack(),
          POINTS * birds.difference(), POINTS * birds.low(), POINTS * birds.high());
      EarlyBirdTruth truth = season.truth();
      if (truth != null) {
        line("Truth of the simulation: of those told early %d renewed when nobody was told early: %+.1f points%n",
            truth.renewedUntold(), POINTS * truth.effect());
      }
    }
    line("%nThe tenants are simulated: the last column shows the library at work, not a result of the"
        + " field.%n");
    line("Report: %s%n", season.report().toAbsolutePath().normalize());
  }

  private void row(String name, FieldFigures field, int shift, String unit, String season) {
    boolean any = !season.equals(UNKNOWN);
    line(ROW, name,
        isFieldKnown ? plain(field.before(), shift) + unit : UNKNOWN,
        isFieldKnown ? plain(field.after(), shift) + unit : UNKNOWN,
        season + (any ? unit : ""));
  }

  private static String plain(BigDecimal figure, int shift) {
    return figure.movePointRight(shift).stripTrailingZeros().toPlainString();
  }

  private static String percent(BigDecimal rate) {
    return rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private static String days(Optional<Duration> time) {
    return time.map(each -> SeasonFigures.days(each).toPlainString()).orElse(UNKNOWN);
  }

  private void line(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values));
  }
}
