package org.leasekit.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;

/**
 * What contracts hold of each unit, as known now, and the packages that are sold by the day.
 *
 * <ol>
 *   <li>A unit is never let beyond the whole: {@link #replace} with a hold that other contracts leave no room for answers
 *       with that hold and changes nothing, also when two units of work do it at once.
 *   <li>A contract holds what was given last: by {@link #replace}, or else by {@link Contracts#add}, which gives it the
 *       portion and the days it lets.
 *   <li>{@link #lock} holds units against others that lock or let them until the unit of work ends.
 *   <li>The id of a booking is unique for its lessor: adding it again answers false and changes nothing.
 *   <li>Holds and bookings of another lessor are not seen.
 * </ol>
 */
public interface Holds {

  /** Locks units against other units of work, in their order. */
  void lock(LessorId lessor, Collection<UnitRef> units);

  /**
   * Gives a contract other holds than it has.
   *
   * @param holds of that contract, in the order of time, no two of one day; may be empty
   * @return empty when that was done; else the first hold that others leave no room for, from the first day on which they
   *     do not
   */
  Optional<Hold> replace(LessorId lessor, ContractNo contract, List<Hold> holds);

  /** What is held of units, by unit, then first day, then contract. */
  List<Hold> ofUnits(LessorId lessor, Collection<UnitRef> units);

  /** Adds a booking; false when its id is known. */
  boolean book(Booking booking);

  /** Stores a booking that has changed. */
  void update(Booking booking);

  /** Every booking of units, by unit, then first day, then id. */
  List<Booking> bookings(LessorId lessor, Collection<UnitRef> units);

  /** The booking of an id. */
  Optional<Booking> findBooking(LessorId lessor, String id);
}
