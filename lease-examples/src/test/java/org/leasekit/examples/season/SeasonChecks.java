package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;

/** What the files of any season have to say together, whatever portfolio, stages and seed it was run with. */
final class SeasonChecks {
  private static final Set<String> SAID_NO_MORE =
      Set.of("paid_at", "signed_at", "declined_at", "closed_at");
  private static final Set<String> DIGITAL = Set.of("SMS", "WECOM");

  private final SeasonOutput out;
  private final BusinessCalendar calendar = ShippedCalendars.china();
  private final Map<String, NamedCsvRecord> contracts;
  private final Map<String, NamedCsvRecord> cases;
  private final Map<String, NamedCsvRecord> offers;
  private final Set<String> touchedCases;
  private final ChangeChecks changes;

  SeasonChecks(SeasonOutput out) {
    this.out = out;
    new PromiseChecks(out).columns();
    this.contracts = out.by("contract_no", out.contracts());
    this.cases = out.by("case_id", out.cases());
    this.offers = out.by("case_id", out.offers());
    this.changes = new ChangeChecks(out, contracts);
    this.touchedCases =
        out.touches().stream().map(row -> row.getField("case_id")).collect(Collectors.toSet());
  }

  void all() {
    new PromiseChecks(out).words();
    everyCaseHasOneOffer();
    everyAcceptedRowIsOneContract();
    journalBalancesByEntryAndInAll();
    journalAgreesWithReceivables();
    nothingIsSentAfterSilence();
    aStageReachesAnAddressAtMostOnce();
    stagesFireOnTheirDay();
    everyCaseGetsItsFirstStage();
    closedCasesSayWhy();
    renewedCasesHaveOneSuccessor();
    contractsEndAsTheirCasesDid();
    rentTilesTheTerm();
    masterBillEqualsItsTree();
    kpisAgreeWithTheRows();
    changes.all();
    new SurveyChecks(out, cases).theScoreIsThatOfTheAnswers();
    new DecisionChecks(out, cases, this::expiry).whatWasSentWasDecided();
  }

  private void everyCaseHasOneOffer() {
    assertThat(offers.keySet()).isEqualTo(cases.keySet());
    for (NamedCsvRecord offer : out.offers()) {
      NamedCsvRecord renewal = cases.get(offer.getField("case_id"));
      assertThat(offer.getField("contract_no")).isEqualTo(renewal.getField("contract_no"));
      BigDecimal low = new BigDecimal(offer.getField("intent_low"));
      BigDecimal intent = new BigDecimal(offer.getField("intent"));
      BigDecimal high = new BigDecimal(offer.getField("intent_high"));
      assertThat(low).isBetween(BigDecimal.ZERO, intent);
      assertThat(high).isBetween(intent, BigDecimal.ONE);
      BigDecimal rise =
          new BigDecimal(offer.getField("new_price")).subtract(new BigDecimal(offer.getField("old_price")));
      boolean beyond =
          rise.multiply(BigDecimal.TEN).compareTo(new BigDecimal(offer.getField("old_price"))) > 0;
      // beyond ten percent up somebody approved, or nothing was sent
      assertThat(beyond && offer.getField("approved_by").isEmpty() && isTouched(renewal))
          .as(offer.toString())
          .isFalse();
    }
  }

  private boolean isTouched(NamedCsvRecord renewal) {
    return touchedCases.contains(renewal.getField("case_id"));
  }

  private boolean isEarlyBird(NamedCsvRecord renewal) {
    return offers.get(renewal.getField("case_id")).getField("early_bird").equals("true");
  }

  private boolean waitedForApproval(NamedCsvRecord renewal) {
    return renewal.getField("state").equals("PROPOSED")
        || !offers.get(renewal.getField("case_id")).getField("approved_by").isEmpty();
  }

