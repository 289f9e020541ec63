package org.leasekit.renewal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.money.MinorUnits;

/** The rules behind {@link PricingStrategies}. */
sealed interface PriceRule extends PricingStrategy {

  int WHOLE = 10_000;

  /** A rent times a fraction, rounded half up to the minor unit. */
  static MonetaryAmount scaled(MonetaryAmount rent, BigDecimal times, BigDecimal by) {
    BigDecimal minor =
        BigDecimal.valueOf(MinorUnits.of(rent)).multiply(times).divide(by, 0, RoundingMode.HALF_UP);
    return MinorUnits.amount(minor.longValueExact(), rent.getCurrency());
  }

  /** A rent changed by hundredths of a percent, rounded half up to the minor unit. */
  static MonetaryAmount changed(MonetaryAmount rent, int basisPoints) {
    return scaled(rent, BigDecimal.valueOf(WHOLE + (long) basisPoints), BigDecimal.valueOf(WHOLE));
  }

  /** The same terms at another rent. */
  static ChargeTerms at(ChargeTerms terms, MonetaryAmount rent) {
    return terms.withMonthlyRent(rent);
  }

  /** {@code +3%}, {@code -2.5%}. */
  static String percent(int basisPoints) {
    String plain = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    return (basisPoints < 0 ? "" : "+") + plain + "%";
  }

  @Override
  default String explain(Contract contract, LocalDate from) {
    return code() + "=" + MinorUnits.plain(price(contract, from).monthlyRent());
  }

  /** See {@link PricingStrategies#changed}. */
  record Changed(int basisPoints) implements PriceRule {
    public Changed {
      if (basisPoints <= -WHOLE) {
        throw new IllegalArgumentException("basisPoints: above -10000, but was " + basisPoints);
      }
    }

    @Override
    public String code() {
      return "CHANGED(" + percent(basisPoints) + ")";
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      return at(contract.terms(), changed(contract.terms().monthlyRent(), basisPoints));
    }
  }

  /** See {@link PricingStrategies#indexed}. */
  record Indexed(String name, Map<YearMonth, BigDecimal> series, int lagMonths)
      implements PriceRule {
    public Indexed {
      series = Map.copyOf(series);
      if (lagMonths < 0 || series.values().stream().anyMatch(figure -> figure.signum() <= 0)) {
        throw new IllegalArgumentException("lagMonths: zero or more; series: each above zero");
      }
    }

    @Override
    public String code() {
      return "INDEX(" + name + ")";
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      BigDecimal before = figure(contract.term().start());
      BigDecimal after = figure(from);
      return before == null || after == null
          ? contract.terms()
          : at(contract.terms(), scaled(contract.terms().monthlyRent(), after, before));
    }

    @Override
    public String explain(Contract contract, LocalDate from) {
      BigDecimal before = figure(contract.term().start());
      BigDecimal after = figure(from);
      return before == null || after == null
          ? code() + ":unpublished"
          : code() + ":" + after.toPlainString() + "/" + before.toPlainString() + "="
              + MinorUnits.plain(price(contract, from).monthlyRent());
    }

    @Override
    public boolean fits(Contract contract, LocalDate from) {
      return figure(contract.term().start()) != null && figure(from) != null;
    }

    private @Nullable BigDecimal figure(LocalDate day) {
      return series.get(YearMonth.from(day).minusMonths(lagMonths));
    }
  }

  /** See {@link PricingStrategies#market}. */
  record Market(MarketTable table) implements PriceRule {
    @Override
    public String code() {
      return "MARKET";
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      return table
          .find(contract, from)
          .map(row -> at(contract.terms(), row.monthlyRent()))
          .orElse(contract.terms());
    }

    @Override
    public String explain(Contract contract, LocalDate from) {
      return table
          .find(contract, from)
          .map(row -> code() + ":" + row.from() + "=" + MinorUnits.plain(row.monthlyRent()))
          .orElse(code() + ":no-row");
    }

    @Override
    public boolean fits(Contract contract, LocalDate from) {
      return table.find(contract, from).isPresent();
    }
  }

  /** See {@link PricingStrategies#bounded}. */
  record Bounded(PricingStrategy rule, int floor, int cap) implements PriceRule {
    public Bounded {
      if (floor <= -WHOLE || cap < floor) {
        throw new IllegalArgumentException(
            "floorBasisPoints: above -10000 and not above the cap, but was " + floor);
      }
    }

    @Override
    public String code() {
      return "BOUNDED(" + rule.code() + "," + percent(floor) + "," + percent(cap) + ")";
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      ChargeTerms wanted = rule.price(contract, from);
      MonetaryAmount least = changed(contract.terms().monthlyRent(), floor);
      MonetaryAmount most = changed(contract.terms().monthlyRent(), cap);
      MonetaryAmount rent = wanted.monthlyRent();
      return at(wanted, rent.isLessThan(least) ? least : rent.isGreaterThan(most) ? most : rent);
    }

    @Override
    public String explain(Contract contract, LocalDate from) {
      MonetaryAmount wanted = rule.price(contract, from).monthlyRent();
      MonetaryAmount held = price(contract, from).monthlyRent();
      String before = rule.explain(contract, from);
      return wanted.isEqualTo(held)
          ? before
          : before + (wanted.isGreaterThan(held) ? ";CAP" + percent(cap) : ";FLOOR" + percent(floor))
              + "=" + MinorUnits.plain(held);
    }

    @Override
    public boolean fits(Contract contract, LocalDate from) {
      return rule.fits(contract, from);
    }
  }

  /** See {@link PricingStrategies#composed}. */
  record Composed(List<PricingStrategy> rules) implements PriceRule {
    public Composed {
      rules = List.copyOf(rules);
      if (rules.isEmpty()) {
        throw new IllegalArgumentException("rules: at least one");
      }
    }

    @Override
    public String code() {
      return rules.stream().map(PricingStrategy::code).collect(Collectors.joining(";"));
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      Contract at = contract;
      for (PricingStrategy rule : rules) {
        at = at.withTerms(rule.price(at, from));
      }
      return at.terms();
    }

    @Override
    public String explain(Contract contract, LocalDate from) {
      StringBuilder text = new StringBuilder();
      Contract at = contract;
      for (PricingStrategy rule : rules) {
        text.append(text.isEmpty() ? "" : ";").append(rule.explain(at, from));
        at = at.withTerms(rule.price(at, from));
      }
      return text.toString();
    }

    /** One that fits is enough: the others leave its price as it is. */
    @Override
    public boolean fits(Contract contract, LocalDate from) {
      return rules.stream().anyMatch(rule -> rule.fits(contract, from));
    }
  }

  /** See {@link PricingStrategies#withDeposit}. */
  record WithDeposit(PricingStrategy rule, int monthlyRents) implements PriceRule {
    public WithDeposit {
      if (monthlyRents < 0) {
        throw new IllegalArgumentException("monthlyRents: zero or more, but was " + monthlyRents);
      }
    }

    @Override
    public String code() {
      return rule.code() + ";DEPOSIT(" + monthlyRents + ")";
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      ChargeTerms terms = rule.price(contract, from);
      return new ChargeTerms(
          terms.monthlyRent(),
          terms.monthlyRent().multiply(monthlyRents),
          terms.cycleMonths(),
          terms.proration(),
          terms.rules());
    }

    @Override
    public String explain(Contract contract, LocalDate from) {
      return rule.explain(contract, from) + ";DEPOSIT(" + monthlyRents + ")";
    }

    @Override
    public boolean fits(Contract contract, LocalDate from) {
      return rule.fits(contract, from);
    }
  }
}
