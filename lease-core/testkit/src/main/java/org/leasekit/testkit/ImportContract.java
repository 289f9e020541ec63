package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.LeaseKit;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.application.AmendContract;
import org.leasekit.application.BookPackage;
import org.leasekit.application.DraftContract;
import org.leasekit.application.ImportOptions;
import org.leasekit.application.SignContract;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.intake.ImportReport;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RowOutcome;
import org.leasekit.memory.SettableClock;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyKind;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Payer;
import org.leasekit.party.Person;
import org.leasekit.party.Wishes;
import org.leasekit.party.Person;
import org.leasekit.party.Wishes;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Stores;

/**
 * Imports through the front door, on an adapter's stores: new contracts, tables that are imported again, and rows that
 * differ from what is stored.
 */
public abstract class ImportContract {

  private static final ImportOptions AMEND =
      ImportOptions.STANDARD.withChanges(ImportOptions.Changes.AMEND);

  private Stores stores;
  private SettableClock clock;
  private LeaseKit kit;

  /** For subclasses. */
  protected ImportContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void open() {
    stores = stores();
    clock = new SettableClock(RenewalTown.at("2026-01-20", "10:00"));
    kit =
        LeaseKit.builder()
            .profile(RenewalTown.profile())
            .stores(stores)
            .gateway(message -> MessageGateway.Delivery.DELIVERED)
            .links((lessor, renewalCase, expires) -> URI.create("https://town.example/"))
            .validator(validator())
            .clock(clock)
            .build();
  }

  private static ImportTable table() {
    return new ImportTable();
  }

  /** What became of each row, in a dry run and then in earnest, which have to say the same. */
  private Map<Integer, String> imported(ImportTable table, ImportOptions options) {
    Map<Integer, String> dry = once(table, options.asDryRun());
    Map<Integer, String> real = once(table, options);
    assertThat(real).as("the dry run said so").isEqualTo(dry);
    clock.advance(Duration.ofMinutes(1));
    return real;
  }

  private Map<Integer, String> once(ImportTable table, ImportOptions options) {
    Map<Integer, String> words = new TreeMap<>();
    ImportReport report =
        kit.imports()
            .importPortfolio(
                table, options.withRows(outcome -> words.put(outcome.line(), word(outcome))))
            .orElseThrow();
    assertThat(report.rows()).isEqualTo(words.size());
    return words;
  }

  private static String word(RowOutcome outcome) {
    if (outcome instanceof QuarantinedRow bad) {
      List<String> rules = new ArrayList<>();
      bad.findings().forEach(finding -> rules.add(finding.field() + " " + finding.rejection().rule()));
      return String.join(", ", rules);
    }
    return outcome instanceof RowOutcome.Amended amended
        ? String.join("+", amended.proposals().stream().map(p -> p.change().kind().name()).toList())
        : outcome instanceof RowOutcome.Added ? "new" : "same";
  }

  private Contract contract(String no) {
    return stores.contracts().find(RenewalTown.LESSOR, new ContractNo(no)).orElseThrow();
  }

  private List<Amendment> amendments(String no) {
    return stores
        .amendments()
        .find(RenewalTown.LESSOR, new ContractNo(no))
        .map(ContractHistory::recorded)
        .orElse(List.of());
  }

  @Test
  void manyRowsAreStoredAndFoundAgain() {
    ImportTable many = table();
    for (int i = 0; i < 1201; i++) {
      many.row("C" + i, "parent_contract_no", i % 100 == 0 ? "M" : "");
    }
    many.row("C7", "unit", "elsewhere").row("X", "unit", "U-C7").master("M");
    Map<Integer, String> first = imported(many, ImportOptions.STANDARD);
    assertThat(first.values().stream().filter("new"::equals)).hasSize(1202);
    assertThat(first)
        .containsEntry(1202, "contract_no DUPLICATE_CONTRACT_NUMBER")
        .containsEntry(1203, "unit UNIT_ALREADY_LEASED");
    Map<Integer, String> again = imported(many, ImportOptions.STANDARD);
    assertThat(again.values().stream().filter("same"::equals)).hasSize(1202);
    assertThat(again).containsEntry(1202, first.get(1202)).containsEntry(1203, first.get(1203));
    assertThat(contract("C100").parent()).contains(new ContractNo("M"));
  }

