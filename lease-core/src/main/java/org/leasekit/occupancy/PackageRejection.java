package org.leasekit.occupancy;

import java.time.LocalDate;
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

  /** The package would end before it begins, or on its first day. */
  record WithoutDays(UnitRef unit, LocalDate start, LocalDate endExclusive) implements PackageRejection {
    @Override
    public String rule() {
      return "PACKAGE_WITHOUT_DAYS";
    }

    @Override
    public List<String> data() {
      return List.of(unit.toString(), start.toString(), endExclusive.toString());
    }
  }

  /** The id of the booking stands for another package. */
  record IdTaken(String id, UnitRef unit, DateRange days) implements PackageRejection {
    @Override
    public String rule() {
      return "BOOKING_ID_TAKEN";
    }

    @Override
    public List<String> data() {
      return List.of(id, unit.toString(), days.start().toString(), days.lastDay().toString());
    }
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
