package org.leasekit.application;

import java.util.HashSet;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.party.Contact;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Touch;

/** The contacts of a contract of which a gateway has said never to try them again. */
final class DeadContacts {

  private DeadContacts() {}

  /**
   * Those that are dead, by the records of the contract; one at which a message has arrived since is alive. Whoever owned them:
   * a number that does not exist is nobody's.
   */
  static Set<Contact> of(Stores stores, Contract contract) {
    Set<Contact> dead = new HashSet<>();
    for (Touch touch : stores.contractRecords().touches(contract.lessor(), contract.no())) {
      if (touch.channel().isDigital()) {
        Contact address = new Contact(touch.channel(), touch.recipient());
        if (touch.result() == Touch.Result.DEAD) {
          dead.add(address);
        } else if (touch.result().reached()) {
          dead.remove(address);
        }
      }
    }
    return dead;
  }
}
