package org.leasekit.amendment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One amendment as recorded, for ever.
 *
 * @param effective first day on which the change holds, in the lessor's zone; for an early termination the first day
 *     that is not let any more, for a withdrawal the effective day of what is withdrawn
 * @param known instant of recording; later for each further amendment of the contract
 */
public record Amendment(
    AmendmentId id, LocalDate effective, Instant known, Proof proof, Change change) {}
