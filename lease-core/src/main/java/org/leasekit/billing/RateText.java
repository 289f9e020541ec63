package org.leasekit.billing;

import org.leasekit.money.MinorUnits;

/** Puts a {@link RateOrigin} into words. */
record RateText(RateOrigin rate, String currency) {

  String in(boolean chinese) {
    RateOrigin.Review review = rate.review();
    if (review == null) {
      return chinese
          ? "自 " + rate.from() + " 起的费率：约定为 " + plain(rate.rateMinor())
          : "rate from " + rate.from() + ": " + plain(rate.rateMinor()) + " as agreed";
    }
    String sum =
        plain(review.beforeMinor()) + " × " + review.figure().toPlainString() + "/"
            + review.figureSince().toPlainString();
    return chinese
        ? "自 " + rate.from() + " 起的费率：按指数（" + review.month() + " 对 " + review.since() + "）" + sum
            + bound(review, true) + " = " + plain(rate.rateMinor())
        : "rate from " + rate.from() + ": by the index of " + review.month() + " to that of " + review.since() + ", "
            + sum + bound(review, false) + " = " + plain(rate.rateMinor());
  }

  /** Nothing where neither floor nor cap held the change. */
  private static String bound(RateOrigin.Review review, boolean chinese) {
    String percent = Tax.percent(review.boundBasisPoints());
    return switch (review.bound()) {
      case NONE -> "";
      case FLOOR -> chinese ? "（下限 " + percent + "）" : ", but at least " + percent + " more";
      case CAP -> chinese ? "（上限 " + percent + "）" : ", but at most " + percent + " more";
    };
  }

  private String plain(long minor) {
    return MinorUnits.plain(MinorUnits.amount(minor, currency));
  }
}
