package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * From a day on a contract pays for a meter no longer. Never edited: of several ends of a charge the last one recorded
 * counts, so that an end can be moved or taken back.
 *
 * @param charge of the {@link MeteredTerms} that end
 * @param number 1 for the first end of the charge, then one more each
 * @param on the first day that is not metered any more, in the lessor's zone; on the first day of the terms none is. Null when
 *     the ends before are taken back
 * @param proof who ended it, why, and what proves it
 * @param knownAt when it was recorded
 */
public record MeterEnd(
    LessorId lessor, ContractNo contract, ChargeCode charge, int number, @Nullable LocalDate on, Proof proof,
    Instant knownAt) {

  /** @throws IllegalArgumentException if the number is not above zero */
  public MeterEnd {
    if (number < 1) {
      throw new IllegalArgumentException("number: above zero, but was " + number);
    }
  }

  /** Whether it is an end of some terms. */
  public boolean isOf(MeteredTerms terms) {
    return contract.equals(terms.contract()) && charge.equals(terms.charge());
  }

  /**
   * The end that counts for some terms as known at an instant; null when there is none.
   *
   * @param ends of any charges, in any order
   */
  public static @Nullable MeterEnd last(Collection<MeterEnd> ends, MeteredTerms terms, Instant known) {
    return ends.stream()
        .filter(end -> end.isOf(terms) && !end.knownAt().isAfter(known))
        .max(Comparator.comparingInt(MeterEnd::number))
        .orElse(null);
  }
}
