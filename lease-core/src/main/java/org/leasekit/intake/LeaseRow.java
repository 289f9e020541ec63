package org.leasekit.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Tenant;

/**
 * A row with nothing wrong in it.
 *
 * @param contract a draft
 * @param tenant its tenant
 * @param amending what it says of changes in a stored contract
 * @param language the tenant's own; null when the row does not say
 * @param cells the row as it stands in the table
 */
public record LeaseRow(
    int line,
    Contract contract,
    Tenant tenant,
    Amending amending,
    @Nullable Locale language,
    List<String> cells)
    implements ReadRow {

  /**
   * How a row wants differences from a stored contract to be understood; not read for a new contract.
   *
   * @param agreement reference of the supplementary agreement, blank for none
   * @param effective first day on which the differences hold, in the lessor's zone; null when none is named
   */
  public record Amending(String agreement, @Nullable LocalDate effective) {

    /** Nothing is said. */
    public static final Amending SILENT = new Amending("", null);
  }

  public LeaseRow {
    cells = List.copyOf(cells);
  }

  /** The same row, which takes less memory, and cannot be put into quarantine. */
  public LeaseRow withoutCells() {
    return new LeaseRow(line, contract, tenant, amending, language, List.of());
  }

  /**
   * Whether a stored contract says what this row says. What happens to a contract after its import, its
   * status and its place in a chain of renewals, makes no difference. A row that names no payer agrees with any, and rows know no
   * contacts of actual users.
   */
  public boolean saysTheSameAs(Contract stored) {
    return contract.no().equals(stored.no())
        && contract.master() == stored.master()
        && contract.project().equals(stored.project())
        && Objects.equals(contract.unit(), stored.unit())
        && contract.portion().equals(stored.portion())
        && contract.tenant().equals(stored.tenant())
        && Objects.equals(contract.occupant(), stored.occupant())
        && (contract.payer() == null || contract.payer().equals(stored.payer()))
        && contract.contacts().equals(stored.contactsOf(PartyRole.TENANT))
        && Objects.equals(contract.steward(), stored.steward())
        && contract.term().equals(stored.term())
        && sameTerms(contract.terms(), stored.terms())
        && contract.parent().equals(stored.parent());
  }

  private static boolean sameTerms(ChargeTerms mine, ChargeTerms stored) {
    return sameAmount(mine.monthlyRent(), stored.monthlyRent())
        && sameAmount(mine.deposit(), stored.deposit())
        && mine.cycleMonths() == stored.cycleMonths()
        && mine.proration().equals(stored.proration())
        && RowRules.differing(mine.rules(), stored.rules()).isEmpty();
  }

  /** Storage may answer with another implementation of the amount, to which equals would say no. */
  static boolean sameAmount(MonetaryAmount mine, MonetaryAmount stored) {
    return mine.getCurrency().getCurrencyCode().equals(stored.getCurrency().getCurrencyCode())
        && mine.isEqualTo(stored);
  }
}