  @Test
  void changedRowsAreRejectedUnlessTheyAreToAmend() {
    imported(table().row("A").row("B"), ImportOptions.STANDARD);
    assertThat(imported(table().row("A", "phone", "13800000001").row("B"), ImportOptions.STANDARD))
        .isEqualTo(Map.of(1, "contract_no DUPLICATE_CONTRACT_NUMBER", 2, "same"));
    assertThat(amendments("A")).isEmpty();
  }

  @Test
  void changedRowsBecomeAmendmentsOnce() {
    imported(table().row("A").row("B").row("C").row("D"), AMEND);
    ImportTable changed =
        table()
            .row("A", "monthly_rent", "900", "agreement", "S-7", "effective", "2026-02-01")
            .row("B", "end_date", "2027-03-31", "phone", "13800000001", "occupant_name", "何强")
            .row("C", "unit", "Z-1", "effective", "2026-02-01")
            .row("D", "end_date", "2026-02-28");

    once(changed, AMEND.asDryRun());
    assertThat(amendments("A")).isEmpty();
    assertThat(imported(changed, AMEND))
        .isEqualTo(
            Map.of(
                1, "RENT_CHANGE",
                2, "EXTENSION+CONTACT_CHANGE+OCCUPANT_CHANGE",
                3, "UNIT_SWAP",
                4, "EARLY_TERMINATION"));
    assertThat(imported(changed, AMEND)).isEqualTo(Map.of(1, "same", 2, "same", 3, "same", 4, "same"));

    Amendment rent = amendments("A").get(0);
    assertThat(amendments("A")).hasSize(1);
    assertThat(rent.effective()).isEqualTo("2026-02-01");
    assertThat(((Change.RentChange) rent.change()).agreement()).isEqualTo("S-7");
    assertThat(rent.proof().by()).isEqualTo("import");
    assertThat(rent.proof().evidence()).isEqualTo("table.csv line 1");
    assertThat(amendments("B")).hasSize(3);
    assertThat(amendments("D").get(0).effective()).isEqualTo("2026-03-01");
    ContractHistory history =
        stores.amendments().find(RenewalTown.LESSOR, new ContractNo("A")).orElseThrow();
    assertThat(history.origin().monthlyRent().getNumber().intValueExact()).isEqualTo(800);
    assertThat(history.asOf(LocalDate.parse("2026-01-31"), clock.instant()).orElseThrow().monthlyRent())
        .isEqualTo(history.origin().monthlyRent());
  }

  @Test
  void aPayerThatARowNamesIsRegisteredAndChangedAndNeverForgotten() {
    imported(table().row("A").row("B", "payer_name", "光明公司", "payer_phone", "13900000001"), AMEND);
    assertThat(contract("A").payer()).isNull();
    Payer bright = Objects.requireNonNull(contract("B").payer());
    assertThat(bright.contacts()).containsExactly(new Contact(Channel.SMS, "13900000001"));
    ImportTable changed =
        table()
            .row("A", "payer_name", "光明公司", "payer_phone", "13900000001", "effective", "2026-01-10")
            .row("B", "payer_name", "光明公司", "payer_phone", "13900000002");
    assertThat(imported(changed, AMEND)).isEqualTo(Map.of(1, "PAYER_CHANGE", 2, "PAYER_CHANGE"));
    assertThat(contract("A").payer()).isEqualTo(bright);
    assertThat(imported(changed, AMEND)).isEqualTo(Map.of(1, "same", 2, "same"));
    assertThat(imported(table().row("A").row("B"), AMEND))
        .as("rows that name none agree with any").isEqualTo(Map.of(1, "same", 2, "same"));
  }

