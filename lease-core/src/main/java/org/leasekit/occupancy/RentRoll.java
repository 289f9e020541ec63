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
import java.util.function.Predicate;
import javax.money.MonetaryAmount;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Phase;
import org.leasekit.amendment.Standing;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.TenantId;

/**
 * What is owed each month by the contracts that run on a day.
 *
 * @param on the day, in the lessor's zone
 * @param known as far as the contracts are known at this instant
 * @param lines by project, then contract number; contracts that let a unit and run or rest
 */
public record RentRoll(LocalDate on, Instant known, List<Line> lines) {

  /**
   * One contract.
   *
   * @param monthlyRent per whole month; zero while the lease rests or a lock suspends it
   */
  public record Line(String project, Standing standing, MonetaryAmount monthlyRent) {}

  public RentRoll {
    lines = List.copyOf(lines);
  }

  /** The rent roll of a day on which no lock suspends what is owed. */
  public static RentRoll of(Collection<ContractHistory> histories, LocalDate on, Instant known) {
    return of(histories, on, known, no -> false);
  }

  /**
   * The rent roll of a day.
   *
   * @param suspended whether nothing is owed by a contract for the day, though its lease does not rest
   */
  public static RentRoll of(
      Collection<ContractHistory> histories, LocalDate on, Instant known, Predicate<ContractNo> suspended) {
    List<Line> lines = new ArrayList<>();
    for (ContractHistory history : histories) {
      history
          .asOf(on, known)
          .filter(standing -> standing.unit() != null && standing.phase().holdsUnit())
          .ifPresent(standing -> lines.add(line(history.origin().project(), standing, suspended)));
    }
    lines.sort(
        Comparator.comparing(Line::project).thenComparing(line -> line.standing().contract()));
    return new RentRoll(on, known, lines);
  }

  private static Line line(String project, Standing standing, Predicate<ContractNo> suspended) {
    MonetaryAmount rent = standing.monthlyRent();
    boolean nothing =
        standing.phase() == Phase.SUSPENDED || suspended.test(standing.contract());
    return new Line(project, standing, nothing ? MinorUnits.amount(0, rent.getCurrency()) : rent);
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
