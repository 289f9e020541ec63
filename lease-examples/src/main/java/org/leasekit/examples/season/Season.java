package org.leasekit.examples.season;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leasekit.LeaseKit;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.examples.report.Findings;
import org.leasekit.examples.report.ReportWriter;
import org.leasekit.insight.Effort;
import org.leasekit.intake.ImportReport;
import org.leasekit.occupancy.RentRoll;

/** A renewal season, from the spreadsheet to the report. */
final class Season {
  private static final LocalDate START_WITHOUT_CONTRACTS = LocalDate.of(2026, 1, 1);
  private static final LocalTime STAGES = LocalTime.of(10, 0);
  /** Where the files of the same season under another policy go. */
  private static final String COMPARED = "compared";

  /** What failed is tried again by the library in an hour. */
  private static final Duration AFTER_FAILURE = Duration.ofHours(1);

  private static final Duration TICK = Duration.ofMinutes(15);

  private final SeasonPlan plan;
  private final LocalDate start;
  private final Office office;
  private final Agenda agenda;
  private final TenantWorld tenants;
  private final Stewards stewards;
  private final RentPayers rent;
  private final MidSeason changes;
  private final SeasonListener listener;

  private Season(SeasonPlan plan, LocalDate start, Office office, SeasonListener listener) {
    this.plan = plan;
    this.start = start;
    this.office = office;
    this.listener = listener;
    this.agenda = new Agenda(office.clock());
    Web web = new Web();
    Providers providers = new Providers(web, office.site(), office.callbackSignatures());
    this.tenants =
        new TenantWorld(office, agenda, new RenewalBrowser(web), providers, plan.seed());
    this.stewards = new Stewards(office, agenda, tenants, Effort.standard());
    this.rent = new RentPayers(office, agenda, providers, plan.seed());
    this.changes = new MidSeason(office, agenda, plan.seed(), start, plan.days());
  }

  /**
   * Runs a season and writes its files.
   *
   * @throws SeasonException when it cannot be run with this plan
   * @throws IOException when the network or the disk fails
   */
  static SeasonResult run(SeasonPlan plan, SeasonListener listener)
      throws SeasonException, IOException {
    return run(plan, Storage::embedded, listener);
  }

  /**
   * Runs a season on a storage. Where some are told early it is first run with nobody told early, in memory, so that what
   * telling them early does is known.
   *
   * @param storage opened once it is needed, and closed at the end
   */
  static SeasonResult run(SeasonPlan plan, Supplier<Storage> storage, SeasonListener listener)
      throws SeasonException, IOException {
    return run(plan, storage, listener, new Beside(null, untold(plan, listener)));
  }

  /**
   * Runs a season under its own policy and under another, on the same tenants, and writes the files of the other into
   * {@value #COMPARED} below its own.
   *
   * @param stages of the other policy
   */
  static SeasonResult compared(SeasonPlan plan, List<Integer> stages, SeasonListener listener)
      throws SeasonException, IOException {
    listener.begins("the same season with stages at " + stages);
    SeasonPlan otherwise = plan.with(plan.business(), stages, plan.out().resolve(COMPARED));
    SeasonResult other = run(otherwise, Storage::embedded, listener, Beside.NOTHING);
    return run(plan, Storage::embedded, listener, new Beside(other, untold(plan, listener)));
  }

  private static SeasonResult run(
      SeasonPlan plan, Supplier<Storage> storage, SeasonListener listener, Beside beside)
      throws SeasonException, IOException {
    QuietLogs.begin();
    listener.begins("reading the portfolio");
    LocalDate start = startOf(plan);
    prepare(plan.out());
    try (Office office = Office.open(firstOf(plan, start), plan, storage.get())) {
      return new Season(plan, start, office, listener).play(beside);
    }
  }

  /** The records of the season with nobody told early; null where nobody is anyway. */
  private static @Nullable SeasonRecords untold(SeasonPlan plan, SeasonListener listener)
      throws SeasonException, IOException {
    if (plan.business().earlyBirdDays() == 0) {
      return null;
    }
    QuietLogs.begin();
    listener.begins("the same season with nobody told early, so that the effect is known");
    SeasonPlan otherwise = plan.with(plan.business().withNobodyToldEarly(), plan.stages(), plan.out());
    LocalDate start = startOf(otherwise);
    try (Office office = Office.open(firstOf(otherwise, start), otherwise, Storage.inMemory())) {
      Season season = new Season(otherwise, start, office, listener);
      season.live();
      return season.records();
    }
  }

  private static Instant firstOf(SeasonPlan plan, LocalDate start) {
    return start.atStartOfDay(plan.business().zone()).toInstant();
  }

