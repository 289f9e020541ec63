package org.leasekit.party;

import java.util.List;

/**
 * The registered payer (付款人) of a contract, who need be neither its {@link Tenant} nor its {@link Occupant}: the tenant has
 * rented and goes on owing, the occupant uses the unit, the payer gets the bills and pays them.
 *
 * @param id what the host knows the party by; one party may pay for many contracts
 * @param name as recorded, 1 to 200 characters, not blank
 * @param contacts how the payer is reached about money, best first, at most 20; empty when bills go to the tenant's
 *     contacts
 */
public record Payer(PayerId id, String name, List<Contact> contacts) {

  /** @throws IllegalArgumentException for a name that is blank or too long, and for too many contacts */
  public Payer {
    contacts = List.copyOf(contacts);
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("name: 1 to 200 characters, but was '" + name + "'");
    }
    if (contacts.size() > 20) {
      throw new IllegalArgumentException("contacts: at most 20, but were " + contacts.size());
    }
  }
}
