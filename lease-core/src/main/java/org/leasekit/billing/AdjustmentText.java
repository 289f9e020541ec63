package org.leasekit.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.money.MonetaryAmount;
import org.leasekit.money.MinorUnits;

/** Puts an {@link Adjustment} into words. */
record AdjustmentText(Adjustment adjustment) {

  String in(Locale locale) {
    boolean chinese = "zh".equals(locale.getLanguage());
    return chinese ? chinese(locale) : english(locale);
  }

  private String english(Locale locale) {
    return (adjustment.side() == Adjustment.Side.DEBIT ? "debit of " : "credit of ")
        + plain(adjustment.amount()) + " " + currency()
        + ": from " + plain(adjustment.before()) + " to " + plain(adjustment.after())
        + ", because of " + cause(false) + "; " + adjustment.derivation().explain(locale) + carried(false);
  }

  private String chinese(Locale locale) {
    return (adjustment.side() == Adjustment.Side.DEBIT ? "调增 " : "调减 ")
        + plain(adjustment.amount()) + " " + currency()
        + "：由 " + plain(adjustment.before()) + " 调整为 " + plain(adjustment.after())
        + "，原因：" + cause(true) + "；" + adjustment.derivation().explain(locale) + carried(true);
  }

  private String cause(boolean chinese) {
    AdjustmentCause cause = adjustment.cause();
    List<String> parts = new ArrayList<>();
    cause.locks().forEach(lock -> parts.add((chinese ? "锁定 " : "lock ") + lock));
    cause.terms().forEach(source -> parts.add(source(source, chinese)));
    if (parts.isEmpty()) {
      return chinese ? "计费规则变化" : "a change in the schedule";
    }
    return String.join(chinese ? "、" : ", ", parts);
  }

  private static String source(String source, boolean chinese) {
    if (source.startsWith(AdjustmentCause.PAYMENT)) {
      return chinese ? "付款 " + source.substring(AdjustmentCause.PAYMENT.length()) : source;
    }
    return (chinese ? "条款变更 " : "change of terms ") + source;
  }

  /** A later part of a period takes up what rounding the earlier parts left over. */
  private String carried(boolean chinese) {
    long carried = MinorUnits.of(adjustment.after()) - adjustment.derivation().totalMinor();
    if (carried == 0) {
      return "";
    }
    String amount = plain(MinorUnits.amount(carried, currency()));
    return chinese
        ? "；另计同一账期各部分的舍入差额 " + amount
        : "; and " + amount + " carried from rounding the other parts of the period";
  }

  private String currency() {
    return adjustment.derivation().currency();
  }

  private static String plain(MonetaryAmount amount) {
    return MinorUnits.plain(amount);
  }
}
