package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.port.Stores;

/**
 * What time does to contracts that were amended for a later day: on that day their rows say so. And what it does to
 * suspensions that extend the term: once one is over, its days are given by an extension. Safe on several nodes.
 */
public final class AmendmentSweep {
  private static final int BATCH = 100;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final TermExtensions extensions;
  private final ExtendingLocks locks;

  AmendmentSweep(Stores stores, LessorProfile profile, InstantSource clock, TermExtensions extensions) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.extensions = extensions;
    this.locks = new ExtendingLocks(stores, profile);
  }

  /**
   * What a sweep did.
   *
   * @param changed contracts that were looked at because something of them changes by today
   * @param extended by how many days terms were extended, because suspensions took them
   * @param notExtended terms that could not be extended by such days, for example because the unit is let afterwards, and
   *     why; while the contract runs it is tried again on the next day, see {@link LockService#openExtensionDays}
   * @param setAside contracts that failed, with the fault's message; they stay on the agenda
   */
  public record Report(
      int changed,
      Map<ContractNo, Long> extended,
      Map<ContractNo, Rejection> notExtended,
      Map<ContractNo, String> setAside) {
    public Report {
      extended = Map.copyOf(extended);
      notExtended = Map.copyOf(notExtended);
      setAside = Map.copyOf(setAside);
    }
  }

  /** Brings every contract up to date of which something changes today, each in a unit of work of its own. */
  public Report runDue() {
    int changed = 0;
    Map<ContractNo, Long> extended = new LinkedHashMap<>();
    Map<ContractNo, Rejection> notExtended = new LinkedHashMap<>();
    Map<ContractNo, String> setAside = new LinkedHashMap<>();
    while (true) {
      Instant now = clock.instant();
      LocalDate today = profile.day(now);
      List<ContractNo> batch =
          stores.amendments().changing(profile.lessor(), today, BATCH + setAside.size()).stream()
              .filter(no -> !setAside.containsKey(no))
              .toList();
      if (batch.isEmpty()) {
        return new Report(changed, extended, notExtended, setAside);
      }
      for (ContractNo no : batch) {
        try {
          Optional<Outcome<Long>> extension = stores.unitOfWork().required(() -> lookAt(no, now));
          if (extension.isPresent() && extension.get().isAccepted()) {
            extended.merge(no, extension.get().orElseThrow(), Long::sum);
            notExtended.remove(no);
          } else {
            extension.ifPresent(refused -> notExtended.put(no, refused.rejection()));
          }
          changed++;
        } catch (RuntimeException fault) {
          setAside.put(no, String.valueOf(fault.getMessage()));
        }
      }
    }
  }

  private Optional<Outcome<Long>> lookAt(ContractNo no, Instant now) {
    Optional<Outcome<Long>> extension = extensions.extend(no, now);
    project(no, now);
    return extension;
  }

  private void project(ContractNo no, Instant now) {
    Contract contract =
        stores
            .contracts()
            .lock(profile.lessor(), no)
            .orElseThrow(() -> new IllegalStateException("on the agenda without a contract: " + no));
    ContractHistory history = new Histories(stores, profile.lessor()).of(contract);
    Instant known = history.latest().isAfter(now) ? history.latest() : now;
    LocalDate today = profile.day(now);
    if (!history.recorded().isEmpty()) {
      Contract after = Projection.of(contract, history, contract.links(), known, today);
      if (!after.equals(contract)) {
        stores.contracts().update(after);
        new UsersWishes(stores).follow(contract, after);
      }
    }
    stores
        .amendments()
        .schedule(
            profile.lessor(), no, locks.next(contract, history, now, today.plusDays(1)).orElse(null));
  }
}
