package org.leasekit.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A subject that is looked at exactly when the engine asks for it. */
final class Life {

  private Life() {}

  /** What fires from the entry to an end, with facts that stay as they are. */
  static List<Fired> of(
      EscalationPolicy policy, Anchor anchor, Facts facts, Instant entered, Instant endExclusive) {
    return of(PolicyVersions.always(policy), anchor, facts, entered, endExclusive);
  }

  static List<Fired> of(
      PolicyVersions versions, Anchor anchor, Facts facts, Instant entered, Instant endExclusive) {
    List<Fired> fired = new ArrayList<>();
    Instant now = entered;
    while (now != null && now.isBefore(endExclusive)) {
      Decision decision =
          Escalation.decide(versions, anchor, facts, new Log(entered, fired), now);
      Instant instant = now;
      decision.due().ifPresent(due -> fired.add(due.firedAt(instant)));
      Instant next = decision.nextWake();
      if (next != null && !next.isAfter(now)) {
        throw new AssertionError("wakes in the past: " + next + " at " + now);
      }
      now = next;
    }
    return fired;
  }
}
