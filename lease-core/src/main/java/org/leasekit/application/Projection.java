package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Standing;
import org.leasekit.amendment.Version;
import org.leasekit.contract.Contract;
import org.leasekit.contract.Links;

/** The row of a contract as its history says: as known by an instant, as it stands on a day. */
final class Projection {

  private Projection() {}

  /**
   * The row.
   *
   * @param row as it is stored: what no amendment changes is taken from there
   * @param today the day on which unit, tenant, rent and the like are asked for; term and early end are those agreed,
   *     whenever they take effect
   */
  static Contract of(Contract row, ContractHistory history, Links links, Instant known, LocalDate today) {
    Standing standing = history.asOf(today, known).orElseThrow();
    return new Contract(
        row.lessor(),
        row.no(),
        row.master(),
        row.project(),
        standing.unit(),
        standing.portion(),
        standing.tenant(),
        standing.occupant(),
        standing.payer(),
        standing.contacts(),
        row.steward(),
        history.term(known),
        history.terminatesOn(known).orElse(null),
        row.terms().withMonthlyRent(standing.monthlyRent()).withRules(standing.rules()),
        row.status(),
        links,
        row.version());
  }

  /** The first day after a day on which the contract stands otherwise. */
  static Optional<LocalDate> nextChange(ContractHistory history, Instant known, LocalDate after) {
    return history.timeline(known).stream().map(Version::from).filter(day -> day.isAfter(after)).findFirst();
  }
}
