package org.leasekit.ledger;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which account of the host's books each role is. See {@link ChartsOfAccounts}.
 *
 * @param accounts one for each role; several roles may share one
 */
public record ChartOfAccounts(Map<AccountRole, Account> accounts) {

  /** @throws IllegalArgumentException if a role has no account, naming all that have none */
  public ChartOfAccounts {
    accounts = Map.copyOf(accounts);
    Set<AccountRole> missing = EnumSet.allOf(AccountRole.class);
    missing.removeAll(accounts.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("accounts: one for each role, but none for " + missing);
    }
  }

  /** The account of a role. */
  public Account of(AccountRole role) {
    return Objects.requireNonNull(accounts.get(role), role::name);
  }
}
