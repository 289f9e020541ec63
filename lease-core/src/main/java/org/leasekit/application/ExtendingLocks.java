package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.Above;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.LockId;
import org.leasekit.billing.Locks;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.port.Stores;

/**
 * Suspensions that say that the term is extended by their days: how many days are still to be given, and when to look again.
 * Joins the caller's unit of work.
 */
final class ExtendingLocks {
  static final String BY = "leasekit";
  static final String REASON = "suspended days";

  private final Stores stores;
  private final LessorProfile profile;

  ExtendingLocks(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /**
   * Days by which a term is still to be extended.
   *
   * @param days 0 or more
   * @param locks those that are over and suspended days of the term, in the order they were recorded
   */
  record Open(long days, List<LockId> locks) {
    static final Open NOTHING = new Open(0, List.of());
  }

  /**
   * The suspended days of locks that are over, each once, less those that were given. A lock that outlasts the term goes
   * on in the days that are given for it, and is given those as well. What was given counts as given also when it was
   * withdrawn, and stays given when a lock turns out to have ended earlier: both are for people to decide.
   */
  Open open(Contract contract, ContractHistory history, Instant now) {
    Ancestry ancestry = Ancestry.of(stores, profile.lessor(), List.of(contract), now);
    List<ReceivableLock> over = reaching(contract, ancestry).stream().filter(lock -> isOver(lock, now)).toList();
    @Nullable DateRange term = ContractCharges.owedTerm(history, known(history, now));
    if (over.isEmpty() || term == null) {
      return Open.NOTHING;
    }
    Above above = ancestry.above(contract.no());
    long given = given(history);
    long added = 0;
    long more = suspended(over, contract.no(), above, term) - given;
    while (more > 0) {
      added += more;
      DateRange longer = DateRange.of(term.start(), term.endExclusive().plusDays(added));
      more = suspended(over, contract.no(), above, longer) - given - added;
    }
    return new Open(
        added,
        over.stream()
            .filter(lock -> suspended(List.of(lock), contract.no(), above, term) > 0)
            .map(ReceivableLock::id)
            .toList());
  }

  private long suspended(
      List<ReceivableLock> locks, ContractNo no, Above above, DateRange term) {
    return Locks.extensionDays(locks, no, ChargeCode.RENT, above, term, profile.zone());
  }

  private static boolean isOver(ReceivableLock lock, Instant now) {
    Instant ends = lock.ends();
    return ends != null && !ends.isAfter(now);
  }

  private List<ReceivableLock> reaching(Contract contract, Instant now) {
    return reaching(contract, Ancestry.of(stores, profile.lessor(), List.of(contract), now));
  }

  private List<ReceivableLock> reaching(Contract contract, Ancestry ancestry) {
    Set<ContractNo> above = ancestry.above(contract.no()).masters();
    return stores.locks().of(profile.lessor(), ancestry.all()).stream()
        .filter(ReceivableLock::extendsTerm)
        .filter(lock -> lock.scope().reaches(contract.no(), ChargeCode.RENT, above))
        .toList();
  }

  /** Days by which the term was extended before, by amendments of this kind. */
  private static long given(ContractHistory history) {
    List<Amendment> recorded = history.recorded();
    long given = 0;
    for (int i = 0; i < recorded.size(); i++) {
      Amendment amendment = recorded.get(i);
      if (amendment.change() instanceof Change.Extension extension
          && amendment.proof().by().equals(BY)
          && amendment.proof().reason().equals(REASON)) {
        ContractHistory before = ContractHistory.of(history.origin(), recorded.subList(0, i));
        given += before.term(before.latest()).endExclusive().until(extension.newEndExclusive(), ChronoUnit.DAYS);
      }
    }
    return given;
  }

  private static Instant known(ContractHistory history, Instant now) {
    return history.latest().isAfter(now) ? history.latest() : now;
  }

  /**
   * The day on which a contract is to be looked at next: when an amendment takes effect, when a lock that extends its term
   * is over, or when days are still to be given.
   *
   * @param retry when to try again to give days
   */
  Optional<LocalDate> next(Contract contract, ContractHistory history, Instant now, LocalDate retry) {
    TreeSet<LocalDate> days = new TreeSet<>();
    if (!history.recorded().isEmpty()) {
      Projection.nextChange(history, known(history, now), profile.day(now)).ifPresent(days::add);
    }
    if (contract.status() == ContractStatus.ACTIVE) {
      reaching(contract, now).stream()
          .filter(lock -> lock.ends() != null && !isOver(lock, now))
          .map(lock -> firstDayAfter(lock.ends()))
          .forEach(days::add);
      if (open(contract, history, now).days() > 0) {
        days.add(retry);
      }
    }
    return days.stream().findFirst();
  }

  private LocalDate firstDayAfter(Instant end) {
    LocalDate day = profile.day(end);
    return profile.startOf(day).isBefore(end) ? day.plusDays(1) : day;
  }

  /** Puts contracts on the agenda of changes that a lock may extend; does nothing for others. */
  void watch(ContractNo no, Instant now) {
    stores
        .contracts()
        .find(profile.lessor(), no)
        .filter(contract -> !reaching(contract, now).isEmpty())
        .ifPresent(
            contract -> {
              ContractHistory history = new Histories(stores, profile.lessor()).of(contract);
              stores
                  .amendments()
                  .schedule(
                      profile.lessor(), no, next(contract, history, now, profile.day(now)).orElse(null));
            });
  }
}
