package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leasekit.intake.Portfolio.LESSOR;
import static org.leasekit.intake.Portfolio.lease;
import static org.leasekit.intake.Portfolio.master;
import static org.leasekit.intake.Portfolio.row;
import static org.leasekit.intake.Portfolio.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.intake.ColumnMapping;
import org.leasekit.intake.Field;
import org.leasekit.intake.ImportReport;
import org.leasekit.intake.Portfolio;
import org.leasekit.intake.RawRow;
import org.leasekit.intake.TableRejection;
import org.leasekit.memory.MemoryStores;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;

class ImportServiceTest {

  private static final Instant NOW = Instant.parse("2026-01-20T02:00:00Z");

  private final MemoryStores stores = new MemoryStores();
  private final ImportService service = Imported.service(stores, LESSOR, () -> NOW);

  @Test
  void aTableOfOtherColumnsIsRejectedAndNothingStored() {
    List<String> header = new ArrayList<>(Portfolio.header());
    header.set(Field.UNIT.ordinal(), "space");
    Imported.Rows rows = new Imported.Rows(header, List.of(row(1)));

    Outcome<ImportReport> outcome = service.importPortfolio(rows, ImportOptions.STANDARD);

    assertThat(outcome.rejection())
        .isEqualTo(new TableRejection.MissingColumn(List.of(Field.UNIT)));
    assertThat(contracts()).isEmpty();
    ImportOptions mapped =
        ImportOptions.STANDARD.withColumnMapping(
            ColumnMapping.standard().with("space", Field.UNIT));
    assertThat(service.importPortfolio(rows, mapped).orElseThrow().accepted()).isEqualTo(1);
  }

