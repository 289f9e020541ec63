package org.leasekit.examples.season;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.leasekit.intent.EarlyBird;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

/**
 * What the early bird truly did to those who were told early, as nobody can know of real tenants: they renewed or did not in
 * the season, and did or did not when the same season was run again with nobody told early. So all counts that follows from
 * being told early: the price, the reminder more, the days more. The difference between those told and those held back is
 * an estimate of it, over the same cases: those whose time to answer is over and that were not superseded.
 *
 * @param told early
 * @param renewed of them
 * @param renewedUntold of them when nobody was told early
 */
record EarlyBirdTruth(int told, int renewed, int renewedUntold) {

  /**
   * The truth of a season.
   *
   * @param untold the same season with nobody told early
   * @param end the first instant after the season
   */
  static EarlyBirdTruth of(SeasonRecords season, SeasonRecords untold, Instant end) {
    Map<CaseId, EarlyBird.Group> groups = new HashMap<>();
    for (Proposal each : season.proposals()) {
      groups.put(each.renewalCase(), each.chance().group());
    }
    Map<CaseId, CaseState> otherwise = new HashMap<>();
    untold.cases().forEach(each -> otherwise.put(each.id(), each.state()));
    int told = 0;
    int renewed = 0;
    int renewedUntold = 0;
    for (RenewalCase renewal : season.cases()) {
      if (groups.get(renewal.id()) == EarlyBird.Group.EARLY_BIRD && counts(renewal, end)) {
        told++;
        renewed += renewal.state() == CaseState.RENEWED ? 1 : 0;
        renewedUntold += otherwise.getOrDefault(renewal.id(), renewal.state()) == CaseState.RENEWED ? 1 : 0;
      }
    }
    return new EarlyBirdTruth(told, renewed, renewedUntold);
  }

  private static boolean counts(RenewalCase renewal, Instant end) {
    return renewal.state() != CaseState.SUPERSEDED && renewal.state().isClosed() && !renewal.lapsesAt().isAfter(end);
  }

  /** On the share that renews, -1 to 1; 0 when nobody was told early. */
  double effect() {
    return told == 0 ? 0 : (double) (renewed - renewedUntold) / told;
  }
}
