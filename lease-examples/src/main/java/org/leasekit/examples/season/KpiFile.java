package org.leasekit.examples.season;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.insight.MasterCohort;
import org.leasekit.insight.NetPromoter;
import org.leasekit.insight.RenewalKpis;
import org.leasekit.intent.Effect;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.StewardTask;

/** The key figures as {@code kpi.json}. */
final class KpiFile {
  private static final int SHARE_DIGITS = 4;

  private KpiFile() {}

  static void write(Path file, SeasonResult season) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    ObjectWriter writer =
        JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer(
                new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
    String json = writer.writeValueAsString(figures(season)) + "\n";
    Files.write(file, json.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, @Nullable Object> figures(SeasonResult season) {
    SeasonFigures figures = season.figures();
    RenewalKpis kpis = figures.kpis();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("note", "tenants, messages and payments are simulated");
    json.put("business", season.plan().business().name());
    json.put("seed", season.plan().seed());
    json.put("start", season.start().toString());
    json.put("days", season.plan().days());
    json.put("stages", season.plan().stages());
    json.put("counts", counts(season));
    json.put("response_rate", kpis.responseRate());
    json.put("renewal_rate", kpis.renewalRate());
    json.put("cycle_days", days(kpis.cycle()));
    json.put("cycle_days_commonest_expiry", days(figures.commonest().cycle()));
    json.put("commonest_expiry", figures.commonestDay().map(LocalDate::toString).orElse(null));
    json.put("commonest_expiry_cases", figures.commonest().opened());
    json.put("cycle_days_median_case", days(kpis.medianCycle()));
    json.put("reach_rate", kpis.reachRate());
    json.put("dispute_rate", kpis.disputeRate());
    json.put("staff_hours", figures.staffHours());
    json.put("staff_hours_a_quarter", figures.staffHoursAQuarter());
    json.put("cost_per_case", plain(kpis.costPerCase()));
    json.put("currency", kpis.cost().getCurrency().getCurrencyCode());
    json.put("nps", promoters(figures.promoters()));
    json.put("masters", figures.masters().stream().map(KpiFile::master).toList());
    if (season.plan().business().earlyBirdDays() > 0) {
      json.put("early_bird", effect(figures.earlyBirds(), season.truth()));
    }
    if (season.plan().business().hasFieldFigures()) {
      json.put("field", field());
    }
    return json;
  }

  private static Map<String, Object> counts(SeasonResult season) {
    SeasonRecords records = season.figures().records();
    RenewalKpis kpis = season.figures().kpis();
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("rows", season.rows());
    counts.put("accepted", season.contracts());
    counts.put("quarantined", season.rows() - season.contracts());
    counts.put("contracts", records.contracts().size());
    counts.put("cases", kpis.opened());
    counts.put("responded", kpis.responded());
    counts.put("renewed", kpis.renewed());
    counts.put("declined", kpis.declined());
    counts.put("lapsed", kpis.lapsed());
    counts.put("open", kpis.open());
    counts.put("disputed", kpis.disputed());
    counts.put("reminders", kpis.reminders());
    counts.put("reminders_reached", kpis.remindersReached());
    counts.put("touches", kpis.touches());
    counts.put(
        "tasks_done",
        records.tasks().stream()
            .filter(task -> task.outcome() == StewardTask.Outcome.DONE)
            .count());
    counts.put(
        "receivables",
        records.receivables().stream().filter(each -> each.key().revision() == 0).count());
    counts.put("payments", records.payments().size());
    counts.put("journal_entries", records.journal().size());
    return counts;
  }

  private static Map<String, Object> master(MasterCohort cohort) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("contract_no", cohort.master().no().value());
    json.put("currency", cohort.currency().getCurrencyCode());
    json.put("subs", cohort.subs().size());
    json.put("billed_total", plain(cohort.billed()));
    json.put("tree_total", plain(cohort.treeTotal()));
    return json;
  }

  /** What the early bird did to the share that renewed, beside those who were held back by lot. */
  private static Map<String, @Nullable Object> effect(Effect effect, @Nullable EarlyBirdTruth truth) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("treated", effect.treated());
    json.put("treated_renewed", effect.treatedRenewed());
    json.put("held_back", effect.heldBack());
    json.put("held_back_renewed", effect.heldBackRenewed());
    json.put("difference", rounded(effect.difference()));
    json.put("low", rounded(effect.low()));
    json.put("high", rounded(effect.high()));
    json.put("treated_renewed_when_nobody_is_told", truth == null ? null : truth.renewedUntold());
    json.put("true_effect_of_the_simulation", truth == null ? null : rounded(truth.effect()));
    return json;
  }

  /** Of those asked, who answered what; no score when nobody did. */
  private static Map<String, @Nullable Object> promoters(NetPromoter nps) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("asked", nps.asked());
    json.put("answers", nps.answers());
    json.put("promoters", nps.promoters());
    json.put("passives", nps.passives());
    json.put("detractors", nps.detractors());
    boolean any = nps.score().isPresent();
    json.put("score", any ? SeasonFigures.points(nps.score().getAsDouble()) : null);
    json.put("low", SeasonFigures.points(nps.low()));
    json.put("high", SeasonFigures.points(nps.high()));
    return json;
  }

  private static BigDecimal rounded(double share) {
    return BigDecimal.valueOf(share).setScale(SHARE_DIGITS, RoundingMode.HALF_UP);
  }

  private static Map<String, Object> field() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("response_rate", FieldFigures.RESPONSE_RATE);
    json.put("cycle_days", FieldFigures.CYCLE_DAYS);
    json.put("dispute_rate", FieldFigures.DISPUTE_RATE);
    json.put("staff_hours_a_quarter", FieldFigures.STAFF_HOURS_A_QUARTER);
    return json;
  }

  private static @Nullable BigDecimal days(Optional<Duration> time) {
    return time.map(SeasonFigures::days).orElse(null);
  }

  private static BigDecimal plain(MonetaryAmount amount) {
    return new BigDecimal(MinorUnits.plain(amount));
  }
}
