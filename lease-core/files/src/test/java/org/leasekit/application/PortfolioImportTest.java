package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Slot;
import org.leasekit.contract.StatusChange;
import org.leasekit.files.SamplePortfolio;
import org.leasekit.files.TableSources;
import org.leasekit.intake.Finding;
import org.leasekit.intake.ImportReport;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.memory.MemoryStores;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.UnreadableTableException;

/** The sample portfolio, from file to stores. */
class PortfolioImportTest {

  private static final LessorId LESSOR = new LessorId("garage");
  private static final Instant NOW = Instant.parse("2026-01-20T02:00:00Z");

  @TempDir static Path folder;

  private final MemoryStores stores = new MemoryStores();
  private final ImportService service = Importing.into(stores);

  static Stream<Path> everyForm() {
    return Stream.of(
        SamplePortfolio.csv(sub("marked"), StandardCharsets.UTF_8, true),
        SamplePortfolio.csv(sub("unmarked"), StandardCharsets.UTF_8, false),
        SamplePortfolio.csv(sub("gb18030"), Charset.forName("GB18030"), false),
        SamplePortfolio.xlsx(sub("xlsx")));
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void everyLineBecomesAContractOrIsQuarantinedForTheReasonKnown(Path file) {
    ImportReport report = importing(file, ImportOptions.STANDARD);

    assertThat(reasons(report)).isEqualTo(SamplePortfolio.expectedQuarantine());
    assertThat(report.rows()).isEqualTo(1495);
    assertThat(report.accepted()).isEqualTo(1407);
    assertThat(report.unchanged()).isZero();
    assertThat(contracts(stores)).hasSize(1407);
  }

  @Test
  void everyFormGivesTheSameContracts() {
    List<List<Contract>> each = new ArrayList<>();
    everyForm()
        .forEach(
            file -> {
              MemoryStores own = new MemoryStores();
              Importing.into(own)
                  .importPortfolio(TableSources.open(file), ImportOptions.STANDARD)
                  .orElseThrow();
              each.add(contracts(own));
            });

    assertThat(each).hasSize(4);
    assertThat(Set.copyOf(each)).hasSize(1);
  }

  @Test
  void aContractSaysWhatItsRowSays() {
    importing(marked(), ImportOptions.STANDARD);

    Contract shared = contract("PK2025100003");
    assertThat(shared.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(shared.parent()).contains(new ContractNo("PK2025100001"));
    assertThat(shared.term().start()).isEqualTo(LocalDate.of(2025, 4, 2));
    assertThat(shared.term().endExclusive()).isEqualTo(LocalDate.of(2026, 4, 2));
    assertThat(MinorUnits.plain(shared.terms().monthlyRent())).isEqualTo("1200.00");
    assertThat(shared.terms().cycleMonths()).isEqualTo(3);
    assertThat(shared.contacts()).extracting(c -> c.channel() + " " + c.address())
        .containsExactly("SMS 19920416130", "WECOM wm27490144");
    Contract master = contract("PK2025100001");
    assertThat(master.master()).isTrue();
    assertThat(master.unit()).isNull();
    assertThat(contracts(stores)).extracting(Contract::slot).contains(Slot.DAY, Slot.NIGHT);
  }

  @Test
  void everyContractHasItsTenantItsEvidenceAndItsPlaceOnTheAgendaUnlessItChargesNothing() {
    importing(marked(), ImportOptions.STANDARD);

    List<Contract> contracts = contracts(stores);
    assertThat(contracts)
        .allMatch(c -> stores.tenants().find(LESSOR, c.tenant()).isPresent());
    Map<ContractNo, List<StatusChange>> histories = new TreeMap<>();
    stores.records().statusChanges(LESSOR,
        c -> histories.computeIfAbsent(c.contract(), key -> new ArrayList<>()).add(c));
    assertThat(histories.keySet())
        .containsExactlyElementsOf(contracts.stream().map(Contract::no).sorted().toList());
    assertThat(histories.get(new ContractNo("PK2024100002")))
        .containsExactly(
            new StatusChange(
                LESSOR, new ContractNo("PK2024100002"), ContractStatus.DRAFT, ContractStatus.ACTIVE,
                NOW, "import", "imported", "portfolio.csv line 2"));
    Set<ContractNo> charging =
        contracts.stream()
            .filter(c -> c.terms().monthlyRent().isPositive())
            .map(Contract::no)
            .collect(Collectors.toSet());
    assertThat(charging).hasSize(1400);
    assertThat(new HashSet<>(stores.receivables().billable(LESSOR, LocalDate.MAX, 10_000)))
        .isEqualTo(charging);
  }

  @Test
  void importingAgainChangesNothing() {
    importing(marked(), ImportOptions.STANDARD);
    List<Contract> before = contracts(stores);

    ImportReport again = importing(marked(), ImportOptions.STANDARD);

    assertThat(again.accepted()).isZero();
    assertThat(again.unchanged()).isEqualTo(1407);
    assertThat(reasons(again)).isEqualTo(SamplePortfolio.expectedQuarantine());
    assertThat(contracts(stores)).isEqualTo(before);
  }

  @Test
  void aDryRunReportsTheSameAndStoresNothing() {
    ImportReport dry = importing(marked(), ImportOptions.STANDARD.asDryRun());

    assertThat(contracts(stores)).isEmpty();
    assertThat(stores.receivables().billable(LESSOR, LocalDate.MAX, 1)).isEmpty();
    assertThat(dry).isEqualTo(importing(marked(), ImportOptions.STANDARD));
  }

  @Test
  void aPortfolioCutOffAnywhereIsRefusedOrLosesNothingButItsEnd() throws IOException {
    byte[] whole = Files.readAllBytes(marked());
    Map<Integer, String> expected = outcomes(marked());
    for (int length = whole.length - 1; length > whole.length - 400; length -= 7) {
      Path cut = Files.write(sub("cut").resolve("portfolio.csv"), Arrays.copyOf(whole, length));
      try {
        Map<Integer, String> found = outcomes(cut);
        int last = found.size();
        found.remove(last);
        expected.keySet().removeIf(line -> line >= last);
        assertThat(found).isEqualTo(expected);
      } catch (UnreadableTableException e) {
        assertThat(e.rejection().rule()).isIn("TEXT_CUT_OFF", "CSV_QUOTE_OPEN");
      }
    }
  }

  private Map<Integer, String> outcomes(Path file) {
    Map<Integer, String> outcomes = new TreeMap<>();
    importing(
        file,
        ImportOptions.STANDARD
            .asDryRun()
            .withRows(row -> outcomes.put(row.line(), row.getClass().getSimpleName())));
    return outcomes;
  }

  private static Path sub(String name) {
    Path sub = folder.resolve(name);
    sub.toFile().mkdirs();
    return sub;
  }

  private static Path marked() {
    return SamplePortfolio.csv(sub("again"), StandardCharsets.UTF_8, true);
  }

  private ImportReport importing(Path file, ImportOptions options) {
    return service.importPortfolio(TableSources.open(file), options).orElseThrow();
  }

  private Contract contract(String no) {
    return stores.contracts().find(LESSOR, new ContractNo(no)).orElseThrow();
  }

  private static List<Contract> contracts(MemoryStores stores) {
    List<Contract> contracts = new ArrayList<>();
    stores.records().contracts(LESSOR, contracts::add);
    return contracts;
  }

  /** Line to reasons in English, as the list of known lines has them. */
  private static Map<Integer, String> reasons(ImportReport report) {
    Map<Integer, String> reasons = new TreeMap<>();
    for (QuarantinedRow row : report.quarantined()) {
      reasons.put(
          row.line(),
          row.findings().stream()
              .map(Finding::rejection)
              .map(rejection -> rejection.message(Locale.ENGLISH))
              .collect(Collectors.joining("; ")));
    }
    return reasons;
  }
}
