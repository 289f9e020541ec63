package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.BillingRejection;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.port.StaleVersionException;
import org.leasekit.port.Stores;

/**
 * For which days contracts pay for meters: agreed, ended, and gone on with by whoever continues a contract. What is done to a
 * contract that is renewed already is done to its successors too, so that the order of the two acts does not matter. Joins the
 * caller's unit of work.
 */
final class MeterAgreements {
  private final Stores stores;
  private final LessorProfile profile;
  private final Histories histories;

  MeterAgreements(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.histories = new Histories(stores, profile.lessor());
  }

  /** Locks a contract and all that continue it; empty when there is no such contract. */
  Optional<Contract> lock(ContractNo no) {
    ContractLocks locks = new ContractLocks(stores, profile.lessor());
    locks.take(
        () -> {
          Set<ContractNo> line = new HashSet<>();
          for (ContractNo next = no; next != null && line.add(next); ) {
            next = stores.contracts().find(profile.lessor(), next).flatMap(Contract::successor).orElse(null);
          }
          return line;
        });
    return locks.find(no);
  }

  /** The terms of a charge of a contract. */
  Optional<MeteredTerms> find(ContractNo no, ChargeCode charge) {
    return stores.meters().terms(profile.lessor(), List.of(no)).stream()
        .filter(terms -> terms.charge().equals(charge))
        .findAny();
  }

  /** Stores the terms of a charge that the contract does not have; rejected when the meter counts for another contract. */
  Outcome<MeteredTerms> agree(MeteredTerms wanted, Contract contract, Instant now) {
    stores.meters().lock(profile.lessor(), wanted.meter());
    Optional<Rejection> taken = taken(days(wanted, List.of(), now), now);
    if (taken.isPresent()) {
      return Outcome.rejected(taken.get());
    }
    if (!stores.meters().agree(wanted)) {
      throw new StaleVersionException("charge " + wanted.charge() + " of " + wanted.contract());
    }
    reckonAgain(contract.no(), now);
    successor(contract).ifPresent(next -> carry(wanted, contract, next, now));
    return Outcome.accepted(wanted);
  }

  /** Records an end; rejected when it is none of the days that are metered, or the meter counts for another contract. */
  Outcome<MeterEnd> end(MeteredTerms terms, MeterEnd wanted, Contract contract, Instant now) {
    stores.meters().lock(profile.lessor(), terms.meter());
    LocalDate on = wanted.on();
    @Nullable MeteredTerms whole = days(terms, List.of(), now);
    DateRange most = whole == null ? terms.term() : whole.term();
    if (on != null && (on.isBefore(most.start()) || on.isAfter(most.endExclusive()))) {
      return Outcome.rejected(
          new BillingRejection.MeterEndsOutside(contract.no(), terms.charge(), on, most));
    }
    Optional<Rejection> taken = taken(days(terms, List.of(wanted), now), now);
    if (taken.isPresent()) {
      return Outcome.rejected(taken.get());
    }
    store(wanted, now);
    successor(contract).ifPresent(next -> follow(terms, wanted, contract, next, now));
    return Outcome.accepted(wanted);
  }

  /** What a successor pays for by meter: what the contract pays for on its last day, unless an end was recorded. */
  void takeOver(Contract old, Contract successor, Instant now) {
    stores.meters().terms(profile.lessor(), List.of(old.no())).stream()
        .sorted(Comparator.comparing(MeteredTerms::meter).thenComparing(MeteredTerms::charge))
        .forEach(terms -> carry(terms, old, successor, now));
  }

  /** The ends of a charge, the first one first. */
  List<MeterEnd> ends(MeteredTerms terms) {
    return stores.meters().ends(profile.lessor(), List.of(terms.contract())).stream()
        .filter(end -> end.isOf(terms))
        .toList();
  }

