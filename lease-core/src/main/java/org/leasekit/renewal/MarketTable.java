package org.leasekit.renewal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;

/**
 * Rents of the market.
 *
 * @param rows in any order
 */
public record MarketTable(List<Row> rows) {

  /**
   * A rent that is asked.
   *
   * @param project site, or null for every site
   * @param unitPrefix units whose name begins so; empty for every unit
   * @param from first day on which it is asked
   * @param monthlyRent of the whole unit, day and night, not negative
   */
  public record Row(
      @Nullable String project, String unitPrefix, LocalDate from, MonetaryAmount monthlyRent) {
    public Row {
      if (monthlyRent.isNegative()) {
        throw new IllegalArgumentException("monthlyRent: not negative, but was " + monthlyRent);
      }
    }

    boolean matches(Contract contract, LocalDate day) {
      boolean here = project == null || project.equals(contract.project());
      return here
          && contract.unit() != null
          && contract.unit().unit().startsWith(unitPrefix)
          && !from.isAfter(day)
          && monthlyRent.getCurrency().equals(contract.terms().currency());
    }
  }

  public MarketTable {
    rows = List.copyOf(rows);
  }

  /**
   * The row for a contract's unit on a day: of those in its currency that match, one that names the project before one
   * that does not, then the longest prefix, then the latest day; of rows alike in all that, the first.
   */
  public Optional<Row> find(Contract contract, LocalDate day) {
    Comparator<Row> closest =
        Comparator.<Row, Boolean>comparing(row -> row.project() == null)
            .thenComparing(row -> -row.unitPrefix().length())
            .thenComparing(Row::from, Comparator.reverseOrder());
    return rows.stream().filter(row -> row.matches(contract, day)).min(closest);
  }
}
