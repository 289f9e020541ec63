package org.leasekit.billing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Finds what made an amount another one: what was recorded since it was last reckoned and touches its days. */
final class CauseFinder {

  private final Above above;
  private final Collection<Reckoning.TermsChange> changes;
  private final ZoneId zone;
  private final Collection<ReceivableLock> locks;

  CauseFinder(
      Above above,
      Collection<Reckoning.TermsChange> changes,
      ZoneId zone,
      Collection<ReceivableLock> locks) {
    this.above = above;
    this.changes = changes;
    this.zone = zone;
    this.locks = locks;
  }

  AdjustmentCause of(Account account) {
    AdjustmentCause later = recorded(account, at -> at.isAfter(account.touchedAt()));
    // recorded in the very instant of the last reckoning, but after it
    return later.locks().isEmpty() && later.terms().isEmpty()
        ? recorded(account, at -> at.equals(account.touchedAt()))
        : later;
  }

  private AdjustmentCause recorded(Account account, Predicate<Instant> since) {
    List<LockId> found =
        locks.stream()
            .filter(lock -> lock.effect() == ReceivableLock.Effect.SUSPEND)
            .filter(lock -> touches(lock, account))
            .filter(lock -> since.test(lock.knownAt()) || releasedSince(lock, since))
            .map(ReceivableLock::id)
            .sorted()
            .toList();
    List<String> sources =
        changes.stream()
            .filter(change -> since.test(change.knownAt()))
            .map(Reckoning.TermsChange::source)
            .distinct()
            .toList();
    return new AdjustmentCause(found, sources);
  }

  private static boolean releasedSince(ReceivableLock lock, Predicate<Instant> since) {
    return lock.releases().stream().anyMatch(release -> since.test(release.knownAt()));
  }

  /** Whether the lock has days of the account's period, or had them before a release. */
  private boolean touches(ReceivableLock lock, Account account) {
    ReceivableKey key = account.key();
    if (!lock.scope().reaches(key.contract(), key.charge(), above.masters())) {
      return false;
    }
    return !Locks.days(lock.unreleased(), key.period(), zone).isEmpty();
  }
}