  @Test
  void anotherTenantFromADayOnIsAnAssignmentWithTheContactsOfTheRow() {
    imported(table().row("A").row("B", "language", "en"), AMEND);
    ImportTable changed =
        table()
            .row("A", "tenant_name", "韩梅梅", "phone", "13800000001", "effective", "2026-01-10", "language", "en")
            .row("B", "tenant_name", "韩梅梅", "phone", "13800000001", "effective", "2026-02-01", "occupant_name", "何强");
    assertThat(imported(changed, AMEND)).isEqualTo(Map.of(1, "ASSIGNMENT", 2, "ASSIGNMENT+OCCUPANT_CHANGE"));
    Contract passed = contract("A");
    assertThat(passed.contacts()).containsExactly(new Contact(Channel.SMS, "13800000001"));
    assertThat(stores.tenants().find(RenewalTown.LESSOR, passed.tenant()).orElseThrow().name()).isEqualTo("韩梅梅");
    Person taker = Person.of(passed.tenant());
    assertThat(stores.wishes().findAll(RenewalTown.LESSOR, List.of(taker)))
        .as("the language that the row names is the new tenant's")
        .containsEntry(taker, Wishes.none(RenewalTown.LESSOR, taker).in(Locale.ENGLISH));
    assertThat(contract("B").contacts()).as("until its day").containsExactly(new Contact(Channel.SMS, "19913637762"));
    assertThat(imported(changed, AMEND)).isEqualTo(Map.of(1, "same", 2, "same"));
    assertThat(imported(table().row("A"), AMEND)).isEqualTo(Map.of(1, "tenant_name NOT_AMENDABLE"));
    assertThat(imported(table().row("A", "effective", "2026-05-01"), AMEND))
        .isEqualTo(Map.of(1, "effective OUTSIDE_TERM"));
    assertThat(amendments("A")).hasSize(1);
  }

  @Test
  void theTableOfBeforeDoesNotTakeAmendmentsBackSilently() {
    imported(table().row("A"), AMEND);
    imported(
        table().row("A", "monthly_rent", "900", "agreement", "S-7", "effective", "2026-02-01"),
        AMEND);
    assertThat(imported(table().row("A"), AMEND)).isEqualTo(Map.of(1, "effective NO_EFFECTIVE_DAY"));
    assertThat(amendments("A")).extracting(each -> each.change().kind())
        .containsExactly(ChangeKind.RENT_CHANGE);
  }

  @Test
  void theChangesOfARowAreRecordedAllOrNone() {
    imported(table().row("A"), AMEND);
    assertThat(
            imported(
                table().row("A", "end_date", "2027-03-31", "monthly_rent", "900", "effective", "2026-02-01"),
                AMEND))
        .isEqualTo(Map.of(1, "agreement RENT_CHANGE_WITHOUT_AGREEMENT"));
    assertThat(amendments("A")).isEmpty();
  }

  @Test
  void whatCannotBeAmendedIsQuarantinedByField() {
    imported(table().row("A").row("B").row("C"), AMEND);
    assertThat(
            imported(
                table()
                    .row("A", "start_date", "2025-05-01", "deposit", "1")
                    .row("B", "tenant_name", "somebody else", "phone", "13800000001")
                    .row("C", "monthly_rent", "900", "agreement", "S-7", "effective", "2027-02-01"),
                AMEND))
        .isEqualTo(
            Map.of(
                1, "start_date NOT_AMENDABLE, deposit NOT_AMENDABLE",
                2, "tenant_name NOT_AMENDABLE",
                3, "effective OUTSIDE_TERM"));
  }

