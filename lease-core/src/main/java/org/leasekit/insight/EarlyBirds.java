package org.leasekit.insight;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Effect;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

/** What the early bird's offer did, beside those who were held back by lot; from records alone. */
public final class EarlyBirds {

  private EarlyBirds() {}

  /**
   * The effect on the share that renewed, over cases whose time to answer was over at an instant: before, those who renewed
   * would count and those who will say nothing would not. Whoever was no early bird and was not held back is passed over, as
   * are superseded cases and proposals without a case.
   */
  public static Effect effect(Collection<RenewalCase> cases, Collection<Proposal> proposals, Instant now) {
    Map<CaseId, EarlyBird.Group> groups = new HashMap<>();
    proposals.forEach(each -> groups.put(each.renewalCase(), each.chance().group()));
    Map<EarlyBird.Group, int[]> counts = new EnumMap<>(EarlyBird.Group.class);
    for (RenewalCase renewal : Cohort.of(cases)) {
      EarlyBird.Group group = groups.get(renewal.id());
      if (group != null && renewal.state().isClosed() && !renewal.lapsesAt().isAfter(now)) {
        int[] count = counts.computeIfAbsent(group, key -> new int[2]);
        count[0]++;
        count[1] += renewal.state() == CaseState.RENEWED ? 1 : 0;
      }
    }
    int[] early = counts.getOrDefault(EarlyBird.Group.EARLY_BIRD, new int[2]);
    int[] held = counts.getOrDefault(EarlyBird.Group.HELD_BACK, new int[2]);
    return Effect.of(early[0], early[1], held[0], held[1]);
  }
}
