package org.leasekit.servicedesk;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges check-ins. The technician gets the benefit of what the measurement leaves open, up to a limit. */
public final class CheckIns {
  private static final double NANOS = 1e9;

  private CheckIns() {}

  /**
   * What speaks against a check-in; empty when it counts.
   *
   * <p>Somebody is on the site when the circle of the measurement reaches into the fence, provided that the
   * circle is not larger than the policy allows. Speed is judged against sightings before and after in
   * time, since a check-in may be learnt after a later one; the circles of both are taken off the distance
   * first.
   *
   * @param site where the technician ought to be; null when nobody knows it
   * @param sightings where the same technician was seen around that time, in any order
   */
  public static Set<CheckInFlag> judge(
      CheckIn checkIn,
      @Nullable Site site,
      Collection<Sighting> sightings,
      CheckInPolicy policy) {
    Set<CheckInFlag> flags = EnumSet.noneOf(CheckInFlag.class);
    if (checkIn.simulated()) {
      flags.add(CheckInFlag.SIMULATED);
    }
    if (checkIn.accuracyMetres() > policy.worstAccuracyMetres()) {
      flags.add(CheckInFlag.INACCURATE);
    }
    if (checkIn.skew().abs().compareTo(policy.mostSkew()) > 0) {
      flags.add(CheckInFlag.CLOCK_SKEW);
    }
    if (checkIn.sentAt().isBefore(checkIn.deviceAt())) {
      flags.add(CheckInFlag.IMPOSSIBLE_TIME);
    }
    if (site == null || site.position() == null) {
      flags.add(CheckInFlag.UNKNOWN_SITE);
    } else if (checkIn.position().metresTo(site.position()) - checkIn.accuracyMetres()
        > site.fenceMetres()) {
      flags.add(CheckInFlag.TOO_FAR);
    }
    if (sightings.stream().anyMatch(seen -> isTooFast(checkIn, seen, policy))) {
      flags.add(CheckInFlag.IMPOSSIBLE_SPEED);
    }
    return flags;
  }

  private static boolean isTooFast(CheckIn checkIn, Sighting seen, CheckInPolicy policy) {
    double metres =
        checkIn.position().metresTo(seen.position())
            - checkIn.accuracyMetres()
            - seen.accuracyMetres();
    double seconds =
        Duration.between(seen.at(), checkIn.measuredAt()).abs().toNanos() / NANOS;
    return metres > policy.fastestMetresPerSecond() * seconds;
  }
}
