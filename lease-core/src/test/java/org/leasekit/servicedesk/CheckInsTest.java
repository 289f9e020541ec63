package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInsTest {
  private static final GeoPoint TOWER = new GeoPoint(31.2335, 121.5055);
  private static final Site SITE =
      new Site(Desk.LESSOR, new SiteId("S-1"), "Tower", new Area("Pudong"), TOWER, 100);

  /** One degree of latitude on the sphere that the library reckons with. */
  private static final double METRES_PER_DEGREE = 2 * Math.PI * 6_371_008.8 / 360;

  private static GeoPoint north(double metres) {
    return new GeoPoint(TOWER.latitude() + metres / METRES_PER_DEGREE, TOWER.longitude());
  }

  private static CheckIn at(double metresNorth, double accuracy) {
    return new CheckIn(north(metresNorth), accuracy, Desk.START, Desk.START, Desk.START, false);
  }

  @ParameterizedTest(name = "{0} m away, exact to {1} m: {2}")
  @CsvSource({
    "0, 10, ''",
    "99, 0, ''",
    "101, 0, TOO_FAR",
    "150, 60, ''", // the circle reaches into the fence
    "150, 40, TOO_FAR",
    "290, 200, ''",
    "310, 200, TOO_FAR",
    "0, 201, INACCURATE", // a circle that large says nothing
    "5000, 4990, INACCURATE",
    "5000, 300, INACCURATE TOO_FAR",
  })
  void theCircleOfTheMeasurementMustReachIntoTheFence(
      double metres, double accuracy, String flags) {
    assertThat(flags(at(metres, accuracy), SITE, List.of())).isEqualTo(flags);
  }

  /** Seconds that the telephone measured and sent at, by its own clock, and that we received at, by ours. */
  @ParameterizedTest(name = "measured {0}, sent {1}, received {2}: {3}, really {4}")
  @CsvSource({
    "0, 0, 0, '', 0",
    "0, 1, 3, '', 2", // two seconds behind, or on the way
    "0, 7200, 7200, '', 0", // two hours without network
    "0, 7320, 7200, '', -120", // two minutes ahead is let pass
    "0, 7321, 7200, CLOCK_SKEW, -121",
    "0, 0, 121, CLOCK_SKEW, 121",
    "-86400, -86400, 0, CLOCK_SKEW, 0", // a day behind
    "10, 0, 0, IMPOSSIBLE_TIME, 0", // measured after it was sent; never later than received
  })
  void theClockOfTheTelephoneIsNotBelieved(
      long measured, long sent, long received, String flags, long really) {
    CheckIn checkIn =
        new CheckIn(TOWER, 10, second(measured), second(sent), second(received), false);
    assertThat(flags(checkIn, SITE, List.of())).isEqualTo(flags);
    assertThat(checkIn.measuredAt()).isEqualTo(second(really));
  }

  @ParameterizedTest(name = "seen {0} m away {1} s before: {2}")
  @CsvSource({
    "10000, 600, ''", // 60 km/h
    "25000, 600, ''", // 150 km/h
    "25200, 600, IMPOSSIBLE_SPEED",
    "25200, -600, IMPOSSIBLE_SPEED", // seen there afterwards: this check-in was learnt late
    "10000, -600, ''",
    "20, 0, ''", // both circles cover it
    "40, 0, IMPOSSIBLE_SPEED", // in two places at once
  })
  void nobodyTravelsThatFast(double metres, long secondsBefore, String flags) {
    Sighting seen =
        new Sighting(Desk.ANN, north(metres), 10, Desk.START.minusSeconds(secondsBefore));
    assertThat(flags(at(0, 10), SITE, List.of(seen))).isEqualTo(flags);
  }

  @Test
  void aSiteThatNobodyHasMeasuredAndAMadeUpPositionAreFlagged() {
    Site unmeasured =
        new Site(Desk.LESSOR, new SiteId("S-2"), "Annex", new Area("Pudong"), null, 100);
    assertThat(flags(at(0, 10), unmeasured, List.of())).isEqualTo("UNKNOWN_SITE");
    assertThat(flags(at(0, 10), null, List.of())).isEqualTo("UNKNOWN_SITE");
    CheckIn madeUp = new CheckIn(TOWER, 10, Desk.START, Desk.START, Desk.START, true);
    assertThat(flags(madeUp, SITE, List.of())).isEqualTo("SIMULATED");
  }

  @ParameterizedTest(name = "{0},{1} to {2},{3} is {4} km")
  @CsvSource({
    "0, 0, 0, 0, 0",
    "0, 0, 0, 1, 111.195", // one degree of the equator
    "0, 0, 90, 0, 10007.557", // a quarter of a meridian
    "0, 0, 0, 180, 20015.114", // half way round
    "0, 179.5, 0, -179.5, 111.195", // over the date line
    "39.9042, 116.4074, 31.2304, 121.4737, 1067.3", // Beijing to Shanghai
    "90, 0, 90, 135, 0", // the pole has every longitude
  })
  void distancesFollowTheGreatCircle(
      double lat, double lon, double otherLat, double otherLon, double km) {
    GeoPoint one = new GeoPoint(lat, lon);
    GeoPoint other = new GeoPoint(otherLat, otherLon);
    assertThat(one.metresTo(other) / 1000).isCloseTo(km, within(0.05));
    assertThat(other.metresTo(one)).isCloseTo(one.metresTo(other), within(1e-6));
  }

  @Property(tries = 500)
  void noDetourIsShorter(
      @ForAll @DoubleRange(min = -90, max = 90) double lat1,
      @ForAll @DoubleRange(min = -180, max = 180) double lon1,
      @ForAll @DoubleRange(min = -90, max = 90) double lat2,
      @ForAll @DoubleRange(min = -180, max = 180) double lon2,
      @ForAll @DoubleRange(min = -90, max = 90) double lat3,
      @ForAll @DoubleRange(min = -180, max = 180) double lon3) {
    GeoPoint a = new GeoPoint(lat1, lon1);
    GeoPoint b = new GeoPoint(lat2, lon2);
    GeoPoint via = new GeoPoint(lat3, lon3);
    assertThat(a.metresTo(b)).isBetween(0.0, 20_015_115.0);
    assertThat(a.metresTo(b)).isLessThanOrEqualTo(a.metresTo(via) + via.metresTo(b) + 0.5);
  }

  @Test
  void impossibleValuesAreRefused() {
    assertThatThrownBy(() -> new GeoPoint(90.01, 0)).hasMessageContaining("latitude");
    assertThatThrownBy(() -> new GeoPoint(0, -181)).hasMessageContaining("longitude");
    assertThatThrownBy(() -> new GeoPoint(Double.NaN, 0)).hasMessageContaining("latitude");
    assertThatThrownBy(() -> at(0, -1)).hasMessageContaining("accuracyMetres");
    assertThatThrownBy(() -> at(0, Double.NaN)).hasMessageContaining("accuracyMetres");
    assertThatThrownBy(
            () -> new Site(Desk.LESSOR, SITE.id(), "Tower", SITE.area(), TOWER, 0))
        .hasMessageContaining("fenceMetres");
    assertThatThrownBy(() -> new CheckInPolicy(200, Duration.ofMinutes(-1), 40))
        .hasMessageContaining("mostSkew");
  }

  private static Instant second(long seconds) {
    return Desk.START.plusSeconds(seconds);
  }

  private static String flags(CheckIn checkIn, Site site, List<Sighting> seen) {
    return String.join(
        " ",
        CheckIns.judge(checkIn, site, seen, CheckInPolicy.STANDARD).stream()
            .map(Enum::name)
            .sorted()
            .toList());
  }
}
