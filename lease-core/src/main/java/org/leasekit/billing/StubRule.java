package org.leasekit.billing;

/**
 * At which end of a term the days go that fill no regular period, and whether they are a period of their own (short) or
 * are added to the regular one beside them (long). When there is no regular period beside them, long is as short.
 */
public enum StubRule {
  SHORT_INITIAL,
  LONG_INITIAL,
  SHORT_FINAL,
  LONG_FINAL;

  /** Whether regular periods are counted back from the end of the term. */
  boolean isInitial() {
    return this == SHORT_INITIAL || this == LONG_INITIAL;
  }

  boolean isLong() {
    return this == LONG_INITIAL || this == LONG_FINAL;
  }
}
