package org.leasekit.party;

import java.util.List;
import java.util.Locale;
import org.leasekit.outcome.Rejection;

/** Why a wish was not recorded. */
public sealed interface WishRejection extends Rejection {

  /** People call and visit of their own accord: only messages can be unwelcome on a channel. */
  record NotDigital(Channel channel) implements WishRejection {
    @Override
    public String rule() {
      return "CHANNEL_NOT_DIGITAL";
    }

    @Override
    public String field() {
      return "wish";
    }

    @Override
    public List<String> data() {
      return List.of(channel.name());
    }
  }

  /** An address has 1 to 64 characters. */
  record NoAddress(String address) implements WishRejection {
    @Override
    public String rule() {
      return "WISH_WITHOUT_ADDRESS";
    }

    @Override
    public String field() {
      return "wish";
    }

    @Override
    public List<String> data() {
      return List.of(address);
    }
  }

  /** Messages are written in Chinese and English. */
  record LanguageNotSpoken(Locale language) implements WishRejection {
    @Override
    public String rule() {
      return "LANGUAGE_NOT_SPOKEN";
    }

    @Override
    public String field() {
      return "wish";
    }

    @Override
    public List<String> data() {
      return List.of(language.toLanguageTag());
    }
  }

  /**
   * The contract names nobody in that role.
   *
   * @param contract its number
   */
  record NobodyThere(String contract, PartyRole role) implements WishRejection {
    @Override
    public String rule() {
      return "NOBODY_IN_ROLE";
    }

    @Override
    public String field() {
      return "who";
    }

    @Override
    public List<String> data() {
      return List.of(contract, role.name());
    }
  }
}
