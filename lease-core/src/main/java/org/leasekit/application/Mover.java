package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Links;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * Changes who stands below whom, and records it; joins the caller's unit of work. Receivables keep their payer: no past
 * money moves.
 *
 * <p>Whoever moves something holds the hierarchy: one move at a time keeps two that are sound one by one from making a
 * circle together, however long the paths are that they change. What comes into a locked tree or out of one is reckoned
 * again, as it is when the lock is made.
 */
final class Mover {
  private final Stores stores;
  private final LessorProfile profile;

  private final TreeLocks trees;

  Mover(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.trees = new TreeLocks(stores, profile);
  }

  /** Holds the hierarchy. */
  void lock() {
    stores.moves().lock(profile.lessor());
  }

  /**
   * Holds the hierarchy and what a move of a contract concerns, the new master included; null for none.
   *
   * @return whether the contract leaves a suspended tree or comes into one
   */
  boolean lockForMove(ContractNo no, @Nullable ContractNo to) {
    lock();
    // nobody locks a tree or moves what is in it meanwhile
    boolean lockedTree = trees.concern(parentOf(no), to);
    ContractLocks locks = new ContractLocks(stores, profile.lessor());
    locks.take(
        () -> {
          Set<ContractNo> concerned = locks.withMaster(no);
          Optional.ofNullable(to).ifPresent(concerned::add);
          if (lockedTree) {
            concerned.addAll(locks.runningBelow(no));
          }
          return concerned;
        });
    return lockedTree;
  }

  /** What is recorded of a contract's place; the caller holds the hierarchy. */
  PlaceHistory history(ContractNo no) {
    return PlaceHistory.of(
        no,
        parentOf(no),
        stores.moves().ofContract(profile.lessor(), no),
        stores.plannedMoves().ofContracts(profile.lessor(), List.of(no)));
  }

  private @Nullable ContractNo parentOf(ContractNo no) {
    return stores.contracts().find(profile.lessor(), no).flatMap(Contract::parent).orElse(null);
  }

  /** Puts a contract below another master, or below none, as the forest has allowed. */
  Outcome<Contract> place(
      ContractNo no, @Nullable ContractNo to, LocalDate effective, Proof proof, Instant now) {
    return place(no, to, effective, proof, now, trees.concern(parentOf(no), to));
  }

  /**
   * The same.
   *
   * @param lockedTree what {@link #lockForMove} found out
   */
  Outcome<Contract> place(
      ContractNo no,
      @Nullable ContractNo to,
      LocalDate effective,
      Proof proof,
      Instant now,
      boolean lockedTree) {
    PlaceHistory history = history(no);
    return history
        .mayMove(effective, profile.day(now))
        .map(
            allowed -> {
              Contract before = stores.contracts().lock(profile.lessor(), no).orElseThrow();
              Contract after = before.withLinks(before.links().withParent(to));
              stores.contracts().update(after);
              append(
                  history, Move.Kind.PLACE, before.parent().orElse(null), to, effective, proof, now);
              if (lockedTree) {
                reckonAgain(no, now);
              }
              return after.withVersion(after.version() + 1);
            });
  }

  /** Records that a contract is about to be stored, or has been, below another master; nothing when it is not. */
  void note(Contract before, Links after, Proof proof, Instant now) {
    if (!Objects.equals(before.links().parent(), after.parent())) {
      append(
          history(before.no()), Move.Kind.PLACE, before.links().parent(), after.parent(), profile.day(now), proof, now);
      reckonAgain(before.no(), before.links().parent(), after.parent(), now);
    }
  }

  /** What is to be charged for the days in a suspended tree may be another thing now; the contract and its subs are locked. */
  void reckonAgain(
      ContractNo no, @Nullable ContractNo from, @Nullable ContractNo to, Instant now) {
    if (trees.concern(from, to)) {
      reckonAgain(no, now);
    }
  }

  private void reckonAgain(ContractNo no, Instant now) {
    Set<ContractNo> moved = new ContractLocks(stores, profile.lessor()).runningBelow(no);
    moved.add(no);
    trees.reckonAgain(moved, now);
  }

  /** Lets bills come to a contract, or pass it by. */
  Outcome<Move> takeBills(
      ContractNo no, boolean takes, LocalDate effective, Proof proof, Instant now) {
    PlaceHistory history = history(no);
    return history
        .mayMove(effective, profile.day(now))
        .map(
            allowed ->
                append(
                    history,
                    takes ? Move.Kind.TAKES_BILLS : Move.Kind.PASSES_BILLS_ON,
                    null,
                    null,
                    effective,
                    proof,
                    now));
  }

  boolean takesBills(ContractNo no) {
    return stores.moves().takingBills(profile.lessor(), List.of(no)).contains(no);
  }

  private Move append(
      PlaceHistory history,
      Move.Kind kind,
      @Nullable ContractNo from,
      @Nullable ContractNo to,
      LocalDate effective,
      Proof proof,
      Instant now) {
    Move move =
        new Move(
            profile.lessor(), history.contract(), history.moves().size() + 1, kind, from, to,
            effective, now, proof);
    stores.moves().append(move);
    return move;
  }
}
