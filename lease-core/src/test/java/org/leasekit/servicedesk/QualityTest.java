package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;
import org.leasekit.sla.SlaPolicies;
import org.leasekit.sla.SlaTerms;
import org.leasekit.sla.TargetId;

class QualityTest {
  private static final WorkingCalendar OFFICE =
      WorkingHours.in(ZoneId.of("Asia/Shanghai"))
          .onWeekdays(Shift.of("09:00-12:00"), Shift.of("13:00-18:00"))
          .calendar("office");
  private static final SlaTerms TERMS = SlaTerms.of(SlaPolicies.serviceDesk("office"), OFFICE);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Instant NOW = Desk.minute(3000);

  private static ServiceFile file(String id, String asset, String site, String story) {
    RequestId request = new RequestId(id);
    RequestHistory history = RequestHistory.of(request, Desk.entries(story));
    ServiceRequest.Report report =
        new ServiceRequest.Report(
            new AssetId(asset), new SiteId(site), "12F", new FaultKind("COOLING"), Impact.SINGLE,
            Urgency.LOW, "", List.of("p-1"), null, null);
    return ServiceFile.of(
        new ServiceRequest(
            Desk.LESSOR, request, report, history.openedAt(), history.standing(), null, 1),
        history,
        TERMS);
  }

  @Test
  void figuresAreCountedByHand() {
    List<ServiceFile> files =
        List.of(
            // mended at once in an hour, rated twice: the last counts
            file("R-1", "AC-1", "S-1",
                "OPENED:P1 10 ACCEPTED 20 DISPATCHED:ann 40 ARRIVED:ann 60 RESOLVED:ann RATED:1 70 RATED:5"),
            // reopened: mended by bob, but not at once; an hour paused
            file("R-2", "AC-2", "S-1",
                "OPENED:P1 20 ACCEPTED 30 DISPATCHED:ann 40 PAUSED:WAITING_PARTS 100 RESUMED"
                    + " 110 RESOLVED:ann 120 REOPENED 130 DISPATCHED:bob 140 RESOLVED:bob RATED:2"),
            // mended by bob, and back again as R-4
            file("R-3", "AC-3", "S-2", "OPENED:P4 10 ACCEPTED 20 DISPATCHED:bob 30 RESOLVED:bob"),
            file("R-4", "AC-3", "S-2", "900 OPENED:P4"),
            file("R-5", "AC-9", "S-2", "OPENED:P1 5 CANCELLED"),
            file("R-6", "AC-9", "S-2", "OPENED:P1 5 MERGED"));
    Map<String, QualityFigures> by =
        Quality.by(Quality.Dimension.TECHNICIAN, files, MONTH, NOW);
    assertThat(by).containsOnlyKeys("", "ann", "bob");
    QualityFigures ann = by.get("ann");
    assertThat(ann).isEqualTo(
        new QualityFigures(
            1, 1, 1, 1, 5,
            Map.of(
                TargetId.RESPOND, figures(1, 0, 10, 0),
                TargetId.DISPATCH, figures(1, 0, 10, 0),
                TargetId.ARRIVE, figures(1, 0, 20, 0),
                TargetId.RESOLVE, figures(1, 0, 60, 0))));
    QualityFigures bob = by.get("bob");
    assertThat(bob.requests()).isEqualTo(2);
    assertThat(bob.mended()).isEqualTo(2);
    assertThat(bob.mendedAtOnce()).isZero();
    assertThat(bob.firstTimeFixShare()).hasValue(0);
    assertThat(bob.meanStars()).hasValue(2);
    // R-2 was answered after 20 minutes where 15 are allowed
    assertThat(bob.targets().get(TargetId.RESPOND)).isEqualTo(figures(2, 1, 30, 0));
    assertThat(bob.targets().get(TargetId.RESPOND).breachShare()).hasValue(0.5);
    assertThat(bob.targets().get(TargetId.RESPOND).meanWorked()).isEqualTo(Duration.ofMinutes(15));
    // 40 and 10 before it is reopened, 20 after it; and 30 of R-3
    assertThat(bob.targets().get(TargetId.RESOLVE)).isEqualTo(figures(2, 0, 100, 60));
    assertThat(by.get("").mended()).isZero();
    assertThat(by.get("").firstTimeFixShare()).isEmpty();
    assertThat(Quality.by(Quality.Dimension.SITE, files, MONTH, NOW)).containsOnlyKeys("S-1", "S-2");
    assertThat(Quality.by(Quality.Dimension.SITE, files, Duration.ofMinutes(60), NOW).get("S-2").mendedAtOnce())
        .as("what comes back later is another fault")
        .isEqualTo(1);
  }

  private static QualityFigures.TargetFigures figures(
      int started, int breached, long worked, long paused) {
    return new QualityFigures.TargetFigures(
        started, breached, Duration.ofMinutes(worked), Duration.ofMinutes(paused));
  }

  /** Whatever figures are told by, the parts add up to the whole. */
  @Property(tries = 200)
  void partsAddUp(@ForAll("files") List<ServiceFile> files) {
    QualityFigures total = Quality.total(files, MONTH, NOW);
    for (Quality.Dimension dimension : Quality.Dimension.values()) {
      assertThat(
              Quality.by(dimension, files, MONTH, NOW).values().stream()
                  .reduce(QualityFigures.NONE, QualityFigures::plus))
          .isEqualTo(total);
    }
    assertThat(total.mendedAtOnce()).isLessThanOrEqualTo(total.mended());
    assertThat(total.mended()).isLessThanOrEqualTo(total.requests());
  }

  @Provide
  Arbitrary<List<ServiceFile>> files() {
    List<String> stories =
        List.of(
            "OPENED:P1",
            "OPENED:P1 30 ACCEPTED 40 DISPATCHED:ann 500 RESOLVED:ann RATED:3",
            "OPENED:P2 5 ACCEPTED 9 DISPATCHED:bob 50 ARRIVED:bob 90 RESOLVED:bob",
            "OPENED:P3 5 PAUSED:WAITING_TENANT 60 RESUMED 90 RESOLVED:ann 95 REOPENED 99 RESOLVED:bob",
            "OPENED:P4 5 CANCELLED",
            "900 OPENED:P2 950 RESOLVED:ann 960 VERIFIED");
    return Arbitraries.integers().between(0, stories.size() - 1).list().ofMaxSize(12)
        .map(
            chosen -> {
              List<ServiceFile> files = new ArrayList<>();
              for (int i = 0; i < chosen.size(); i++) {
                files.add(
                    file("R-" + i, "AC-" + i % 3, "S-" + i % 2, stories.get(chosen.get(i))));
              }
              return files;
            });
  }
}
