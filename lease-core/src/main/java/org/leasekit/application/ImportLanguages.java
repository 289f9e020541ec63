package org.leasekit.application;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.Stores;

/** The languages of tenants that rows name: of each tenant the first, unless the tenant has said one already. */
final class ImportLanguages {
  private final Stores stores;
  private final LessorId lessor;
  private final Map<Person, Locale> said = new HashMap<>();

  ImportLanguages(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  void note(TenantId tenant, Locale language) {
    said.putIfAbsent(Person.of(tenant), language);
  }

  /** What somebody said themselves, or an earlier table did, stays: the same table twice changes nothing. */
  void store() {
    if (said.isEmpty()) {
      return;
    }
    Map<Person, Wishes> known = stores.wishes().findAll(lessor, said.keySet());
    said.forEach(
        (person, language) -> {
          Wishes wishes = known.getOrDefault(person, Wishes.none(lessor, person));
          if (wishes.language() == null) {
            stores.wishes().put(wishes.in(language));
          }
        });
  }
}