  private static void prepare(Path out) throws SeasonException {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new SeasonException("--out: cannot make the folder " + out);
    }
    if (!Files.isWritable(out)) {
      throw new SeasonException("--out: cannot write to " + out);
    }
  }

  private static LocalDate startOf(SeasonPlan plan) throws SeasonException {
    LeaseKit preview = Portfolio.preview(plan.business());
    Portfolio.importInto(preview, plan.portfolio());
    LocalDate asked = plan.start();
    return asked != null
        ? asked
        : Portfolio.commonestLastDay(preview, plan.business())
            .map(day -> day.minusDays(SeasonPlan.LEAD_DAYS))
            .orElse(START_WITHOUT_CONTRACTS);
  }

  private SeasonResult play(Beside beside) throws SeasonException {
    ImportReport imported = live();
    listener.changed(changes.tallies());
    listener.begins("writing the files");
    try {
      return write(imported, beside);
    } catch (IOException e) {
      throw new SeasonException("--out: cannot write to " + plan.out() + ": " + e.getMessage());
    }
  }

  /** Takes the portfolio over and lives all days. */
  private ImportReport live() throws SeasonException {
    listener.begins("taking the portfolio over");
    ImportReport imported = Portfolio.importInto(office.kit(), plan.portfolio());
    plan.business().addOns().forEach(office.kit().offers()::putAddOn);
    takeOver();
    changes.plan(contracts(), plan.business().changes());
    for (int day = 0; day < plan.days(); day++) {
      live(start.plusDays(day));
      listener.lived(day + 1, plan.days(), start.plusDays(day));
    }
    return imported;
  }

  private List<Contract> contracts() {
    List<Contract> all = new ArrayList<>();
    office.kit().records().contracts(office.lessor(), all::add);
    return all;
  }

  /** What began before the season is billed, and what the old books had received is reported. */
  private void takeOver() {
    office.kit().billing().raiseDue();
    List<Receivable> raised = new ArrayList<>();
    office.kit().records().receivables(office.lessor(), raised::add);
    rent.takeOver(raised);
    rent.receiveBills(raised.stream().filter(each -> !each.due().isBefore(office.today())));
  }

  private void live(LocalDate day) {
    agenda.enter(day.atStartOfDay(office.zone()).toInstant(), this::midnight);
    agenda.enter(day.atTime(STAGES).atZone(office.zone()).toInstant(), this::tick);
    // where the hour of the stages is quiet, they fire when it is no more
    plan.business()
        .quiet()
        .ifPresent(
            quiet ->
                agenda.enter(day.atTime(quiet.untilExclusive()).atZone(office.zone()).toInstant(), this::tick));
    agenda.liveUntil(day.plusDays(1).atStartOfDay(office.zone()).toInstant());
  }

  private void midnight() {
    if (office.today().getDayOfWeek() == DayOfWeek.MONDAY) {
      office.intent().learn(office.kit().offers().learn().orElseThrow());
    }
    office.kit().sweep().runDue();
    office.kit().offerSweep().runDue();
    // asked before they are billed, so that not all that was ever raised has to be looked through
    List<ContractNo> billed = office.billableToday();
    office.kit().billing().raiseDue();
    Instant now = agenda.now();
    rent.receiveBills(
        billed.stream()
            .flatMap(no -> office.openReceivables(no).stream())
            .filter(each -> each.raisedAt().equals(now))
            .distinct());
    stewards.planToday();
  }

  /** Does what is due, and comes back in a while for as long as messages have to be tried again. */
  private void tick() {
    boolean failed = !office.kit().sweep().runDue().setAside().isEmpty();
    if (failed) {
      agenda.enter(agenda.now().plus(AFTER_FAILURE), this::tick);
    }
    int attempts = office.kit().notices().dispatchDue().attempts();
    tenants.readMessages();
    if (attempts > 0) {
      agenda.enter(agenda.now().plus(TICK), this::tick);
    }
  }

  private SeasonRecords records() {
    return SeasonRecords.of(
        office.lessor(),
        office.kit().records(),
        office.kit().offers()::proposals,
        office.kit().surveys()::answers);
  }

  private SeasonResult write(ImportReport imported, Beside beside) throws IOException {
    SeasonRecords records = records();
    new SeasonFiles(plan.out(), office.zone(), records).write(imported.quarantined());
    new ChangeFiles(plan.out(), office.profile(), records).write(rentRolls());
    SeasonFigures figures = SeasonFigures.of(records, plan, start, Effort.standard());
    SeasonResult result =
        new SeasonResult(
            plan,
            start,
            imported.rows(),
            imported.accepted(),
            figures,
            plan.out().resolve("report.html"),
            beside);
    KpiFile.write(plan.out().resolve("kpi.json"), result);
    Beside.Compared compared = PolicyComparison.of(result);
    PolicyComparison.write(compared, plan);
    List<Findings.Told> stories =
        CaseStories.of(records, id -> office.kit().renewals().explain(id).orElseThrow(), office.zone());
    CaseStories.write(plan.out(), stories);
    DataFile.copy("columns.md", plan.out());
    ReportWriter.write(
        plan.out(),
        SeasonReport.of(
            result,
            imported.quarantined(),
            office::tenantName,
            SeasonFindings.of(result, compared, office::paidByDay22, stories)));
    return result;
  }

  /** The first of each month of the season, as known at its end. */
  private List<RentRoll> rentRolls() {
    LocalDate end = start.plusDays(plan.days());
    Instant known = agenda.now();
    return start
        .datesUntil(end)
        .filter(day -> day.getDayOfMonth() == 1)
        .map(day -> office.kit().occupancy().rentRoll(day, known).orElseThrow())
        .toList();
  }
}
