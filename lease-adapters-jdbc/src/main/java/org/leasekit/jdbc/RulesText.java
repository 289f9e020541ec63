package org.leasekit.jdbc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Change;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeRules.Every;
import org.leasekit.contract.ChargeRules.Index;
import org.leasekit.contract.ChargeRules.Levy;
import org.leasekit.contract.ChargeRules.Per;
import org.leasekit.contract.ChargeRules.Reduction;
import org.leasekit.contract.ChargeRules.Step;
import org.leasekit.contract.ChargeRules.Stub;
import org.leasekit.contract.ChargeRules.Timing;
import org.leasekit.contract.ChargeRules.Unit;

/** {@link ChargeRules} as {@link Lines}: one for each rule that is not as in the standard ones, its name first. */
final class RulesText {

  private RulesText() {}

  static String write(ChargeRules rules) {
    List<List<String>> lines = new ArrayList<>();
    if (rules.per() != Per.MONTH) {
      lines.add(List.of("per", rules.per().name()));
    }
    Every every = rules.every();
    if (every != null) {
      lines.add(List.of("every", text(every.count()), every.unit().name()));
    }
    if (rules.timing() != Timing.ADVANCE || rules.dueOffsetDays() != 0) {
      lines.add(List.of("due", rules.timing().name(), text(rules.dueOffsetDays())));
    }
    if (rules.stub() != Stub.SHORT_FINAL) {
      lines.add(List.of("stub", rules.stub().name()));
    }
    Integer rollDay = rules.rollDay();
    if (rollDay != null) {
      lines.add(List.of("roll", text(rollDay)));
    }
    addPrices(lines, rules.rentFree(), rules.steps(), rules.discounts());
    if (!rules.tax().equals(Levy.NONE)) {
      lines.add(List.of("tax", text(rules.tax().basisPoints()), Boolean.toString(rules.tax().included())));
    }
    addIndex(lines, rules.index());
    return Lines.write(lines);
  }

  private static void addPrices(
      List<List<String>> lines, List<DateRange> rentFree, List<Step> steps, List<Reduction> discounts) {
    rentFree.forEach(days -> lines.add(List.of("free", first(days), end(days))));
    steps.forEach(step -> lines.add(List.of("step", step.from().toString(), Long.toString(step.rateMinor()))));
    discounts.forEach(
        each ->
            lines.add(
                List.of("discount", each.code(), first(each.days()), end(each.days()), text(each.basisPoints()))));
  }

  /** What was agreed beside the rules of a contract, in the same words. */
  static List<List<String>> lines(Change.PriceRules change) {
    List<List<String>> lines = new ArrayList<>(List.of(List.of("agreement", change.agreement())));
    addPrices(lines, change.rentFree(), change.steps(), change.discounts());
    return lines;
  }

  /** Reads what {@link #lines} wrote. */
  static Change.PriceRules priceRules(List<List<String>> lines) {
    Map<String, List<List<String>>> byName = byName(lines);
    List<String> agreement = Objects.requireNonNull(one(byName, "agreement"), "agreement");
    return new Change.PriceRules(steps(byName), rentFree(byName), discounts(byName), agreement.get(1));
  }

  private static void addIndex(List<List<String>> lines, @Nullable Index index) {
    if (index == null) {
      return;
    }
    lines.add(
        List.of(
            "index", index.base().toString(), index.firstReview().toString(), text(index.everyMonths()),
            text(index.lagMonths()), text(index.floorBasisPoints()), text(index.capBasisPoints())));
    lines.addAll(figures(index.figures()));
  }

  static List<List<String>> figures(Map<YearMonth, BigDecimal> figures) {
    List<List<String>> lines = new ArrayList<>();
    new TreeMap<>(figures)
        .forEach((month, figure) -> lines.add(List.of("figure", month.toString(), figure.toPlainString())));
    return lines;
  }

  /** Reads what {@link #figures} wrote. */
  static Map<YearMonth, BigDecimal> series(List<List<String>> lines) {
    Map<YearMonth, BigDecimal> series = new HashMap<>();
    lines.forEach(line -> series.put(YearMonth.parse(line.get(1)), new BigDecimal(line.get(2))));
    return series;
  }

  /** Reads what {@link #write} wrote. */
  static ChargeRules read(String text) {
    if (text.isEmpty()) {
      return ChargeRules.STANDARD;
    }
    Map<String, List<List<String>>> byName = byName(Lines.read(text));
    List<String> per = one(byName, "per");
    List<String> every = one(byName, "every");
    List<String> due = one(byName, "due");
    List<String> stub = one(byName, "stub");
    List<String> roll = one(byName, "roll");
    List<String> tax = one(byName, "tax");
    return new ChargeRules(
        per == null ? Per.MONTH : Per.valueOf(per.get(1)),
        every == null ? null : new Every(number(every, 1), Unit.valueOf(every.get(2))),
        due == null ? Timing.ADVANCE : Timing.valueOf(due.get(1)),
        stub == null ? Stub.SHORT_FINAL : Stub.valueOf(stub.get(1)),
        roll == null ? null : (Integer) number(roll, 1),
        due == null ? 0 : number(due, 2),
        rentFree(byName),
        steps(byName),
        discounts(byName),
        tax == null ? Levy.NONE : new Levy(number(tax, 1), Boolean.parseBoolean(tax.get(2))),
        index(one(byName, "index"), all(byName, "figure")));
  }

  private static List<DateRange> rentFree(Map<String, List<List<String>>> byName) {
    return all(byName, "free").stream().map(line -> range(line, 1)).toList();
  }

  private static List<Step> steps(Map<String, List<List<String>>> byName) {
    return all(byName, "step").stream()
        .map(line -> new Step(LocalDate.parse(line.get(1)), Long.parseLong(line.get(2))))
        .toList();
  }

  private static List<Reduction> discounts(Map<String, List<List<String>>> byName) {
    return all(byName, "discount").stream()
        .map(line -> new Reduction(line.get(1), range(line, 2), number(line, 4)))
        .toList();
  }

  private static Map<String, List<List<String>>> byName(List<List<String>> lines) {
    Map<String, List<List<String>>> byName = new HashMap<>();
    lines.forEach(line -> byName.computeIfAbsent(line.get(0), name -> new ArrayList<>()).add(line));
    return byName;
  }

  private static @Nullable Index index(@Nullable List<String> line, List<List<String>> figures) {
    if (line == null) {
      return null;
    }
    return new Index(
        series(figures), YearMonth.parse(line.get(1)), LocalDate.parse(line.get(2)), number(line, 3), number(line, 4),
        number(line, 5), number(line, 6));
  }

  private static List<List<String>> all(Map<String, List<List<String>>> byName, String name) {
    return byName.getOrDefault(name, List.of());
  }

  private static @Nullable List<String> one(Map<String, List<List<String>>> byName, String name) {
    List<List<String>> lines = all(byName, name);
    return lines.isEmpty() ? null : lines.get(0);
  }

  private static String first(DateRange days) {
    return days.start().toString();
  }

  private static String end(DateRange days) {
    return days.endExclusive().toString();
  }

  private static DateRange range(List<String> line, int at) {
    return DateRange.of(LocalDate.parse(line.get(at)), LocalDate.parse(line.get(at + 1)));
  }

  private static String text(int number) {
    return Integer.toString(number);
  }

  private static int number(List<String> line, int at) {
    return Integer.parseInt(line.get(at));
  }
}