  private void carry(MeteredTerms terms, Contract old, Contract successor, Instant now) {
    if (!runsToTheEnd(terms, old, now)) {
      return;
    }
    MeteredTerms next = terms.continuedBy(successor.no(), successor.term(), now);
    stores.meters().lock(profile.lessor(), next.meter());
    // a meter that was promised to somebody else for the new term stays his
    if (taken(days(next, List.of(), now), now).isEmpty() && stores.meters().agree(next)) {
      reckonAgain(successor.no(), now);
      successor(successor).ifPresent(after -> carry(next, successor, after, now));
    }
  }

  private boolean runsToTheEnd(MeteredTerms terms, Contract contract, Instant now) {
    @Nullable MeterEnd last = MeterEnd.last(ends(terms), terms, now);
    @Nullable MeteredTerms days = days(terms, now);
    @Nullable DateRange owed = ContractCharges.owedTerm(histories.of(contract), known(contract, now));
    return (last == null || last.on() == null)
        && days != null
        && owed != null
        && !days.term().endExclusive().isBefore(owed.endExclusive());
  }

  /** An end of a charge that a successor has taken over ends it there as well; one that is taken back is so there too. */
  private void follow(MeteredTerms terms, MeterEnd end, Contract contract, Contract next, Instant now) {
    Optional<MeteredTerms> taken =
        find(next.no(), terms.charge()).filter(its -> its.meter().equals(terms.meter()));
    if (taken.isEmpty()) {
      carry(terms, contract, next, now);
      return;
    }
    MeteredTerms its = taken.get();
    LocalDate start = its.term().start();
    List<MeterEnd> before = ends(its);
    @Nullable MeterEnd last = MeterEnd.last(before, its, now);
    LocalDate ended = last == null ? null : last.on();
    boolean differs = end.on() == null ? start.equals(ended) : !start.equals(ended);
    if (differs) {
      MeterEnd same =
          new MeterEnd(
              end.lessor(), next.no(), its.charge(), before.size() + 1, end.on() == null ? null : start, end.proof(),
              now);
      if (taken(days(its, List.of(same), now), now).isEmpty()) {
        store(same, now);
        successor(next).ifPresent(after -> follow(its, same, next, after, now));
      }
    }
  }

  private void store(MeterEnd end, Instant now) {
    if (!stores.meters().end(end)) {
      throw new StaleVersionException("ends of charge " + end.charge() + " of " + end.contract());
    }
    reckonAgain(end.contract(), now);
  }

  /** The days that are owed, by what is known now; null for none. */
  private @Nullable MeteredTerms days(MeteredTerms terms, Instant now) {
    return days(terms, ends(terms), now);
  }

  private @Nullable MeteredTerms days(MeteredTerms terms, List<MeterEnd> ends, Instant now) {
    Contract contract =
        stores
            .contracts()
            .find(profile.lessor(), terms.contract())
            .orElseThrow(() -> new IllegalStateException("meter without contract: " + terms.contract()));
    return ContractCharges.metered(terms, ends, histories.of(contract), known(contract, now));
  }

  private Instant known(Contract contract, Instant now) {
    ContractHistory history = histories.of(contract);
    return history.latest().isAfter(now) ? history.latest() : now;
  }

  private Optional<Rejection> taken(@Nullable MeteredTerms wanted, Instant now) {
    if (wanted == null) {
      return Optional.empty();
    }
    for (MeteredTerms other : stores.meters().on(profile.lessor(), wanted.meter())) {
      if (!other.contract().equals(wanted.contract())) {
        @Nullable MeteredTerms days = days(other, now);
        if (days != null && days.term().overlaps(wanted.term())) {
          return Optional.of(
              new BillingRejection.MeterTaken(wanted.meter(), other.contract(), days.term()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Contract> successor(Contract contract) {
    return contract.successor().flatMap(no -> stores.contracts().find(profile.lessor(), no));
  }

  /** Whoever reckons it right now knows nothing of this: it is to be locked, or its agenda would win. */
  void reckonAgain(ContractNo no, Instant now) {
    stores.contracts().lock(profile.lessor(), no);
    stores.receivables().schedule(profile.lessor(), no, profile.day(now));
  }
}
