package org.leasekit.examples.parking;

import jakarta.validation.Validation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.leasekit.LeaseKit;
import org.leasekit.application.ImportOptions;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.files.TableSources;
import org.leasekit.intake.ImportReport;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.memory.MemoryStores;
import org.leasekit.memory.SettableClock;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.UnreadableTableException;

/** The spreadsheet that a season begins with. */
final class Portfolio {

  private Portfolio() {}

  /**
   * Imports a spreadsheet into a kit; the report names every quarantined row.
   *
   * @throws SeasonException when the file is no portfolio
   */
  static ImportReport importInto(LeaseKit kit, Path file) throws SeasonException {
    Outcome<ImportReport> outcome;
    List<QuarantinedRow> quarantined = new ArrayList<>();
    ImportOptions options =
        ImportOptions.STANDARD.withRows(
            row -> {
              if (row instanceof QuarantinedRow bad) {
                quarantined.add(bad);
              }
            });
    try {
      outcome = kit.imports().importPortfolio(TableSources.open(file), options);
    } catch (UnreadableTableException e) {
      throw new SeasonException(String.valueOf(e.getMessage()));
    }
    if (!outcome.isAccepted()) {
      throw new SeasonException(file + ": " + outcome.rejection().message(Locale.ENGLISH));
    }
    ImportReport report = outcome.orElseThrow();
    return new ImportReport(
        report.rows(), report.accepted(), report.amended(), report.unchanged(), report.refused(),
        quarantined, report.amendments());
  }

  /**
   * The last day on which most terms of the accepted rows end, of several the earliest; empty when no
   * row was accepted.
   */
  static Optional<LocalDate> commonestLastDay(LeaseKit kit) {
    Map<LocalDate, Integer> counts = new TreeMap<>();
    kit.records()
        .contracts(
            Garage.LESSOR,
            contract -> counts.merge(contract.term().lastDay(), 1, Integer::sum));
    Comparator<Map.Entry<LocalDate, Integer>> order = Map.Entry.comparingByValue();
    return counts.entrySet().stream()
        .max(order.thenComparing(Map.Entry.<LocalDate, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }

  /** A kit in memory that only ever imports: to look into a portfolio before the season begins. */
  static LeaseKit preview() {
    MessageGateway nobody =
        message -> {
          throw new IllegalStateException("a preview sends nothing");
        };
    return LeaseKit.builder()
        .profile(
            LessorProfile.standard(
                Garage.LESSOR, Garage.ZONE, Locale.SIMPLIFIED_CHINESE, ShippedCalendars.china()))
        .stores(new MemoryStores())
        .gateway(nobody)
        .links((lessor, renewalCase, expires) -> URI.create("https://preview.example.com/"))
        .validator(
            Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator())
        .clock(new SettableClock(Instant.EPOCH))
        .build();
  }
}
