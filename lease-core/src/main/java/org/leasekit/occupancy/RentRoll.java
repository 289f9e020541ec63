package org.leasekit.occupancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Phase;
import org.leasekit.amendment.Standing;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.TenantId;

/**
 * What is owed each month by the contracts that run on a day: for each what the ledger is to expect of a whole month at the
 * price of that day, see {@link MonthlyRent}. Where every day of a month costs the same, the totals are what the receivables
 * of that month add up to; where a step, a review, a free day or a suspension falls into it, those of each of its parts hold
 * on the days of that part.
 *
 * @param on the day, in the lessor's zone
 * @param known as far as the contracts are known at this instant
 * @param lines by project, then contract number; contracts that let a unit and run or rest
 */
public record RentRoll(LocalDate on, Instant known, List<Line> lines) {

  /** One contract; nothing is owed while its lease rests. */
  public record Line(String project, Standing standing, MonthlyRent rent) {

    /** What is owed for a month like the day, tax and all. */
    public MonetaryAmount monthlyRent() {
      return rent.owed();
    }
  }

  public RentRoll {
    lines = List.copyOf(lines);
  }

  /**
   * The rent roll of a day.
   *
   * @param rents what a contract is charged for a month like the day, as known at the instant; asked for contracts that run or
   *     rest on the day alone
   */
  public static RentRoll of(
      Collection<ContractHistory> histories,
      LocalDate on,
      Instant known,
      Function<ContractHistory, MonthlyRent> rents) {
    List<Line> lines = new ArrayList<>();
    for (ContractHistory history : histories) {
      history
          .asOf(on, known)
          .filter(standing -> standing.unit() != null && standing.phase().holdsUnit())
          .ifPresent(standing -> lines.add(line(history, standing, rents)));
    }
    lines.sort(
        Comparator.comparing(Line::project).thenComparing(line -> line.standing().contract()));
    return new RentRoll(on, known, lines);
  }

  private static Line line(
      ContractHistory history, Standing standing, Function<ContractHistory, MonthlyRent> rents) {
    MonthlyRent rent = rents.apply(history);
    return new Line(
        history.origin().project(), standing, standing.phase() == Phase.SUSPENDED ? rent.suspended() : rent);
  }

  /** The sum of each project by currency code. */
  public NavigableMap<String, NavigableMap<String, MonetaryAmount>> byProject() {
    return totals(Line::project);
  }

  /** The sum of each tenant by currency code. */
  public NavigableMap<TenantId, NavigableMap<String, MonetaryAmount>> byTenant() {
    return totals(line -> line.standing().tenant());
  }

  /** The sum of all by currency code. */
  public NavigableMap<String, MonetaryAmount> total() {
    return totals(line -> "").getOrDefault("", new TreeMap<>());
  }

  private <K extends Comparable<? super K>> NavigableMap<K, NavigableMap<String, MonetaryAmount>> totals(
      Function<Line, K> key) {
    NavigableMap<K, NavigableMap<String, Long>> minor = new TreeMap<>();
    for (Line line : lines) {
      minor
          .computeIfAbsent(key.apply(line), k -> new TreeMap<>())
          .merge(
              line.monthlyRent().getCurrency().getCurrencyCode(),
              MinorUnits.of(line.monthlyRent()),
              Math::addExact);
    }
    NavigableMap<K, NavigableMap<String, MonetaryAmount>> totals = new TreeMap<>();
    minor.forEach(
        (k, sums) -> {
          NavigableMap<String, MonetaryAmount> amounts = new TreeMap<>();
          sums.forEach((currency, sum) -> amounts.put(currency, MinorUnits.amount(sum, currency)));
          totals.put(k, amounts);
        });
    return totals;
  }
}