  private void everyAcceptedRowIsOneContract() {
    long imported =
        out.contracts().stream()
            .filter(row -> row.getField("predecessor").isEmpty())
            .filter(row -> !row.getField("contract_no").endsWith("-B"))
            .count();
    assertThat(imported).isEqualTo(out.kpi().at("/counts/accepted").asLong());
    assertThat(imported + out.quarantine().size()).isEqualTo(out.kpi().at("/counts/rows").asLong());
    assertThat(out.quarantine()).extracting(row -> row.getField("line")).doesNotHaveDuplicates();
  }

  private void journalBalancesByEntryAndInAll() {
    Map<String, BigDecimal> byEntry = new HashMap<>();
    for (NamedCsvRecord row : out.journal()) {
      BigDecimal debit = new BigDecimal(row.getField("debit"));
      BigDecimal credit = new BigDecimal(row.getField("credit"));
      assertThat(debit.signum() * credit.signum()).isZero();
      assertThat(debit.add(credit).signum()).isPositive();
      byEntry.merge(
          row.getField("entry") + " " + row.getField("currency"),
          debit.subtract(credit),
          BigDecimal::add);
    }
    assertThat(byEntry.values()).allMatch(sum -> sum.signum() == 0);
  }

  /** Revenue is what was raised as it was corrected; deposits held are those raised, wherever they moved. */
  private void journalAgreesWithReceivables() {
    BigDecimal raised = BigDecimal.ZERO;
    BigDecimal deposits = BigDecimal.ZERO;
    Set<String> keys = new HashSet<>();
    for (NamedCsvRecord row : out.receivables()) {
      assertThat(keys.add(key(row))).as(key(row)).isTrue();
      raised = raised.add(new BigDecimal(row.getField("amount")));
      if (row.getField("charge").equals("DEPOSIT")) {
        deposits = deposits.add(new BigDecimal(row.getField("amount")));
      }
    }
    for (NamedCsvRecord row : out.adjustments()) {
      assertThat(keys).contains(key(row));
      raised = raised.add(new BigDecimal(row.getField("amount")));
    }
    assertThat(balance("DEPOSIT_LIABILITY")).isEqualByComparingTo(deposits.negate());
    assertThat(balance("REVENUE")).isEqualByComparingTo(raised.subtract(deposits).negate());
    // what is owed or was received is what was earned, is kept for tenants, or is not used yet
    assertThat(balance("RECEIVABLE").add(balance("CASH")))
        .isEqualByComparingTo(raised.subtract(balance("UNAPPLIED_CASH")));
    assertThat(balance("UNAPPLIED_CASH").signum()).isNotPositive();
  }

  private static String key(NamedCsvRecord row) {
    return String.join(
        " ",
        row.getField("contract_no"),
        row.getField("charge"),
        row.getField("period_start"),
        row.getField("period_end_exclusive"));
  }

