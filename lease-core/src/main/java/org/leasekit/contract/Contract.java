package org.leasekit.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Payer;
import org.leasekit.party.Person;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/**
 * A lease as it stands: an immutable value; every change makes a new one.
 *
 * @param master true for a master contract (母合同), a framework that lets no unit itself
 * @param project site or project
 * @param unit null for a master contract, present for every other
 * @param portion how much of the unit; {@link Portion#WHOLE} for a master contract
 * @param tenant the registered tenant, who owes
 * @param occupant the actual user; null when the tenant named none
 * @param payer who gets the bills of this contract, and of what is below it, see {@link Payer}; null when the tenant pays, or
 *     whoever pays for a master above
 * @param contacts how the tenant and the actual user are reached about this contract, best first, may be empty
 * @param steward the responsible member of staff; null when none is assigned
 * @param term first day to the day after the last, both at the start of the day in the lessor's zone
 * @param terminatesOn first day that is not let any more because the lease ends early, a day of the term; null while
 *     nobody ends it early
 * @param version optimistic lock: storage adds one at each update; 0 before the first insert
 */
public record Contract(
    LessorId lessor,
    ContractNo no,
    boolean master,
    String project,
    @Nullable UnitRef unit,
    Portion portion,
    TenantId tenant,
    @Nullable Occupant occupant,
    @Nullable Payer payer,
    List<Contact> contacts,
    @Nullable StaffId steward,
    DateRange term,
    @Nullable LocalDate terminatesOn,
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
    if (terminatesOn != null && !term.contains(terminatesOn)) {
      throw new IllegalArgumentException("terminatesOn: a day of the term: " + no);
    }
    if (no.equals(links.parent()) || no.equals(links.successor()) || no.equals(links.predecessor())) {
      throw new IllegalArgumentException("links: a contract cannot be linked to itself: " + no);
    }
  }

  /** A contract that nobody ends early and no payer is registered for, of a whole unit at some time of each day. */
  public Contract(
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
    this(
        lessor, no, master, project, unit, Portion.of(slot), tenant, occupant, null, contacts, steward, term, null,
        terms, status, links, version);
  }

  /** A contract that the tenant pays, or whoever pays for a master above. */
  public Contract(
      LessorId lessor,
      ContractNo no,
      boolean master,
      String project,
      @Nullable UnitRef unit,
      Portion portion,
      TenantId tenant,
      @Nullable Occupant occupant,
      List<Contact> contacts,
      @Nullable StaffId steward,
      DateRange term,
      @Nullable LocalDate terminatesOn,
      ChargeTerms terms,
      ContractStatus status,
      Links links,
      long version) {
    this(
        lessor, no, master, project, unit, portion, tenant, occupant, null, contacts, steward, term, terminatesOn,
        terms, status, links, version);
  }

  /** Whom this contract knows in a role: one and the same in all contracts of the tenant. Where nobody is registered as payer it is the tenant. */
  public Person person(PartyRole role) {
    return switch (role) {
      case TENANT -> Person.of(tenant);
      case PAYER -> payer == null ? Person.of(tenant) : Person.paying(payer.id());
      case OCCUPANT -> Person.using(tenant, occupant);
    };
  }

  /** The addresses of one of them, best first. */
  public List<Contact> contactsOf(PartyRole role) {
    return contacts.stream().filter(contact -> contact.owner() == role).toList();
  }

  /** Which part of each day. */
  public Slot slot() {
    return portion.slot();
  }

  /** The first day that is not let any more: the end of the term, or earlier when the lease ends early. */
  public LocalDate endsOn() {
    return terminatesOn == null ? term.endExclusive() : terminatesOn;
  }

  /** The master contract above, if any. */
  public Optional<ContractNo> parent() {
    return Optional.ofNullable(links.parent());
  }

  /** The contract that renews this one, if any. */
  public Optional<ContractNo> successor() {
    return Optional.ofNullable(links.successor());
  }

  /** The days let, up to {@link #endsOn}; empty when the lease ended before its first day. */
  public Optional<DateRange> daysLet() {
    return endsOn().isAfter(term.start())
        ? Optional.of(DateRange.of(term.start(), endsOn()))
        : Optional.empty();
  }

  /** How whoever pays is reached about money, best first: a registered payer who can be reached, or else the tenant. */
  public List<Contact> contactsForBills() {
    return payer == null || payer.contacts().isEmpty()
        ? contactsOf(PartyRole.TENANT)
        : payer.contacts().stream().map(contact -> contact.ownedBy(PartyRole.PAYER)).toList();
  }

  /** True when both together let more than the whole of one unit at the same time of at least one day. */
  public boolean collidesWith(Contract other) {
    return other.unit != null
        && other.daysLet().filter(days -> occupies(other.unit, other.portion, days)).isPresent();
  }

  /** True when this contract leaves less of the unit than a portion at some time of some days. */
  public boolean occupies(UnitRef wanted, Portion wantedPortion, DateRange days) {
    return wanted.equals(unit)
        && daysLet()
            .flatMap(days::intersection)
            .filter(both -> portion.exceedsTheWholeWith(wantedPortion, both))
            .isPresent();
  }

  /** The same contract in another state; use {@link Lifecycle}, which knows what may follow what. */
  Contract withStatus(ContractStatus newStatus) {
    return new Contract(
        lessor, no, master, project, unit, portion, tenant, occupant, payer, contacts, steward, term,
        terminatesOn, terms, newStatus, links, version);
  }

  /** The same contract with other links. */
  public Contract withLinks(Links newLinks) {
    return new Contract(
        lessor, no, master, project, unit, portion, tenant, occupant, payer, contacts, steward, term,
        terminatesOn, terms, status, newLinks, version);
  }

  /** The same contract at other terms. */
  public Contract withTerms(ChargeTerms newTerms) {
    return new Contract(
        lessor, no, master, project, unit, portion, tenant, occupant, payer, contacts, steward, term,
        terminatesOn, newTerms, status, links, version);
  }

  /** The same contract, paid by somebody else; null for the tenant, or whoever pays for a master above. */
  public Contract withPayer(@Nullable Payer other) {
    return new Contract(
        lessor, no, master, project, unit, portion, tenant, occupant, other, contacts, steward, term,
        terminatesOn, terms, status, links, version);
  }

  /** The same contract as storage numbers it. */
  public Contract withVersion(long newVersion) {
    return new Contract(
        lessor, no, master, project, unit, portion, tenant, occupant, payer, contacts, steward, term,
        terminatesOn, terms, status, links, newVersion);
  }
}
