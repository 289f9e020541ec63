package org.leasekit.intake;

import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.party.Tenant;

/**
 * A row with nothing wrong in it.
 *
 * @param contract a draft
 * @param tenant its tenant
 * @param cells the row as it stands in the table
 */
public record LeaseRow(int line, Contract contract, Tenant tenant, List<String> cells)
    implements ReadRow {

  public LeaseRow {
    cells = List.copyOf(cells);
  }

  /**
   * Whether a stored contract says what this row says. What happens to a contract after its import, its
   * status and its place in a chain of renewals, makes no difference.
   */
  public boolean saysTheSameAs(Contract stored) {
    return contract.no().equals(stored.no())
        && contract.master() == stored.master()
        && contract.project().equals(stored.project())
        && Objects.equals(contract.unit(), stored.unit())
        && contract.portion().equals(stored.portion())
        && contract.tenant().equals(stored.tenant())
        && Objects.equals(contract.occupant(), stored.occupant())
        && contract.contacts().equals(stored.contacts())
        && Objects.equals(contract.steward(), stored.steward())
        && contract.term().equals(stored.term())
        && sameTerms(contract.terms(), stored.terms())
        && contract.parent().equals(stored.parent());
  }

  private static boolean sameTerms(ChargeTerms mine, ChargeTerms stored) {
    return sameAmount(mine.monthlyRent(), stored.monthlyRent())
        && sameAmount(mine.deposit(), stored.deposit())
        && mine.cycleMonths() == stored.cycleMonths()
        && mine.proration().equals(stored.proration());
  }

  /** Storage may answer with another implementation of the amount, to which equals would say no. */
  private static boolean sameAmount(MonetaryAmount mine, MonetaryAmount stored) {
    return mine.getCurrency().getCurrencyCode().equals(stored.getCurrency().getCurrencyCode())
        && mine.isEqualTo(stored);
  }
}
