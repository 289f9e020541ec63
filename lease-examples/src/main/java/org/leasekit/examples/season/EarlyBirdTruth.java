package org.leasekit.examples.season;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.intent.EarlyBird;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

/**
 * What the early bird truly did to the simulated tenants, as nobody can know of real ones: by how much the share of those
 * who mean to renew is greater when all that could have been told early are, than when none is; times the share of the
 * willing who bring it to an end. The difference between the groups is an estimate of it.
 */
final class EarlyBirdTruth {

  private EarlyBirdTruth() {}

  /**
   * The true effect on the share that renews, over cases whose time to answer is over at {@code end}: -1 to 1, 0 when nobody
   * could have been told early.
   */
  static double effect(SeasonRecords records, SeasonPlan plan, Instant end) {
    Map<ContractNo, Contract> contracts = new HashMap<>();
    records.contracts().forEach(each -> contracts.put(each.no(), each));
    Map<CaseId, RenewalCase> cases = new HashMap<>();
    records.cases().forEach(each -> cases.put(each.id(), each));
    int discount = plan.business().earlyBirdDiscount();
    int people = 0;
    int moved = 0;
    int willing = 0;
    int renewed = 0;
    for (Proposal proposal : records.proposals()) {
      RenewalCase renewal = cases.get(proposal.renewalCase());
      Contract contract = contracts.get(proposal.contract());
      boolean meant = proposal.chance().group() != EarlyBird.Group.NOT_ELIGIBLE;
      if (meant && renewal != null && contract != null && counts(renewal, end)) {
        Persona persona = Persona.of(plan.seed(), contract, false);
        Leaning leaning = Leaning.of(plan.seed(), renewal.id());
        boolean told = renews(leaning.mind(persona, Leaning.rise(proposal, discount), true));
        boolean untold = renews(leaning.mind(persona, Leaning.rise(proposal, 0), false));
        people++;
        moved += (told ? 1 : 0) - (untold ? 1 : 0);
        if (renews(leaning.mind(persona, proposal, discount))) {
          willing++;
          renewed += renewal.state() == CaseState.RENEWED ? 1 : 0;
        }
      }
    }
    return people == 0 || willing == 0 ? 0 : (double) moved / people * renewed / willing;
  }

  /** As for the estimate: something was left to renew, and the time to answer is over. */
  private static boolean counts(RenewalCase renewal, Instant end) {
    return renewal.state() != CaseState.SUPERSEDED && !renewal.lapsesAt().isAfter(end);
  }

  private static boolean renews(Persona.Mind mind) {
    return mind == Persona.Mind.RENEWS;
  }
}
