package org.leasekit.amendment;

import java.time.Instant;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.Payer;
import org.leasekit.party.TenantId;

/**
 * A contract as it was before any amendment.
 *
 * @param unit null for a master contract
 * @param portion how much of the unit
 * @param occupant null when the tenant named none
 * @param payer who gets the bills; null when none is registered
 * @param rules how the rent falls due, as signed
 * @param known instant from which the contract is known
 */
public record Origin(
    LessorId lessor,
    ContractNo contract,
    String project,
    @Nullable UnitRef unit,
    Portion portion,
    TenantId tenant,
    @Nullable Occupant occupant,
    @Nullable Payer payer,
    List<Contact> contacts,
    DateRange term,
    MonetaryAmount monthlyRent,
    ChargeRules rules,
    Instant known) {

  public Origin {
    contacts = List.copyOf(contacts);
  }

  /** An origin without a registered payer. */
  public Origin(
      LessorId lessor,
      ContractNo contract,
      String project,
      @Nullable UnitRef unit,
      Portion portion,
      TenantId tenant,
      @Nullable Occupant occupant,
      List<Contact> contacts,
      DateRange term,
      MonetaryAmount monthlyRent,
      ChargeRules rules,
      Instant known) {
    this(
        lessor, contract, project, unit, portion, tenant, occupant, null, contacts, term, monthlyRent, rules, known);
  }

  /** The origin of a contract that was never amended, letting its portion of the unit. */
  public static Origin of(Contract contract, Instant known) {
    return of(contract, contract.portion(), known);
  }

  /** The origin of a contract that was never amended, letting that portion of the unit. */
  public static Origin of(Contract contract, Portion portion, Instant known) {
    return new Origin(
        contract.lessor(), contract.no(), contract.project(), contract.unit(), portion,
        contract.tenant(), contract.occupant(), contract.payer(), contract.contacts(), contract.term(),
        contract.terms().monthlyRent(), contract.terms().rules(), known);
  }

  /** Whether it is a master contract, which lets no unit itself. */
  public boolean isMaster() {
    return unit == null;
  }
}
