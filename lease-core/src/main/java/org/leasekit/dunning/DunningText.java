package org.leasekit.dunning;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.leasekit.contract.Contract;
import org.leasekit.money.MinorUnits;

/** The words of dunning, in Chinese or English; any other language gets English. */
public final class DunningText {

  private DunningText() {}

  /**
   * What the payer reads, without the link.
   *
   * @param template a text of {@link DunningPolicies#CATALOG}
   */
  public static String of(String template, Arrears arrears, Contract payer, Locale locale) {
    // named outright: what has no bundle of its own would fall back on the machine's language
    Locale spoken = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.leasekit.dunning.notices", spoken, DunningText.class.getModule());
    return new MessageFormat(bundle.getString(template), Locale.ROOT)
        .format(
            new Object[] {
              payer.project(),
              payer.no().value(),
              MinorUnits.plain(arrears.total()),
              arrears.total().getCurrency().getCurrencyCode(),
              arrears.id().since().format(DateTimeFormatter.ISO_LOCAL_DATE)
            });
  }
}
