package org.leasekit.party;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be spoken to.
 *
 * @param optedOut digital channels on which nothing is to be sent; people still call and visit
 * @param silentAddresses phone numbers and user ids at which nothing is to be sent, each 1 to 64 characters
 * @param largeType whether pages are shown in large type, and messages written in plain words
 * @param inPerson whether somebody is to call and come by beside any digital notice
 * @param language in which to write, Chinese or English; null for the lessor's
 * @param tags marks that conditions of policies may ask for, each 1 to 32 characters
 */
public record Wishes(
    LessorId lessor,
    Person person,
    Set<Channel> optedOut,
    Set<String> silentAddresses,
    boolean largeType,
    boolean inPerson,
    @Nullable Locale language,
    Set<String> tags) {

  public Wishes {
    optedOut = Set.copyOf(optedOut);
    silentAddresses = Set.copyOf(silentAddresses);
    tags = Set.copyOf(tags);
    if (language != null && language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("language: must name one");
    }
    if (!optedOut.stream().allMatch(Channel::isDigital)) {
      throw new IllegalArgumentException("optedOut: SMS or WECOM, but was " + optedOut);
    }
    if (silentAddresses.stream().anyMatch(address -> address.isBlank() || address.length() > 64)) {
      throw new IllegalArgumentException("silentAddresses: 1 to 64 characters each, but was " + silentAddresses);
    }
    if (tags.stream().anyMatch(tag -> tag.isBlank() || tag.length() > 32)) {
      throw new IllegalArgumentException("tags: 1 to 32 characters each, but was " + tags);
    }
  }

  /** What a registered tenant wants, in the lessor's language. */
  public Wishes(
      LessorId lessor,
      TenantId tenant,
      Set<Channel> optedOut,
      boolean largeType,
      boolean inPerson,
      Set<String> tags) {
    this(lessor, Person.of(tenant), optedOut, Set.of(), largeType, inPerson, null, tags);
  }

  /** A tenant who has not said anything. */
  public static Wishes none(LessorId lessor, TenantId tenant) {
    return none(lessor, Person.of(tenant));
  }

  /** Somebody who has not said anything. */
  public static Wishes none(LessorId lessor, Person person) {
    return new Wishes(lessor, person, Set.of(), Set.of(), false, false, null, Set.of());
  }

  /** Somebody who wants no message at all. */
  public static Wishes nothing(LessorId lessor, Person person) {
    return new Wishes(lessor, person, Set.of(Channel.SMS, Channel.WECOM), Set.of(), false, false, null, Set.of());
  }

  /** The same, to be written to in a language; null for the lessor's. */
  public Wishes in(@Nullable Locale other) {
    return new Wishes(
        lessor, person, optedOut, silentAddresses, largeType, inPerson, other, tags);
  }

  /** Whether a message to a contact of this person is unwelcome, by its channel or its address. */
  public boolean forbids(Contact contact) {
    return optedOut.contains(contact.channel()) || silentAddresses.contains(contact.address());
  }
}
