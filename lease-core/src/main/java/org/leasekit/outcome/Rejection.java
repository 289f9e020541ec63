package org.leasekit.outcome;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a request was refused: the rule, the data the rule spoke of, and a sentence for people. Each
 * feature has its own sealed family of rejections; this is what they share.
 */
public interface Rejection {

  /** Stable name of the rule in upper snake case, for example {@code UNIT_ALREADY_LEASED}. */
  String rule();

  /** The field or subject the rule speaks of, for example {@code start_date}. */
  String field();

  /** The values the message mentions, in the order of its placeholders. */
  List<String> data();

  /**
   * The sentence for people, in English or Chinese; any other language gets English.
   *
   * @param locale the reader's language
   */
  default String message(Locale locale) {
    // named outright: what has no bundle of its own would fall back on the machine's language
    Locale spoken = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.leasekit.outcome.rejections", spoken, Rejection.class.getModule());
    return new MessageFormat(bundle.getString(rule()), Locale.ROOT).format(data().toArray());
  }
}
