package org.leasekit.party;

import java.time.Instant;
import java.util.HashSet;
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
 * @param said who said the latest of it, and when; null when nobody noted that
 */
public record Wishes(
    LessorId lessor,
    Person person,
    Set<Channel> optedOut,
    Set<String> silentAddresses,
    boolean largeType,
    boolean inPerson,
    @Nullable Locale language,
    Set<String> tags,
    @Nullable Said said) {

  /**
   * On whose word.
   *
   * @param by 1 to 200 characters
   */
  public record Said(String by, Instant at) {
    public Said {
      if (by.isBlank() || by.length() > 200) {
        throw new IllegalArgumentException("by: 1 to 200 characters, but was '" + by + "'");
      }
    }
  }

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

  /** Wishes of which nobody noted who said them. */
  public Wishes(
      LessorId lessor,
      Person person,
      Set<Channel> optedOut,
      Set<String> silentAddresses,
      boolean largeType,
      boolean inPerson,
      @Nullable Locale language,
      Set<String> tags) {
    this(lessor, person, optedOut, silentAddresses, largeType, inPerson, language, tags, null);
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
        lessor, person, optedOut, silentAddresses, largeType, inPerson, other, tags, said);
  }

  /** The same wishes of somebody else. */
  public Wishes of(Person other) {
    return new Wishes(
        lessor, other, optedOut, silentAddresses, largeType, inPerson, language, tags, said);
  }

  /** With one wish more; the very same when that is wished already, whoever said so. */
  public Wishes with(Wish wish, Said by) {
    return changed(wish, true, by);
  }

  /** Without a wish; the very same when that is not wished. */
  public Wishes without(Wish wish, Said by) {
    return changed(wish, false, by);
  }

  private Wishes changed(Wish wish, boolean wanted, Said by) {
    Set<Channel> channels = optedOut;
    Set<String> addresses = silentAddresses;
    boolean large = largeType;
    boolean meets = inPerson;
    Locale spoken = language;
    if (wish instanceof Wish.NoMessages silent) {
      channels = changed(optedOut, silent.channel(), wanted);
    } else if (wish instanceof Wish.NoMessagesTo silent) {
      addresses = changed(silentAddresses, silent.address(), wanted);
    } else if (wish instanceof Wish.LargeType) {
      large = wanted;
    } else if (wish instanceof Wish.InPerson) {
      meets = wanted;
    } else if (wish instanceof Wish.InLanguage in && (wanted || in.language().equals(language))) {
      spoken = wanted ? in.language() : null;
    }
    Wishes after = new Wishes(lessor, person, channels, addresses, large, meets, spoken, tags, said);
    return after.equals(this)
        ? this
        : new Wishes(lessor, person, channels, addresses, large, meets, spoken, tags, by);
  }

  private static <V> Set<V> changed(Set<V> known, V value, boolean wanted) {
    Set<V> changed = new HashSet<>(known);
    if (wanted) {
      changed.add(value);
    } else {
      changed.remove(value);
    }
    return changed;
  }

  /** Whether a message to a contact of this person is unwelcome, by its channel or its address. */
  public boolean forbids(Contact contact) {
    return optedOut.contains(contact.channel()) || silentAddresses.contains(contact.address());
  }
}
