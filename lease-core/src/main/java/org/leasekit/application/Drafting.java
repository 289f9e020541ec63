package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractDraft;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.StatusChange;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.port.Stores;

/**
 * Keeps drafts, each step with who, when, why and evidence. Whether what a draft says is possible is asked at the signing
 * alone. Joins the caller's unit of work.
 */
final class Drafting {
  private final Stores stores;
  private final LessorId lessor;

  Drafting(Stores stores, LessorId lessor) {
    this.stores = stores;
    this.lessor = lessor;
  }

  /** Whether a number is drafted, discarded or not. */
  boolean isDrafted(ContractNo no) {
    return find(no).isPresent();
  }

  /** The draft of a number, discarded or not. */
  Optional<ContractDraft> find(ContractNo no) {
    return stores.drafts().findAll(lessor, List.of(no)).stream().findAny();
  }

  /** Those that can still be signed, by number. */
  List<Contract> open() {
    List<Contract> open = new ArrayList<>();
    stores
        .drafts()
        .forEach(
            lessor,
            draft -> {
              if (draft.contract().status() == ContractStatus.DRAFT) {
                open.add(draft.contract());
              }
            });
    return open;
  }

  /** Keeps a draft whose number is free, and stays so until the unit of work ends. */
  Outcome<Contract> drawUp(ContractDraft draft, Proof proof, Instant now) {
    stores.drafts().reserve(lessor, draft.no());
    boolean taken =
        stores.contracts().lock(lessor, draft.no()).isPresent() || !stores.drafts().add(draft);
    if (taken) {
      return Outcome.rejected(new ContractRejection.DuplicateNumber(draft.no()));
    }
    stores.contracts().record(said(draft, proof, now));
    return Outcome.accepted(draft.contract().withVersion(1));
  }

  /** Does something with a number if nobody has drafted it; nobody does until the unit of work ends. */
  Outcome<Contract> undrafted(ContractNo no, Supplier<Outcome<Contract>> signing) {
    stores.drafts().reserve(lessor, no);
    return stores.drafts().lock(lessor, no).isPresent()
        ? Outcome.rejected(new ContractRejection.DuplicateNumber(no))
        : signing.get();
  }

  /** The draft says something else from now on. */
  Outcome<Contract> change(ContractDraft draft, Proof proof, Instant now) {
    return locked(draft.no(), ContractStatus.DRAFT)
        .map(
            before -> {
              Contract after = draft.contract().withVersion(before.contract().version());
              stores.drafts().update(new ContractDraft(after, draft.tenant()));
              stores.contracts().record(said(draft, proof, now));
              return after.withVersion(after.version() + 1);
            });
  }

  Outcome<Contract> discard(ContractNo no, Proof proof, Instant now) {
    return locked(no, ContractStatus.DISCARDED)
        .then(
            draft ->
                Lifecycle.move(
                        draft.contract(), ContractStatus.DISCARDED, proof.by(), proof.reason(),
                        proof.evidence(), now)
                    .map(
                        step -> {
                          stores.drafts().update(new ContractDraft(step.contract(), draft.tenant()));
                          stores.contracts().record(step.change());
                          return step.contract().withVersion(step.contract().version() + 1);
                        }));
  }

  /** The draft of a number, locked; rejected where the number is none that may become what is wanted. */
  Outcome<ContractDraft> locked(ContractNo no, ContractStatus wanted) {
    Optional<ContractDraft> found = stores.drafts().lock(lessor, no);
    if (found.isEmpty()) {
      // of two who sign it at once, the second one finds the contract
      return stores
          .contracts()
          .find(lessor, no)
          .<Outcome<ContractDraft>>map(
              contract ->
                  Outcome.rejected(
                      new ContractRejection.IllegalTransition(no, contract.status(), wanted)))
          .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(no)));
    }
    ContractStatus status = found.get().contract().status();
    return status == ContractStatus.DRAFT
        ? Outcome.accepted(found.get())
        : Outcome.rejected(new ContractRejection.IllegalTransition(no, status, wanted));
  }

  private static StatusChange said(ContractDraft draft, Proof proof, Instant now) {
    return new StatusChange(
        draft.contract().lessor(), draft.no(), ContractStatus.DRAFT, ContractStatus.DRAFT, now, proof.by(),
        proof.reason(), proof.evidence());
  }
}
