package org.leasekit.occupancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Phase;
import org.leasekit.amendment.Standing;
import org.leasekit.amendment.Version;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;

/**
 * Days on which a contract holds a portion of a unit.
 *
 * @param days without a gap, in the lessor's zone
 * @param resting true while the lease is suspended: the unit is the tenant's, but may be let by the day
 */
public record Hold(ContractNo contract, UnitRef unit, Portion portion, DateRange days, boolean resting) {

  /** What a contract that was never amended holds: its portion on the days it lets. Empty for a master. */
  public static List<Hold> of(Contract contract) {
    UnitRef unit = contract.unit();
    return unit == null
        ? List.of()
        : contract
            .daysLet()
            .map(days -> List.of(new Hold(contract.no(), unit, contract.portion(), days, false)))
            .orElse(List.of());
  }

  /** The same hold over other days. */
  public Hold over(DateRange otherDays) {
    return new Hold(contract, unit, portion, otherDays, resting);
  }

  /** What a contract holds, in the order of time, as far as it is known at an instant. Empty for a master. */
  public static List<Hold> of(ContractHistory history, Instant known) {
    List<Hold> holds = new ArrayList<>();
    for (Version version : history.timeline(known)) {
      Standing standing = version.standing();
      UnitRef unit = standing.unit();
      LocalDate end = version.untilExclusive();
      if (unit != null && end != null && standing.phase().holdsUnit()) {
        boolean resting = standing.phase() == Phase.SUSPENDED;
        append(
            holds,
            new Hold(
                standing.contract(), unit, standing.portion(), DateRange.of(version.from(), end), resting));
      }
    }
    return List.copyOf(holds);
  }

  private static void append(List<Hold> holds, Hold next) {
    Hold last = holds.isEmpty() ? null : holds.get(holds.size() - 1);
    if (last != null && last.continuesAs(next)) {
      DateRange days = DateRange.of(last.days.start(), next.days.endExclusive());
      holds.set(holds.size() - 1, new Hold(next.contract, next.unit, next.portion, days, next.resting));
    } else {
      holds.add(next);
    }
  }

  private boolean continuesAs(Hold next) {
    return unit.equals(next.unit)
        && portion.equals(next.portion)
        && resting == next.resting
        && days.abuts(next.days);
  }
}
