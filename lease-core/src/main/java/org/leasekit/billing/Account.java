package org.leasekit.billing;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/**
 * One raised amount with its corrections.
 *
 * @param key with revision 0
 * @param minor what it comes to
 * @param revision the last one
 * @param touchedAt when it was raised or corrected last
 */
record Account(ReceivableKey key, long minor, int revision, Instant touchedAt) {

  static TreeMap<ReceivableKey, Account> of(Collection<Reckoning.Raised> raised) {
    TreeMap<ReceivableKey, Account> accounts = new TreeMap<>();
    for (Reckoning.Raised each : raised) {
      ReceivableKey base = revision(each.key(), 0);
      Account one = new Account(base, each.minor(), each.key().revision(), each.at());
      accounts.merge(base, one, Account::with);
    }
    return accounts;
  }

  private Account with(Account other) {
    return new Account(
        key,
        Math.addExact(minor, other.minor),
        Math.max(revision, other.revision),
        touchedAt.isAfter(other.touchedAt) ? touchedAt : other.touchedAt);
  }

  /** The key of its next correction. */
  ReceivableKey next() {
    return revision(key, revision + 1);
  }

  private static ReceivableKey revision(ReceivableKey key, int revision) {
    return new ReceivableKey(key.contract(), key.charge(), key.period(), revision);
  }
}
