package org.leasekit.renewal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;

/**
 * A personal discount code.
 *
 * @param code 4 to 32 characters, unique for its lessor
 * @param renewalCase the only case it is good for
 * @param basisPoints off the rent, in hundredths of a percent, 1 to 10000
 * @param until from this instant on it is not taken any more
 * @param redeemedAt null until it is used, which it is once
 */
public record DiscountCode(
    LessorId lessor,
    String code,
    CaseId renewalCase,
    int basisPoints,
    Instant until,
    @Nullable Instant redeemedAt) {

  public DiscountCode {
    if (!code.matches("[A-Z0-9-]{4,32}")) {
      throw new IllegalArgumentException("code: 4 to 32 capital letters, digits and hyphens");
    }
    if (basisPoints < 1 || basisPoints > PriceRule.WHOLE) {
      throw new IllegalArgumentException("basisPoints: 1 to 10000, but was " + basisPoints);
    }
  }
}
