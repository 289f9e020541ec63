package org.leasekit.payment;

/** The named allocation strategies. */
public final class AllocationStrategies {

  /** Oldest due date first, then deposit before rent, then the natural key. */
  public static final AllocationStrategy OLDEST_DUE_FIRST = StandardAllocations.OLDEST_DUE_FIRST;

  /** Deposits first, then oldest due date, so that the security is complete before the rent is. */
  public static final AllocationStrategy DEPOSIT_FIRST = StandardAllocations.DEPOSIT_FIRST;

  private AllocationStrategies() {}

  /**
   * The strategy with a code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static AllocationStrategy of(String code) {
    return StandardAllocations.valueOf(code);
  }
}
