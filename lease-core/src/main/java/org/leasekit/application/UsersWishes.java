package org.leasekit.application;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leasekit.contract.Contract;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.Wishes;
import org.leasekit.port.Stores;

/**
 * What actual users want who stay when a contract passes to another tenant. A user is known by the tenant on whose side they stand;
 * who wanted no messages wants none on the other side either. Joins the caller's unit of work.
 */
final class UsersWishes {
  private final Stores stores;

  UsersWishes(Stores stores) {
    this.stores = stores;
  }

  /** Keeps what the user has said, unless a user of that name has said something on the new side already. */
  void follow(Contract before, Contract after) {
    boolean stays =
        !before.tenant().equals(after.tenant()) && Objects.equals(before.occupant(), after.occupant());
    if (!stays) {
      return;
    }
    Person was = before.person(PartyRole.OCCUPANT);
    Person is = after.person(PartyRole.OCCUPANT);
    Map<Person, Wishes> known = stores.wishes().findAll(after.lessor(), List.of(was, is));
    Wishes said = known.get(was);
    if (said != null && !known.containsKey(is)) {
      stores.wishes().put(said.of(is));
    }
  }
}
