package org.leasekit.servicedesk;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.leasekit.sla.TargetId;

/**
 * How well some requests were served. Everything is a count or a sum, so that figures of parts add up to
 * those of the whole; shares and means are derived.
 *
 * @param requests all of them
 * @param mended those that are said to be mended, and not reopened since
 * @param mendedAtOnce of these, those that were never reopened and whose fault did not come back
 * @param ratings how many were rated
 * @param stars all stars together
 * @param targets what was promised, by target
 */
public record QualityFigures(
    int requests,
    int mended,
    int mendedAtOnce,
    int ratings,
    int stars,
    Map<TargetId, TargetFigures> targets) {

  /** Nothing was served. */
  public static final QualityFigures NONE = new QualityFigures(0, 0, 0, 0, 0, Map.of());

  public QualityFigures {
    targets = Map.copyOf(targets);
  }

  /**
   * One target over some requests.
   *
   * @param started how often it was promised
   * @param breached of these, how often the time was over
   * @param worked working time that counted
   * @param paused working time for which it waited
   */
  public record TargetFigures(int started, int breached, Duration worked, Duration paused) {

    TargetFigures plus(TargetFigures other) {
      return new TargetFigures(
          started + other.started,
          breached + other.breached,
          worked.plus(other.worked),
          paused.plus(other.paused));
    }

    /** Share of promises that were not kept, 0 to 1; empty when nothing was promised. */
    public OptionalDouble breachShare() {
      return share(breached, started);
    }

    /** Working time for each promise, cut to the nanosecond; zero when nothing was promised. */
    public Duration meanWorked() {
      return started == 0 ? Duration.ZERO : worked.dividedBy(started);
    }
  }

  /** Both together. */
  public QualityFigures plus(QualityFigures other) {
    Map<TargetId, TargetFigures> both = new TreeMap<>(targets);
    other.targets.forEach((target, more) -> both.merge(target, more, TargetFigures::plus));
    return new QualityFigures(
        requests + other.requests,
        mended + other.mended,
        mendedAtOnce + other.mendedAtOnce,
        ratings + other.ratings,
        stars + other.stars,
        both);
  }

  /** Share of what is mended that was mended at once, 0 to 1; empty when nothing is mended. */
  public OptionalDouble firstTimeFixShare() {
    return share(mendedAtOnce, mended);
  }

  /** Mean stars, 1 to 5; empty when nobody rated. */
  public OptionalDouble meanStars() {
    return share(stars, ratings);
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
