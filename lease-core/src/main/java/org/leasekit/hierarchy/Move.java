package org.leasekit.hierarchy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * A change of a contract's place among others, kept for ever.
 *
 * @param number of the contract's moves, from 1
 * @param from the master it stood below; null when it stood alone, and for what is no {@link Kind#PLACE}
 * @param to the master it stands below from then on; null when it stands alone, and for what is no {@link Kind#PLACE}
 * @param effective first day on which it holds, in the lessor's zone, never before that of the move before
 * @param known when it was recorded, never before {@code effective} began
 * @param proof who asked for it, why, and what proves it
 */
public record Move(
    LessorId lessor,
    ContractNo contract,
    int number,
    Kind kind,
    @Nullable ContractNo from,
    @Nullable ContractNo to,
    LocalDate effective,
    Instant known,
    Proof proof) {

  /** What changed. */
  public enum Kind {
    /** The master above, or that there is none. */
    PLACE,
    /** From now on the bills of the contract, and of what is below it, come here. */
    TAKES_BILLS,
    /** From now on they go to whoever takes them further up. */
    PASSES_BILLS_ON
  }
}
