package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.leasekit.access.Action;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.Locks;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.DayHours;
import org.leasekit.occupancy.DayPackage;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Mismatch;
import org.leasekit.occupancy.Mismatches;
import org.leasekit.occupancy.MonthlyRent;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.occupancy.RentRoll;
import org.leasekit.occupancy.Sighting;
import org.leasekit.occupancy.Vacancy;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/**
 * Who lets what, over all contracts. Every answer is as known at an instant; for one that is over it stays the answer.
 * Contracts are read in parts of bounded size. The tenant's side, which could learn of others, is refused.
 */
public final class OccupancyService {
  private static final int BATCH = 500;

  private final Stores stores;
  private final LessorProfile profile;
  private final Gate gate;

  OccupancyService(Stores stores, LessorProfile profile, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.gate = gate;
  }

  /**
   * What is owed each month by the contracts that run on a day, with totals by project and tenant: by the rules of their
   * charges, as {@link RentRoll} says, so that the totals are what the ledger is to expect of a whole month. For a day that a
   * lock suspends nothing is owed; a lock on a tree reaches the contracts that stand in it on
   * that day.
   */
  public Outcome<RentRoll> rentRoll(LocalDate on, Instant known) {
    return gate.ask(Action.VIEW)
        .map(
            allowed -> {
              List<RentRoll.Line> lines = new ArrayList<>();
              forEachBatch(
                  (contracts, histories) ->
                      lines.addAll(
                          RentRoll.of(histories, on, known, rents(contracts, on, known)).lines()));
              lines.sort(
                  Comparator.comparing(RentRoll.Line::project)
                      .thenComparing(line -> line.standing().contract()));
              return new RentRoll(on, known, lines);
            });
  }

  /**
   * Vacancy by project and day.
   *
   * @param units every unit there is, let or not
   */
  public Outcome<NavigableMap<String, List<Vacancy>>> vacancy(
      Collection<UnitRef> units, DateRange days, Instant known) {
    return occupancy(known).map(occupancy -> occupancy.vacancy(units, days));
  }

  /** What contracts hold, as known at an instant. */
  public Outcome<Occupancy> occupancy(Instant known) {
    return gate.ask(Action.VIEW)
        .map(
            allowed -> {
              List<Hold> holds = new ArrayList<>();
              forEachBatch(
                  (contracts, histories) ->
                      histories.forEach(history -> holds.addAll(Hold.of(history, known))));
              return Occupancy.of(holds);
            });
  }

  /** What is held of a unit as known now, by first day. */
  public Outcome<List<Hold>> of(UnitRef unit) {
    return gate.ask(Action.VIEW).map(allowed -> stores.holds().ofUnits(profile.lessor(), List.of(unit)));
  }

  /** The same as {@link #mismatches(Collection, DayHours, Instant)}, with days from eight to eight. */
  public Outcome<List<Mismatch>> mismatches(Collection<Sighting> sightings, Instant known) {
    return mismatches(sightings, DayHours.STANDARD, known);
  }

  /**
   * The sightings that the file does not explain, in the order given. Guests of daily packages are explained, and who shares
   * a unit at the times that are his.
   *
   * @param hours when the halves of the day begin, for sightings with a time
   */
  public Outcome<List<Mismatch>> mismatches(
      Collection<Sighting> sightings, DayHours hours, Instant known) {
    return gate.ask(Action.VIEW)
        .map(
            allowed -> {
              List<ContractHistory> all = new ArrayList<>();
              forEachBatch((contracts, histories) -> all.addAll(histories));
              return Mismatches.find(sightings, all, packages(sightings, known), hours, known);
            });
  }

  private List<DayPackage> packages(Collection<Sighting> sightings, Instant known) {
    List<UnitRef> units = sightings.stream().map(Sighting::unit).distinct().sorted().toList();
    List<DayPackage> packages = new ArrayList<>();
    for (int from = 0; from < units.size(); from += BATCH) {
      List<UnitRef> some = units.subList(from, Math.min(from + BATCH, units.size()));
      stores.holds().bookings(profile.lessor(), some).stream()
          .flatMap(booking -> booking.asKnownAt(known).stream())
          .forEach(packages::add);
    }
    return packages;
  }

  private Function<ContractHistory, MonthlyRent> rents(List<Contract> contracts, LocalDate on, Instant known) {
    Predicate<ContractNo> suspended = suspended(contracts, on, known);
    Map<ContractNo, ChargeTerms> terms =
        contracts.stream().collect(Collectors.toMap(Contract::no, Contract::terms));
    return history -> {
      ContractNo no = history.origin().contract();
      MonthlyRent rent = ContractCharges.monthly(Objects.requireNonNull(terms.get(no)), history, known, on);
      return suspended.test(no) ? rent.suspended() : rent;
    };
  }

  /** Which contracts owe nothing for a day because of locks. */
  private Predicate<ContractNo> suspended(List<Contract> contracts, LocalDate on, Instant known) {
    Ancestry ancestry = Ancestry.of(stores, profile.lessor(), contracts, known);
    List<ReceivableLock> locks =
        Locks.asKnownAt(stores.locks().of(profile.lessor(), ancestry.all()), known);
    DateRange day = DateRange.ofClosed(on, on);
    return no ->
        !locks.isEmpty()
            && !Locks.suspended(
                    locks, no, ChargeCode.RENT, ancestry.above(no), day, profile.zone())
                .isEmpty();
  }

  private void forEachBatch(BiConsumer<List<Contract>, List<ContractHistory>> each) {
    Histories histories = new Histories(stores, profile.lessor());
    List<Contract> batch = new ArrayList<>();
    stores
        .records()
        .contracts(
            profile.lessor(),
            contract -> {
              batch.add(contract);
              if (batch.size() == BATCH) {
                each.accept(List.copyOf(batch), histories.ofAll(List.copyOf(batch)));
                batch.clear();
              }
            });
    each.accept(List.copyOf(batch), histories.ofAll(List.copyOf(batch)));
  }
}
