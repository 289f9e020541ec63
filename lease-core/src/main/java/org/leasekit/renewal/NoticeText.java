package org.leasekit.renewal;

import java.net.URI;
import java.text.MessageFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.leasekit.contract.Contract;
import org.leasekit.money.MinorUnits;

/** The words of notices, in Chinese or English; any other language gets English. */
public final class NoticeText {

  private NoticeText() {}

  /** One contract of a digest, with the link of its own case. */
  public record Part(RenewalCase renewal, Contract contract, URI link) {}

  /** What the tenant reads as a reminder, without the link. */
  public static String reminder(RenewalCase renewal, Contract contract, Locale locale) {
    return of(NoticeTemplate.REMINDER, renewal, contract, locale);
  }

  /** What the tenant reads, without the link. */
  public static String of(
      NoticeTemplate template, RenewalCase renewal, Contract contract, Locale locale) {
    return say(bundle(locale), template.key(), data(renewal, contract));
  }

  /**
   * One message about many contracts of one tenant: how many, and a line for each with its own link.
   *
   * @param parts at least one
   */
  public static String digest(List<Part> parts, Locale locale) {
    return digest("digest", parts, locale);
  }

  /**
   * The same in short sentences, for elders and whoever asked for large type.
   *
   * @param parts at least one
   */
  public static String plainDigest(List<Part> parts, Locale locale) {
    return digest("plain.digest", parts, locale);
  }

  private static String digest(String key, List<Part> parts, Locale locale) {
    ResourceBundle bundle = bundle(locale);
    String head = say(bundle, key, parts.get(0).contract().project(), String.valueOf(parts.size()));
    return parts.stream()
        .map(part -> say(bundle, key + ".line", data(part.renewal(), part.contract())) + " " + part.link())
        .collect(Collectors.joining("\n", head + "\n", ""));
  }

  /** What ends of which the actual user is told. */
  public record Ending(RenewalCase renewal, Contract contract) {}

  /**
   * What the actual user reads when the registered tenant cannot be reached: which place, and until when. No price, no number of
   * the contract, nobody's name; there is no link.
   */
  public static String toUser(RenewalCase renewal, Contract contract, Locale locale) {
    return say(bundle(locale), "user", place(renewal, contract));
  }

  /** The same in short sentences, for whoever asked for large type. */
  public static String plainToUser(RenewalCase renewal, Contract contract, Locale locale) {
    return say(bundle(locale), "plain.user", place(renewal, contract));
  }

  /**
   * The same about many places in one message.
   *
   * @param endings at least one
   */
  public static String digestToUser(List<Ending> endings, Locale locale) {
    return digestToUser("user.digest", endings, locale);
  }

  /**
   * The same in short sentences, for whoever asked for large type.
   *
   * @param endings at least one
   */
  public static String plainDigestToUser(List<Ending> endings, Locale locale) {
    return digestToUser("plain.user.digest", endings, locale);
  }

  private static String digestToUser(String key, List<Ending> endings, Locale locale) {
    ResourceBundle bundle = bundle(locale);
    String head = say(bundle, key, endings.get(0).contract().project(), String.valueOf(endings.size()));
    return endings.stream()
        .map(ending -> say(bundle, key + ".line", place(ending.renewal(), ending.contract())))
        .collect(Collectors.joining("\n", head + "\n", ""));
  }

  private static Object[] place(RenewalCase renewal, Contract contract) {
    return new Object[] {
      contract.project(),
      contract.unit() == null ? contract.project() : contract.unit().unit(),
      renewal.expiry().format(DateTimeFormatter.ISO_LOCAL_DATE)
    };
  }

  private static Object[] data(RenewalCase renewal, Contract contract) {
    return new Object[] {
      contract.project(),
      contract.unit() == null ? contract.project() : contract.unit().unit(),
      contract.no().value(),
      renewal.expiry().format(DateTimeFormatter.ISO_LOCAL_DATE),
      MinorUnits.plain(renewal.offer().terms().rentOf(YearMonth.from(renewal.offer().term().start()))),
      renewal.offer().terms().currency().getCurrencyCode()
    };
  }

  private static ResourceBundle bundle(Locale locale) {
    // named outright: what has no bundle of its own would fall back on the machine's language
    Locale spoken = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    return ResourceBundle.getBundle(
        "org.leasekit.renewal.notices", spoken, NoticeText.class.getModule());
  }

  private static String say(ResourceBundle bundle, String key, Object... data) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(data);
  }
}