  @Test
  void noUnitIsLetTwiceByAmendments() {
    imported(
        table()
            .row("A").row("B")
            .row("C", "end_date", "2026-02-28")
            .row("D", "unit", "U-C", "start_date", "2026-03-01"),
        AMEND);
    assertThat(
            imported(
                table()
                    .row("A", "unit", "U-D", "effective", "2026-02-01")
                    .row("B", "unit", "U-D", "effective", "2026-02-01")
                    .row("C", "end_date", "2026-06-30")
                    .row("E", "unit", "U-D"),
                AMEND))
        .isEqualTo(
            Map.of(
                1, "UNIT_SWAP",
                2, "unit UNIT_ALREADY_LEASED",
                3, "unit UNIT_ALREADY_LEASED",
                4, "unit UNIT_ALREADY_LEASED"));
    assertThat(imported(table().row("B", "unit", "U-C", "effective", "2026-02-01"), AMEND))
        .isEqualTo(Map.of(1, "unit UNIT_ALREADY_LEASED"));
  }

  @Test
  void anExtensionStaysInsideTheTermOfTheMasterAsItIsThen() {
    imported(table().row("A", "parent_contract_no", "M").master("M"), AMEND);
    ImportTable longer = table().row("A", "parent_contract_no", "M", "end_date", "2027-03-31");
    assertThat(imported(longer, AMEND))
        .isEqualTo(Map.of(1, "parent_contract_no TERM_OUTSIDE_MASTER"));
    assertThat(imported(longer.master("M", "end_date", "2027-03-31"), AMEND))
        .isEqualTo(Map.of(1, "EXTENSION", 2, "EXTENSION"));
    assertThat(imported(longer, AMEND)).isEqualTo(Map.of(1, "same", 2, "same"));
  }

  @Test
  void anImportedContractEndsWhatWasSoldByTheDayAndADraftKeepsItsNumber() {
    Tenant guest =
        new Tenant(RenewalTown.LESSOR, new TenantId("guest"), "客人", PartyKind.PERSON, null);
    stores.tenants().putAll(List.of(guest));
    LocalDate first = LocalDate.parse("2026-02-01");
    kit.packages()
        .book(new BookPackage("P-1", "中心停车场", "U-A", "guest", first, first.plusDays(20)))
        .orElseThrow();
    SignContract draft =
        new SignContract(
            "D", "中心停车场", "U-D", Portion.WHOLE, guest, null, null, List.of(), null, first,
            first.plusYears(1), RenewalTown.yuan("1.00"), RenewalTown.yuan("0.00"), 1, "ACTUAL_MONTH", null,
            "office", "inquiry");
    kit.contracts().draft(new DraftContract(draft, "asked")).orElseThrow();
    ImportTable table = table().row("A", "start_date", "2026-02-11", "end_date", "2026-12-31").row("D");
    assertThat(imported(table, ImportOptions.STANDARD))
        .containsExactly(Map.entry(1, "new"), Map.entry(2, "contract_no DUPLICATE_CONTRACT_NUMBER"));
    assertThat(kit.packages().find("P-1").orElseThrow().orElseThrow().keptUntil())
        .isEqualTo(first.plusDays(10));
  }

  private static ImportTable moved(ImportTable table, String no, String unit, String effective) {
    return table.row(no, "unit", unit, "effective", effective);
  }

  @Test
  void contractsOfOneTableMayMoveIntoEachOthersUnits() {
    imported(table().row("A").row("B").row("C").row("D").row("E"), AMEND);
    ImportTable swapped = table();
    moved(swapped, "A", "U-B", "2026-02-01");
    moved(swapped, "B", "U-A", "2026-02-01");
    moved(swapped, "C", "U-D", "2026-02-01");
    moved(swapped, "D", "U-E", "2026-02-01");
    moved(swapped, "E", "U-C", "2026-02-01");
    assertThat(imported(swapped, AMEND).values()).containsOnly("UNIT_SWAP").hasSize(5);
    assertThat(imported(swapped, AMEND).values()).containsOnly("same").hasSize(5);
    clock.advance(Duration.ofDays(15));
    kit.runDue();
    for (String[] each : new String[][] {{"A", "U-B"}, {"B", "U-A"}, {"C", "U-D"}, {"D", "U-E"}, {"E", "U-C"}}) {
      assertThat(Objects.requireNonNull(contract(each[0]).unit()).unit()).isEqualTo(each[1]);
      assertThat(amendments(each[0])).hasSize(1);
    }
  }

