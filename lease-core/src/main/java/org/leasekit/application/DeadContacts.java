package org.leasekit.application;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Touch;

/** The contacts of a contract of which a gateway, or whoever called, has said never to try them again. */
final class DeadContacts {

  private DeadContacts() {}

  /**
   * Those that are dead, by the records of the contract; one at which a message, or a call to a number that a call had found
   * dead, has arrived since is alive. Whoever owned them: a number that does not exist is nobody's.
   */
  static Set<Contact> of(Stores stores, Contract contract) {
    List<Touch> touches = stores.contractRecords().touches(contract.lessor(), contract.no());
    Set<Contact> dead = uncallable(touches, contract);
    Set<Contact> unreached = new HashSet<>();
    for (Touch touch : touches) {
      if (touch.channel().isDigital()) {
        learn(unreached, new Contact(touch.channel(), touch.recipient()), touch);
      }
    }
    dead.addAll(unreached);
    return dead;
  }

  /**
   * Numbers of the contract that can be called: all but those that a call has found dead. That no message arrives says nothing
   * of calls, since a landline takes none.
   */
  static List<Contact> phones(Stores stores, Contract contract) {
    Set<Contact> dead =
        uncallable(stores.contractRecords().touches(contract.lessor(), contract.no()), contract);
    return contract.contacts().stream()
        .filter(contact -> isPhone(contact) && dead.stream().noneMatch(contact::isSameAddressAs))
        .toList();
  }

  /** True when there are numbers, and calls have found all of them dead. */
  static boolean areAllPhonesDead(Stores stores, Contract contract) {
    return contract.contacts().stream().anyMatch(DeadContacts::isPhone)
        && phones(stores, contract).isEmpty();
  }

  private static Set<Contact> uncallable(List<Touch> touches, Contract contract) {
    Set<Contact> dead = new HashSet<>();
    for (Touch touch : touches) {
      if (touch.channel() == Channel.CALL && isNumber(touch, contract)) {
        learn(dead, new Contact(Channel.SMS, touch.recipient()), touch);
      }
    }
    return dead;
  }

  private static void learn(Set<Contact> dead, Contact address, Touch touch) {
    if (touch.result() == Touch.Result.DEAD) {
      dead.add(address);
    } else if (touch.result().reached()) {
      dead.remove(address);
    }
  }

  /** Whoever has no number is called by name, which is no address. */
  private static boolean isNumber(Touch touch, Contract contract) {
    return contract.contacts().stream()
        .anyMatch(contact -> isPhone(contact) && contact.address().equals(touch.recipient()));
  }

  private static boolean isPhone(Contact contact) {
    return contact.channel() == Channel.SMS;
  }
}
