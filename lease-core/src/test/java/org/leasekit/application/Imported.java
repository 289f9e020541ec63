package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.leasekit.access.Actor;
import org.leasekit.contract.Contract;
import org.leasekit.intake.ImportReport;
import org.leasekit.intake.Portfolio;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RawRow;
import org.leasekit.intake.RowOutcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;
import org.leasekit.port.TableSource;

/** What became of the rows of a table that was imported, after a dry run that said the same. */
record Imported(ImportReport report, Map<Integer, RowOutcome> outcomes) {

  static final Instant NOW = Instant.parse("2026-01-20T02:00:00Z");

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Rows in memory. */
  record Rows(List<String> headings, List<RawRow> rows) implements TableSource {

    static Rows of(RawRow... rows) {
      return new Rows(Portfolio.header(), List.of(rows));
    }

    @Override
    public String name() {
      return "rows.csv";
    }

    @Override
    public void read(Consumer<List<String>> header, Consumer<Row> each) {
      header.accept(headings);
      rows.forEach(row -> each.accept(new Row(row.line(), row.cells())));
    }
  }

  static ImportService service(Stores stores, LessorId lessor, InstantSource clock) {
    LessorProfile profile =
        LessorProfile.standard(lessor, ZONE, Locale.ENGLISH, ShippedCalendars.china());
    Gate gate = new Gate(stores, lessor, ZONE, clock, Actor.HOST);
    Cashier cashier = new Cashier(stores, profile);
    Succession succession =
        new Succession(
            stores, profile, new BillingService(stores, profile, clock, gate, cashier), cashier);
    Revisions revisions =
        new Revisions(
            stores, profile, new CaseDesk(stores, profile, succession), new SuspensionLocks(stores, profile));
    return new ImportService(
        stores, lessor, ZONE, clock, gate, new RowAmendments(stores, profile, clock, revisions));
  }

  /** Imports rows, dry and then in earnest. */
  static Imported into(Stores stores, ImportOptions options, RawRow... rows) {
    ImportService service = service(stores, Portfolio.LESSOR, () -> NOW);
    Imported dry = once(service, options.asDryRun(), rows);
    Imported real = once(service, options, rows);
    assertThat(real).as("the dry run said so").isEqualTo(dry);
    return real;
  }

  private static Imported once(ImportService service, ImportOptions options, RawRow... rows) {
    Map<Integer, RowOutcome> outcomes = new TreeMap<>();
    List<Integer> lines = new ArrayList<>();
    ImportReport report =
        service
            .importPortfolio(
                Rows.of(rows),
                options.withRows(
                    outcome -> {
                      lines.add(outcome.line());
                      outcomes.put(outcome.line(), outcome);
                    }))
            .orElseThrow();
    assertThat(lines).as("each row once").containsExactlyElementsOf(Arrays.stream(rows).map(RawRow::line).toList());
    return new Imported(report, outcomes);
  }

  /** {@code ok}, {@code same}, {@code amended} or the rules, by line. */
  Map<Integer, String> words() {
    Map<Integer, String> words = new TreeMap<>();
    outcomes.forEach((line, outcome) -> words.put(line, word(outcome)));
    return words;
  }

  /** The quarantined rows, by line. */
  List<QuarantinedRow> quarantined() {
    return outcomes.values().stream()
        .filter(QuarantinedRow.class::isInstance)
        .map(QuarantinedRow.class::cast)
        .toList();
  }

  /** Everything that is stored. */
  static List<Contract> contracts(Stores stores) {
    List<Contract> contracts = new ArrayList<>();
    stores.records().contracts(Portfolio.LESSOR, contracts::add);
    return contracts;
  }

  /** Stores contracts beforehand. */
  static void given(Stores stores, Collection<Contract> contracts) {
    for (Contract contract : contracts) {
      assertThat(stores.contracts().add(contract, List.of()).name()).isEqualTo("ADDED");
    }
  }

  private static String word(RowOutcome outcome) {
    if (outcome instanceof QuarantinedRow bad) {
      return String.join(" ", Portfolio.rules(bad));
    }
    if (outcome instanceof RowOutcome.Amended) {
      return "amended";
    }
    return outcome instanceof RowOutcome.Added ? "ok" : "same";
  }
}
