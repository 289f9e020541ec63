package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.party.Channel;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** The shipped portfolio, a whole season on the embedded database, as a newcomer runs it. */
@Tag("season")
class FullSeasonTest {
  @TempDir private static Path folder;
  private static SeasonResult result;
  private static SeasonOutput out;
  private static Map<TenantId, Tenant> tenants;

  @BeforeAll
  static void runOnce() throws Exception {
    Path portfolio =
        SeasonRuns.write(
            folder.resolve("portfolio.csv"), SeasonRuns.shippedLines(), StandardCharsets.UTF_8);
    Path files = folder.resolve("out");
    result =
        Season.run(
            SeasonRuns.plan(portfolio, null, 100, files),
            TenantsKeeper::new,
            SeasonRuns.SILENT);
    out = SeasonOutput.read(files);
  }

  @Test
  void theFilesAgree() {
    new SeasonChecks(out).all();
  }

  @Test
  void itBeginsSeventyDaysBeforeTheCommonestLastDay() {
    assertThat(result.start()).isEqualTo(LocalDate.of(2026, 3, 31).minusDays(70));
  }

  @Test
  void everyBadRowIsInQuarantineForTheReasonKnown() throws Exception {
    Map<Integer, String> found = new TreeMap<>();
    out.quarantine()
        .forEach(
            row ->
                found.put(
                    Integer.valueOf(row.getField("line")),
                    "quarantine: " + row.getField("reason")));
    assertThat(found).isEqualTo(expected());
    List<String> lines = SeasonRuns.shippedLines();
    out.quarantine()
        .forEach(
            row -> {
              String line = lines.get(Integer.parseInt(row.getField("line")));
              assertThat(row.getField("raw")).isEqualTo(line);
            });
  }

  private static Map<Integer, String> expected() throws Exception {
    try (InputStream in = FullSeasonTest.class.getResourceAsStream("expected.json")) {
      Map<Integer, String> lines = new TreeMap<>();
      JsonNode json = new ObjectMapper().readTree(in).get("lines");
      json.properties()
          .forEach(line -> lines.put(Integer.valueOf(line.getKey()), line.getValue().asText()));
      return lines;
    }
  }

  @Test
  void tenantsAreSimulatedAsTheFieldKnowsThem() {
    assertThat(out.kpi().get("response_rate").asDouble()).isBetween(0.84, 0.93);
    assertThat(out.kpi().get("renewal_rate").asDouble()).isBetween(0.73, 0.83);
    assertThat(out.kpi().get("dispute_rate").asDouble()).isBetween(0.002, 0.02);
    assertThat(out.kpi().get("reach_rate").asDouble()).isBetween(0.9, 1.0);
    assertThat(out.kpi().at("/nps/answers").asInt()).isGreaterThan(300);
    assertThat(out.kpi().at("/nps/score").asDouble()).isBetween(25.0, 45.0);
    assertThat(out.surveys()).anyMatch(row -> row.getField("recorded_by").equals("office"));
    assertThat(out.touches())
        .extracting(row -> row.getField("result"))
        .contains("DELIVERED", "FAILED", "TIMEOUT", "DEAD", "ANSWERED", "NO_ANSWER");
  }

  @Test
  void eldersGetACallWithTheFirstStage() {
    Map<ContractNo, Contract> contracts = new HashMap<>();
    result.figures().records().contracts().forEach(each -> contracts.put(each.no(), each));
    Set<CaseId> called = new HashSet<>();
    for (StewardTask task : result.figures().records().tasks()) {
      if (task.kind() == StewardTask.Kind.CALL && task.stage().equals("30")) {
        called.add(task.renewalCase());
      }
    }
    Set<CaseId> elders = new HashSet<>();
    for (Touch touch : result.figures().records().touches()) {
      if (touch.stage().equals("30") && touch.channel() == Channel.SMS) {
        Tenant tenant = tenants.get(contracts.get(touch.contract()).tenant());
        LocalDate day = touch.at().atZone(SeasonRuns.PARKING.zone()).toLocalDate();
        if (tenant.ageOn(day).orElse(0) >= RenewalPolicies.ELDER_AGE) {
          elders.add(touch.renewalCase());
        }
      }
    }
    assertThat(elders).hasSizeGreaterThan(50);
    assertThat(called).containsAll(elders);
  }

  /** The unit, the term and the slot go on where the predecessor's ended. */
  @Test
  void successorsContinueTheirPredecessors() {
    Map<ContractNo, Contract> contracts = new HashMap<>();
    result.figures().records().contracts().forEach(each -> contracts.put(each.no(), each));
    List<RenewalCase> renewed =
        result.figures().records().cases().stream()
            .filter(each -> each.state() == CaseState.RENEWED)
            .toList();
    assertThat(renewed).hasSizeGreaterThan(700);
    for (RenewalCase each : renewed) {
      Contract old = contracts.get(each.contract());
      Contract next = contracts.get(old.successor().orElseThrow());
      assertThat(next.slot()).isEqualTo(old.slot());
      assertThat(next.unit()).isEqualTo(old.unit());
      assertThat(next.tenant()).isEqualTo(old.tenant());
      assertThat(next.terms()).isEqualTo(old.terms());
      assertThat(next.term()).isEqualTo(each.offer().term());
      assertThat(next.links().predecessor()).isEqualTo(old.no());
    }
  }

  @Test
  void noUnitIsLetTwice() {
    assertThat(Occupancy.of(result.figures().records().holds()).letTwice()).isEmpty();
  }

  @Test
  void everyPeriodThatBeganIsBilledOnTheDayItBegan() {
    LocalDate last = result.start().plusDays(99);
    Set<ContractNo> changed = new HashSet<>();
    result.figures().records().histories().forEach(each -> changed.add(each.origin().contract()));
    result.figures().records().locks().forEach(each -> changed.add(each.scope().contract()));
    result.figures().records().contracts().stream()
        .filter(
            each ->
                each.parent().filter(changed::contains).isPresent()
                    || each.no().value().endsWith("-B"))
        .forEach(each -> changed.add(each.no()));
    Map<ContractNo, Instant> signed = new HashMap<>();
    result.figures().records().changes().stream()
        .filter(change -> change.to() == ContractStatus.ACTIVE)
        .forEach(change -> signed.put(change.contract(), change.at()));
    result.figures().records().receivables().stream()
        // what locks held back or amendments changed was billed when that became known
        .filter(each -> each.key().revision() == 0 && !changed.contains(each.key().contract()))
        .forEach(
            each -> {
              DateRange period = each.key().period();
              Instant begins = period.start().atStartOfDay(SeasonRuns.PARKING.zone()).toInstant();
              Instant known = signed.get(each.key().contract());
              boolean ahead = each.raisedAt().equals(known);
              assertThat(each.raisedAt())
                  .as(each.key().toString())
                  .isEqualTo(ahead || begins.isBefore(known) ? known : begins);
              assertThat(period.start()).isBeforeOrEqualTo(ahead ? LocalDate.MAX : last);
            });
  }

  /** The embedded database, whose tenants are read before it is gone. */
  private static final class TenantsKeeper implements Storage {
    private final Storage database = Storage.embedded();

    @Override
    public Stores stores() {
      return database.stores();
    }

    @Override
    public void close() {
      Set<TenantId> ids = new HashSet<>();
      stores().records().contracts(SeasonRuns.PARKING.lessor(), each -> ids.add(each.tenant()));
      tenants = stores().tenants().findAll(SeasonRuns.PARKING.lessor(), ids);
      database.close();
    }
  }
}