  @Test
  void whoMovesIntoWhatIsLeftFurtherDownWaitsForIt() {
    imported(table().row("A").row("B").row("C"), AMEND);
    ImportTable chain = table();
    moved(chain, "A", "U-B", "2026-02-01");
    moved(chain, "B", "U-C", "2026-02-01");
    moved(chain, "C", "Z-1", "2026-02-01");
    // and what is left at the end is to be let anew, from then on
    chain.row("N", "unit", "U-A", "start_date", "2026-02-01");
    assertThat(imported(chain, AMEND))
        .isEqualTo(Map.of(1, "UNIT_SWAP", 2, "UNIT_SWAP", 3, "UNIT_SWAP", 4, "new"));
    assertThat(imported(chain, AMEND).values()).containsOnly("same").hasSize(4);
  }

  @Test
  void whatIsLetAnewWaitsForWhoLeavesFurtherDown() {
    imported(table().row("A").row("B"), AMEND);
    ImportTable table = table();
    table.row("N", "unit", "U-A", "start_date", "2026-02-01");
    table.row("TOO-EARLY", "unit", "U-A", "start_date", "2026-01-31", "end_date", "2026-01-31");
    table.row("N", "unit", "Z-2");
    table.row("N2", "unit", "U-A", "start_date", "2026-02-01");
    moved(table, "A", "Z-1", "2026-02-01");
    Map<Integer, String> became =
        Map.of(
            1, "new", 2, "unit UNIT_ALREADY_LEASED", 3, "contract_no DUPLICATE_CONTRACT_NUMBER",
            4, "unit UNIT_ALREADY_LEASED", 5, "UNIT_SWAP");
    assertThat(imported(table, AMEND)).isEqualTo(became);
    assertThat(imported(table, AMEND).values()).doesNotContain("new", "UNIT_SWAP");
  }

  @Test
  void whatIsLeftFurtherUpIsFreeForARowAndInADryRun() {
    imported(table().row("A").row("B"), AMEND);
    ImportTable chain = table();
    moved(chain, "A", "Z-1", "2026-02-01");
    moved(chain, "B", "U-A", "2026-02-01");
    chain.row("N", "unit", "U-B", "start_date", "2026-02-01");
    chain.row("TOO-EARLY", "unit", "U-B", "start_date", "2026-01-31", "end_date", "2026-01-31");
    assertThat(imported(chain, AMEND))
        .isEqualTo(Map.of(1, "UNIT_SWAP", 2, "UNIT_SWAP", 3, "new", 4, "unit UNIT_ALREADY_LEASED"));
  }

  @Test
  void aRingThatCannotBeIsQuarantinedAndTakesNothingElseDown() {
    imported(table().row("A").row("B").row("C").row("D").row("E").row("F"), AMEND);
    ImportTable table = table();
    // from different days: for a while both would be in one unit
    moved(table, "A", "U-B", "2026-02-01");
    moved(table, "B", "U-A", "2026-02-15");
    moved(table, "C", "U-D", "2026-02-01");
    moved(table, "D", "U-C", "2026-02-01");
    // two want to go where one can
    moved(table, "E", "U-C", "2026-02-01");
    table.row("F", "unit", "U-E", "effective", "2026-02-01", "monthly_rent", "900");
    assertThat(imported(table, AMEND))
        .isEqualTo(
            Map.of(
                1, "unit UNIT_ALREADY_LEASED",
                2, "unit UNIT_ALREADY_LEASED",
                3, "UNIT_SWAP",
                4, "UNIT_SWAP",
                5, "unit UNIT_ALREADY_LEASED",
                6, "agreement RENT_CHANGE_WITHOUT_AGREEMENT"));
    assertThat(amendments("A")).isEmpty();
    assertThat(amendments("B")).isEmpty();
  }

