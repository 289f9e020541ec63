package org.leasekit.occupancy;

import java.util.List;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.UnitRef;
import org.leasekit.outcome.Rejection;

/** Why a daily package was refused. */
public sealed interface PackageRejection extends Rejection {

  @Override
  default String field() {
    return "days";
  }

  /** A lease uses the unit on some of the days. */
  record NotVacant(UnitRef unit, DateRange days) implements PackageRejection {
    @Override
    public String rule() {
      return "UNIT_NOT_VACANT";
    }

    @Override
    public List<String> data() {
      return List.of(unit.toString(), days.start().toString(), days.lastDay().toString());
    }
  }

  /** Another package has the unit on some of the days. */
  record Booked(UnitRef unit, DateRange days) implements PackageRejection {
    @Override
    public String rule() {
      return "UNIT_BOOKED_BY_THE_DAY";
    }

    @Override
    public List<String> data() {
      return List.of(unit.toString(), days.start().toString(), days.lastDay().toString());
    }
  }
}
