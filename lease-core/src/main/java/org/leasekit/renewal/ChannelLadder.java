package org.leasekit.renewal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;

/**
 * Which rung comes next: the preferred digital channel's contacts, then every other digital contact
 * in the order recorded, then a call. After a call that reaches nobody comes a visit.
 */
public final class ChannelLadder {

  private ChannelLadder() {}

  /**
   * The next digital contact to try.
   *
   * @param contacts every contact, best first
   * @param preferred the channel the stage asked for
   * @param tried contacts that were tried for this stage
   * @return empty when every digital contact was tried: a person has to call
   */
  public static Optional<Contact> next(
      List<Contact> contacts, Channel preferred, Set<Contact> tried) {
    return next(contacts, List.of(preferred), tried);
  }

  /**
   * The next digital contact to try.
   *
   * @param contacts every contact, best first: those of the registered tenant, then those of whoever uses the unit
   * @param preferred the channels the stage asked for, best first
   * @param tried contacts that were tried for this stage
   * @return empty when every digital contact was tried: a person has to call
   */
  public static Optional<Contact> next(
      List<Contact> contacts, List<Channel> preferred, Set<Contact> tried) {
    List<Contact> left = contacts.stream().filter(contact -> !tried.contains(contact)).toList();
    return preferred.stream()
        .flatMap(channel -> left.stream().filter(contact -> contact.channel() == channel))
        .findFirst()
        .or(() -> left.stream().findFirst());
  }
}