  @Test
  void ringsReachAcrossUnitsOfWork() {
    ImportTable many = table();
    int count = 1100;
    for (int i = 0; i < count; i++) {
      many.row("C" + i);
    }
    imported(many, AMEND);
    ImportTable ring = table();
    for (int i = 0; i < count; i++) {
      String next = "U-C" + (i == 0 ? count - 1 : count - 1 - i);
      boolean moves = i == 0 || i == count - 1;
      ring.row("C" + i, "unit", moves ? next : "U-C" + i, "effective", moves ? "2026-02-01" : "");
    }
    Map<Integer, String> became = imported(ring, AMEND);
    assertThat(became).containsEntry(1, "UNIT_SWAP").containsEntry(count, "UNIT_SWAP");
    assertThat(became.values().stream().filter("same"::equals)).hasSize(count - 2);
  }

  private @Nullable Locale languageOf(String no) {
    Person tenant = contract(no).person(PartyRole.TENANT);
    return stores
        .wishes()
        .findAll(RenewalTown.LESSOR, List.of(tenant))
        .getOrDefault(tenant, Wishes.none(RenewalTown.LESSOR, tenant))
        .language();
  }

  @Test
  void aLanguageIsKeptOnceAndWhatTheTenantSaidStays() {
    ImportTable table =
        table()
            .row("A", "language", "英文")
            .row("B", "tenant_name", "李雷")
            .row("C", "tenant_name", "韩梅", "language", "英文", "monthly_rent", "much");
    imported(table, ImportOptions.STANDARD);
    assertThat(languageOf("A")).isEqualTo(Locale.ENGLISH);
    assertThat(languageOf("B")).isNull();
    Person tenant = contract("A").person(PartyRole.TENANT);
    stores.wishes().put(Wishes.none(RenewalTown.LESSOR, tenant).in(Locale.SIMPLIFIED_CHINESE));
    ImportTable later = table().row("A", "language", "en").row("B", "tenant_name", "李雷", "language", "zh");
    assertThat(imported(later, ImportOptions.STANDARD)).isEqualTo(Map.of(1, "same", 2, "same"));
    assertThat(languageOf("A")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(languageOf("B")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
  }

  @Test
  void aTableLeavesTheContactsOfUsersAlone() {
    imported(table().row("A", "occupant_name", "徐超"), AMEND);
    Contact user = new Contact(Channel.SMS, "19900000009", PartyRole.OCCUPANT);
    kit.amendments()
        .amend(
            new AmendContract.OccupantChange(
                new AmendContract.Basis("A", LocalDate.of(2026, 1, 20), "office", "asked", "mail"), "徐超", null,
                List.of(user)))
        .orElseThrow();
    clock.advance(Duration.ofMinutes(1));
    assertThat(imported(table().row("A", "occupant_name", "徐超"), AMEND)).isEqualTo(Map.of(1, "same"));
    ImportTable changed = table().row("A", "occupant_name", "徐超", "plate_no", "沪A12345", "phone", "13800000001");
    assertThat(imported(changed, AMEND)).isEqualTo(Map.of(1, "CONTACT_CHANGE+OCCUPANT_CHANGE"));
    assertThat(contract("A").contacts()).containsExactly(new Contact(Channel.SMS, "13800000001"), user);
    imported(table().row("A", "occupant_name", "何强", "phone", "13800000001"), AMEND);
    assertThat(contract("A").contacts()).containsExactly(new Contact(Channel.SMS, "13800000001"));
  }
}
