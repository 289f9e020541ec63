package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
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
import org.leasekit.port.Stores;

/** Contracts as a whole: signing them, their files, and which there are. */
public final class ContractService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final Revisions revisions;
  private final ContractFiles files;

  ContractService(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      Door door,
      Gate gate,
      Revisions revisions,
      ContractFiles files) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.revisions = revisions;
    this.files = files;
  }

  /**
   * Makes a signed draft an active contract, and puts it on the agenda of billing. Of several that sign for one unit at
   * once, exactly one has it.
   *
   * @return the contract as stored; or {@link ContractRejection}, or {@code HierarchyRejection} when it does not fit below
   *     its master
   * @throws org.leasekit.port.StaleVersionException when somebody else signs under the same number at once: sign again
   *     to be told
   */
  public Outcome<Contract> sign(SignContract command) {
    return door.check(command)
        .then(valid -> draft(valid))
        .then(draft -> stores.unitOfWork().required(() -> sign(draft, command)));
  }

  /**
   * Everything there is about one contract number, in order of time. The tenant's side is not shown the stewards' tasks, the
   * journal, moves and grants, nor an amendment that names a contract it may not see.
   *
   * @return rejected when there is none of that number, or the actor may not see it
   */
  public Outcome<ContractFile> file(ContractNo contract) {
    return files.file(contract);
  }

  /**
   * Passes every contract that the actor may see once, by number: on the tenant's side his own and those below, for the
   * host and staff all there are, a bounded number of them in memory.
   */
  public void visible(Consumer<Contract> each) {
    files.visible(each);
  }

  private Outcome<Contract> sign(Contract draft, SignContract command) {
    Instant now = clock.instant();
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
    if (stores.contracts().find(profile.lessor(), contract.no()).isPresent()) {
      return Outcome.rejected(new ContractRejection.DuplicateNumber(contract.no()));
    }
    return revisions
        .findRoom(List.of(), List.of(step))
        .map(
            room -> {
              stores.tenants().putAll(List.of(tenant));
              revisions.store(List.of(), List.of(step), now);
              return contract.withVersion(1);
            });
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
                            new ChargeTerms(
                                rent, deposit, command.cycleMonths(), command.proration(), rules(command))))
        .map(terms -> draft(no, command, terms));
  }

  private static ChargeRules rules(SignContract command) {
    ChargeRules rules = command.rules();
    return rules == null ? ChargeRules.STANDARD : rules;
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
