package org.leasekit.insight;

import java.util.Collection;
import java.util.List;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;

/** The cases that figures are about: not those that were superseded, in which there was nothing left to renew. */
final class Cohort {

  private Cohort() {}

  static List<RenewalCase> of(Collection<RenewalCase> cases) {
    return cases.stream().filter(renewal -> renewal.state() != CaseState.SUPERSEDED).toList();
  }
}
