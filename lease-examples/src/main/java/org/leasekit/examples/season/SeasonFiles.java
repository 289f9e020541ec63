package org.leasekit.examples.season;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.MovedBy;
import org.leasekit.intake.Finding;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intent.EarlyBird;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.JournalLine;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** The records of a season as CSV: a row for each, in the order in which they are recorded. */
final class SeasonFiles {
  private static final int SHARE_DIGITS = 4;

  private final Path folder;
  private final ZoneId zone;
  private final SeasonRecords records;

  SeasonFiles(Path folder, ZoneId zone, SeasonRecords records) {
    this.folder = folder;
    this.zone = zone;
    this.records = records;
  }

  /** Writes all of them, over those of an earlier season. */
  void write(List<QuarantinedRow> quarantined) throws IOException {
    try (CsvFile csv = file("quarantine.csv", "line,field,code,reason,raw")) {
      quarantined.forEach(row -> write(row, csv));
    }
    try (CsvFile csv =
        file(
            "contracts.csv",
            "contract_no,status,unit,start,end_exclusive,parent,predecessor,successor")) {
      records.contracts().forEach(contract -> write(contract, csv));
    }
    try (CsvFile csv =
        file(
            "receivables.csv",
            "contract_no,charge,period_start,period_end_exclusive,due,amount,currency,status")) {
      // corrections are in a file of their own
      records.receivables().stream()
          .filter(receivable -> receivable.key().revision() == 0)
          .forEach(receivable -> write(receivable, csv));
    }
    try (CsvFile csv =
        file("journal.csv", "entry,at,account,debit,credit,currency,contract_no,cause")) {
      records.journal().forEach(entry -> write(entry, csv));
    }
    try (CsvFile csv =
        file(
            "cases.csv",
            "case_id,contract_no,opened_at,state,responded_at,paid_at,signed_at,declined_at,"
                + "closed_at")) {
      records.cases().forEach(renewal -> write(renewal, csv));
    }
    try (CsvFile csv =
        file("touches.csv", "at,case_id,contract_no,stage,channel,recipient,result")) {
      records.touches().forEach(touch -> write(touch, csv));
    }
    try (CsvFile csv =
        file(
            "offers.csv",
            "case_id,contract_no,old_price,new_price,discount_code,early_bird,intent,intent_low,"
                + "intent_high,approved_by")) {
      writeOffers(csv);
    }
    try (CsvFile csv =
        file(
            "decisions.csv",
            "case_id,contract_no,stage,expiry,planned_for,fired_at,action,moved_by")) {
      records.decisions().forEach(decision -> write(decision, csv));
    }
    try (CsvFile csv =
        file("tasks.csv", "task_id,case_id,role,assignee,opened_at,closed_at,outcome")) {
      records.tasks().forEach(task -> write(task, csv));
    }
    try (CsvFile csv = file("surveys.csv", "case_id,score,recorded_by,answered_at")) {
      // what tenants say in their own words may name people, and is left out
      records.answers().forEach(
          each -> csv.row(each.renewalCase(), each.score(), each.recordedBy(), each.at()));
    }
  }

  /** One for each case: the price is that of the case's offer, the rest is in its proposal. */
  private void writeOffers(CsvFile csv) {
    Map<CaseId, RenewalCase> cases =
        records.cases().stream().collect(Collectors.toMap(RenewalCase::id, Function.identity()));
    for (Proposal proposal : records.proposals()) {
      RenewalCase renewal = cases.get(proposal.renewalCase());
      if (renewal != null) {
        csv.row(
            proposal.renewalCase(),
            proposal.contract(),
            MinorUnits.plain(proposal.price().old()),
            MinorUnits.plain(renewal.offer().terms().monthlyRent()),
            proposal.codeRedeemed() ? proposal.code() : "",
            proposal.chance().group() == EarlyBird.Group.EARLY_BIRD,
            share(proposal.chance().intent().probability()),
            share(proposal.chance().intent().low()),
            share(proposal.chance().intent().high()),
            proposal.approval().decidedBy());
      }
    }
  }

  private static void write(StageDecision decision, CsvFile csv) {
    csv.row(
        decision.renewalCase(),
        decision.contract(),
        decision.fired().stage(),
        decision.expiry(),
        decision.fired().plannedFor(),
        decision.fired().at(),
        String.join(" ", decision.fired().actions()),
        decision.fired().movedBy() == MovedBy.NONE ? "none" : decision.fired().movedBy());
  }

  private static void write(StewardTask task, CsvFile csv) {
    csv.row(
        task.id(),
        task.renewalCase(),
        task.role(),
        task.assignee(),
        task.openedAt(),
        task.closedAt(),
        task.outcome());
  }

  private static BigDecimal share(double probability) {
    return BigDecimal.valueOf(probability).setScale(SHARE_DIGITS, RoundingMode.HALF_UP);
  }

  /** Why a row was put into quarantine: every reason, in the words of the library. */
  static String reason(QuarantinedRow row) {
    return joined(row, finding -> finding.rejection().message(Locale.ENGLISH));
  }

  /** The columns to look at. */
  static String fields(QuarantinedRow row) {
    return joined(row, Finding::field);
  }

  private static String joined(QuarantinedRow row, Function<Finding, String> part) {
    return row.findings().stream().map(part).distinct().collect(Collectors.joining("; "));
  }

  private CsvFile file(String name, String header) throws IOException {
    return new CsvFile(folder.resolve(name), header, zone);
  }

  private static void write(QuarantinedRow row, CsvFile csv) {
    csv.row(
        row.line(),
        fields(row),
        joined(row, finding -> finding.rejection().rule()),
        reason(row),
        CsvFile.line(row.cells()));
  }

  private static void write(Contract contract, CsvFile csv) {
    csv.row(
        contract.no(),
        contract.status(),
        contract.unit() == null ? "" : contract.unit().unit(),
        contract.term().start(),
        contract.endsOn(),
        contract.links().parent(),
        contract.links().predecessor(),
        contract.links().successor());
  }

  private static void write(Receivable receivable, CsvFile csv) {
    csv.row(
        receivable.key().contract(),
        receivable.key().charge(),
        receivable.key().period().start(),
        receivable.key().period().endExclusive(),
        receivable.due(),
        MinorUnits.plain(receivable.amount()),
        receivable.amount().getCurrency().getCurrencyCode(),
        receivable.status());
  }

  private static void write(JournalEntry entry, CsvFile csv) {
    for (JournalLine line : entry.lines()) {
      String amount = MinorUnits.plain(line.amount());
      String nothing =
          MinorUnits.plain(MinorUnits.amount(0, line.amount().getCurrency()));
      boolean debit = line.side() == JournalLine.Side.DEBIT;
      csv.row(
          entry.id(),
          entry.at(),
          line.account(),
          debit ? amount : nothing,
          debit ? nothing : amount,
          line.amount().getCurrency().getCurrencyCode(),
          line.contract(),
          entry.cause());
    }
  }

  private static void write(RenewalCase renewal, CsvFile csv) {
    csv.row(
        renewal.id(),
        renewal.contract(),
        renewal.openedAt(),
        renewal.state(),
        renewal.progress().respondedAt(),
        renewal.progress().paidAt(),
        renewal.progress().signedAt(),
        renewal.progress().declinedAt(),
        renewal.closedAt());
  }

  private static void write(Touch touch, CsvFile csv) {
    csv.row(
        touch.at(),
        touch.renewalCase(),
        touch.contract(),
        touch.stage(),
        touch.channel(),
        touch.recipient(),
        touch.result());
  }
}