  @Test
  void aTableThatBreaksOffStoresNothing() {
    TableSource broken =
        new TableSource() {
          @Override
          public String name() {
            return "broken.csv";
          }

          @Override
          public void read(Consumer<List<String>> header, Consumer<Row> each) {
            header.accept(Portfolio.header());
            each.accept(new Row(1, row(1).cells()));
            throw new UnreadableTableException("broken.csv cannot be read to its end");
          }
        };
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> service.importPortfolio(broken, ImportOptions.STANDARD));
    assertThat(contracts()).isEmpty();
  }

  @Test
  void aTableWithoutRowsIsImported() {
    assertThat(importing(Imported.Rows.of())).isEqualTo(added(0));
  }

  @Test
  void theDefaultCurrencyIsForRowsThatNameNone() {
    Imported.Rows rows = Imported.Rows.of(row(1, Field.CURRENCY, ""), row(2));
    service.importPortfolio(rows, ImportOptions.STANDARD.withDefaultCurrency("USD")).orElseThrow();
    assertThat(contracts())
        .extracting(contract -> contract.terms().currency().getCurrencyCode())
        .containsExactly("USD", "CNY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportOptions.STANDARD.withDefaultCurrency("?"));
  }

  @Test
  void storedContractsCountForUnitsMastersAndNumbers() {
    importing(Imported.Rows.of(row(1, Field.UNIT, "A"), master(2)));

    ImportReport second =
        importing(
            Imported.Rows.of(
                row(11, Field.UNIT, "A"),
                row(12, Field.PARENT_CONTRACT_NO, "PK2"),
                row(13, Field.CONTRACT_NO, "PK1", Field.UNIT, "C"),
                row(1, Field.UNIT, "A")));

    assertThat(second.accepted()).isEqualTo(1);
    assertThat(second.unchanged()).isEqualTo(1);
    assertThat(reasons(second))
        .isEqualTo(Map.of(11, "UNIT_ALREADY_LEASED", 13, "DUPLICATE_CONTRACT_NUMBER"));
  }

  @Test
  void contractsOfAnotherLessorDoNotCount() {
    Imported.service(stores, new LessorId("other"), () -> NOW)
        .importPortfolio(Imported.Rows.of(row(1)), ImportOptions.STANDARD).orElseThrow();
    assertThat(importing(Imported.Rows.of(row(1))).accepted()).isEqualTo(1);
  }

  @Test
  void manyRowsAreStoredInBatchesAndProgressIsTold() {
    List<ImportProgress> told = new ArrayList<>();
    RawRow[] rows = IntStream.rangeClosed(1, 1201).mapToObj(i -> row(i)).toArray(RawRow[]::new);

    ImportReport report =
        service
            .importPortfolio(Imported.Rows.of(rows), ImportOptions.STANDARD.withProgress(told::add))
            .orElseThrow();

    assertThat(report).isEqualTo(added(1201));
    assertThat(told)
        .containsExactly(
            new ImportProgress(ImportProgress.Phase.READING, 500, OptionalInt.empty()),
            new ImportProgress(ImportProgress.Phase.READING, 1000, OptionalInt.empty()),
            new ImportProgress(ImportProgress.Phase.READING, 1201, OptionalInt.empty()),
            new ImportProgress(ImportProgress.Phase.STORING, 500, OptionalInt.of(1201)),
            new ImportProgress(ImportProgress.Phase.STORING, 1000, OptionalInt.of(1201)),
            new ImportProgress(ImportProgress.Phase.STORING, 1201, OptionalInt.of(1201)));
  }

  @Test
  void anImportThatBrokeOffIsCompletedByTheNext() {
    RawRow[] rows = IntStream.rangeClosed(1, 1201).mapToObj(i -> row(i)).toArray(RawRow[]::new);
    Consumer<ImportProgress> crash =
        progress -> {
          if (progress.phase() == ImportProgress.Phase.STORING && progress.done() == 1000) {
            throw new IllegalStateException("power cut");
          }
        };
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                service.importPortfolio(
                    Imported.Rows.of(rows), ImportOptions.STANDARD.withProgress(crash)));
    assertThat(contracts()).hasSize(1000);

    assertThat(importing(Imported.Rows.of(rows))).isEqualTo(new ImportReport(1201, 201, 0, 1000, 0, List.of(), List.of()));
    assertThat(stores.receivables().billable(LESSOR, LocalDate.MAX, 5000)).hasSize(1201);
  }

  @Test
  void whatSomebodyElseStoresMeanwhileIsFoundWhenStoring() {
    Stores raced =
        Raced.before(
            stores,
            () ->
                List.of(
                        row(1),
                        row(2, Field.UNIT, "theirs"),
                        row(90, Field.UNIT, "B1-3"),
                        master(4, Field.TENANT_NAME, "theirs"))
                    .forEach(theirs -> stores.contracts().add(lease(theirs).contract(), List.of())));

    ImportReport report =
        Imported.service(raced, LESSOR, () -> NOW)
            .importPortfolio(Imported.Rows.of(row(1), row(2), row(3), row(7)), ImportOptions.STANDARD)
            .orElseThrow();

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(reasons(report))
        .isEqualTo(Map.of(2, "DUPLICATE_CONTRACT_NUMBER", 3, "UNIT_ALREADY_LEASED"));
    assertThat(contracts()).extracting(Contract::no).map(ContractNo::value)
        .containsExactly("PK1", "PK2", "PK4", "PK7", "PK90");
  }

  @Test
  void aMasterThatSomebodyElseStoresMeanwhileIsTheOneThatStands() {
    Stores raced =
        Raced.before(
            stores,
            () ->
                stores
                    .contracts()
                    .add(lease(master(4, Field.END_DATE, "2025-12-31")).contract(), List.of()));
    ImportReport report =
        Imported.service(raced, LESSOR, () -> NOW)
            .importPortfolio(
                Imported.Rows.of(
                    master(4),
                    master(5, Field.PARENT_CONTRACT_NO, "PK4"),
                    row(6, Field.PARENT_CONTRACT_NO, "PK5"),
                    row(7, Field.PARENT_CONTRACT_NO, "PK4", Field.END_DATE, "2025-12-31")),
                ImportOptions.STANDARD)
            .orElseThrow();
    assertThat(reasons(report))
        .isEqualTo(
            Map.of(4, "DUPLICATE_CONTRACT_NUMBER", 5, "TERM_OUTSIDE_MASTER", 6, "NO_SUCH_MASTER"));
  }

  @Test
  void aTableThatReadsOtherwiseTheSecondTimeIsRefused() {
    int[] reads = new int[1];
    TableSource moving =
        new TableSource() {
          @Override
          public String name() {
            return "moving.csv";
          }

          @Override
          public void read(Consumer<List<String>> header, Consumer<Row> each) {
            header.accept(Portfolio.header());
            each.accept(new Row(1, row(1, Field.DEPOSIT, "" + reads[0]++).cells()));
          }
        };
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> service.importPortfolio(moving, ImportOptions.STANDARD))
        .withMessageContaining("moving.csv was changed while it was read");
  }

  @Test
  void aTableOfTooManyMastersIsRejectedAndNothingStored() {
    RawRow[] rows =
        IntStream.rangeClosed(1, TableSurvey.MOST_MASTERS + 1)
            .mapToObj(i -> master(i))
            .toArray(RawRow[]::new);
    assertThat(
            service
                .importPortfolio(Imported.Rows.of(rows), ImportOptions.STANDARD)
                .rejection())
        .isEqualTo(new TableRejection.TooManyMasters(TableSurvey.MOST_MASTERS));
    assertThat(contracts()).isEmpty();
  }

  @Test
  void theReportCountsAllAndKeepsTheFirstOfWhatIsWrong() {
    RawRow[] rows =
        IntStream.rangeClosed(1, 1500)
            .mapToObj(i -> row(i, Field.MONTHLY_RENT, "?"))
            .toArray(RawRow[]::new);
    ImportReport report = importing(Imported.Rows.of(rows));
    assertThat(report.refused()).isEqualTo(1500);
    assertThat(report.quarantined()).hasSize(1000);
    assertThat(report.namesAll()).isFalse();
    RawRow[] longRows =
        IntStream.rangeClosed(1, 20)
            .mapToObj(i -> row(i, Field.REMARK, "x".repeat(100_000), Field.MONTHLY_RENT, "?"))
            .toArray(RawRow[]::new);
    assertThat(importing(Imported.Rows.of(longRows)).quarantined()).hasSize(10);
  }

  private static ImportReport added(int rows) {
    return new ImportReport(rows, rows, 0, 0, 0, List.of(), List.of());
  }

  private ImportReport importing(Imported.Rows rows) {
    return service.importPortfolio(rows, ImportOptions.STANDARD).orElseThrow();
  }

  private List<Contract> contracts() {
    List<Contract> contracts = new ArrayList<>();
    stores.records().contracts(LESSOR, contracts::add);
    return contracts;
  }

  private static Map<Integer, String> reasons(ImportReport report) {
    Map<Integer, String> reasons = new TreeMap<>();
    report.quarantined().forEach(row -> reasons.put(row.line(), String.join(" ", rules(row))));
    return reasons;
  }
}
