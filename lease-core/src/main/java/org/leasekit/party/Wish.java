package org.leasekit.party;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One thing that somebody wants, or does not want any more, of how they are spoken to. */
public sealed interface Wish {

  /** The languages that messages are written in. */
  Set<String> SPOKEN = Set.of("zh", "en");

  /** What makes no sense about it; empty when it can be wished. */
  default Optional<WishRejection> nonsense() {
    return Optional.empty();
  }

  /**
   * No messages on a channel; people still call and visit.
   *
   * @param channel a digital one
   */
  record NoMessages(Channel channel) implements Wish {
    @Override
    public Optional<WishRejection> nonsense() {
      return channel.isDigital() ? Optional.empty() : Optional.of(new WishRejection.NotDigital(channel));
    }
  }

  /**
   * No messages to one phone number or user id.
   *
   * @param address 1 to 64 characters, white space around it apart
   */
  record NoMessagesTo(String address) implements Wish {
    public NoMessagesTo {
      address = address.strip();
    }

    @Override
    public Optional<WishRejection> nonsense() {
      return address.isEmpty() || address.length() > 64
          ? Optional.of(new WishRejection.NoAddress(address))
          : Optional.empty();
    }
  }

  /** Pages in large type, and messages in plain words. */
  record LargeType() implements Wish {}

  /** A call and a visit beside any message. */
  record InPerson() implements Wish {}

  /**
   * To be written to in a language.
   *
   * @param language Chinese or English
   */
  record InLanguage(Locale language) implements Wish {
    @Override
    public Optional<WishRejection> nonsense() {
      return SPOKEN.contains(language.getLanguage())
          ? Optional.empty()
          : Optional.of(new WishRejection.LanguageNotSpoken(language));
    }
  }
}
