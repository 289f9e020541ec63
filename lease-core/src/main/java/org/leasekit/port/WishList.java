package org.leasekit.port;

import java.util.Collection;
import java.util.Map;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.party.Wishes;

/**
 * How people want to be spoken to.
 *
 * <ol>
 *   <li>Wishes that are put again replace what was known of the person.
 *   <li>Wishes towards another lessor are not seen.
 *   <li>A tenant and the users that the tenant has named are different people, each with wishes of their own.
 *   <li>Who said the latest of it and when, where that is noted, is found with the wishes.
 * </ol>
 */
public interface WishList {

  /** Stores the wishes of a person. */
  void put(Wishes wishes);

  /** The wishes of those of the people who have said any. */
  Map<Person, Wishes> findAll(LessorId lessor, Collection<Person> people);
}
