package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.StaffId;
import org.leasekit.port.TravelTimes;
import org.leasekit.servicedesk.GeoPoint;

/** The rules of {@link TravelTimes}. */
public abstract class TravelTimesContract {

  private static final GeoPoint TOWER = new GeoPoint(31.2335, 121.5055);
  private static final Map<StaffId, GeoPoint> FROM =
      Map.of(
          new StaffId("near"), new GeoPoint(31.2336, 121.5055),
          new StaffId("far"), new GeoPoint(31.3, 121.4),
          new StaffId("there"), TOWER);

  /** For the test of an adapter. */
  protected TravelTimesContract() {}

  /** The adapter under test. */
  protected abstract TravelTimes travelTimes();

  @Test
  @DisplayName("TravelTimes rule 1: nobody is in the answer who was not asked about")
  void answersAboutThoseAskedAbout() {
    assertThat(FROM.keySet())
        .containsAll(travelTimes().to(TOWER, FROM, Samples.NOW).keySet());
    Set<StaffId> one = Set.of(new StaffId("near"));
    assertThat(one)
        .containsAll(
            travelTimes()
                .to(
                    TOWER,
                    Map.of(new StaffId("near"), new GeoPoint(31.2336, 121.5055)),
                    Samples.NOW)
                .keySet());
    assertThat(travelTimes().to(TOWER, Map.of(), Samples.NOW)).isEmpty();
  }

  @Test
  @DisplayName("TravelTimes rule 2: no time is negative")
  void isNeverNegative() {
    assertThat(travelTimes().to(TOWER, FROM, Samples.NOW).values())
        .noneMatch(Duration::isNegative);
  }
}
