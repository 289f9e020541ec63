package org.leasekit.dunning;

import java.net.URI;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.leasekit.contract.Contract;
import org.leasekit.money.MinorUnits;

/** The words of dunning, in Chinese or English; any other language gets English. */
public final class DunningText {

  private DunningText() {}

  /** The debts of one payer in a digest, with the page where they are paid. */
  public record Part(Arrears arrears, Contract payer, URI page) {}

  /**
   * One message about the debts of many contracts of one tenant: how many, and a line for each and each currency with its own link.
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
    // a lease that owes in two currencies has two lines
    long leases = parts.stream().map(part -> part.payer().no()).distinct().count();
    String head =
        new MessageFormat(bundle(locale).getString(key), Locale.ROOT)
            .format(new Object[] {parts.get(0).payer().project(), String.valueOf(leases)});
    return parts.stream()
        .map(part -> of(key + ".line", part.arrears(), part.payer(), locale) + " " + part.page())
        .collect(Collectors.joining("\n", head + "\n", ""));
  }

  private static ResourceBundle bundle(Locale locale) {
    // named outright: what has no bundle of its own would fall back on the machine's language
    Locale spoken = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    return ResourceBundle.getBundle(
        "org.leasekit.dunning.notices", spoken, DunningText.class.getModule());
  }

  /**
   * What the payer reads, without the link.
   *
   * @param template a text of {@link DunningPolicies#CATALOG}
   */
  public static String of(String template, Arrears arrears, Contract payer, Locale locale) {
    return new MessageFormat(bundle(locale).getString(template), Locale.ROOT)
        .format(
            new Object[] {
              payer.project(),
              payer.no().value(),
              MinorUnits.plain(arrears.total()),
              arrears.total().getCurrency().getCurrencyCode(),
              arrears.id().since().format(DateTimeFormatter.ISO_LOCAL_DATE)
            });
  }

  /**
   * The same in short sentences, for elders and whoever asked for large type.
   *
   * @param template a text of {@link DunningPolicies#CATALOG}
   */
  public static String plain(String template, Arrears arrears, Contract payer, Locale locale) {
    return of("plain." + template, arrears, payer, locale);
  }
}
