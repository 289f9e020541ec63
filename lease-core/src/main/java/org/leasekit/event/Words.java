package org.leasekit.event;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.money.MinorUnits;

/**
 * An event in words.
 *
 * @param type kind and what happened, parted by a dot
 * @param data by name
 */
record Words(String type, Map<String, String> data) {
  private static final String AMOUNT = "amount";
  private static final String CURRENCY = "currency";

  /** The word of a kind: {@code payment} of {@code OfPayment}. */
  static String kind(Class<?> event) {
    return event.getSimpleName().substring("Of".length()).toLowerCase(Locale.ROOT);
  }

  static Map<String, String> withAmount(Map<String, String> others, @Nullable MonetaryAmount amount) {
    if (amount == null) {
      return others;
    }
    Map<String, String> all = new TreeMap<>(others);
    all.put(AMOUNT, MinorUnits.plain(amount));
    all.put(CURRENCY, amount.getCurrency().getCurrencyCode());
    return Map.copyOf(all);
  }

  String kind() {
    return type.substring(0, Math.max(0, type.indexOf('.')));
  }

  <E extends Enum<E>> E what(Class<E> constants) {
    return Enum.valueOf(constants, type.substring(type.indexOf('.') + 1).toUpperCase(Locale.ROOT));
  }

  String text(String name) {
    String text = data.get(name);
    if (text == null) {
      throw new IllegalArgumentException(type + " without " + name);
    }
    return text;
  }

  @Nullable MonetaryAmount amountOrNull() {
    String amount = data.get(AMOUNT);
    if (amount == null) {
      return null;
    }
    String currency = text(CURRENCY);
    int digits = MinorUnits.digits(Monetary.getCurrency(currency));
    return MinorUnits.amount(new BigDecimal(amount).movePointRight(digits).longValueExact(), currency);
  }
}
