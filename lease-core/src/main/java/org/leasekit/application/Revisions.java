package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Contracts;
import org.leasekit.port.StaleVersionException;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Renewals;
import org.leasekit.renewal.StewardTask;

/**
 * Stores revisions with all that follows from them: holds, rows, the agendas of billing and of later changes, renewal
 * cases, packages sold by the day. Joins the caller's unit of work.
 */
final class Revisions {
  private final Stores stores;
  private final LessorProfile profile;
  private final CaseDesk desk;
  private final SuspensionLocks follower;
  private final Bookings bookings;
  private final ExtendingLocks extending;

  Revisions(Stores stores, LessorProfile profile, CaseDesk desk, SuspensionLocks follower) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
    this.follower = follower;
    this.bookings = new Bookings(stores, profile);
    this.extending = new ExtendingLocks(stores, profile);
  }

  /** Locks every unit concerned, and finds out whether all have room beside what others hold. */
  Outcome<List<Revision>> findRoom(List<Revision> revisions, List<Lifecycle.Step> added) {
    Set<UnitRef> units = units(revisions, added);
    if (!units.isEmpty()) {
      stores.holds().lock(profile.lessor(), units);
    }
    return room(revisions, added, Optional::of);
  }

  /**
   * As {@link #findRoom}, for an answer that nothing is stored upon: nothing is locked.
   *
   * @param left what has become of a hold by changes that are not stored; empty when nothing is left of it
   */
  Outcome<List<Revision>> room(
      List<Revision> revisions, List<Lifecycle.Step> added, Function<Hold, Optional<Hold>> left) {
    Set<UnitRef> units = units(revisions, added);
    if (units.isEmpty()) {
      return Outcome.accepted(revisions);
    }
    List<Revision> moved = revisions.stream().filter(Revision::movesHolds).toList();
    Set<ContractNo> revised = moved.stream().map(Revision::no).collect(Collectors.toSet());
    List<Hold> taken = new ArrayList<>();
    for (Hold hold : stores.holds().ofUnits(profile.lessor(), units)) {
      if (!revised.contains(hold.contract())) {
        left.apply(hold).ifPresent(taken::add);
      }
    }
    List<List<Hold>> wanted =
        Stream.concat(
                moved.stream().map(Revision::holds),
                added.stream().map(step -> Hold.of(step.contract())))
            .toList();
    for (List<Hold> holds : wanted) {
      Optional<Hold> none = Occupancy.of(taken).firstTaken(holds);
      if (none.isPresent()) {
        Hold hold = none.get();
        return Outcome.rejected(
            new ContractRejection.UnitAlreadyLeased(hold.contract(), hold.unit(), hold.days()));
      }
      taken.addAll(holds);
    }
    return Outcome.accepted(revisions);
  }

  private static Set<UnitRef> units(List<Revision> revisions, List<Lifecycle.Step> added) {
    Set<UnitRef> units = new TreeSet<>();
    for (Revision revision : revisions) {
      if (revision.movesHolds()) {
        revision.held().forEach(hold -> units.add(hold.unit()));
        revision.holds().forEach(hold -> units.add(hold.unit()));
      }
    }
    added.forEach(step -> Stream.ofNullable(step.contract().unit()).forEach(units::add));
    return units;
  }

  /** Stores what {@link #findRoom} has found room for. */
  void store(List<Revision> revisions, List<Lifecycle.Step> added, Instant now) {
    LocalDate today = profile.day(now);
    List<Revision> moved = revisions.stream().filter(Revision::movesHolds).toList();
    if (moved.size() > 1) {
      // one may take what another gives up
      moved.forEach(revision -> hold(revision.no(), List.of()));
    }
    moved.forEach(revision -> hold(revision.no(), revision.holds()));
    revisions.forEach(revision -> store(revision, today, now));
    added.forEach(step -> add(step, now));
    closeGaps(revisions, added, now);
  }

  private void closeGaps(List<Revision> revisions, List<Lifecycle.Step> added, Instant now) {
    Set<UnitRef> units = units(revisions, added);
    if (!units.isEmpty()) {
      bookings.close(units, now);
    }
  }

  private void hold(ContractNo no, List<Hold> holds) {
    stores
        .holds()
        .replace(profile.lessor(), no, holds)
        .ifPresent(
            taken -> {
              throw new StaleVersionException("holds of " + no);
            });
  }

  private void store(Revision revision, LocalDate today, Instant now) {
    ContractNo no = revision.no();
    Contract after = revision.revives() ? revived(revision, today, now) : revision.after(today);
    stores.contracts().update(after);
    new UsersWishes(stores).follow(revision.row(), after);
    if (isCharged(revision.row()) || isCharged(after)) {
      stores.receivables().schedule(profile.lessor(), no, today);
    }
    if (revision.isAmended()) {
      append(revision);
      stores
          .amendments()
          .schedule(
              profile.lessor(),
              no,
              extending.next(after, revision.is(), now, today).orElse(null));
      follower.follow(revision.was(), revision.is(), now);
      followCases(revision, after, now);
    }
  }

  private Contract revived(Revision revision, LocalDate today, Instant now) {
    Proof proof = revision.proof();
    Lifecycle.Step step =
        Lifecycle.revive(revision.after(today), proof.by(), proof.reason(), proof.evidence(), now)
            .orElseThrow();
    stores.contracts().record(step.change());
    return step.contract();
  }

  private void append(Revision revision) {
    ContractHistory history = revision.is();
    for (int size = revision.was().recorded().size() + 1; size <= history.recorded().size(); size++) {
      stores
          .amendments()
          .append(ContractHistory.of(history.origin(), history.recorded().subList(0, size)));
    }
  }

  private static boolean isCharged(Contract contract) {
    return contract.terms().chargesAnything();
  }

  /**
   * Where a term ends later or the lease early there is nothing to renew, and where somebody else has the contract in the end they
   * are asked in a case of their own; where that is taken back it is as it was.
   */
  private void followCases(Revision revision, Contract after, Instant now) {
    Contract before = revision.row();
    boolean sameEnd = before.term().equals(after.term()) && before.endsOn().equals(after.endsOn());
    boolean passes = Tenancies.differ(revision.was(), revision.is());
    if (sameEnd && !passes) {
      return;
    }
    CaseId old = Tenancies.idOf(before, revision.was());
    CaseId current = Tenancies.idOf(after, revision.is());
    boolean renewable = after.terminatesOn() == null;
    if (passes || renewable && after.endsOn().isAfter(before.endsOn())) {
      desk.endMoveOut(after.no(), StewardTask.Outcome.OBSOLETE, now);
    }
    if (passes) {
      desk.step(old, now, renewal -> Outcome.accepted(Renewals.passOn(renewal, now)));
    } else if (!renewable || !old.equals(current)) {
      desk.step(old, now, renewal -> Outcome.accepted(Renewals.supersede(renewal, now)));
    }
    if (renewable) {
      desk.reopen(current, now);
      desk.moveOutAgain(current, now);
    }
  }

  /**
   * Adds a contract that nothing else is changed with, if there is room for it.
   *
   * @return the contract as stored; or {@link ContractRejection}, also when somebody else was quicker with the number or the
   *     unit, and nothing is stored then
   */
  Outcome<Contract> sign(Lifecycle.Step step, Instant now) {
    Contract contract = step.contract();
    List<Lifecycle.Step> added = List.of(step);
    return findRoom(List.of(), added)
        .then(
            room ->
                switch (stores.contracts().add(contract, List.of(step.change()))) {
                  case ADDED -> Outcome.accepted(contract.withVersion(1));
                  case DUPLICATE_NUMBER ->
                      Outcome.<Contract>rejected(new ContractRejection.DuplicateNumber(contract.no()));
                  case UNIT_TAKEN ->
                      Outcome.<Contract>rejected(
                          new ContractRejection.UnitAlreadyLeased(
                              contract.no(), Objects.requireNonNull(contract.unit(), "a master takes no unit"),
                              contract.term()));
                })
        .map(
            stored -> {
              follow(stored, now);
              closeGaps(List.of(), added, now);
              return stored;
            });
  }

  private void add(Lifecycle.Step step, Instant now) {
    Contract contract = step.contract();
    if (stores.contracts().add(contract, List.of(step.change())) != Contracts.Added.ADDED) {
      throw new StaleVersionException("contract " + contract.no());
    }
    follow(contract, now);
  }

  private void follow(Contract contract, Instant now) {
    putOnAgenda(contract);
    if (contract.parent().isPresent()) {
      // a lock on the tree that it comes into may extend it
      extending.watch(contract.no(), now);
    }
  }

  /** A contract that charges nothing, as a framework may, is never billed. */
  private void putOnAgenda(Contract contract) {
    if (isCharged(contract)) {
      stores.receivables().schedule(profile.lessor(), contract.no(), contract.term().start());
    }
  }
}