  private BigDecimal turnover(String account, String side) {
    return out.journal().stream()
        .filter(row -> row.getField("account").equals(account))
        .map(row -> new BigDecimal(row.getField(side)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal balance(String account) {
    return turnover(account, "debit").subtract(turnover(account, "credit"));
  }

  private void nothingIsSentAfterSilence() {
    for (NamedCsvRecord touch : out.touches()) {
      NamedCsvRecord renewal = cases.get(touch.getField("case_id"));
      assertThat(renewal).isNotNull();
      assertThat(touch.getField("contract_no")).isEqualTo(renewal.getField("contract_no"));
      OffsetDateTime at = SeasonOutput.instant(touch, "at");
      for (String column : SAID_NO_MORE) {
        if (!renewal.getField(column).isEmpty()) {
          assertThat(at).isBefore(SeasonOutput.instant(renewal, column));
        }
      }
    }
  }

  private void aStageReachesAnAddressAtMostOnce() {
    Set<String> delivered = new HashSet<>();
    for (NamedCsvRecord touch : out.touches()) {
      if (touch.getField("result").equals("DELIVERED")) {
        String once =
            String.join(
                " ",
                touch.getField("case_id"),
                touch.getField("stage"),
                touch.getField("channel"),
                touch.getField("recipient"));
        assertThat(delivered.add(once)).as(once).isTrue();
      }
    }
  }

  /** Digital touches lie on the stage's day from 10:00 on; a case that opened late has its own day. */
  private void stagesFireOnTheirDay() {
    Map<String, Set<LocalDate>> days = new TreeMap<>();
    for (NamedCsvRecord touch : out.touches()) {
      NamedCsvRecord renewal = cases.get(touch.getField("case_id"));
      OffsetDateTime at = SeasonOutput.instant(touch, "at");
      LocalDate opened = SeasonOutput.instant(renewal, "opened_at").toLocalDate();
      if (touch.getField("stage").equals("early-bird")) {
        assertThat(isEarlyBird(renewal)).isTrue();
        assertThat(at.toLocalDate()).isAfterOrEqualTo(opened);
        continue;
      }
      LocalDate planned = planned(renewal, Integer.parseInt(touch.getField("stage")));
      if (waitedForApproval(renewal)) {
        assertThat(at.toLocalDate()).isAfterOrEqualTo(planned);
        continue;
      }
      LocalDate expected = opened.isAfter(planned) ? firstDay(opened, renewal) : planned;
      if (DIGITAL.contains(touch.getField("channel"))) {
        assertThat(at.toLocalDate()).as(touch.toString()).isEqualTo(expected);
        assertThat(at.toLocalTime()).isBetween(LocalTime.of(10, 0), LocalTime.of(13, 0));
        days.computeIfAbsent(
                touch.getField("case_id") + " " + touch.getField("stage"), key -> new HashSet<>())
            .add(at.toLocalDate());
      } else {
        assertThat(at.toLocalDate()).as(touch.toString()).isAfterOrEqualTo(expected);
      }
    }
    assertThat(days.values()).allMatch(each -> each.size() == 1);
  }

  private LocalDate firstDay(LocalDate opened, NamedCsvRecord renewal) {
    LocalDate business = calendar.nextOrSame(opened);
    return business.isAfter(expiry(renewal)) ? opened : business;
  }

  private LocalDate planned(NamedCsvRecord renewal, int daysBefore) {
    return calendar.previousOrSame(expiry(renewal).minusDays(daysBefore));
  }

  /** The case's own: the contract may have been extended or ended since. */
  private LocalDate expiry(NamedCsvRecord renewal) {
    String id = renewal.getField("case_id");
    return LocalDate.parse(id.substring(id.length() - 8), DateTimeFormatter.BASIC_ISO_DATE);
  }

  private void everyCaseGetsItsFirstStage() {
    int first = out.kpi().at("/stages/0").asInt();
    LocalDate end =
        LocalDate.parse(out.kpi().get("start").asText()).plusDays(out.kpi().get("days").asLong());
    Set<String> touched =
        out.touches().stream()
            .map(row -> row.getField("case_id") + " " + row.getField("stage"))
            .collect(Collectors.toSet());
    for (NamedCsvRecord renewal : out.cases()) {
      LocalDate planned = planned(renewal, first);
      LocalDate opened = SeasonOutput.instant(renewal, "opened_at").toLocalDate();
      boolean onTime =
          !opened.isAfter(planned)
              && planned.isBefore(end)
              && !collapses(renewal)
              && !renewal.getField("state").equals("SUPERSEDED");
      if (isEarlyBird(renewal) && !waitedForApproval(renewal)) {
        assertThat(opened).isBeforeOrEqualTo(planned);
        if (!opened.equals(end.minusDays(1))) {
          assertThat(isTouched(renewal)).isTrue();
        }
      } else if (onTime && !waitedForApproval(renewal)) {
        assertThat(opened).isEqualTo(planned);
        assertThat(touched).contains(renewal.getField("case_id") + " " + first);
      }
    }
  }

  /** Two stages moved to one day by a holiday: only the later one fires. */
  private boolean collapses(NamedCsvRecord renewal) {
    JsonNode stages = out.kpi().get("stages");
    return stages.size() > 1
        && planned(renewal, stages.get(0).asInt()).equals(planned(renewal, stages.get(1).asInt()));
  }

  private void closedCasesSayWhy() {
    for (NamedCsvRecord renewal : out.cases()) {
      String state = renewal.getField("state");
      boolean paid = !renewal.getField("paid_at").isEmpty();
      boolean signed = !renewal.getField("signed_at").isEmpty();
      boolean declined = !renewal.getField("declined_at").isEmpty();
      boolean closed = !renewal.getField("closed_at").isEmpty();
      assertThat(closed).isEqualTo(Set.of("RENEWED", "DECLINED", "LAPSED", "SUPERSEDED").contains(state));
      assertThat(state.equals("RENEWED")).as(renewal.toString()).isEqualTo(paid && signed);
      assertThat(state.equals("DECLINED")).isEqualTo(declined);
      if (paid || signed || declined) {
        assertThat(renewal.getField("responded_at")).isNotEmpty();
      }
      if (state.equals("LAPSED")) {
        assertThat(SeasonOutput.instant(renewal, "closed_at").toLocalDate())
            .isEqualTo(expiry(renewal).plusDays(1));
      }
    }
  }

  private void renewedCasesHaveOneSuccessor() {
    Set<String> renewed = new HashSet<>();
    for (NamedCsvRecord renewal : out.cases()) {
      if (renewal.getField("state").equals("RENEWED")) {
        NamedCsvRecord old = contracts.get(renewal.getField("contract_no"));
        NamedCsvRecord next = contracts.get(old.getField("successor"));
        renewed.add(old.getField("contract_no"));
        assertThat(next).as(old.toString()).isNotNull();
        assertThat(next.getField("predecessor")).isEqualTo(old.getField("contract_no"));
        if (!changed(old, "UNIT_SWAP")) {
          assertThat(next.getField("unit")).isEqualTo(old.getField("unit"));
        }
        if (!changed(old, "EARLY_TERMINATION")) {
          assertThat(next.getField("start")).isEqualTo(old.getField("end_exclusive"));
        }
      }
    }
    List<String> predecessors =
        out.contracts().stream()
            .map(row -> row.getField("predecessor"))
            .filter(no -> !no.isEmpty())
            .toList();
    assertThat(predecessors).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(renewed);
  }

  private void contractsEndAsTheirCasesDid() {
    LocalDate last =
        LocalDate.parse(out.kpi().get("start").asText())
            .plusDays(out.kpi().get("days").asLong() - 1);
    for (NamedCsvRecord contract : out.contracts()) {
      boolean over = !LocalDate.parse(contract.getField("end_exclusive")).isAfter(last);
      boolean continued = !contract.getField("successor").isEmpty();
      assertThat(contract.getField("status"))
          .as(contract.toString())
          .isEqualTo(
              !over
                  ? "ACTIVE"
                  : changed(contract, "EARLY_TERMINATION") ? "TERMINATED" : continued ? "RENEWED" : "EXPIRED");
    }
  }

  /** Whether a change of that kind was recorded of a contract and not taken back. */
  private boolean changed(NamedCsvRecord contract, String type) {
    return out.amendments().stream()
        .filter(row -> row.getField("contract_no").equals(contract.getField("contract_no")))
        .anyMatch(row -> row.getField("type").equals(type) && row.getField("withdrawn_at").isEmpty());
  }

  /**
   * Rent periods begin with the term, follow each other without gap but for what locks suspend, and never leave it but for
   * what was raised before the lease was ended.
   */
  private void rentTilesTheTerm() {
    Map<String, List<NamedCsvRecord>> rent =
        out.receivables().stream()
            .filter(row -> row.getField("charge").equals("RENT"))
            .collect(Collectors.groupingBy(row -> row.getField("contract_no")));
    rent.forEach(
        (no, periods) -> {
          List<NamedCsvRecord> sorted = new ArrayList<>(periods);
          sorted.sort((a, b) -> a.getField("period_start").compareTo(b.getField("period_start")));
          String next = contracts.get(no).getField("start");
          for (NamedCsvRecord period : sorted) {
            LocalDate begins = LocalDate.parse(period.getField("period_start"));
            LocalDate due = LocalDate.parse(next);
            assertThat(begins).as(no).isAfterOrEqualTo(due);
            assertThat(due.datesUntil(begins)).as(no + " from " + due).allMatch(day -> changes.isSuspended(no, day));
            next = period.getField("period_end_exclusive");
          }
          if (!changed(contracts.get(no), "EARLY_TERMINATION")) {
            assertThat(next).isLessThanOrEqualTo(contracts.get(no).getField("end_exclusive"));
          }
        });
  }

  private void masterBillEqualsItsTree() {
    Map<String, BigDecimal> charged = new HashMap<>();
    out.receivables()
        .forEach(
            row ->
                charged.merge(
                    row.getField("contract_no"),
                    new BigDecimal(row.getField("amount")),
                    BigDecimal::add));
    Map<String, List<String>> children = new HashMap<>();
    out.contracts()
        .forEach(
            row ->
                children
                    .computeIfAbsent(row.getField("parent"), no -> new ArrayList<>())
                    .add(row.getField("contract_no")));
    out.adjustments()
        .forEach(
            row ->
                charged.merge(
                    row.getField("contract_no"),
                    new BigDecimal(row.getField("amount")),
                    BigDecimal::add));
    // who moved was charged elsewhere before, which these files do not tell; a sub that was renewed before its master was
    // charged below the old one, and stands below its successor now
    boolean moved =
        out.amendments().stream()
            .anyMatch(
                row ->
                    row.getField("type").equals("PROMOTION")
                        || row.getField("type").equals("REPARENTING") && !row.getField("by").equals("leasekit"));
    Map<String, BigDecimal> billedByChain = new TreeMap<>();
    Map<String, BigDecimal> treesByChain = new TreeMap<>();
    for (JsonNode master : out.kpi().get("masters")) {
      BigDecimal billed = master.get("billed_total").decimalValue();
      assertThat(master.get("tree_total").decimalValue()).isEqualByComparingTo(billed);
      String no = master.get("contract_no").asText();
      String first = no.replaceFirst("-R\\d+$", "");
      billedByChain.merge(first, billed, BigDecimal::add);
      treesByChain.merge(first, tree(no, charged, children), BigDecimal::add);
    }
    if (!moved) {
      billedByChain.forEach(
          (first, billed) -> assertThat(treesByChain.get(first)).as(first).isEqualByComparingTo(billed));
    }
  }

  private static BigDecimal tree(
      String no, Map<String, BigDecimal> charged, Map<String, List<String>> children) {
    BigDecimal sum = charged.getOrDefault(no, BigDecimal.ZERO);
    for (String child : children.getOrDefault(no, List.of())) {
      sum = sum.add(tree(child, charged, children));
    }
    return sum;
  }

  private void kpisAgreeWithTheRows() {
    JsonNode counts = out.kpi().get("counts");
    assertThat(counts.get("cases").asInt()).isEqualTo(out.cases().size());
    assertThat(counts.get("touches").asInt()).isEqualTo(out.touches().size());
    assertThat(counts.get("contracts").asInt()).isEqualTo(out.contracts().size());
    assertThat(counts.get("receivables").asInt()).isEqualTo(out.receivables().size());
    for (String state : List.of("RENEWED", "DECLINED", "LAPSED")) {
      long rows = out.cases().stream().filter(row -> row.getField("state").equals(state)).count();
      assertThat(counts.get(state.toLowerCase(Locale.ROOT)).asLong()).isEqualTo(rows);
    }
    long responded =
        out.cases().stream().filter(row -> !row.getField("responded_at").isEmpty()).count();
    assertThat(counts.get("responded").asLong()).isEqualTo(responded);
    if (!out.cases().isEmpty()) {
      assertThat(out.kpi().get("response_rate").decimalValue())
          .isEqualByComparingTo(
              BigDecimal.valueOf(responded)
                  .divide(
                      BigDecimal.valueOf(out.cases().size()), 4, RoundingMode.HALF_UP));
    }
  }
}
