package org.leasekit.renewal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;

/**
 * Which rung comes next: of the registered tenant the preferred digital channels' contacts, then every other one in the order
 * recorded; when none of them is left, those of the actual user in the same way; then a call. After
 * {@value #CALLS} calls that nobody answered, or one to a dead number, comes a visit.
 *
 * <p>Whoever has asked not to be written to is called, and nobody else is written to in their place: the ladder goes on
 * to the actual user only when the tenant cannot be reached, not when the tenant does not want to be.
 */
public final class ChannelLadder {

  /** How often somebody is called for one stage before somebody goes to see them. */
  public static final int CALLS = 3;

  private ChannelLadder() {}

  /**
   * The next digital contact to try.
   *
   * @param contacts every contact, best first
   * @param preferred the channels the stage asked for, best first
   * @param tried contacts that were tried for this stage, or are dead; an address counts once, whoever owns it
   * @param unwelcome contacts that nothing is to be sent to
   * @return empty when a person has to call
   */
  public static Optional<Contact> next(
      List<Contact> contacts,
      List<Channel> preferred,
      Collection<Contact> tried,
      Predicate<Contact> unwelcome) {
    for (PartyRole role : PartyRole.values()) {
      List<Contact> left =
          contacts.stream()
              .filter(contact -> contact.owner() == role)
              .filter(contact -> tried.stream().noneMatch(contact::isSameAddressAs))
              .toList();
      if (!left.isEmpty()) {
        return best(left.stream().filter(unwelcome.negate()).toList(), preferred);
      }
    }
    return Optional.empty();
  }

  private static Optional<Contact> best(List<Contact> left, List<Channel> preferred) {
    return preferred.stream()
        .flatMap(channel -> left.stream().filter(contact -> contact.channel() == channel))
        .findFirst()
        .or(() -> left.stream().findFirst());
  }
}
