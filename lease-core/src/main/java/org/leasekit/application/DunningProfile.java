package org.leasekit.application;

import java.net.URI;
import java.time.ZoneId;
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
 */
public record DunningProfile(
    PolicyVersions policies, LateFees fees, HeldAmounts held, Function<Arrears, URI> page) {

  /** @throws IllegalArgumentException if a policy names what {@link DunningPolicies#CATALOG} does not know */
  public DunningProfile {
    LessorProfile.checked(policies, DunningPolicies.CATALOG);
  }

  /** The usual stages, no fees, nothing held. */
  public static DunningProfile standard(ZoneId zone, Function<Arrears, URI> page) {
    return new DunningProfile(
        PolicyVersions.always(DunningPolicies.standard(zone)), LateFees.NONE, HeldAmounts.NONE, page);
  }

  /** The same with other fees. */
  public DunningProfile withFees(LateFees other) {
    return new DunningProfile(policies, other, held, page);
  }

  /** The same with something held. */
  public DunningProfile withHeld(HeldAmounts other) {
    return new DunningProfile(policies, fees, other, page);
  }
}
