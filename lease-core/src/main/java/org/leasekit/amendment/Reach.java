package org.leasekit.amendment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;

/**
 * Under which addresses the sides of a contract are reached while its amendments are applied. Users are listed apart from the
 * rest once somebody else uses the unit; both are put together when it is asked, not with each amendment.
 */
final class Reach {

  private List<Contact> listed;

  /** The users' in place of those that are listed; null while those listed count. */
  private @Nullable List<Contact> users;

  Reach(List<Contact> listed) {
    this.listed = listed;
  }

  /** Those listed, and of users of whom none is listed those there were. */
  void list(List<Contact> contacts) {
    if (names(contacts)) {
      users = null;
    } else if (users == null && names(listed)) {
      users = of(listed, true);
    }
    listed = contacts;
  }

  /** Others use the unit. */
  void use(List<Contact> contacts) {
    users = contacts;
  }

  /** Another tenant is reached under these; whoever else is on the contract's side is reached as before. */
  void pass(List<Contact> contacts) {
    List<Contact> all = new ArrayList<>(contacts);
    all().stream().filter(contact -> contact.owner() != PartyRole.TENANT).forEach(all::add);
    listed = all;
    users = null;
  }

  /** All of them, those listed first. */
  List<Contact> all() {
    if (users == null || users.isEmpty() && !names(listed)) {
      return listed;
    }
    List<Contact> all = of(listed, false);
    all.addAll(users);
    return all;
  }

  private static boolean names(List<Contact> contacts) {
    for (int i = 0; i < contacts.size(); i++) {
      if (isUsers(contacts.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static List<Contact> of(List<Contact> contacts, boolean users) {
    List<Contact> found = new ArrayList<>();
    for (Contact contact : contacts) {
      if (isUsers(contact) == users) {
        found.add(contact);
      }
    }
    return found;
  }

  private static boolean isUsers(Contact contact) {
    return contact.owner() == PartyRole.OCCUPANT;
  }
}
