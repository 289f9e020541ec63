package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.Links;
import org.leasekit.contract.UnitRef;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.party.Tenant;
import org.leasekit.port.Contracts;
import org.leasekit.port.Stores;

/** Makes contracts of signed drafts. */
public final class ContractService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final Revisions revisions;
  private final Bookings bookings;

  ContractService(
      Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate, Revisions revisions) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.revisions = revisions;
    this.bookings = new Bookings(stores, profile);
  }

  /**
   * Makes a signed draft an active contract, and puts it on the agenda of billing. Of several that sign for one unit at
   * once, exactly one has it.
   *
   * @return the contract as stored; or {@link ContractRejection}, or {@code HierarchyRejection} when it does not fit below
   *     its master
   */
  public Outcome<Contract> sign(SignContract command) {
    return door.check(command)
        .then(valid -> draft(valid))
        .then(draft -> stores.unitOfWork().required(() -> sign(draft, command)));
  }

  private Outcome<Contract> sign(Contract draft, SignContract command) {
    Instant now = AmendmentScope.knownFrom(clock.instant());
    return gate.ask(Action.AMEND)
        .then(allowed -> fits(draft))
        .then(
            inside ->
                Lifecycle.move(
                    draft, ContractStatus.ACTIVE, command.by(), "signed", command.evidence(), now))
        .then(step -> add(step, command.tenant(), now));
  }

  /** The master stays locked, so that its end is not moved meanwhile. */
  private Outcome<Boolean> fits(Contract draft) {
    Optional<ContractNo> parent = draft.parent();
    if (parent.isEmpty()) {
      return Outcome.accepted(true);
    }
    return stores
        .contracts()
        .lock(profile.lessor(), parent.get())
        .map(master -> HierarchyChecks.inside(draft.no(), draft.term(), master))
        .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(parent.get())));
  }

  private Outcome<Contract> add(Lifecycle.Step step, Tenant tenant, Instant now) {
    Contract contract = step.contract();
    Contracts.Added added = stores.contracts().add(contract, List.of(step.change()));
    UnitRef unit = contract.unit();
    if (added == Contracts.Added.DUPLICATE_NUMBER) {
      return Outcome.rejected(new ContractRejection.DuplicateNumber(contract.no()));
    }
    if (added == Contracts.Added.UNIT_TAKEN && unit != null) {
      return Outcome.rejected(
          new ContractRejection.UnitAlreadyLeased(contract.no(), unit, contract.term()));
    }
    stores.tenants().putAll(List.of(tenant));
    revisions.putOnAgenda(contract);
    if (unit != null) {
      bookings.close(List.of(unit), now);
    }
    return Outcome.accepted(contract.withVersion(1));
  }

  private Outcome<Contract> draft(SignContract command) {
    ContractNo no = new ContractNo(command.contractNo().strip());
    if (!command.endExclusive().isAfter(command.start())) {
      return Outcome.rejected(
          new ContractRejection.TermWithoutDays(no, command.start(), command.endExclusive()));
    }
    if (!command.tenant().lessor().equals(profile.lessor())) {
      return Outcome.rejected(new ContractRejection.NoSuchTenant(command.tenant().id()));
    }
    String currency = command.monthlyRent().getCurrency().getCurrencyCode();
    return OtherHalves.exact(no, command.monthlyRent(), currency)
        .then(
            rent ->
                OtherHalves.exact(no, command.deposit(), currency)
                    .map(
                        deposit ->
                            new ChargeTerms(rent, deposit, command.cycleMonths(), command.proration())))
        .map(terms -> draft(no, command, terms));
  }

  private Contract draft(ContractNo no, SignContract command, ChargeTerms terms) {
    String project = command.project().strip();
    String unit = command.unit();
    return new Contract(
        profile.lessor(), no, unit == null, project, unit == null ? null : new UnitRef(project, unit.strip()),
        command.portion(), command.tenant().id(),
        OtherHalves.occupant(command.occupantName(), command.occupantBadge()), command.contacts(),
        steward(command.steward()), DateRange.of(command.start(), command.endExclusive()), null, terms,
        ContractStatus.DRAFT, Links.under(parent(command.parentContractNo())), 0);
  }

  private static @Nullable StaffId steward(@Nullable String id) {
    return id == null ? null : new StaffId(id.strip());
  }

  private static @Nullable ContractNo parent(@Nullable String no) {
    return no == null ? null : new ContractNo(no.strip());
  }
}
