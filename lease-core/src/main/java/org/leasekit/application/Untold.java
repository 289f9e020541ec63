package org.leasekit.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.leasekit.escalation.Fired;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/** What a stage had to say, and nobody was told because there was nothing to renew for a while. */
final class Untold {
  private final Stores stores;
  private final CaseDesk desk;

  Untold(Stores stores, CaseDesk desk) {
    this.stores = stores;
    this.desk = desk;
  }

  /**
   * What the last stage had to say goes out after all while the stage's window lasts; afterwards the steward calls. Nothing
   * where somebody was told, or where others were turned to in their place.
   *
   * @param renewal locked by the caller, taken up again and not silent
   */
  void tellAfterAll(RenewalCase renewal, Instant now) {
    stores.cases().fired(renewal.lessor(), renewal.id()).stream()
        .max(Comparator.comparing(Fired::at))
        .map(Fired::stage)
        .ifPresent(stage -> tellAfterAll(renewal, stage, now));
  }

  private void tellAfterAll(RenewalCase renewal, String stage, Instant now) {
    List<Notice> written =
        stores.outbox().ofCase(renewal.lessor(), renewal.id()).stream()
            .filter(notice -> notice.stage().equals(stage))
            .toList();
    boolean untold =
        written.stream().allMatch(notice -> notice.state() == Notice.State.CANCELLED);
    if (!written.isEmpty() && untold) {
      tellAfterAll(renewal, written.get(written.size() - 1), now);
    }
  }

  private void tellAfterAll(RenewalCase renewal, Notice cancelled, Instant now) {
    if (cancelled.expiresAt().isAfter(now)) {
      stores
          .outbox()
          .lock(renewal.lessor(), cancelled.id())
          .filter(notice -> notice.state() == Notice.State.CANCELLED)
          .ifPresent(notice -> stores.outbox().update(notice.retryAt(now, notice.attempts())));
    } else {
      desk.openTask(renewal, StewardTask.Kind.CALL, cancelled.stage(), desk.steward(renewal), now);
    }
  }
}
