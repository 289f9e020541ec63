package org.leasekit.renewal;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.leasekit.contract.Contract;
import org.leasekit.money.MinorUnits;

/** The words of a reminder, in Chinese or English; any other language gets English. */
public final class NoticeText {

  private NoticeText() {}

  /** What the tenant reads, without the link. */
  public static String reminder(RenewalCase renewal, Contract contract, Locale locale) {
    // named outright: what has no bundle of its own would fall back on the machine's language
    Locale spoken = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.leasekit.renewal.notices", spoken, NoticeText.class.getModule());
    String what = contract.unit() == null ? contract.project() : contract.unit().unit();
    return new MessageFormat(bundle.getString("reminder"), Locale.ROOT)
        .format(
            new Object[] {
              contract.project(),
              what,
              contract.no().value(),
              renewal.expiry().format(DateTimeFormatter.ISO_LOCAL_DATE),
              MinorUnits.plain(renewal.offer().terms().monthlyRent()),
              renewal.offer().terms().currency().getCurrencyCode()
            });
  }
}
