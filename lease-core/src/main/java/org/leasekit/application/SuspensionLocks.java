package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentId;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.ContractNo;
import org.leasekit.port.Stores;

/**
 * Lets locks follow the suspensions of a contract, so that billing looks at locks only. Each suspension that was recorded has
 * one lock of its own; a resumption releases it at the start of its day, the withdrawal of the resumption takes that
 * release back, and the withdrawal of the suspension releases it as never having held. Joins the caller's unit of work.
 */
final class SuspensionLocks {
  private static final String PREFIX = "S-";

  private final Stores stores;
  private final LessorProfile profile;

  SuspensionLocks(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** Whether an id is kept for the locks of suspensions. */
  static boolean isReserved(String lockId) {
    return lockId.startsWith(PREFIX);
  }

  /** The lock of a suspension. */
  static LockId idOf(AmendmentId suspension) {
    return new LockId(PREFIX + suspension.contract() + "-" + suspension.number());
  }

  /**
   * Makes and releases locks after an amendment was recorded, and puts the contract on the agenda of billing.
   *
   * @param before the history without it
   * @param after the history with it
   */
  void follow(ContractHistory before, ContractHistory after, Instant now) {
    ContractNo no = after.origin().contract();
    boolean changed = false;
    for (Amendment amendment : after.recorded()) {
      if (amendment.change().kind() == ChangeKind.SUSPENSION) {
        changed |= follow(amendment, after);
      }
    }
    if (changed || after.recorded().size() != before.recorded().size()) {
      stores.receivables().schedule(profile.lessor(), no, profile.day(now));
    }
  }

  private boolean follow(Amendment suspension, ContractHistory history) {
    @Nullable Instant end = endOf(suspension, history);
    Amendment latest = history.recorded().get(history.recorded().size() - 1);
    Optional<ReceivableLock> stored = stores.locks().find(profile.lessor(), idOf(suspension.id()));
    if (stored.isEmpty()) {
      ReceivableLock lock = lock(suspension);
      stores.locks().add(end == null ? lock : lock.released(release(latest, end)));
      return true;
    }
    ReceivableLock.Release last = stored.get().release();
    @Nullable Instant known = last == null ? null : last.at();
    if (Objects.equals(known, end)) {
      return false;
    }
    stores.locks().release(stored.get().released(release(latest, end)));
    return true;
  }

  /**
   * Where a suspension ends by all that is recorded; null for an open end. Not by what is known now: of two amendments at
   * one instant the second is known a microsecond later.
   */
  private @Nullable Instant endOf(Amendment suspension, ContractHistory history) {
    List<Amendment> live = history.live(history.latest());
    int at = live.indexOf(suspension);
    if (at < 0) {
      return profile.startOf(suspension.effective());
    }
    for (Amendment later : live.subList(at + 1, live.size())) {
      if (later.change().kind() == ChangeKind.RESUMPTION) {
        return profile.startOf(later.effective());
      }
    }
    return null;
  }

  private ReceivableLock lock(Amendment suspension) {
    return new ReceivableLock(
        profile.lessor(), idOf(suspension.id()), ReceivableLock.Effect.SUSPEND,
        new LockScope.WholeContract(suspension.id().contract()), LockReason.SUSPENSION,
        suspension.proof().evidence(), suspension.proof().by(), suspension.proof().by(),
        profile.startOf(suspension.effective()), null, false, suspension.known(), List.of());
  }

  private static ReceivableLock.Release release(Amendment cause, @Nullable Instant at) {
    return new ReceivableLock.Release(
        at, cause.proof().by(), "amendment " + cause.id() + ": " + cause.proof().reason(), cause.known());
  }
}
