package org.leasekit.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.party.LessorId;
import org.leasekit.port.Holds;

final class MemoryHolds implements Holds {

  private static final Comparator<Hold> ORDER =
      Comparator.comparing(Hold::unit).thenComparing(hold -> hold.days().start()).thenComparing(Hold::contract);

  private static final Comparator<Booking> BOOKING_ORDER =
      Comparator.comparing((Booking booking) -> booking.sold().unit())
          .thenComparing(booking -> booking.sold().days().start())
          .thenComparing(Booking::id);

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, List<Hold>> holds;
  private final Index<UnitRef, ContractNo> ofUnit;
  private final Table<String, Booking> bookings;

  MemoryHolds(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.holds = new Table<>(unit);
    this.ofUnit = new Index<>(unit);
    this.bookings = new Table<>(unit);
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public void lock(LessorId lessor, Collection<UnitRef> units) {
    // nothing to do
  }

  @Override
  public Optional<Hold> replace(LessorId lessor, ContractNo contract, List<Hold> wanted) {
    return unit.required(
        () -> {
          Occupancy others = Occupancy.of(besides(lessor, contract, wanted));
          Optional<Hold> taken = others.firstTaken(wanted);
          if (taken.isEmpty()) {
            put(lessor, contract, wanted);
          }
          return taken;
        });
  }

  private List<Hold> besides(LessorId lessor, ContractNo contract, List<Hold> wanted) {
    return ofUnits(lessor, wanted.stream().map(Hold::unit).toList()).stream()
        .filter(hold -> !hold.contract().equals(contract))
        .toList();
  }

  private void put(LessorId lessor, ContractNo contract, List<Hold> wanted) {
    of(lessor, contract).forEach(hold -> ofUnit.remove(lessor, hold.unit(), contract));
    holds.put(lessor, contract, List.copyOf(wanted));
    wanted.forEach(hold -> ofUnit.add(lessor, hold.unit(), contract));
  }

  private List<Hold> of(LessorId lessor, ContractNo contract) {
    return Objects.requireNonNullElse(holds.get(lessor, contract), List.<Hold>of());
  }

  /** What a contract lets by itself; false when others leave no room for it. */
  boolean take(Contract contract) {
    return replace(contract.lessor(), contract.no(), Hold.of(contract)).isEmpty();
  }

  boolean isFree(LessorId lessor, UnitRef wanted, Portion portion, DateRange days) {
    return unit.required(
        () -> Occupancy.of(ofUnits(lessor, List.of(wanted))).firstCollision(wanted, portion, days).isEmpty());
  }

  @Override
  public List<Hold> ofUnits(LessorId lessor, Collection<UnitRef> units) {
    return unit.required(
        () ->
            new TreeSet<>(units)
                .stream()
                    .flatMap(
                        each ->
                            ofUnit.of(lessor, each).toList().stream()
                                .flatMap(contract -> of(lessor, contract).stream())
                                .filter(hold -> hold.unit().equals(each)))
                    .sorted(ORDER)
                    .toList());
  }

  @Override
  public boolean book(Booking booking) {
    return unit.required(() -> bookings.putIfAbsent(booking.lessor(), booking.id(), booking));
  }

  @Override
  public void update(Booking booking) {
    unit.run(() -> bookings.put(booking.lessor(), booking.id(), booking));
  }

  @Override
  public List<Booking> bookings(LessorId lessor, Collection<UnitRef> units) {
    return unit.required(
        () ->
            bookings
                .values(lessor)
                .filter(booking -> units.contains(booking.sold().unit()))
                .sorted(BOOKING_ORDER)
                .toList());
  }

  @Override
  public Optional<Booking> findBooking(LessorId lessor, String id) {
    return unit.required(() -> Optional.ofNullable(bookings.get(lessor, id)));
  }

  void forEach(LessorId lessor, Consumer<Hold> each) {
    holds.forEach(lessor, some -> some.forEach(each));
  }
}
