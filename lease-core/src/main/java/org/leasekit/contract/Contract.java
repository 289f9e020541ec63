package org.leasekit.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/**
 * A lease as it stands: an immutable value; every change makes a new one.
 *
 * @param master true for a master contract (母合同), a framework that lets no unit itself
 * @param project site or project
 * @param unit null for a master contract, present for every other
 * @param slot which part of each day
 * @param tenant the registered tenant, who owes
 * @param occupant the actual user; null when the tenant named none
 * @param contacts how the tenant's side is reached about this contract, best first, may be empty
 * @param steward the responsible member of staff; null when none is assigned
 * @param term first day to the day after the last, both at the start of the day in the lessor's zone
 * @param version optimistic lock: storage adds one at each update; 0 before the first insert
 */
public record Contract(
    LessorId lessor,
    ContractNo no,
    boolean master,
    String project,
    @Nullable UnitRef unit,
    Slot slot,
    TenantId tenant,
    @Nullable Occupant occupant,
    List<Contact> contacts,
    @Nullable StaffId steward,
    DateRange term,
    ChargeTerms terms,
    ContractStatus status,
    Links links,
    long version) {

  public Contract {
    contacts = List.copyOf(contacts);
    if (master != (unit == null)) {
      throw new IllegalArgumentException(
          "unit: a master contract has none, every other has one: " + no);
    }
    if (no.equals(links.parent()) || no.equals(links.successor()) || no.equals(links.predecessor())) {
      throw new IllegalArgumentException("links: a contract cannot be linked to itself: " + no);
    }
  }

  /** The master contract above, if any. */
  public Optional<ContractNo> parent() {
    return Optional.ofNullable(links.parent());
  }

  /** The contract that renews this one, if any. */
  public Optional<ContractNo> successor() {
    return Optional.ofNullable(links.successor());
  }

  /** True when both let the same unit at the same time of at least one day. */
  public boolean collidesWith(Contract other) {
    return other.unit != null && occupies(other.unit, other.slot, other.term);
  }

  /** True when this contract lets the unit at some of the time of a slot and term. */
  public boolean occupies(UnitRef wanted, Slot wantedSlot, DateRange wantedTerm) {
    return wanted.equals(unit) && slot.collidesWith(wantedSlot) && term.overlaps(wantedTerm);
  }

  /** The same contract in another state; use {@link Lifecycle}, which knows what may follow what. */
  Contract withStatus(ContractStatus newStatus) {
    return new Contract(
        lessor, no, master, project, unit, slot, tenant, occupant, contacts, steward, term, terms,
        newStatus, links, version);
  }

  /** The same contract with other links. */
  public Contract withLinks(Links newLinks) {
    return new Contract(
        lessor, no, master, project, unit, slot, tenant, occupant, contacts, steward, term, terms,
        status, newLinks, version);
  }

  /** The same contract as storage numbers it. */
  public Contract withVersion(long newVersion) {
    return new Contract(
        lessor, no, master, project, unit, slot, tenant, occupant, contacts, steward, term, terms,
        status, links, newVersion);
  }
}
