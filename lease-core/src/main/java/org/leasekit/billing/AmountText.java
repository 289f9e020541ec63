package org.leasekit.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.calendar.DateRange;
import org.leasekit.money.MinorUnits;

/** Puts an {@link AmountExplanation} into words. */
record AmountText(AmountExplanation of) {

  String in(Locale locale) {
    boolean chinese = "zh".equals(locale.getLanguage());
    List<String> lines = new ArrayList<>();
    lines.add(chinese ? chineseHead() : englishHead());
    Adjustment adjustment = of.adjustment();
    lines.add(adjustment == null ? of.derivation().explain(locale) : adjustment.explain(locale));
    long carried = adjustment == null ? MinorUnits.of(of.amount()) - of.derivation().totalMinor() : 0;
    if (carried != 0) {
      String amount = MinorUnits.plain(MinorUnits.amount(carried, of.derivation().currency()));
      lines.add(
          chinese
              ? "另计同一账期各部分的舍入差额 " + amount
              : "and " + amount + " carried from rounding the other parts of the period");
    }
    OneOffCharge oneOff = of.oneOff();
    if (oneOff != null) {
      lines.add(grounds(oneOff, chinese));
    }
    if (of.derivation().slices().size() > 1) {
      lines.add(parts(chinese));
    }
    of.rates().forEach(rate -> lines.add(new RateText(rate, of.derivation().currency()).in(chinese)));
    of.discounts().forEach(discount -> lines.add(discount(discount, chinese)));
    of.suspended().forEach(days -> lines.add(suspended(days, chinese)));
    of.readings().forEach(reading -> lines.add(reading(reading, chinese)));
    of.amendments().forEach(amendment -> lines.add(amendment(amendment, chinese)));
    return String.join("\n", lines);
  }

  private String englishHead() {
    return of.key().charge() + " of contract " + of.key().contract() + ", " + english(of.key().period()) + ": "
        + amount() + ", due " + of.due()
        + (of.due().equals(of.unadjustedDue()) ? "" : " (" + of.unadjustedDue() + " by the terms)");
  }

  private String chineseHead() {
    return "合同 " + of.key().contract() + " 计费项 " + of.key().charge() + "，" + chinese(of.key().period()) + "："
        + amount() + "，应付日 " + of.due()
        + (of.due().equals(of.unadjustedDue()) ? "" : "（按条款为 " + of.unadjustedDue() + "）");
  }

  private String amount() {
    return MinorUnits.plain(of.amount()) + " " + of.amount().getCurrency().getCurrencyCode();
  }

  private static String grounds(OneOffCharge charge, boolean chinese) {
    return chinese
        ? charge.kind() + "（编号 " + charge.id() + "）由 " + charge.raisedBy() + " 计收：" + charge.reason()
            + (charge.evidence().isEmpty() ? "" : "（凭证：" + charge.evidence() + "）")
        : charge.kind() + " (id " + charge.id() + ") raised by " + charge.raisedBy() + ": " + charge.reason()
            + (charge.evidence().isEmpty() ? "" : " (evidence: " + charge.evidence() + ")");
  }

  private String parts(boolean chinese) {
    String currency = of.derivation().currency();
    return of.parts().stream()
        .map(
            part -> (chinese ? chinese(part.days()) + "：" : english(part.days()) + ": ")
                + MinorUnits.plain(MinorUnits.amount(part.minor(), currency)))
        .collect(Collectors.joining(
            chinese ? "；" : "; ", chinese ? "各部分（最大余额法）：" : "in parts, by largest remainder: ", ""));
  }

  private static String discount(Discount discount, boolean chinese) {
    String share = Tax.percent(discount.basisPoints());
    return chinese
        ? "折扣 " + discount.code() + "：" + chinese(discount.days()) + "减 " + share
        : "discount " + discount.code() + ": " + share + " off, " + english(discount.days());
  }

  private static String suspended(AmountExplanation.Suspended suspended, boolean chinese) {
    ReceivableLock lock = suspended.lock();
    return chinese
        ? "锁定 " + lock.id() + "（" + lock.reason() + "）：" + chinese(suspended.days()) + "不计费，申请人 "
            + lock.askedBy() + (lock.approvedBy().isEmpty() ? "" : "，批准人 " + lock.approvedBy())
        : "lock " + lock.id() + " (" + lock.reason() + "): nothing is owed " + english(suspended.days())
            + ", asked by " + lock.askedBy()
            + (lock.approvedBy().isEmpty() ? "" : ", approved by " + lock.approvedBy());
  }

  private static String reading(MeterReading reading, boolean chinese) {
    String value = reading.value().toPlainString();
    return chinese
        ? "表计 " + reading.meter() + " 于 " + reading.on() + " 的读数 " + reading.id() + "：" + value + "（" + reading.kind()
            + "，" + reading.by() + "）"
        : "meter " + reading.meter() + " on " + reading.on() + ", reading " + reading.id() + ": " + value + " ("
            + reading.kind() + ", " + reading.by() + ")";
  }

  private static String amendment(Amendment amendment, boolean chinese) {
    String agreement = agreement(amendment.change());
    String figures = figures(amendment.change());
    return chinese
        ? "变更 " + amendment.id() + "（" + amendment.change().kind() + "）：自 " + amendment.effective() + " 起"
            + (agreement.isBlank() ? "" : "，补充协议 " + agreement)
            + (figures.isBlank() ? "" : "，指数 " + figures)
        : "amendment " + amendment.id() + " (" + amendment.change().kind() + "): from " + amendment.effective()
            + (agreement.isBlank() ? "" : ", agreement " + agreement)
            + (figures.isBlank() ? "" : ", index " + figures);
  }

  private static String figures(Change change) {
    return change instanceof Change.IndexFigures published
        ? new TreeMap<>(published.figures())
            .entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue().toPlainString())
                .collect(Collectors.joining(", "))
        : "";
  }

  private static String agreement(Change change) {
    if (change instanceof Change.RentChange rent) {
      return rent.agreement();
    }
    if (change instanceof Change.PriceRules rules) {
      return rules.agreement();
    }
    if (change instanceof Change.Split split) {
      return split.agreement();
    }
    return change instanceof Change.MergeBack merge ? merge.agreement() : "";
  }

  private static String english(DateRange days) {
    return days.start() + " to " + days.lastDay();
  }

  private static String chinese(DateRange days) {
    return days.start() + " 至 " + days.lastDay();
  }
}
