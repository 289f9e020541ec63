package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.Fired;
import org.leasekit.port.Stores;

/**
 * Up to which day each debt has been charged for being late: noted in the dunning log under the debt's own contract, due day
 * and key, so that no day is charged twice, whatever becomes of the other debts.
 */
final class FeeNotes {
  private static final String NOTE = "fee@";

  private final Stores stores;
  private final LessorProfile profile;

  FeeNotes(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** Whether an entry of the log is such a note and no stage. */
  static boolean isNote(Fired entry) {
    return entry.stage().startsWith(NOTE);
  }

  /** The day up to which a debt was charged last, or the one after it was due. */
  LocalDate chargedUpTo(Receivable debt) {
    List<LocalDate> ends = ends(debt, stores.dunning().fired(profile.lessor(), id(debt)));
    return ends.isEmpty() ? debt.due().plusDays(1) : ends.get(ends.size() - 1);
  }

  /** Notes that a debt was charged up to a day. */
  void note(Receivable debt, LocalDate end, Instant now) {
    stores.dunning().addFired(profile.lessor(), id(debt), new Fired(NOTE + end + of(debt), now, now));
  }

  /** Which of some debts were charged for which days, each list in the order of its fee's slices. */
  Map<DateRange, List<Receivable>> charged(List<Receivable> debts) {
    Map<DateRange, List<Receivable>> charged = new HashMap<>();
    Map<ArrearsId, List<Fired>> log = new HashMap<>();
    debts.stream()
        .filter(debt -> !LateFees.isFee(debt.key().charge()))
        .sorted(Comparator.comparing(Receivable::due).thenComparing(Receivable::key))
        .forEach(
            debt -> {
              LocalDate from = debt.due().plusDays(1);
              List<Fired> entries =
                  log.computeIfAbsent(id(debt), id -> stores.dunning().fired(profile.lessor(), id));
              for (LocalDate end : ends(debt, entries)) {
                charged.computeIfAbsent(DateRange.of(from, end), days -> new ArrayList<>()).add(debt);
                from = end;
              }
            });
    return charged;
  }

  private static List<LocalDate> ends(Receivable debt, List<Fired> entries) {
    String suffix = of(debt);
    return entries.stream()
        .map(Fired::stage)
        .filter(stage -> stage.startsWith(NOTE) && stage.endsWith(suffix))
        .map(stage -> LocalDate.parse(stage.substring(NOTE.length(), stage.length() - suffix.length())))
        .sorted()
        .toList();
  }

  private static String of(Receivable debt) {
    ReceivableKey key = debt.key();
    return "/" + key.charge() + "/" + key.period().start() + "/" + key.period().endExclusive() + "/" + key.revision();
  }

  private static ArrearsId id(Receivable debt) {
    return new ArrearsId(debt.key().contract(), debt.due());
  }
}
