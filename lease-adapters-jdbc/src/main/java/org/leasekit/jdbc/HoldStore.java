package org.leasekit.jdbc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.party.LessorId;
import org.leasekit.port.Holds;

final class HoldStore implements Holds {

  private static final String OF_UNIT =
      "SELECT " + HoldRows.COLUMNS
          + """
           FROM lk_hold
          WHERE lessor = :lessor AND unit = :unit AND unit_project = :project AND <once>
            AND end_day > :start AND start_day < :end
          ORDER BY start_day, contract_no <currentRead>
          """;

  /** Longer than any calendar of a lease; every database can compare with these. */
  private static final DateRange EVER =
      DateRange.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  private static final String REMOVE = "DELETE FROM lk_hold WHERE lessor = :lessor AND contract_no = :no";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy("SELECT id FROM lk_booking WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String BOOKINGS =
      "SELECT " + HoldRows.BOOKING_COLUMNS
          + """
           FROM lk_booking
          WHERE lessor = :lessor AND unit = :unit AND unit_project = :project
          ORDER BY start_day, id <currentRead>
          """;

  private static final String FIND_BOOKING =
      "SELECT " + HoldRows.BOOKING_COLUMNS + " FROM lk_booking WHERE lessor = :lessor AND id = :id";

  private final Session session;
  private final RowMapper<Hold> mapper;
  private final RowMapper<Booking> bookingMapper;

  HoldStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), HoldRows::read);
    this.bookingMapper = Columns.mapper(session.dialect(), HoldRows::readBooking);
  }

  @Override
  public void lock(LessorId lessor, Collection<UnitRef> units) {
    session.run(handle -> new TreeSet<>(units).forEach(unit -> UnitLock.take(session, lessor, unit)));
  }

  @Override
  public Optional<Hold> replace(LessorId lessor, ContractNo contract, List<Hold> holds) {
    return session.call(
        handle -> {
          lock(lessor, holds.stream().map(Hold::unit).toList());
          Optional<Hold> taken = firstTaken(handle, lessor, contract, holds);
          // What the database itself refuses is taken by rows that no store has written.
          return taken.isPresent() || session.attempt(() -> give(handle, lessor, contract, holds))
              ? taken
              : holds.stream().findFirst();
        });
  }

  private static void give(Handle handle, LessorId lessor, ContractNo contract, List<Hold> holds) {
    handle.createUpdate(REMOVE).bind("lessor", lessor.value()).bind("no", contract.value()).execute();
    insert(handle, lessor, holds);
  }

  /** The first that finds no room beside what other contracts hold; its unit is locked. */
  Optional<Hold> firstTaken(Handle handle, LessorId lessor, ContractNo contract, List<Hold> holds) {
    for (Hold hold : holds) {
      List<Hold> others =
          ofUnit(handle, lessor, hold.unit(), hold.days(), session.currentRead()).stream()
              .filter(other -> !other.contract().equals(contract))
              .toList();
      Optional<Hold> taken = Occupancy.of(others).firstTaken(List.of(hold));
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  /**
   * Adds holds of a contract that has none, and for which there is room.
   *
   * @return false when the database itself refuses them, and nothing was added
   */
  boolean add(Handle handle, LessorId lessor, List<Hold> holds) {
    return holds.isEmpty() || session.attempt(() -> insert(handle, lessor, holds));
  }

  private static void insert(Handle handle, LessorId lessor, List<Hold> holds) {
    List<HoldRows.Half> halves = holds.stream().flatMap(hold -> HoldRows.halves(lessor, hold)).toList();
    Batches.execute(handle, HoldRows.INSERT, halves, HoldRows::bind);
  }

  boolean isFree(LessorId lessor, UnitRef unit, Portion portion, DateRange days) {
    return session.read(
        handle -> Occupancy.of(ofUnit(handle, lessor, unit, days, "")).firstCollision(unit, portion, days).isEmpty());
  }

  private List<Hold> ofUnit(Handle handle, LessorId lessor, UnitRef unit, DateRange days, String currentRead) {
    return handle
        .createQuery(OF_UNIT)
        .define("once", HoldRows.ONCE)
        .define("currentRead", currentRead)
        .bind("lessor", lessor.value())
        .bind("project", unit.project())
        .bind("unit", unit.unit())
        .bind("start", days.start())
        .bind("end", days.endExclusive())
        .map(mapper)
        .list();
  }

  @Override
  public List<Hold> ofUnits(LessorId lessor, Collection<UnitRef> units) {
    return session.call(
        handle -> {
          List<Hold> found = new ArrayList<>();
          for (UnitRef unit : new TreeSet<>(units)) {
            found.addAll(ofUnit(handle, lessor, unit, EVER, session.currentRead()));
          }
          return found;
        });
  }

  @Override
  public boolean book(Booking booking) {
    return session.call(
        handle ->
            NewRows.insertOne(session, booking.lessor(), booking.id(), booking, KNOWN, HoldStore::insertBookings));
  }

  private static void insertBookings(Handle handle, List<Booking> bookings) {
    Batches.execute(handle, HoldRows.INSERT_BOOKING, bookings, HoldRows::bindBooking);
  }

  @Override
  public void update(Booking booking) {
    session.run(
        handle -> Batches.execute(handle, HoldRows.UPDATE_BOOKING, List.of(booking), HoldRows::bindBooking));
  }

  @Override
  public List<Booking> bookings(LessorId lessor, Collection<UnitRef> units) {
    return session.call(
        handle -> {
          List<Booking> found = new ArrayList<>();
          for (UnitRef unit : new TreeSet<>(units)) {
            handle
                .createQuery(BOOKINGS)
                .define("currentRead", session.currentRead())
                .bind("lessor", lessor.value())
                .bind("project", unit.project())
                .bind("unit", unit.unit())
                .map(bookingMapper)
                .forEach(found::add);
          }
          return found;
        });
  }

  @Override
  public Optional<Booking> findBooking(LessorId lessor, String id) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND_BOOKING)
                .bind("lessor", lessor.value())
                .bind("id", id)
                .map(bookingMapper)
                .findOne());
  }
}
