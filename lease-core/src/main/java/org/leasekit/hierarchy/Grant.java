package org.leasekit.hierarchy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * A right that was granted, as it is kept for ever.
 *
 * @param known when it was granted, from when on it counts
 * @param proof who granted it, why, and what proves it
 * @param revocation null while it has not been revoked
 */
public record Grant(
    LessorId lessor,
    GrantId id,
    Delegation delegation,
    Instant known,
    Proof proof,
    @Nullable Revocation revocation) {

  /**
   * The end of a grant before its time.
   *
   * @param known when it was revoked, from when on it counts no more
   */
  public record Revocation(Instant known, Proof proof) {}

  public Grant {
    if (!delegation.account().equals(id.account())) {
      throw new IllegalArgumentException("a grant to " + delegation.account() + " as " + id);
    }
  }

  /** Whether it counts, as far as nobody revoked it. */
  public boolean stands() {
    return revocation == null;
  }

  /** The same grant, revoked. */
  public Grant revoked(Revocation by) {
    return new Grant(lessor, id, delegation, known, proof, by);
  }

  /** The same right within the same limits for the contract that continues the account. */
  public Grant carriedOver(
      ContractNo grantor, ContractNo account, int number, Instant now, Proof why) {
    return new Grant(
        lessor,
        new GrantId(account, number),
        new Delegation(
            grantor, account, delegation.right(), delegation.maxAmount(), delegation.maxMonths(),
            delegation.maxUnits(), delegation.untilExclusive()),
        now,
        why,
        null);
  }
}
