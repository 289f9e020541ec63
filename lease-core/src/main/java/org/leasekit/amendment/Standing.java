package org.leasekit.amendment;

import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.Payer;
import org.leasekit.party.TenantId;

/**
 * A contract as it stands on one day.
 *
 * @param on the day, in the lessor's zone
 * @param term as agreed by that day; an early termination does not change it
 * @param unit null for a master contract
 * @param tenant the registered tenant, who owes
 * @param occupant the actual user; null when none is named
 * @param payer who gets the bills; null when none is registered
 * @param monthlyRent as signed or last changed, before what the rules make of it; of a month, or of a week or day where the
 *     rules say so
 * @param rules how the rent falls due, with all that was agreed and published by that day
 * @param subtenant who uses the unit under a sublease on that day; null for none
 * @param splitWith the contract that has a part which was split off; null for none
 */
public record Standing(
    ContractNo contract,
    LocalDate on,
    Phase phase,
    DateRange term,
    @Nullable UnitRef unit,
    Portion portion,
    TenantId tenant,
    @Nullable Occupant occupant,
    @Nullable Payer payer,
    List<Contact> contacts,
    MonetaryAmount monthlyRent,
    ChargeRules rules,
    @Nullable TenantId subtenant,
    @Nullable ContractNo splitWith) {

  public Standing {
    contacts = List.copyOf(contacts);
  }
}
