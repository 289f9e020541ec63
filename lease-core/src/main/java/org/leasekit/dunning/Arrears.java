package org.leasekit.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

/**
 * What one payer owes in one currency after the day it was due.
 *
 * @param debts oldest first, at least one
 */
public record Arrears(ArrearsId id, List<Debt> debts) {

  /**
   * One receivable that is overdue.
   *
   * @param amount outstanding and not held, above zero
   */
  public record Debt(Receivable receivable, MonetaryAmount amount) {}

  public Arrears {
    debts = List.copyOf(debts);
    if (debts.isEmpty()) {
      throw new IllegalArgumentException("debts: at least one");
    }
  }

  /**
   * What a payer is late with: receivables due before a day, less what is paid and held.
   *
   * @param receivables of any kind; those of other payers are passed over
   * @param today in the lessor's zone; what is due today is not late yet
   * @return one for each currency in which something is late
   */
  public static List<Arrears> of(
      ContractNo payer, List<Receivable> receivables, HeldAmounts held, LocalDate today) {
    Map<CurrencyUnit, List<Debt>> debts = new LinkedHashMap<>();
    receivables.stream()
        .filter(one -> one.payer().equals(payer) && one.due().isBefore(today))
        .sorted(Comparator.comparing(Receivable::due).thenComparing(Receivable::key))
        .forEach(
            one -> {
              MonetaryAmount owed = one.outstanding().subtract(held.held(one));
              if (owed.isPositive()) {
                debts
                    .computeIfAbsent(owed.getCurrency(), ignored -> new ArrayList<>())
                    .add(new Debt(one, owed));
              }
            });
    return debts.values().stream()
        .map(list -> new Arrears(new ArrearsId(payer, list.get(0).receivable().due()), list))
        .toList();
  }

  /** Everything that is late, above zero. */
  public MonetaryAmount total() {
    return debts.stream()
        .map(Debt::amount)
        .reduce(MonetaryAmount::add)
        .orElseGet(() -> MinorUnits.amount(0, "CNY"));
  }
}
