package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.amendment.Proof;
import org.leasekit.billing.Prorations;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractDraft;
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

/** Contracts as a whole: drafting and signing them, their files, and which there are. */
public final class ContractService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final Revisions revisions;
  private final ContractFiles files;
  private final Drafting drafting;

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
    this.drafting = new Drafting(stores, profile.lessor());
  }

  /**
   * Makes a signed draft an active contract, and puts it on the agenda of billing. Of several that sign for one unit at
   * once, exactly one has it; of one who signs a number and one who drafts it at once, exactly one does.
   *
   * @return the contract as stored; or {@link ContractRejection}, or {@code HierarchyRejection} when it does not fit below
   *     its master
   */
  public Outcome<Contract> sign(SignContract command) {
    return door.check(command)
        .then(valid -> draft(valid))
        .then(
            draft ->
                inUnitOfWork(
                    now ->
                        drafting.undrafted(
                            draft.no(), () -> sign(draft, command.by(), command.evidence(), now))));
  }

  /**
   * Keeps a contract that is yet to be signed. It lets no unit, owes nothing and is in no list of contracts, but in the file
   * of its number. That its term has days and its amounts can be paid is asked now; whether the unit is free and the master
   * has room, by {@link #signDraft}.
   *
   * @return the draft as stored; or {@link ContractRejection}
   */
  public Outcome<Contract> draft(DraftContract command) {
    return drafted(command, (draft, now) -> drafting.drawUp(draft, proof(command), now));
  }

  /**
   * Lets a draft say something else; what it said before is not kept, who changed it is.
   *
   * @return the draft as stored; or {@link ContractRejection.IllegalTransition} for what is no draft any more, or another
   *     {@link ContractRejection}
   */
  public Outcome<Contract> changeDraft(DraftContract command) {
    return drafted(command, (draft, now) -> drafting.change(draft, proof(command), now));
  }

  /**
   * Gives a draft up for good.
   *
   * @return the draft as stored; or {@link ContractRejection.IllegalTransition} for what is no draft any more, or {@link
   *     ContractRejection.NoSuchContract}
   */
  public Outcome<Contract> discardDraft(DiscardDraft command) {
    return door.check(command)
        .then(
            valid ->
                inUnitOfWork(
                    now ->
                        drafting.discard(
                            new ContractNo(valid.contractNo().strip()),
                            new Proof(valid.by().strip(), valid.reason().strip(), valid.evidence().strip()),
                            now)));
  }

  /**
   * Makes a contract of a draft, as {@link #sign} does at once. Of several that sign one draft at once, one does. Where an
   * import or a split has taken the number meanwhile that is rejected as a duplicate, and the draft can be discarded.
   *
   * @return the contract as stored; or what {@link #sign} rejects, and the draft stays one; or {@link
   *     ContractRejection.IllegalTransition} for what is no draft any more
   */
  public Outcome<Contract> signDraft(SignDraft command) {
    return door.check(command)
        .then(
            valid ->
                inUnitOfWork(
                    now ->
                        drafting
                            .locked(new ContractNo(valid.contractNo().strip()), ContractStatus.ACTIVE)
                            .then(draft -> signed(draft, valid, now))));
  }

  private Outcome<Contract> signed(ContractDraft draft, SignDraft command, Instant now) {
    Signature signature = new Signature(draft.contract().withVersion(0), draft.tenant());
    return sign(signature, command.by(), command.evidence(), now)
        .map(
            contract -> {
              stores.drafts().remove(draft);
              return contract;
            });
  }

  /** Drafts that can still be signed, by number; rejected for the tenant's side. */
  public Outcome<List<Contract>> drafts() {
    return stores
        .unitOfWork()
        .required(() -> gate.ask(Action.VIEW).map(allowed -> drafting.open()));
  }

  /**
   * Everything there is about one contract number, in order of time. The tenant's side is not shown the stewards' tasks, the
   * journal, moves and grants; a contract that it may not see is called *** where an amendment names it.
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

  /** What is signed, and by whom. */
  private record Signature(Contract contract, Tenant tenant) {
    ContractNo no() {
      return contract.no();
    }
  }

  private Outcome<Contract> drafted(
      DraftContract command, BiFunction<ContractDraft, Instant, Outcome<Contract>> step) {
    return door.check(command)
        .then(valid -> draft(valid.contract()))
        .then(
            draft ->
                inUnitOfWork(
                    now -> step.apply(new ContractDraft(draft.contract(), draft.tenant()), now)));
  }

  private static Proof proof(DraftContract command) {
    return new Proof(
        command.contract().by().strip(), command.reason().strip(), command.contract().evidence().strip());
  }

  /** For whoever may make contracts. */
  private Outcome<Contract> inUnitOfWork(Function<Instant, Outcome<Contract>> work) {
    return stores
        .unitOfWork()
        .required(
            () ->
                gate.ask(Action.AMEND)
                    .then(allowed -> work.apply(clock.instant())));
  }

  private Outcome<Contract> sign(Signature draft, String by, String evidence, Instant now) {
    return fits(draft.contract())
        .then(
            inside ->
                Lifecycle.move(draft.contract(), ContractStatus.ACTIVE, by, "signed", evidence, now))
        .then(step -> revisions.sign(step, now))
        .map(
            contract -> {
              stores.tenants().putAll(List.of(draft.tenant()));
              return contract;
            });
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

  private Outcome<Signature> draft(SignContract command) {
    ContractNo no = new ContractNo(command.contractNo().strip());
    if (!command.endExclusive().isAfter(command.start())) {
      return Outcome.rejected(
          new ContractRejection.TermWithoutDays(no, command.start(), command.endExclusive()));
    }
    if (!command.tenant().lessor().equals(profile.lessor())) {
      return Outcome.rejected(new ContractRejection.NoSuchTenant(command.tenant().id()));
    }
    if (!Prorations.codes().contains(command.proration())) {
      return Outcome.rejected(
          new ContractRejection.UnknownProration(no, command.proration(), Prorations.codes()));
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
        .map(terms -> new Signature(draft(no, command, terms), command.tenant()));
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
        OtherHalves.occupant(command.occupantName(), command.occupantBadge()), command.payer(),
        command.contacts(),
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
