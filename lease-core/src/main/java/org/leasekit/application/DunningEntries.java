package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.escalation.Fired;
import org.leasekit.port.Stores;

/**
 * Since when each time of being late counts for the stages of the dunning policy: noted in the dunning log, so that a debt
 * that a hold has let go, that has come to be the oldest, or that was billed after it was due enters late, once, and whoever
 * asks again is told the same.
 */
final class DunningEntries {
  private static final String LIVE = "live@";
  private static final String RESTS = "rests@";

  private final Stores stores;
  private final LessorProfile profile;

  DunningEntries(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** Whether an entry of the log is such a note and no stage. */
  static boolean isNote(Fired entry) {
    return entry.stage().startsWith(LIVE) || entry.stage().startsWith(RESTS);
  }

  /**
   * Since when the debts count, noting it where they have not counted before.
   *
   * @param log all that is logged of them
   */
  Instant of(Arrears arrears, List<Fired> log, Instant now) {
    Optional<Fired> last = last(log);
    if (last.filter(DunningEntries::isLive).isPresent()) {
      return last.get().plannedFor();
    }
    Instant since = profile.startOf(arrears.id().since());
    if (last.isEmpty() && hasStages(log)) {
      // from before this was noted
      return since;
    }
    Instant entered = entered(arrears, last.isEmpty(), since, now);
    note(arrears.id(), LIVE, log, entered, now);
    return entered;
  }

  /** Payers are looked at when a day begins, so what has changed has changed by then; a bill is late from its making on. */
  private Instant entered(Arrears arrears, boolean first, Instant since, Instant now) {
    LocalDate today = profile.day(now);
    LocalDate due = arrears.id().since();
    boolean inTime = first && !today.isAfter(due.plusDays(1));
    Instant began = inTime ? since : profile.startOf(today);
    Instant billed =
        arrears.debts().stream()
            .map(Arrears.Debt::receivable)
            .filter(one -> one.due().equals(due))
            .map(Receivable::raisedAt)
            .min(Comparator.naturalOrder())
            .orElse(began);
    Instant entered = billed.isAfter(began) ? billed : began;
    return entered.isAfter(now) ? now : entered;
  }

  /**
   * Notes which debts count no more for the time being: held, or behind an older one.
   *
   * @param open what the payer owes
   * @param left the debts that count
   */
  void rest(ContractNo payer, List<Receivable> open, Collection<ArrearsId> left, Instant now) {
    Set<LocalDate> owed = open.stream().map(Receivable::due).collect(Collectors.toSet());
    for (ArrearsId id : stores.dunning().matters(profile.lessor(), payer)) {
      if (owed.contains(id.since()) && !left.contains(id)) {
        List<Fired> log = stores.dunning().fired(profile.lessor(), id);
        if (last(log).map(DunningEntries::isLive).orElseGet(() -> hasStages(log))) {
          note(id, RESTS, log, now, now);
        }
      }
    }
  }

  private void note(ArrearsId id, String what, List<Fired> log, Instant from, Instant now) {
    long number = log.stream().filter(DunningEntries::isNote).count() + 1;
    stores.dunning().addFired(profile.lessor(), id, new Fired(what + number, from, now));
  }

  private static Optional<Fired> last(List<Fired> log) {
    return log.stream().filter(DunningEntries::isNote).max(Comparator.comparingInt(DunningEntries::number));
  }

  private static int number(Fired note) {
    return Integer.parseInt(note.stage().substring(note.stage().indexOf('@') + 1));
  }

  private static boolean isLive(Fired note) {
    return note.stage().startsWith(LIVE);
  }

  private static boolean hasStages(List<Fired> log) {
    return log.stream().anyMatch(entry -> !isNote(entry) && !FeeNotes.isNote(entry));
  }
}
