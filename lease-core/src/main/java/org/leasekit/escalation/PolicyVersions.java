package org.leasekit.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy that changes while subjects are under way. What holds in mid-flight:
 *
 * <ol>
 *   <li>From its activation on a version governs every subject, also those that entered before.
 *   <li>What has fired has fired: no stage id fires twice in a cycle, whatever version had it.
 *   <li>Nobody goes back: a stage of a new version is passed over whose own time is not after the last time that an
 *       older version's stage was planned or fired.
 *   <li>Any other stage whose own time lay before the activation is caught up by the version's {@link CatchUp} rule, as
 *       if the subject had entered then.
 * </ol>
 *
 * @param versions at least one, in order of activation, version numbers rising, all of one policy
 */
public record PolicyVersions(List<Activated> versions) {

  /**
   * A version and when it begins to govern.
   *
   * @param from inclusive
   */
  public record Activated(EscalationPolicy policy, Instant from) {}

  public PolicyVersions {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("versions: at least one");
    }
    for (int i = 1; i < versions.size(); i++) {
      Activated before = versions.get(i - 1);
      Activated after = versions.get(i);
      if (!after.from().isAfter(before.from())
          || after.policy().version() <= before.policy().version()
          || !after.policy().id().equals(before.policy().id())) {
        throw new IllegalArgumentException(
            "versions: " + after.policy().id() + " " + after.policy().version() + " from " + after.from()
                + " does not follow " + before.policy().id() + " " + before.policy().version() + " from "
                + before.from());
      }
    }
  }

  /** A policy that has always been as it is. */
  public static PolicyVersions always(EscalationPolicy policy) {
    return new PolicyVersions(List.of(new Activated(policy, Instant.MIN)));
  }

  /** The same with a further version. */
  public PolicyVersions then(EscalationPolicy policy, Instant from) {
    List<Activated> longer = new ArrayList<>(versions);
    longer.add(new Activated(policy, from));
    return new PolicyVersions(longer);
  }

  /** The version that governs at an instant; before the first activation, the first. */
  public Activated at(Instant now) {
    Activated governing = versions.get(0);
    for (Activated version : versions) {
      if (!version.from().isAfter(now)) {
        governing = version;
      }
    }
    return governing;
  }

  /** When the version after the one that governs at an instant begins; empty when there is none. */
  public Optional<Instant> nextActivation(Instant now) {
    return versions.stream().skip(1).map(Activated::from).filter(from -> from.isAfter(now)).findFirst();
  }

  /** Whether a version replaced another. */
  boolean replacesAnother(Activated version) {
    return !version.equals(versions.get(0));
  }
}
