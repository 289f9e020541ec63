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
    Optional<Contact> first =
        contacts.stream().filter(c -> c.channel() == preferred && !tried.contains(c)).findFirst();
    return first.isPresent()
        ? first
        : contacts.stream().filter(c -> !tried.contains(c)).findFirst();
  }
}
