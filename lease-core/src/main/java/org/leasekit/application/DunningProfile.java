package org.leasekit.application;

import java.net.URI;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.PolicyVersions;

/**
 * How one lessor duns; data and pure functions.
 *
 * @param policies the stages, by version; the anchor is the day the oldest debt was due
 * @param fees what it costs to be late; raised whenever a stage fires
 * @param held what is left alone, because it is disputed; what locks freeze is left alone anyway
 * @param page where the payer pays
 * @param roles what the stages may name beside the roles that every lessor has; the lessor's {@link Outreach#levels} says where
 *     each of them stands
 */
public record DunningProfile(
    PolicyVersions policies,
    LateFees fees,
    HeldAmounts held,
    Function<Arrears, URI> page,
    Set<String> roles) {

  /**
   * Checks the policies.
   *
   * @throws IllegalArgumentException if a policy names what {@link DunningPolicies#CATALOG} does not know, and none of the roles
   */
  public DunningProfile {
    roles = Set.copyOf(roles);
    LessorProfile.checked(policies, DunningPolicies.CATALOG.plusRoles(roles));
  }

  /** Of a lessor with no roles of its own. */
  public DunningProfile(
      PolicyVersions policies, LateFees fees, HeldAmounts held, Function<Arrears, URI> page) {
    this(policies, fees, held, page, Set.of());
  }

  /** The usual stages, no fees, nothing held. */
  public static DunningProfile standard(ZoneId zone, Function<Arrears, URI> page) {
    return new DunningProfile(
        PolicyVersions.always(DunningPolicies.standard(zone)), LateFees.NONE, HeldAmounts.NONE, page);
  }

  /** The same with other fees. */
  public DunningProfile withFees(LateFees other) {
    return new DunningProfile(policies, other, held, page, roles);
  }

  /** The same with something held. */
  public DunningProfile withHeld(HeldAmounts other) {
    return new DunningProfile(policies, fees, other, page, roles);
  }

  /** Roles stand somewhere, and a role that stands nowhere is a mistake. */
  void checkRoles(Outreach outreach) {
    for (String role : roles) {
      if (!outreach.levels().containsKey(role)) {
        throw new IllegalArgumentException("roles: the lessor's outreach has no level for " + role);
      }
    }
  }
}
