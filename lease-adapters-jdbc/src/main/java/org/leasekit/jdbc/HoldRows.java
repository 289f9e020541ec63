package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.DayPackage;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;

/** Holds and bookings as rows. */
final class HoldRows {

  static final String COLUMNS =
      """
      contract_no, start_day, end_day, unit_project, unit, slot, days_of_week, share_parts, resting
      """;

  /** Of the two rows of a whole day, one. */
  static final String ONCE = "(half = 'DAY' OR slot = 'NIGHT')";

  static final String INSERT =
      """
      INSERT INTO lk_hold (
        lessor, contract_no, start_day, half, end_day, unit_project, unit, slot, days_of_week, share_parts,
        resting, exclusive_half)
      VALUES (
        :lessor, :no, :start, :half, :end, :project, :unit, :slot, :week, :share, :resting, :exclusiveHalf)
      """;

  static final String BOOKING_COLUMNS =
      """
      lessor, id, unit_project, unit, guest, start_day, end_day, kept_until, sold_at, cut_at
      """;

  static final String INSERT_BOOKING =
      """
      INSERT INTO lk_booking (
        lessor, id, unit_project, unit, guest, start_day, end_day, kept_until, sold_at, cut_at)
      VALUES (:lessor, :id, :project, :unit, :guest, :start, :end, :keptUntil, :at, :cutAt)
      """;

  static final String UPDATE_BOOKING =
      """
      UPDATE lk_booking SET
        unit_project = :project, unit = :unit, guest = :guest, start_day = :start, end_day = :end,
        kept_until = :keptUntil, sold_at = :at, cut_at = :cutAt
      WHERE lessor = :lessor AND id = :id
      """;

  /** One half of the day of a hold: what one row says. */
  record Half(LessorId lessor, Hold hold, Slot half) {}

  private HoldRows() {}

  static Stream<Half> halves(LessorId lessor, Hold hold) {
    return Stream.of(Slot.DAY, Slot.NIGHT)
        .filter(half -> half.collidesWith(hold.portion().slot()))
        .map(half -> new Half(lessor, hold, half));
  }

  static <S extends SqlStatement<S>> void bind(S statement, Half row) {
    Hold hold = row.hold();
    Portion portion = hold.portion();
    boolean exclusive = portion.share().equals(Share.WHOLE) && portion.week() == Week.ALL;
    statement
        .bind("lessor", row.lessor().value())
        .bind("no", hold.contract().value())
        .bind("start", hold.days().start())
        .bind("half", row.half().name())
        .bind("end", hold.days().endExclusive())
        .bind("project", hold.unit().project())
        .bind("unit", hold.unit().unit())
        .bind("slot", portion.slot().name())
        .bind("week", portion.week().name())
        .bind("share", portion.share().parts())
        .bind("resting", hold.resting())
        .bind("exclusiveHalf", exclusive ? row.half().name() : null);
  }

  static Hold read(Columns row) throws SQLException {
    return new Hold(
        row.contractNo("contract_no"),
        new UnitRef(row.text("unit_project"), row.text("unit")),
        ContractRows.portion(row),
        row.range("start_day", "end_day"),
        row.flag("resting"));
  }

  static <S extends SqlStatement<S>> void bindBooking(S statement, Booking booking) {
    DayPackage sold = booking.sold();
    statement
        .bind("lessor", booking.lessor().value())
        .bind("id", booking.id())
        .bind("project", sold.unit().project())
        .bind("unit", sold.unit().unit())
        .bind("guest", sold.guest().value())
        .bind("start", sold.days().start())
        .bind("end", sold.days().endExclusive())
        .bind("keptUntil", booking.keptUntil())
        .bind("at", booking.at())
        .bind("cutAt", booking.cutAt());
  }

  static Booking readBooking(Columns row) throws SQLException {
    DateRange days = row.range("start_day", "end_day");
    return new Booking(
        row.lessor(),
        row.text("id"),
        new DayPackage(
            new UnitRef(row.text("unit_project"), row.text("unit")), new TenantId(row.text("guest")), days),
        row.date("kept_until"),
        row.instant("sold_at"),
        row.instantOrNull("cut_at"));
  }
}
